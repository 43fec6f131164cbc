"""Two files that may be one contract: the same territory, or the same name and period."""

import pytest

from tests.small_root import SmallRoot, contract_text, told

BREST = "contracts/bretagne/brest-{}.yml"
GROUND = '{communes: ["29019"]}'


def brest(root: SmallRoot, id_: str, **changes: str | None) -> None:
    facts = {"nom": "CLS de Brest", "porteur": "Ville de Brest", "territoire": GROUND, **changes}
    root.write(BREST.format(id_), contract_text(**facts))


def warnings(root: SmallRoot) -> list[tuple[str, str, str | None]]:
    return [(p.path, p.rule, p.proposal) for p in root.problems()]


def test_signed_contracts_of_one_territory_follow_each_other(root: SmallRoot) -> None:
    brest(root, "2015", duree="{debut: 2015, fin: 2017}")
    brest(root, "2018", duree="{debut: 2018, fin: 2022}")
    ((path, rule, proposal),) = warnings(root)
    assert (path, rule) == (BREST.format("2018"), "meme-territoire")
    assert "écrivez precedent: brest-2015 ;" in (proposal or "")
    brest(root, "2018", duree="{debut: 2018, fin: 2022}", precedent="brest-2015")
    assert warnings(root) == []


def test_they_may_follow_each_other_from_afar(root: SmallRoot) -> None:
    brest(root, "2012", duree="{debut: 2012, fin: 2014}")
    wider = '{communes: ["29019", "29075"]}'
    brest(root, "2015", duree="{debut: 2015, fin: 2017}", territoire=wider, precedent="brest-2012")
    brest(root, "2018", duree="{debut: 2018, fin: 2022}", precedent="brest-2015")
    assert warnings(root) == []


def test_two_that_follow_the_same_one_are_told(root: SmallRoot) -> None:
    brest(root, "2012", duree="{debut: 2012, fin: 2014}")
    brest(root, "2015", duree="{debut: 2015, fin: 2017}", precedent="brest-2012")
    brest(root, "2018", duree="{debut: 2018, fin: 2022}", precedent="brest-2012")
    assert [(path, rule) for path, rule, _ in warnings(root)] == [
        (BREST.format("2018"), "meme-territoire")
    ]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"duree": None, "rang": "1"}, {"duree": "{debut: 2023, fin: 2027}"}),
        ({"duree": None, "etat_constate": "2019"}, {"duree": None}),
        ({"duree": "{debut: 2015}"}, {"duree": "{debut: 2019}"}),
    ],
)
def test_the_newer_is_asked_for_its_precedent(
    root: SmallRoot, older: dict[str, str | None], newer: dict[str, str | None]
) -> None:
    brest(root, "z", **older)
    brest(root, "a", **newer)
    ((path, _, proposal),) = warnings(root)
    assert path == BREST.format("a")
    assert "precedent: brest-z" in (proposal or "")


def test_a_contract_that_is_missing_between_two_is_told_by_the_rank_alone(root: SmallRoot) -> None:
    brest(root, "2012", duree="{debut: 2012}", rang="1")
    brest(root, "2022", duree="{debut: 2022}", rang="3")
    assert [rule for _, rule, _ in warnings(root)] == ["rang"]


def test_a_contract_in_preparation_may_share_its_territory(root: SmallRoot) -> None:
    brest(root, "2018", duree="{debut: 2018, fin: 2022}")
    brest(root, "preparation", duree=None, etat="en préparation")
    assert warnings(root) == []


def test_the_same_name_and_period_in_two_files(root: SmallRoot) -> None:
    brest(root, "2018", duree="{debut: 2018, fin: 2022}")
    wider = '{communes: ["29019", "29075"]}'
    brest(root, "preparation", duree="{debut: 2018, fin: 2022}", territoire=wider)
    problems = root.problems()
    assert told(problems) == [("avertissement", "fiche-double", "CLS de Brest")]
    assert (problems[0].path, problems[0].found) == (
        BREST.format("preparation"),
        BREST.format("2018"),
    )


def test_two_towns_of_one_name_are_two(root: SmallRoot) -> None:
    period = "{debut: 2018, fin: 2022}"
    brest(root, "2018", duree=period)
    root.write(
        "contracts/guadeloupe/brest-2018-guadeloupe.yml",
        contract_text(
            nom="CLS de Brest",
            porteur="Brest en Guadeloupe",
            territoire='{communes: ["97105"]}',
            duree=period,
        ),
    )
    assert warnings(root) == []


def test_two_without_any_date_are_not_the_same_period(root: SmallRoot) -> None:
    brest(root, "1", duree=None, rang="1")
    brest(root, "2", duree=None, rang="2", precedent="brest-1")
    assert warnings(root) == []


def test_a_file_with_errors_is_first_to_be_mended(root: SmallRoot) -> None:
    brest(root, "2018", duree="{debut: 2018, fin: 2022}")
    brest(root, "2019", duree="{debut: 2018, fin: 2022}", etape="diagnostic")
    assert [rule for _, rule, _ in warnings(root)] == ["etape"]

"""What a contract is called beside what its codes give: a code of elsewhere is seen."""

import pytest

from tests.small_root import SmallRoot, contract_text, told

ELSEWHERE = "aucun nom du territoire n’est dans « nom », « porteur » ni « precision »"


def check(
    root: SmallRoot, name: str, ground: str, carrier: str = "Pôle d'équilibre"
) -> list[tuple[str, str, str]]:
    return told(root.check(contract_text(nom=name, territoire=ground, porteur=carrier)))


@pytest.mark.parametrize(
    ("name", "ground"),
    [
        ("CLS de Brest", '{communes: ["29019"]}'),
        ("CLS de Douarnenez", '{epci: ["242900645"]}'),
        ("CLS du Pays brestois", '{communes: ["29019"]}'),
        ("CLS du Finistère", '{communes: ["29019"]}'),
        ("CLS de Briec", '{epci: ["200068120"]}'),
        ("CLS d'Esquibien", '{epci: ["242900629"]}'),  # part of Audierne since 2016
    ],
)
def test_a_name_of_the_place(root: SmallRoot, name: str, ground: str) -> None:
    assert check(root, name, ground) == []


def test_names_of_elsewhere_are_shown(root: SmallRoot) -> None:
    ground = '{epci: ["242900645"], communes: ["29019"]}'
    (problem,) = root.check(
        contract_text(nom="CLS de Perpignan", porteur="Ville de Perpignan", territoire=ground)
    )
    assert (problem.rule, problem.message) == ("territoire-nom", ELSEWHERE)
    assert problem.found == "Communauté de communes Douarnenez Communauté, Brest"
    assert "territoire.precision" in (problem.proposal or "")


def test_a_name_that_the_codes_do_not_say(root: SmallRoot) -> None:
    assert check(root, "CLS de la Cornouaille", '{epci: ["200068120"]}') == [
        ("avertissement", "territoire-nom", "territoire")
    ]


def test_common_words_are_no_names(root: SmallRoot) -> None:
    name = "CLS de la communauté de communes du Haut Pays"
    assert check(root, name, '{epci: ["242900645"]}', "Pays du Haut Val") == [
        ("avertissement", "territoire-nom", "territoire")
    ]


def test_a_name_in_the_precision_is_enough(root: SmallRoot) -> None:
    ground = '{communes: ["29019"], precision: autour de Brest}'
    assert check(root, "CLS du Pays du Ponant", ground) == []


def test_the_authorities_that_sign_name_their_ground(root: SmallRoot) -> None:
    signed = contract_text(
        nom="CLS du Pays du Ponant",
        porteur="Pays du Ponant",
        territoire='{epci: ["242900645"]}',
        signataires="[{nom: Douarnenez Communauté, type: epci}]",
    )
    assert root.check(signed) == []


def test_a_territory_with_an_error_is_told_once(root: SmallRoot) -> None:
    ground = '{communes: ["29019", "29999"]}'
    assert [rule for _, rule, _ in check(root, "CLS de Perpignan", ground)] == ["commune-inconnue"]

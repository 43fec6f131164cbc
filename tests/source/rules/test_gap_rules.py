"""What a file lacks: told as « à compléter », and only where it may be found."""

from datetime import date

import pytest

from generator.source.loader import load
from generator.source.problem import Problem, Severity
from generator.territories.reference import load_reference
from tests.small_root import QUIMPER, TODAY, SmallRoot, contract_text, underlined

ARS = "{nom: ARS Bretagne, type: ars}"
WHOLE: dict[str, str | None] = {
    "signataires": f"[{ARS}]",
    "axes": "[{titre: Soins, rattachement: [acces-aux-soins], actions: [{titre: Centre de santé}]}]",
    "sources": "[{titre: A, url: 'https://a.bzh/cls'}, {titre: B, url: 'https://b.bzh/cls'}]",
}
PREPARED: dict[str, str | None] = {**WHOLE, "etat": "en préparation", "signataires": None}
OLD = "état constaté il y a plus de deux ans"
SEEN: dict[str, str | None] = {**WHOLE, "duree": None, "etat_constate": "2019"}

LACKING: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "nothing": (WHOLE, []),
    "the end": ({**WHOLE, "duree": "{debut: 2025}"}, ["fin inconnue"]),
    "every date": ({**WHOLE, "duree": None}, ["fin inconnue"]),
    "axes": ({**WHOLE, "axes": None, "actions": "[{titre: Centre}]"}, ["aucun axe"]),
    "actions": ({**WHOLE, "axes": "[{titre: Soins, rattachement: [acces-aux-soins]}]"}, ["aucune action"]),
    "signatories": ({**WHOLE, "signataires": None}, ["aucun signataire"]),
    "a second source": ({**WHOLE, "sources": "[{titre: A, url: 'https://a.bzh'}]"}, ["une seule source"]),
    "more than a mention": ({**WHOLE, "connaissance": "mention"}, ["une simple mention a été lue"]),
    "nothing, where pages were read": ({**WHOLE, "connaissance": "page"}, []),
    "a fresh sight, without an end": (SEEN, ["fin inconnue", f"{OLD} (2019)"]),
    "nothing, where the end tells more than an old sight": ({**WHOLE, "etat_constate": "2019"}, []),
    "the day, in preparation": (PREPARED, ["date de l’état inconnue"]),
    "a fresh sight, in preparation": ({**PREPARED, "etat_constate": "2024-11-20"}, [f"{OLD} (2024-11-20)"]),
    "nothing, seen two years ago": ({**PREPARED, "etat_constate": "2024-11-22"}, []),
    "nothing, seen at some time of that month": ({**PREPARED, "etat_constate": "2024-11"}, []),
    "nothing yet, at the diagnosis": (
        {**PREPARED, "etape": "diagnostic", "axes": None, "etat_constate": "2026"}, [],
    ),
    "axes and actions, once adopted": (
        {**PREPARED, "etape": "adopté", "axes": None, "etat_constate": "2026"}, ["aucun axe", "aucune action"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LACKING.values(), ids=LACKING)
def test_what_a_contract_lacks(
    root: SmallRoot, case: tuple[dict[str, str | None], list[str]]
) -> None:
    changes, lacking = case
    assert sorted(root.lacks(contract_text(**changes))) == sorted(lacking)
    assert root.problems() == []


def test_what_is_lacking_is_told_where_it_is_to_be_written(root: SmallRoot) -> None:
    root.write(QUIMPER, contract_text(**{**SEEN, "duree": "{debut: 2020}"}, connaissance="mention"))
    gaps = [gap for gap in root.gaps() if gap.path == QUIMPER]
    assert {gap.rule: underlined(gap) for gap in gaps} == {
        "fin-inconnue": "duree",
        "etat-ancien": "etat_constate",
        "mention": "connaissance",
    }
    assert all(gap.proposal for gap in gaps)


def test_nobody_looks_for_the_end_of_a_contract_that_another_follows(root: SmallRoot) -> None:
    root.write("contracts/bretagne/quimper-2020.yml", contract_text(**SEEN))
    follower: dict[str, str | None] = {**WHOLE, "precedent": "quimper-2020"}
    root.write(QUIMPER, contract_text(**follower))
    told = {gap.path for gap in root.gaps()}
    assert not told & {QUIMPER, "contracts/bretagne/quimper-2020.yml"}


def test_the_age_of_a_sight_is_that_of_the_day_of_the_check(root: SmallRoot) -> None:
    root.write(QUIMPER, contract_text(**{**PREPARED, "etat_constate": "2026-11"}))

    def gaps(on: date) -> list[Problem]:
        problems = load(root.path, load_reference(), on).problems
        return [p for p in problems if p.path == QUIMPER and p.severity is Severity.TO_COMPLETE]

    assert gaps(TODAY) == []
    assert [gap.rule for gap in gaps(date(2029, 1, 1))] == ["etat-ancien"]

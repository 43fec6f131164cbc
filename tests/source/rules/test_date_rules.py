"""Dates: those that the calendar refutes, and those that contradict each other."""

from datetime import date

import pytest

from generator.source.loader import load
from generator.territories.reference import load_reference
from tests.small_root import SmallRoot, contract_text, told

Case = tuple[dict[str, str | None], str, str, str]
"""What changes in a sound contract, then the severity, the rule and what the caret points at."""

SIGNED = {"duree": "{signature: 2024-06-01, debut: 2024-06, fin: 2028}"}
SEEN = "[{titre: Quimper, url: 'https://www.quimper.bzh/cls', consulte: %s}]"

WRONG: dict[str, Case] = {
    "signed tomorrow": (
        {"duree": "{signature: 2027-01, debut: 2027, fin: 2031}"}, "erreur", "date-future", "2027-01",
    ),
    "state seen next year": ({"etat_constate": "2027"}, "erreur", "date-future", "2027"),
    "source read in two days": ({"sources": SEEN % "2026-11-24"}, "erreur", "date-future", "2026-11-24"),
    "avenant of next year": (
        {**SIGNED, "avenants": "[{date: 2027, objet: prolongation}]"}, "avertissement", "date-future", "2027",
    ),
    "start before the law": (
        {"duree": "{debut: 2008, fin: 2012}"}, "erreur", "avant-la-loi", "2008",
    ),
    "signed a month before the law": (
        {"duree": "{signature: 2009-06, fin: 2012}"}, "erreur", "avant-la-loi", "2009-06",
    ),
    "state seen before the law": ({"etat_constate": "2005"}, "erreur", "avant-la-loi", "2005"),
    "source read before the law": ({"sources": SEEN % "2001"}, "erreur", "avant-la-loi", "2001"),
    "signed years before the start": (
        {"duree": "{signature: 2019-03, debut: 2024, fin: 2028}"},
        "avertissement", "signature-avant-debut", "2019-03",
    ),
    "avenant before the signature": (
        {**SIGNED, "avenants": "[{date: 2023-02, objet: prolongation}]"},
        "erreur", "avenant-avant-signature", "2023-02",
    ),
    "avenant that ends before its date": (
        {"duree": "{debut: 2018, fin: 2022}", "avenants": "[{date: 2024-05, fin: 2023}]"},
        "erreur", "fin-avant-debut", "2023",
    ),
    "avenant that shortens": (
        {**SIGNED, "avenants": "[{fin: 2026, objet: ajout d'un axe}]"},
        "avertissement", "avenant-raccourcit", "2026",
    ),
    "twelve years between 2024 and 2028": (
        {"duree": "{debut: 2024, fin: 2028, annees: 12}"}, "erreur", "annees-contredites", "12",
    ),
    "four years that are five": (
        {"duree": "{debut: 2024-01-01, fin: 2028-12-31, annees: 4}", "etat": "en préparation"},
        "avertissement", "annees-contredites", "4",
    ),
    "eight years after a signature": (
        {"duree": "{signature: 2027-06, fin: 2031, annees: 8}", "etat": "en préparation"},
        "avertissement", "annees-contredites", "8",
    ),
}  # fmt: skip

RIGHT: dict[str, dict[str, str | None]] = {
    "source read today": {"sources": SEEN % "2026-11-22"},
    "source read today, where it is tomorrow already": {"sources": SEEN % "2026-11-23"},
    "source read some day of this year": {"sources": SEEN % "2026"},
    "state seen this month": {"etat_constate": "2026-11"},
    "signature that is planned": {
        "etat": "en préparation",
        "etape": "signature prévue",
        "duree": "{signature: 2027-01-15, debut: 2027}",
    },
    "signed, to begin in three years": {"duree": "{debut: 2029, fin: 2033}"},
    "the year of the law": {"duree": "{debut: 2009, fin: 2013}"},
    "signed in December for January": {"duree": "{signature: 2023-12-20, debut: 2024, fin: 2028}"},
    "signed some time in the year before": {
        "duree": "{signature: 2023, debut: 2024-12, fin: 2028}"
    },
    "avenant of the day of the signature": {**SIGNED, "avenants": "[{date: 2024-06, fin: 2029}]"},
    "avenant that says that it shortens": {
        **SIGNED,
        "avenants": "[{fin: 2026, objet: fin anticipée du contrat}]",
    },
    "avenant that ends with the contract": {**SIGNED, "avenants": "[{date: 2025, fin: 2028-12}]"},
    "five years, or six calendar years": {"duree": "{debut: 2023, fin: 2028, annees: 5}"},
    "three years after a signature": {"duree": "{signature: 2022-11, fin: 2025, annees: 3}"},
    "three years from the January before the signature": {
        "duree": "{signature: 2024-11-22, fin: 2026, annees: 3}"
    },
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_wrong_dates(root: SmallRoot, case: Case) -> None:
    changes, *expected = case
    problems = root.check(contract_text(**changes))
    assert told(problems) == [tuple(expected)]
    assert all(problem.expected and problem.proposal for problem in problems)


@pytest.mark.parametrize("changes", RIGHT.values(), ids=RIGHT)
def test_dates_that_may_be(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert root.check(contract_text(**changes)) == []


def test_the_future_begins_after_the_day_that_is_given(root: SmallRoot) -> None:
    def future(on: date) -> list[str]:
        problems = load(root.path, load_reference(), on).problems
        return sorted({problem.path for problem in problems if problem.rule == "date-future"})

    everywhere = [
        "contracts/bretagne/cornouaille-2018.yml",
        "contracts/bretagne/cornouaille-2023.yml",
        "contracts/guadeloupe/saint-martin.yml",
        "regions/bretagne.yml",
        "regions/guadeloupe.yml",
    ]
    assert future(date(2026, 11, 20)) == everywhere
    assert future(date(2026, 11, 21)) == []
    assert future(date.max) == []

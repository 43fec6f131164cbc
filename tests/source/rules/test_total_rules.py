"""Totals that a source states: zero, out of reason, or plausible."""

import pytest

from tests.small_root import SmallRoot, contract_text, told

WRONG = {
    "zero": ("{axes: 0}", "erreur", "0"),
    "4,000 axes": ("{axes: 4000}", "erreur", "4000"),
    "twenty axes": ("{axes: 20}", "avertissement", "20"),
    "actions": ("{actions: 5000}", "erreur", "5000"),
    "many actions": ("{actions: 300}", "avertissement", "300"),
    "signatories": ("{signataires: 90000}", "erreur", "90000"),
    "more communes than a département": ("{communes: 1200}", "erreur", "1200"),
    "more communes than the perimeter": ("{communes: 59}", "avertissement", "59"),
}

PLAUSIBLE = (
    "{signataires: 46, axes: 12, actions: 100}",
    "{communes: 14}",  # Quimper Bretagne Occidentale has as many
    "{communes: 16}",  # Quimper itself has absorbed three
    "{communes: 8}",
)


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_out_of_reason(root: SmallRoot, case: tuple[str, str, str]) -> None:
    totals, severity, place = case
    problems = root.check(contract_text(effectifs=totals))
    assert told(problems) == [(severity, "effectifs-hors-mesure", place)]
    assert all(problem.expected and problem.proposal for problem in problems)


def test_a_wider_ground_of_then_is_told_in_the_precision(root: SmallRoot) -> None:
    ground = '{epci: ["200068120"], precision: "bassin de vie, 59 communes à la signature"}'
    assert root.check(contract_text(effectifs="{communes: 59}", territoire=ground)) == []
    (problem,) = root.check(contract_text(effectifs="{communes: 60}", territoire=ground))
    assert "territoire.precision (« 60 communes à la signature »)" in (problem.proposal or "")


@pytest.mark.parametrize("totals", PLAUSIBLE)
def test_plausible(root: SmallRoot, totals: str) -> None:
    assert root.check(contract_text(effectifs=totals)) == []

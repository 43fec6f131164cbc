"""How long a contract lasts, and whether its dates agree with the length that is written."""

from __future__ import annotations

from generator.model.period import initial_period, length_bounds
from generator.source.problem import Severity
from generator.source.sheet import Sheet

SHORTEST_YEARS, LONGEST_YEARS = 1, 8
"""Three to five are usual; real ones were signed for one to eight."""
_MONTH = 1 / 12


def check_length(sheet: Sheet) -> None:
    """Report an unusual length, and a length that the dates belie."""
    contradicted = _check_stated_years(sheet)
    if sheet.contract.state == "signé" and not contradicted:
        _check_usual_length(sheet)


def _check_stated_years(sheet: Sheet) -> bool:
    """Whether the length that is written is belied, which is then reported."""
    duration = sheet.contract.duration
    years, period = duration.years, initial_period(sheet.contract)
    bounds = length_bounds(period)
    if years is None or duration.end is None or bounds is None or bounds[1] <= 0:
        return False
    # Sources round (« 4 ans » for four years and three months), and a period whose start is unknown
    # may have begun some months before the signature, or the year after.
    gap = max(bounds[0] - years, years - bounds[1])
    gap -= 1 if period.starts_at_signature else 0
    if gap <= _MONTH:
        return False
    impossible = gap >= 1 and not period.starts_at_signature
    sheet.document.report(
        "annees-contredites",
        f"{years} ans annoncés, mais la période va de {period.start} à {period.end}",
        sheet.value("duree", "annees"),
        severity=Severity.ERROR if impossible else Severity.WARNING,
        expected="une durée qui s’accorde avec le début et la fin",
        proposal="corrigez la valeur fausse ; ou retirez annees, et dites dans « note » ce que la"
        " source annonce",
    )
    return True


def _check_usual_length(sheet: Sheet) -> None:
    period = initial_period(sheet.contract)
    years = sheet.contract.duration.years
    bounds = (float(years), float(years)) if years is not None else length_bounds(period)
    if bounds is None:
        return
    shortest, longest = bounds
    if longest <= 0:  # it would end before it began, which the dates' rules say
        return
    if longest < SHORTEST_YEARS - _MONTH or shortest > LONGEST_YEARS + _MONTH:
        sheet.document.report(
            "duree-inhabituelle",
            f"durée hors de {SHORTEST_YEARS} à {LONGEST_YEARS} ans",
            sheet.key("duree", "annees" if years is not None else "fin"),
            severity=Severity.WARNING,
            found=f"{years} ans" if years is not None else f"du {period.start} au {period.end}",
            proposal="vérifiez les dates ; si elles sont justes, rien à changer",
        )

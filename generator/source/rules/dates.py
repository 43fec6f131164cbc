"""The order of a contract's dates: signature, start, end."""

from __future__ import annotations

from datetime import timedelta

from generator.source.problem import Severity
from generator.source.sheet import Sheet

LONGEST_WAIT = timedelta(days=366)
"""Between a signature and the start of the period: no known contract waited over three months."""

LONGEST_DELAY = timedelta(days=183)
"""Between the start of the period and a signature: real contracts are often signed in the months after it."""


def check_dates(sheet: Sheet) -> None:
    """Report dates of the contract that contradict each other."""
    _check_end_after_start(sheet)
    _check_end_after_signature(sheet)
    _check_signature_beside_start(sheet)


def _check_end_after_start(sheet: Sheet) -> None:
    duration = sheet.contract.duration
    if duration.start and duration.end and duration.end.last_day < duration.start.first_day:
        sheet.document.report(
            "fin-avant-debut",
            f"le contrat finirait ({duration.end}) avant de commencer ({duration.start})",
            sheet.value("duree", "fin"),
            expected="une fin qui suit le début",
        )


def _check_end_after_signature(sheet: Sheet) -> None:
    duration = sheet.contract.duration
    if duration.signature and duration.end and duration.end.last_day < duration.signature.first_day:
        sheet.document.report(
            "fin-avant-signature",
            f"le contrat finirait ({duration.end}) avant sa signature ({duration.signature})",
            sheet.value("duree", "fin"),
            severity=Severity.WARNING,
            proposal="vérifiez les deux dates, ou dites-le dans « note »",
        )


def _check_signature_beside_start(sheet: Sheet) -> None:
    duration = sheet.contract.duration
    if not duration.signature or not duration.start:
        return
    if duration.signature.first_day - duration.start.last_day > LONGEST_DELAY:
        sheet.document.report(
            "signature-apres-debut",
            f"signé ({duration.signature}) plus de six mois après le début de la période"
            f" ({duration.start})",
            sheet.value("duree", "signature"),
            severity=Severity.WARNING,
            proposal="vérifiez les deux dates ; si elles sont justes, rien à changer",
        )
    elif duration.start.first_day - duration.signature.last_day > LONGEST_WAIT:
        sheet.document.report(
            "signature-avant-debut",
            f"signé ({duration.signature}) plus d’un an avant le début de la période"
            f" ({duration.start})",
            sheet.value("duree", "signature"),
            severity=Severity.WARNING,
            expected="une signature peu avant le début, ou dans l’année qui le suit",
            proposal="corrigez la date fausse, ou retirez-la si aucune source ne la donne",
        )

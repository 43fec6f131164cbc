"""A contract in preparation whose dates say that it is no longer so."""

from __future__ import annotations

from datetime import date

from generator.model.period import period_of
from generator.source.problem import Severity
from generator.source.sheet import Sheet


def check_preparation(sheet: Sheet, on: date) -> None:
    """Report a contract in preparation that was signed, or whose announced period is over, on day `on`."""
    if sheet.contract.state != "en préparation":
        return
    signature, end = sheet.contract.duration.signature, period_of(sheet.contract).end
    if signature and signature.last_day < on:
        sheet.document.report(
            "preparation-signee",
            f"en préparation, mais sa signature est passée ({signature})",
            sheet.value("duree", "signature"),
            severity=Severity.WARNING,
            expected="etat: signé, ou une signature à venir",
            proposal="écrivez etat: signé et retirez etape ; si la signature n’a pas eu lieu à cette"
            " date, retirez-la",
        )
    elif end and end.last_day < on:
        sheet.document.report(
            "preparation-finie",
            f"en préparation, mais la période annoncée est finie ({end})",
            sheet.value("duree"),
            severity=Severity.WARNING,
            expected="un contrat signé, ou une période qui n’est pas finie",
            proposal="cherchez s’il a été signé, et écrivez alors etat: signé ; si aucune source ne le"
            " dit, rien à changer",
        )

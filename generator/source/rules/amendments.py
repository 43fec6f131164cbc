"""What an avenant may do to its contract."""

from __future__ import annotations

import re

from generator.model.duration import Amendment
from generator.model.period import initial_period, period_of
from generator.source.problem import Severity
from generator.source.sheet import Sheet
from generator.territories.text_keys import fold

_SHORTENS = r"\b(?:raccourci|reduc|redui|anticip|avanc|abreg|ecourt|resili|interromp|interruption|cess|remplac)"
"""How a subject, folded, says that the contract ends sooner."""


def check_amendments(sheet: Sheet) -> None:
    """Report avenants that come before what they amend, or that shorten it without saying so."""
    for index, amendment in enumerate(sheet.contract.amendments):
        _check_end_after_start(sheet, index, amendment)
        _check_date_after_signature(sheet, index, amendment)
        _check_shortening(sheet, index, amendment)


def _check_end_after_start(sheet: Sheet, index: int, amendment: Amendment) -> None:
    period = period_of(sheet.contract)
    end, own = amendment.end, amendment.date
    if end and period.start and end.last_day < period.start.first_day:
        message = f"l’avenant ferait finir le contrat ({end}) avant son début ({period.start})"
        expected = "une fin qui suit le début"
    elif end and own and end.last_day < own.first_day:
        message = f"l’avenant ferait finir le contrat ({end}) avant sa propre date ({own})"
        expected = "une nouvelle fin qui suit la date de l’avenant"
    else:
        return
    sheet.document.report(
        "fin-avant-debut",
        message,
        sheet.value("avenants", index, "fin"),
        expected=expected,
        proposal="corrigez la date fausse, ou retirez-la si aucune source ne la donne",
    )


def _check_date_after_signature(sheet: Sheet, index: int, amendment: Amendment) -> None:
    signature = sheet.contract.duration.signature
    if amendment.date and signature and amendment.date.last_day < signature.first_day:
        sheet.document.report(
            "avenant-avant-signature",
            f"l’avenant ({amendment.date}) serait signé avant le contrat ({signature})",
            sheet.value("avenants", index, "date"),
            expected="un avenant qui suit la signature du contrat",
            proposal="corrigez la date fausse, ou retirez la date de l’avenant",
        )


def _check_shortening(sheet: Sheet, index: int, amendment: Amendment) -> None:
    initial = initial_period(sheet.contract)
    if not amendment.end or not initial.end or amendment.end.last_day >= initial.end.first_day:
        return
    if initial.start and amendment.end.last_day < initial.start.first_day:
        return  # told as an error
    if re.search(_SHORTENS, fold(amendment.subject or "")):
        return
    sheet.document.report(
        "avenant-raccourcit",
        f"l’avenant ferait finir le contrat ({amendment.end}) plus tôt que prévu ({initial.end})",
        sheet.value("avenants", index, "fin"),
        severity=Severity.WARNING,
        expected="une fin plus tardive, ou un objet qui dit que l’avenant raccourcit le contrat",
        proposal="corrigez la fin, ou écrivez par exemple objet: fin anticipée du contrat",
    )

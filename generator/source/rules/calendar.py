"""Dates that the calendar refutes: before local health contracts existed, or still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.model.base import Source
from generator.model.dates import PartialDate
from generator.source.document import Document
from generator.source.problem import Severity
from generator.source.sheet import Sheet
from generator.source.yaml_nodes import Node, PathKey

LAW = date(2009, 7, 21)
"""The law HPST (loi n° 2009-879), which created the contracts."""

SLACK = timedelta(days=1)
"""East of the machine that builds, it is tomorrow already: at La Réunion, for one whose clock says UTC."""

_Path = Sequence[PathKey]


def check_calendar(sheet: Sheet, on: date) -> None:
    """Report the contract's dates that lie before the law, or after the day `on`."""
    for path, when in _dates_of_life(sheet):
        if when.last_day < LAW:
            _report_before_law(sheet.document, sheet.root, path, when)
    _check_signature(sheet, on)
    seen = sheet.contract.state_seen
    if seen and seen.first_day - SLACK > on:
        place = ("etat_constate",)
        _report_future(sheet.document, sheet.root, place, f"l’état serait constaté ({seen})")
    for index, amendment in enumerate(sheet.contract.amendments):
        if amendment.date and amendment.date.first_day - SLACK > on:
            path = ("avenants", index, "date")
            message = f"l’avenant serait signé ({amendment.date})"
            _report_future(sheet.document, sheet.root, path, message, Severity.WARNING)
    check_consultations(sheet.contract.sources, sheet.root, sheet.document, on)


def check_consultations(
    sources: Sequence[Source], root: Node, document: Document, on: date
) -> None:
    """Report sources that would have been read before the law, or after the day `on`."""
    for index, source in enumerate(sources):
        when, path = source.consulted, ("sources", index, "consulte")
        if when is None:
            continue
        if when.last_day < LAW:
            _report_before_law(document, root, path, when)
        if when.first_day - SLACK > on:
            _report_future(document, root, path, f"la source serait consultée ({when})")


def _check_signature(sheet: Sheet, on: date) -> None:
    signature = sheet.contract.duration.signature
    if signature and sheet.contract.state == "signé" and signature.first_day - SLACK > on:
        sheet.document.report(
            "date-future",
            f"le contrat est signé, mais sa signature est à venir ({signature})",
            sheet.value("duree", "signature"),
            expected=f"une signature au plus tard le {on}",
            proposal="corrigez la date, ou écrivez etat: en préparation et etape: signature prévue",
        )


def _dates_of_life(sheet: Sheet) -> Iterator[tuple[_Path, PartialDate]]:
    """What cannot have happened before the law, each with where it is written."""
    contract = sheet.contract
    dates: list[tuple[_Path, PartialDate | None]] = [
        (("duree", "signature"), contract.duration.signature),
        (("duree", "debut"), contract.duration.start),
        (("duree", "fin"), contract.duration.end),
        (("etat_constate",), contract.state_seen),
    ]
    for index, amendment in enumerate(contract.amendments):
        dates.append((("avenants", index, "date"), amendment.date))
        dates.append((("avenants", index, "fin"), amendment.end))
    return ((path, when) for path, when in dates if when is not None)


def _report_before_law(document: Document, root: Node, path: _Path, when: PartialDate) -> None:
    document.report(
        "avant-la-loi",
        f"aucun contrat local de santé n’existait alors ({when})",
        root.mark_of(path),
        expected="une date qui suit la loi du 21 juillet 2009, qui a créé ces contrats",
        proposal=f"corrigez la date, ou retirez « {path[-1]} » si aucune source ne la donne",
    )


def _report_future(
    document: Document,
    root: Node,
    path: _Path,
    message: str,
    severity: Severity = Severity.ERROR,
) -> None:
    document.report(
        "date-future",
        f"{message} dans l’avenir",
        root.mark_of(path),
        severity=severity,
        expected="une date passée, ou celle d’aujourd’hui",
        proposal=f"corrigez la date, ou retirez « {path[-1]} »",
    )

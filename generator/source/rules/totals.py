"""The totals that a source states, beside the file's own lists and what is possible."""

from __future__ import annotations

import re

from generator.model.contract import Contract
from generator.source.problem import Severity
from generator.source.sheet import Sheet
from generator.territories.reference import Reference

_USUAL = {"signataires": 100, "axes": 15, "actions": 150}
"""Twice or so the most that some 500 real contracts state: 46 signatories, 12 axes, 100 actions."""

_POSSIBLE = {"signataires": 1000, "axes": 50, "actions": 1000, "communes": 1000}
"""More is a slip: the largest département has 890 communes."""


def check_totals(sheet: Sheet, reference: Reference) -> None:
    """Report totals of zero, out of reason, or smaller than what the file itself lists."""
    for key, total, listed in _totals(sheet.contract):
        if total is None:
            continue
        if total == 0:
            _report_zero(sheet, key)
            continue
        if total > _POSSIBLE[key]:
            _report_too_many(sheet, key, total, _POSSIBLE[key], Severity.ERROR)
        elif key in _USUAL and total > _USUAL[key]:
            _report_too_many(sheet, key, total, _USUAL[key], Severity.WARNING)
        elif key == "communes":
            _check_communes(sheet, total, reference)
        if total < listed:
            _report_too_few(sheet, key, total, listed)


def _totals(contract: Contract) -> list[tuple[str, int | None, int]]:
    """Each key of `effectifs` with the total that it states and how many the file lists."""
    totals = contract.totals
    return [
        ("signataires", totals.signatories, contract.signatory_count()),
        ("axes", totals.axes, len(contract.axes)),
        ("actions", totals.actions, sum(1 for _ in contract.actions())),
        ("communes", totals.communes, 0),
    ]


def _report_zero(sheet: Sheet, key: str) -> None:
    sheet.document.report(
        "effectifs-hors-mesure",
        f"le total de « {key} » est zéro",
        sheet.value("effectifs", key),
        expected="un total que donne une source, 1 au moins",
        proposal=f"corrigez le total, ou retirez « {key} » de effectifs",
    )


def _report_too_many(sheet: Sheet, key: str, total: int, most: int, severity: Severity) -> None:
    sheet.document.report(
        "effectifs-hors-mesure",
        f"le total de « {key} » ({total}) est hors de mesure",
        sheet.value("effectifs", key),
        severity=severity,
        expected=f"{most} au plus, pour un contrat local de santé",
        proposal=f"corrigez le total, ou retirez « {key} » de effectifs",
    )


def _report_too_few(sheet: Sheet, key: str, total: int, listed: int) -> None:
    sheet.document.report(
        "effectifs",
        f"le total de « {key} » ({total}) est plus petit que la liste du fichier ({listed})",
        sheet.value("effectifs", key),
        severity=Severity.WARNING,
        proposal="corrigez le total ou la liste ; si la source compte autrement, rien à changer",
    )


def _check_communes(sheet: Sheet, total: int, reference: Reference) -> None:
    communes = sheet.ground.communes
    if not communes or total <= len(communes):
        return
    # On the day of the signature, those that have merged since still counted for themselves.
    most = len(communes) + sum(reference.merged_into[code] for code in communes)
    if total > most and not re.search(rf"\b{total}\b", sheet.contract.perimeter.precision or ""):
        sheet.document.report(
            "effectifs-hors-mesure",
            f"{total} communes selon la source, mais le territoire de la fiche en a"
            f" {len(communes)}",
            sheet.value("effectifs", "communes"),
            severity=Severity.WARNING,
            expected=f"{most} au plus, avec celles qui ont fusionné depuis",
            proposal="complétez le territoire, ou corrigez le total ; si le contrat allait au-delà,"
            f" dites-le dans territoire.precision (« {total} communes à la signature »)",
        )

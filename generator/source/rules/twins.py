"""Contracts of two files that may be one: the same territory, or the same name and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from generator.model.period import period_of
from generator.source.problem import Severity
from generator.source.sheet import Sheet
from generator.territories.text_keys import fold

_CHAIN_LIMIT = 20
"""As many contracts before one are looked at: no rank is higher."""


def check_twins(sheets: Sequence[Sheet], by_id: Mapping[str, Sheet]) -> None:
    """Report, by dictionary and never pair by pair, contracts that share what two contracts do not."""
    grounds: dict[frozenset[str], list[Sheet]] = defaultdict(list)
    names: dict[tuple[str, str, str], list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        period = period_of(sheet.contract)
        if sheet.contract.state == "signé" and sheet.ground.communes:
            grounds[sheet.ground.communes].append(sheet)
        if period.start or period.end:
            key = (fold(sheet.contract.name), str(period.start), str(period.end))
            names[key].append(sheet)
    for group in names.values():
        _check_names(group)
    for group in grounds.values():
        if len(group) > 1:
            _check_ground(group, by_id)


def _check_names(group: Sequence[Sheet]) -> None:
    for other, sheet in pairwise(group):
        if sheet.ground.departements.isdisjoint(other.ground.departements):
            continue  # Saint-Denis is in more than one
        sheet.document.report(
            "fiche-double",
            f"même nom et même période que « {other.id} »",
            sheet.value("nom"),
            severity=Severity.WARNING,
            found=other.document.path,
            expected="une seule fiche par contrat",
            proposal="si c’est le même contrat, réunissez les deux fiches ; sinon, écrivez dans nom ce"
            " qui les distingue",
        )


def _check_ground(group: Sequence[Sheet], by_id: Mapping[str, Sheet]) -> None:
    """Report signed contracts of one territory that do not follow each other."""
    ids = {sheet.id for sheet in group}
    following: dict[str | None, list[Sheet]] = defaultdict(list)
    for sheet in group:
        following[_nearest_before(sheet, ids, by_id)].append(sheet)
    for rivals in following.values():
        for other, sheet in pairwise(sorted(rivals, key=_age)):
            if not _is_one_missing_between(other, sheet):
                _report_same_ground(sheet, other)


def _nearest_before(sheet: Sheet, ids: set[str], by_id: Mapping[str, Sheet]) -> str | None:
    """The last of `ids` before the contract, from precedent to precedent."""
    current = sheet
    for _ in range(_CHAIN_LIMIT):
        precedent = current.contract.precedent
        if precedent in ids or precedent is None:
            return precedent
        if precedent not in by_id:
            return None
        current = by_id[precedent]
    return None


def _age(sheet: Sheet) -> tuple[date, str]:
    """When it began, or else was seen; without a date, a first contract is the oldest, another the last."""
    contract = sheet.contract
    began = period_of(contract).first_day
    if began is None and contract.state_seen:
        began = contract.state_seen.first_day
    return began or (date.min if contract.rank == 1 else date.max), sheet.id


def _is_one_missing_between(other: Sheet, sheet: Sheet) -> bool:
    """Whether their ranks tell a contract between them, which the directory lacks: see `check_rank`."""
    before, after = other.contract.rank, sheet.contract.rank
    return before is not None and after is not None and after - before > 1


def _report_same_ground(sheet: Sheet, other: Sheet) -> None:
    sheet.document.report(
        "meme-territoire",
        f"même territoire que « {other.id} », signé aussi, sans que l’un suive l’autre",
        sheet.key("territoire"),
        severity=Severity.WARNING,
        found=f"« {other.contract.name} », {other.document.path}",
        expected="deux contrats qui se suivent, ou deux territoires",
        proposal=f"si ce contrat suit l’autre, écrivez precedent: {other.id} ; si c’est le même,"
        " réunissez les deux fiches",
    )

"""The rules that one contract's file must hold to, beyond the form of its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from generator.model.contract import Contract
from generator.model.deduced import keys_in
from generator.model.keys import key_paths
from generator.source import suggestions
from generator.source.problem import Severity
from generator.source.rules.amendments import check_amendments
from generator.source.rules.borders import check_borders
from generator.source.rules.calendar import check_calendar
from generator.source.rules.dates import check_dates
from generator.source.rules.lengths import check_length
from generator.source.rules.organisations import check_organisations
from generator.source.rules.preparation import check_preparation
from generator.source.rules.ranks import check_rank
from generator.source.rules.repetitions import check_repetitions
from generator.source.rules.totals import check_totals
from generator.source.sheet import Sheet
from generator.source.yaml_nodes import Node
from generator.territories.reference import Reference


def check_contract(sheet: Sheet, reference: Reference, on: date) -> None:
    """Report every rule that the contract breaks on its own; `on` parts the past from the future."""
    _check_state(sheet)
    check_dates(sheet)
    check_amendments(sheet)
    check_length(sheet)
    check_calendar(sheet, on)
    check_preparation(sheet, on)
    check_organisations(sheet, reference)
    check_totals(sheet, reference)
    check_rank(sheet)
    check_repetitions(sheet)
    check_borders(sheet, reference)
    _check_paths_to_verify(sheet)


def _check_state(sheet: Sheet) -> None:
    contract = sheet.contract
    if contract.stage is not None and contract.state != "en préparation":
        sheet.document.report(
            "etape",
            "une étape est donnée à un contrat signé",
            sheet.key("etape"),
            expected="etape seulement quand etat est « en préparation »",
            proposal="retirez la ligne etape",
        )


def _check_paths_to_verify(sheet: Sheet) -> None:
    known = key_paths(Contract)

    def near(path: str) -> str | None:
        found = suggestions.nearest(path, known)
        return f"vouliez-vous dire « {found} » ?" if found else None

    for index, path in enumerate(sheet.contract.to_verify):
        if keys_in(path) not in known or not _PLACES.fullmatch(path):
            sheet.document.report(
                "a-verifier",
                f"« {path} » n’est le chemin d’aucune clé",
                sheet.value("a_verifier", index),
                expected="un chemin comme duree.fin, ou axes.2 pour le deuxième axe",
                proposal=partial(near, keys_in(path)),
            )
        elif not _is_written(sheet.root, path.split(".")):
            sheet.document.report(
                "a-verifier-absent",
                f"« {path} » est à vérifier, mais la fiche n’a rien à cet endroit",
                sheet.value("a_verifier", index),
                severity=Severity.WARNING,
                expected="le chemin d’une valeur déduite, écrite dans la fiche",
                proposal=f"retirez « {path} » de a_verifier",
            )


_PLACES = re.compile(r"[a-z_]+(?:\.(?:[a-z_]+|[1-9]\d{0,2}))*", re.ASCII)
"""Keys, and places of items from 1."""


def _is_written(node: Node | None, keys: Sequence[str]) -> bool:
    """Whether the file has a value at `keys`: where they give no place, in one item at least of a list."""
    if node is None or node.content is None:
        return False
    if not keys:
        return True
    if isinstance(node.content, list):
        if keys[0].isdigit():
            place = int(keys[0])
            items = node.content[place - 1 : place]
            return any(_is_written(item, keys[1:]) for item in items)
        return any(_is_written(item, keys) for item in node.content)
    return isinstance(node.content, dict) and _is_written(node.content.get(keys[0]), keys[1:])

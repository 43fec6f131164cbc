"""Small marks that stand on every page, hundreds of times on some: a status's badge, « à vérifier »."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from generator.model.contract import Contract
from generator.model.deduced import is_deduced, is_item_deduced
from generator.model.vocabulary import STATUSES
from generator.site.shell.escaping import safe

_NOTHING = Markup("")
_TO_VERIFY = Markup(' <a class="a-verifier" href="#a-verifier">à vérifier</a>')


@cache
def badge(status: str) -> Markup:
    """The badge of a status, by its id (see `STATUSES`)."""
    term = STATUSES[status]
    return Markup('<span class="statut statut--{}" title="{}">{}</span>').format(
        safe(status), safe(term.definition), safe(term.label)
    )


@cache
def plain_badge(status: str) -> Markup:
    """The same in a long list: what the status means is told once, where the page links it."""
    return Markup('<span class="statut statut--{}">{}</span>').format(
        safe(status), safe(STATUSES[status].label)
    )


def to_verify(contract: Contract, *paths: str) -> Markup:
    """« à vérifier » where a value at one of these paths was deduced; else nothing."""
    marks = contract.to_verify
    return _TO_VERIFY if marks and any(is_deduced(path, marks) for path in paths) else _NOTHING


def item_to_verify(contract: Contract, path: str) -> Markup:
    """« à vérifier » where the item at this path was deduced by itself; else nothing."""
    marks = contract.to_verify
    return _TO_VERIFY if marks and is_item_deduced(path, marks) else _NOTHING

"""Gaps: what a contract's file lacks that a reader would look for. Nothing is wrong: it is to be found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

from generator.model.contract import Contract
from generator.model.dates import PartialDate
from generator.model.period import period_of

STALE = timedelta(days=2 * 365 + 1)
"""Two years: what was seen before may have changed since."""

_WITHOUT_CONTENT = frozenset({"préfiguration", "diagnostic"})
"""Stages at which a contract has no axis and no action yet."""


class Gap(Enum):
    """What is lacking, the most missed first; the value is how it is told."""

    END = "fin inconnue"
    AXES = "aucun axe"
    ACTIONS = "aucune action"
    SIGNATORIES = "aucun signataire"
    STATE_UNSEEN = "date de l’état inconnue"
    STATE_STALE = "état constaté il y a plus de deux ans"
    MENTION = "une simple mention a été lue"
    SOURCES = "une seule source"


def gaps_of(contract: Contract, on: date, *, is_followed: bool) -> Iterator[Gap]:
    """What `contract` lacks on the day `on`; `is_followed` when another names it as its precedent.

    Of a contract that was followed, neither the end nor the last state is to be found any more.
    """
    signed = contract.state == "signé"
    open_ended = not is_followed and period_of(contract).end is None
    if signed and open_ended:
        yield Gap.END
    if signed or contract.stage not in _WITHOUT_CONTENT:
        if not contract.axes:
            yield Gap.AXES
        if not any(True for _ in contract.actions()):
            yield Gap.ACTIONS
    if signed and not contract.signatories:
        yield Gap.SIGNATORIES
    if not is_followed and (open_ended or not signed):
        yield from _state_gaps(contract, on)
    if contract.knowledge == "mention":
        yield Gap.MENTION
    if len(contract.sources) < 2:
        yield Gap.SOURCES


def _state_gaps(contract: Contract, on: date) -> Iterator[Gap]:
    seen = contract.state_seen
    if seen is None:
        if contract.state != "signé":  # a signature is seen once for all
            yield Gap.STATE_UNSEEN
    elif _is_stale(seen, on):
        yield Gap.STATE_STALE


def _is_stale(seen: PartialDate, on: date) -> bool:
    # Subtracted from the date that is small: `on` may be the last day that there is.
    return on - seen.last_day > STALE

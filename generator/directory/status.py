"""The status of a contract on a day, as what is known of its dates allows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.contract import Contract
from generator.model.dates import PartialDate
from generator.model.period import Period

LIKELY_IN_FORCE_YEARS = 3
"""A contract whose end is unknown most likely runs for so long: the shortest usual length."""

LIKELY_OVER_YEARS = 6
"""A contract whose end is unknown and that is older than this is most likely over."""

LOST_AFTER_YEARS = 3
"""What was last seen in preparation longer ago than this was signed or given up, and nobody says which."""


class Dated(Enum):
    """What a contract is dated by: the first of these that the sources tell."""

    START = "debut"
    SIGNATURE = "signature"
    VOTE = "deliberation"
    SEEN = "etat_constate"
    """A source showed it signed on that day: it is as old as that, and may be older."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The date that is nearest to a signed contract's beginning, and what it is the date of."""

    by: Dated
    date: PartialDate


def beginning(contract: Contract, period: Period) -> Beginning | None:
    """What is known of the beginning of a signed contract, None if nothing is."""
    if period.start is not None:
        by = Dated.SIGNATURE if period.starts_at_signature else Dated.START
        return Beginning(by, period.start)
    if contract.duration.deliberation is not None:
        return Beginning(Dated.VOTE, contract.duration.deliberation)
    return Beginning(Dated.SEEN, contract.state_seen) if contract.state_seen is not None else None


def last_seen(contract: Contract) -> PartialDate | None:
    """When a source last spoke of a contract in preparation as such, or else when it was voted."""
    return contract.state_seen or contract.duration.deliberation


def status_on(contract: Contract, period: Period, on: date, *, replaced: bool) -> str:
    """Id (see `STATUSES`) of the contract's status on that day.

    `replaced`: a signed contract that has begun names it as its precedent. Of a partial date, the day
    is taken that claims least: a contract of 2023 stops being most likely in force on 1 January 2026,
    three years after its first possible day, and is most likely over from 1 January 2030, more than
    six years after its last.
    """
    if replaced:
        return "remplace"
    if contract.state == "en préparation":
        return "suite-inconnue" if _is_lost(contract, period, on) else "en-preparation"
    if period.first_day is not None and period.first_day > on:
        return "a-venir"
    if period.last_day is not None:
        return "en-cours" if on <= period.last_day else "echu"
    return _without_end(contract, beginning(contract, period), on)


def _is_lost(contract: Contract, period: Period, on: date) -> bool:
    if period.last_day is not None and period.last_day < on:
        return True
    seen = last_seen(contract)
    return seen is not None and seen.last_day < _years_before(on, LOST_AFTER_YEARS)


def _without_end(contract: Contract, begun: Beginning | None, on: date) -> str:
    if begun is None:
        return "echeance-inconnue"
    if begun.date.last_day < _years_before(on, LIKELY_OVER_YEARS):
        return "vraisemblablement-echu"
    usual = min(LIKELY_IN_FORCE_YEARS, contract.duration.years or LIKELY_IN_FORCE_YEARS)
    if begun.by is not Dated.SEEN and begun.date.first_day > _years_before(on, usual):
        return "vraisemblablement-en-cours"
    return "echeance-inconnue"


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)

"""Which contracts end soon, which have ended, and what is known to follow them, on one day."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Directory, Entry
from generator.model.vocabulary import STATUSES, Family

HORIZONS = (6, 12, 24)
"""Months ahead, each list going from the one before to this one."""


_RUNNING = (Family.IN_FORCE, Family.LIKELY_IN_FORCE)
"""In force, for sure or most likely."""


@dataclass(frozen=True, slots=True)
class Follower:
    """A contract that follows another, or that covers its territory now."""

    entry: Entry
    shared: int | None
    """Communes of the first that it covers, where nothing says that it follows it."""


def ending_soon(
    entries: Iterable[Entry], statuses: Mapping[str, str], on: date
) -> list[list[Entry]]:
    """Signed contracts not yet over that end in each of `HORIZONS`, first to end first."""
    limits = [months_after(on, months) for months in HORIZONS]
    found: list[list[Entry]] = [[] for _ in HORIZONS]
    for entry in by_end(entries):
        last_day = entry.period.last_day
        family = STATUSES[statuses[entry.id]].family
        if last_day is None or family not in {Family.IN_FORCE, Family.TO_COME}:
            continue
        place = next((place for place, limit in enumerate(limits) if last_day <= limit), None)
        if place is not None:
            found[place].append(entry)
    return found


def by_end(entries: Iterable[Entry]) -> list[Entry]:
    """Those whose end is known, first to end first."""
    dated = [(entry.period.last_day, entry.id, entry) for entry in entries]
    known = [(day, id_, entry) for day, id_, entry in dated if day is not None]
    return [entry for _, _, entry in sorted(known, key=lambda item: item[:2])]


def followers(directory: Directory, statuses: Mapping[str, str], entry: Entry) -> list[Follower]:
    """What follows a contract: its successors; without any, what runs on some of its communes."""
    successors = [directory.entries[id_] for id_ in entry.successors]
    if successors:
        return [Follower(successor, None) for successor in successors]
    mine = set(entry.territory.communes)
    near = {
        other.id: other
        for code in entry.territory.departements
        for other in directory.of_departement(code)
        if other.id != entry.id and STATUSES[statuses[other.id]].family in _RUNNING
    }
    covering = [
        Follower(other, shared)
        for other in near.values()
        if (shared := len(mine.intersection(other.territory.communes)))
    ]
    return sorted(covering, key=lambda follower: (-(follower.shared or 0), follower.entry.id))


def by_region(directory: Directory, entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """`entries` under each région that they touch, in their own order, by slug; empty ones left out."""
    found = {}
    for slug in directory.regions:
        inside = {entry.id for entry in directory.of_region(slug)}
        here = [entry for entry in entries if entry.id in inside]
        if here:
            found[slug] = here
    return found


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last of that month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def whole_months(since: date, on: date) -> int:
    """How many whole months have passed."""
    months = 12 * (on.year - since.year) + on.month - since.month
    return months - (months_after(since, months) > on)

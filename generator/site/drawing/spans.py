"""What a time line draws of one contract: which stretches of time are sure, loose, extended or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.directory.directory import Entry
from generator.directory.status import LIKELY_OVER_YEARS
from generator.model.dates import PartialDate
from generator.model.period import EndOrigin, initial_period

UNKNOWN_START_YEARS = 3
"""How far back an unknown start is drawn: the shortest usual length."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, from its first day to the day after its last."""

    kind: str
    """`debut`, `fin`: somewhere in there it begins, ends. `sur`: in force. `avenant`, `avenant-fin`: the same,
    by an avenant. `inconnue-fin`, `inconnu-debut`: until, since an unknown day. `borne`: the day of an
    exact start. `vu`: when a contract in preparation was last seen."""
    start: date
    end: date


def spans(entry: Entry, followed_on: date | None = None) -> list[Span]:
    """The stretches of a contract in order of time, none where no date is known.

    `followed_on`: first day of the contract that followed it, if any; an unknown end lies before.
    """
    start = entry.period.start
    end, extended = _ends(entry)
    if start is not None and end is not None:
        return [*_known(start, end, soft=extended is None), *_extension(end, extended)]
    if start is not None:
        return _without_end(start, followed_on)
    if end is not None:
        return [*_without_start(end), *_extension(end, extended)]
    seen = entry.contract.state_seen
    if seen is not None and entry.contract.state == "en préparation":
        return [Span("vu", seen.first_day, _after(seen))]
    return []


def _ends(entry: Entry) -> tuple[PartialDate | None, PartialDate | None]:
    """The end as first agreed and the one that an avenant gave, where both are known and differ."""
    period = entry.period
    if period.end_origin is not EndOrigin.AMENDMENT or period.end is None:
        return period.end, None
    agreed = initial_period(entry.contract).end
    if agreed is None or agreed.last_day >= period.end.last_day:
        return period.end, None
    return agreed, period.end


def _known(start: PartialDate, end: PartialDate, *, soft: bool) -> list[Span]:
    opening, begun = start.first_day, _begun(start)
    ending, over = _ending(end) if soft else _after(end), _after(end)
    if begun > ending:  # both loose, and in the same year or month
        begun = ending = opening + (over - opening) / 2
    return _not_empty(
        Span("debut", opening, begun), Span("sur", begun, ending), Span("fin", ending, over)
    )


def _extension(agreed: PartialDate, extended: PartialDate | None) -> list[Span]:
    if extended is None:
        return []
    since = _after(agreed)
    ending = max(since, _ending(extended))
    return _not_empty(Span("avenant", since, ending), Span("avenant-fin", ending, _after(extended)))


def _without_end(start: PartialDate, followed_on: date | None) -> list[Span]:
    begun = _begun(start)
    until = _plus_years(start.first_day, LIKELY_OVER_YEARS)
    if followed_on is not None:
        until = min(until, followed_on)
    first = (
        Span("borne", begun, begun)
        if start.day is not None
        else Span("debut", start.first_day, begun)
    )
    return [first, *_not_empty(Span("inconnue-fin", begun, until))]


def _without_start(end: PartialDate) -> list[Span]:
    ending = _ending(end)
    since = _plus_years(ending, -UNKNOWN_START_YEARS)
    return _not_empty(Span("inconnu-debut", since, ending), Span("fin", ending, _after(end)))


def _begun(start: PartialDate) -> date:
    """The day from which it has begun for sure: that day, or the one after a whole month or year."""
    return start.first_day if start.day is not None else _after(start)


def _ending(end: PartialDate) -> date:
    """The day until which it lasts for sure: the one after an exact end, or the first of a loose one."""
    return _after(end) if end.day is not None else end.first_day


def _after(value: PartialDate) -> date:
    return value.last_day + timedelta(days=1)


def _plus_years(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap_day else day.day)


def _not_empty(*found: Span) -> list[Span]:
    return [span for span in found if span.start < span.end]

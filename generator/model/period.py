"""Period: when a contract begins and ends, as its dates, its length and its avenants tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.contract import Contract
from generator.model.dates import PartialDate


class EndOrigin(Enum):
    """What the end of a period comes from."""

    STATED = "fin"
    AMENDMENT = "avenant"
    LENGTH = "annees"


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, each None where the sources do not tell."""

    start: PartialDate | None
    end: PartialDate | None
    starts_at_signature: bool = False
    """True when the start is unknown and the signature stands for it."""
    end_origin: EndOrigin | None = None

    @property
    def first_day(self) -> date | None:
        """First day, a partial start counting from its first day."""
        return self.start.first_day if self.start else None

    @property
    def last_day(self) -> date | None:
        """Last day, a partial end counting to its last day."""
        return self.end.last_day if self.end else None


def period_of(contract: Contract) -> Period:
    """The period of `contract`, avenants included."""
    initial = initial_period(contract)
    extensions = [amendment.end for amendment in contract.amendments if amendment.end]
    if not extensions:
        return initial
    latest = max(extensions, key=lambda end: end.last_day)
    return Period(initial.start, latest, initial.starts_at_signature, EndOrigin.AMENDMENT)


def initial_period(contract: Contract) -> Period:
    """The period of `contract` as first agreed, before any avenant."""
    duration = contract.duration
    start = duration.start or duration.signature
    at_signature = duration.start is None and start is not None
    if duration.end is not None:
        return Period(start, duration.end, at_signature, EndOrigin.STATED)
    end = duration.end_by_length()
    return Period(start, end, at_signature, EndOrigin.LENGTH if end else None)


def length_bounds(period: Period) -> tuple[float, float] | None:
    """Shortest and longest length in years that the partial dates allow, or None if one is unknown."""
    if period.start is None or period.end is None:
        return None
    days_in_year = 365.25
    shortest = (period.end.first_day - period.start.last_day).days
    longest = (period.end.last_day - period.start.first_day).days + 1
    return shortest / days_in_year, longest / days_in_year

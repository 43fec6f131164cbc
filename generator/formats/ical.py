"""iCalendar (RFC 5545): days to remember, as all-day events that a diary can subscribe to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

MAX_OCTETS = 75
"""Longest line, in octets of UTF-8, its end not counted (RFC 5545, 3.1)."""

_PRODUCT = "-//annuaire-cls//Annuaire des contrats locaux de santé//FR"
_UID_HOST = "annuaire-cls"

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What a text value may not hold, line feed and tab apart."""

_TEXT_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that falls on one day; texts in French, as they are read."""

    id: str
    """Unique among the events of the directory, and the same at each edition."""
    day: date
    summary: str
    description: str
    address: str
    """Of its page, from the site's root."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A feed of events; a feed without any is not valid iCalendar."""

    name: str
    description: str
    events: tuple[CalendarEvent, ...]


def calendar_file(calendar: Calendar, on: date, site_url: str) -> bytes:
    """The feed as a file. `on`: day of the edition, for no clock is read.

    `site_url`: the site's address, for absolute links; without it, events have none. Raises ValueError
    when the calendar has no event.
    """
    if not calendar.events:
        raise ValueError("an iCalendar file holds at least one event")
    return "".join(f"{fold(line)}\r\n" for line in _lines(calendar, on, site_url)).encode()


def text(value: str) -> str:
    """`value` as a property's TEXT (RFC 5545, 3.3.11)."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", plain).translate(_TEXT_ESCAPES)


def fold(line: str) -> str:
    """`line` cut into lines of 75 octets at most, each but the first after one space.

    Characters are left whole, so that each line is UTF-8 by itself.
    """
    parts: list[str] = []
    start, octets, limit = 0, 0, MAX_OCTETS
    for index, character in enumerate(line):
        size = len(character.encode())
        if octets + size > limit:
            parts.append(line[start:index])
            start, octets, limit = index, 0, MAX_OCTETS - 1
        octets += size
    return "\r\n ".join([*parts, line[start:]])


def unfold(text: str) -> str:
    """The inverse of `fold`, for a whole file."""
    return text.replace("\r\n ", "").replace("\r\n\t", "")


def _lines(calendar: Calendar, on: date, site_url: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{text(_PRODUCT)}"
    yield "CALSCALE:GREGORIAN"
    # NAME, DESCRIPTION and REFRESH-INTERVAL are RFC 7986; most programs still read the older X- names.
    yield f"NAME:{text(calendar.name)}"
    yield f"X-WR-CALNAME:{text(calendar.name)}"
    yield f"DESCRIPTION:{text(calendar.description)}"
    yield f"X-WR-CALDESC:{text(calendar.description)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    for event in _in_order(calendar.events):
        yield from _event(event, on, site_url)
    yield "END:VCALENDAR"


def _in_order(events: Iterable[CalendarEvent]) -> list[CalendarEvent]:
    return sorted(events, key=lambda event: (event.day, event.id))


def _event(event: CalendarEvent, on: date, site_url: str) -> Iterator[str]:
    url = f"{site_url.rstrip('/')}/{event.address}" if site_url else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{text(event.id)}@{_UID_HOST}"
    yield f"DTSTAMP:{on:%Y%m%d}T000000Z"
    # A date without an end lasts that day (RFC 5545, 3.6.1), and keeps nobody busy.
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{text(event.summary)}"
    yield f"DESCRIPTION:{text(event.description)}"
    if url:
        yield f"URL:{url}"
    yield "END:VEVENT"

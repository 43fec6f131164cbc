"""iCalendar (RFC 5545): days to remember, as all-day events that a diary can subscribe to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import icalendar

_PRODUCT = "-//annuaire-cls//Annuaire des contrats locaux de santé//FR"
_UID_HOST = "annuaire-cls"
_REFRESH = timedelta(days=1)

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What a text value may not hold; the library escapes ends of lines, and a tab is a space."""


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
    feed = icalendar.Calendar()
    feed.add("VERSION", "2.0")
    feed.add("PRODID", _PRODUCT)
    feed.add("CALSCALE", "GREGORIAN")
    # NAME, DESCRIPTION and REFRESH-INTERVAL are RFC 7986; most programs still read the older X- names.
    for name in ("NAME", "X-WR-CALNAME"):
        feed.add(name, _text(calendar.name))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        feed.add(name, _text(calendar.description))
    feed.add("REFRESH-INTERVAL", _REFRESH, {"VALUE": "DURATION"})
    feed.add("X-PUBLISHED-TTL", icalendar.vDuration(_REFRESH))
    for event in sorted(calendar.events, key=lambda event: (event.day, event.id)):
        feed.add_component(_event(event, on, site_url))
    return bytes(feed.to_ical(sorted=False))


def _event(event: CalendarEvent, on: date, site_url: str) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("UID", _text(f"{event.id}@{_UID_HOST}"))
    entry.add("DTSTAMP", datetime.combine(on, time(), tzinfo=UTC))
    # A date without an end lasts that day (RFC 5545, 3.6.1), and keeps nobody busy.
    entry.add("DTSTART", event.day)
    entry.add("TRANSP", "TRANSPARENT")
    entry.add("SUMMARY", _text(event.summary))
    entry.add("DESCRIPTION", _text(event.description))
    if site_url:
        entry.add("URL", f"{site_url.rstrip('/')}/{event.address}")
    return entry


class _Text(icalendar.vText):
    r"""A TEXT that may say `\N`, which the library would take for the end of a line."""

    def to_ical(self) -> bytes:
        return rb"\\N".join(icalendar.vText(part).to_ical() for part in self.split(r"\N"))


def _text(value: str) -> _Text:
    """`value` as a TEXT, which the library escapes; it would write a bare NAME or X- as it comes."""
    return _Text(_CONTROLS.sub("", value))

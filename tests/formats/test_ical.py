from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formats.ical import Calendar, CalendarEvent, calendar_file

ON = date(2026, 11, 22)
MAX_OCTETS = 75  # of a line, its end not counted (RFC 5545, 3.1)
# U+FEFF at the head of a text is taken for a mark of UTF-8, and not written.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"))

HOSTILE = (
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "a\nEND:VCALENDAR\nBEGIN:VCALENDAR",
    "a\rBEGIN:VEVENT",
    "BEGIN:VEVENT",
    "END:VEVENT END:VCALENDAR",
    "a\\nATTACH:https://pirate.example/",
    "C:\\Nord\\nord",
    "a\\",
    ";X-EVIL=1:b,c;d:e",
    '";VALUE=URI:"https://pirate.example/"',
    "a\x00\x07\x0b\x0c\x1b[31m\x7fb",
    "a\u0085BEGIN:VEVENT\u2028BEGIN:VEVENT\u2029b",
    "a\r\n BEGIN:VALARM\r\n\tb",
    " a ",
    "é" * 200,
    "\U0001f642" * 100,
    "e\u0301" * 100,
    "\\" * 200,
)


def event(id_: str = "echeance-annonay-2022", **values: str) -> CalendarEvent:
    return CalendarEvent(
        id=id_,
        day=date(2028, 12, 31),
        summary=values.get("summary", "CLS d’Annonay : fin en 2028, jour non renseigné"),
        description=values.get("description", "Ville d’Annonay ; Ardèche, etc."),
        address="contrats/annonay-2022/",
    )


def feed(*events: CalendarEvent, site_url: str = "https://cls.example/annuaire/") -> bytes:
    return calendar_file(Calendar("Échéances", "Fins de contrats", events), ON, site_url)


def lines_of(data: bytes) -> list[bytes]:
    """The lines of a file, folded ones put together; asserts what RFC 5545, 3.1 asks of a file."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(0 < len(line) <= MAX_OCTETS for line in physical)
    assert not re.search(rb"[\r\n]", b"".join(physical))
    for line in physical:
        line.decode()  # each is UTF-8 by itself
    return data[:-2].replace(b"\r\n ", b"").split(b"\r\n")


def kept(text: str) -> str:
    """What a calendar keeps of `text`: one kind of line end, and no control character."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", plain)


def names(data: bytes) -> list[bytes]:
    return [re.split(rb"[;:]", line)[0] for line in lines_of(data)]


def assert_texts_are_held(text: str) -> None:
    """In a name, a description and the calendar's own: the same lines as ever, and the same text."""
    calendar = Calendar(text, text, (event(summary=text, description=text),))
    data = calendar_file(calendar, ON, "https://cls.example/")
    assert names(data) == names(feed(event()))
    read = icalendar.Calendar.from_ical(data)
    (found,) = read.events
    held = [found["SUMMARY"], found["DESCRIPTION"], read["DESCRIPTION"]]
    assert [str(value) for value in held] == [kept(text)] * 3
    # The library reads NAME and the X- names as they are written, hence as the description is.
    written = dict(line.split(b":", 1) for line in lines_of(data)[:10])
    for name in (b"NAME", b"X-WR-CALNAME", b"X-WR-CALDESC"):
        assert written[name] == written[b"DESCRIPTION"]


@settings(deadline=None)
@given(TEXT)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    assert_texts_are_held(text)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_hostile_text_adds_a_line_or_an_event(hostile: str) -> None:
    assert_texts_are_held(hostile)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("before", range(60, 68))
def test_a_character_is_never_cut_where_a_line_is(size: int, before: int) -> None:
    """Characters of one to four octets, put across the 75th octet."""
    wide = {1: "a", 2: "é", 3: "€", 4: "\U0001f642"}[size]
    assert_texts_are_held("x" * before + wide * 40)


def test_whole_file() -> None:
    read = icalendar.Calendar.from_ical(feed(event()))
    assert str(read["VERSION"]) == "2.0"
    assert str(read["PRODID"]) == "-//annuaire-cls//Annuaire des contrats locaux de santé//FR"
    assert str(read.calendar_name) == str(read["X-WR-CALNAME"]) == "Échéances"
    assert str(read.description) == str(read["X-WR-CALDESC"]) == "Fins de contrats"
    assert read.refresh_interval == timedelta(days=1)
    assert str(read["X-PUBLISHED-TTL"]) == "P1D"
    (found,) = read.events
    assert not [*read.errors, *found.errors]
    assert str(found["UID"]) == "echeance-annonay-2022@annuaire-cls"
    assert found.stamp == datetime(2026, 11, 22, tzinfo=UTC)
    assert found.start == date(2028, 12, 31)
    assert str(found["TRANSP"]) == "TRANSPARENT"
    assert str(found["SUMMARY"]) == "CLS d’Annonay : fin en 2028, jour non renseigné"
    assert str(found["DESCRIPTION"]) == "Ville d’Annonay ; Ardèche, etc."
    assert str(found["URL"]) == "https://cls.example/annuaire/contrats/annonay-2022/"


def test_lines_are_in_the_order_that_diaries_know() -> None:
    """As they have been since the feeds are published: a subscriber sees no change."""
    assert lines_of(feed(event())) == [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        "PRODID:-//annuaire-cls//Annuaire des contrats locaux de santé//FR".encode(),
        b"CALSCALE:GREGORIAN",
        "NAME:Échéances".encode(),
        "X-WR-CALNAME:Échéances".encode(),
        b"DESCRIPTION:Fins de contrats",
        b"X-WR-CALDESC:Fins de contrats",
        b"REFRESH-INTERVAL;VALUE=DURATION:P1D",
        b"X-PUBLISHED-TTL:P1D",
        b"BEGIN:VEVENT",
        b"UID:echeance-annonay-2022@annuaire-cls",
        b"DTSTAMP:20261122T000000Z",
        b"DTSTART;VALUE=DATE:20281231",
        b"TRANSP:TRANSPARENT",
        "SUMMARY:CLS d’Annonay : fin en 2028\\, jour non renseigné".encode(),
        "DESCRIPTION:Ville d’Annonay \\; Ardèche\\, etc.".encode(),
        b"URL:https://cls.example/annuaire/contrats/annonay-2022/",
        b"END:VEVENT",
        b"END:VCALENDAR",
    ]


def test_same_day_gives_the_same_bytes_whatever_the_order() -> None:
    assert feed(event("b"), event("a")) == feed(event("a"), event("b"))


def test_without_site_address_there_is_no_link() -> None:
    (found,) = icalendar.Calendar.from_ical(feed(event(), site_url="")).events
    assert "URL" not in found


def test_a_feed_holds_at_least_one_event() -> None:
    with pytest.raises(ValueError, match="at least one event"):
        feed()

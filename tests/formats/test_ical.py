from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.ical import (
    MAX_OCTETS,
    Calendar,
    CalendarEvent,
    calendar_file,
    fold,
    text,
    unfold,
)

ON = date(2026, 11, 22)
LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", re.DOTALL)
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")))


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


def parse(data: bytes) -> list[tuple[str, str, str]]:
    """(name, parameters, raw value) of each line; asserts what RFC 5545, 3.1 asks of a file."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(len(line) <= MAX_OCTETS for line in physical)
    assert all(line for line in physical)
    assert b"\n" not in b"".join(physical)
    assert b"\r" not in b"".join(physical)
    assert [line.decode() for line in physical]  # each is UTF-8 by itself
    found = []
    for line in unfold(data.decode()).removesuffix("\r\n").split("\r\n"):
        match = LINE.fullmatch(line)
        assert match is not None, line
        found.append((match[1], match[2], match[3]))
    return found


def unescape(value: str) -> str:
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value, re.DOTALL), value
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


@given(PRINTABLE)
def test_folding_can_be_undone_and_keeps_lines_short(line: str) -> None:
    folded = fold(line)
    assert unfold(folded) == line
    parts = folded.split("\r\n")
    assert all(len(part.encode()) <= MAX_OCTETS for part in parts)
    assert all(part.startswith(" ") and len(part) > 1 for part in parts[1:])


@given(st.text())
def test_text_comes_back_but_for_control_characters(value: str) -> None:
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", plain)
    assert unescape(text(value)) == plain


@given(summary=PRINTABLE, description=PRINTABLE)
def test_no_text_can_break_out_of_its_line(summary: str, description: str) -> None:
    lines = parse(feed(event(summary=summary, description=description)))
    values = {name: value for name, _, value in lines[lines.index(("BEGIN", "", "VEVENT")) :]}
    assert unescape(values["SUMMARY"]) == summary
    assert unescape(values["DESCRIPTION"]) == description
    assert [name for name, _, _ in lines].count("BEGIN") == 2


def test_line_breaks_of_a_text_are_escaped() -> None:
    assert text("a\r\nBEGIN:VEVENT\rb\nc") == r"a\nBEGIN:VEVENT\nb\nc"


HOSTILE = (
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "a\nEND:VCALENDAR\nBEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT END:VCALENDAR",
    "a\\nATTACH:https://pirate.example/",
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
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_hostile_text_adds_a_line_or_an_event(hostile: str) -> None:
    """In a name, in a description and in the calendar's own name: the lines are the same as ever."""
    kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", hostile.replace("\r\n", "\n"))
    calendar = Calendar(hostile, hostile, (event(summary=hostile, description=hostile),))
    lines = parse(calendar_file(calendar, ON, "https://cls.example/"))
    harmless = parse(feed(event()))
    assert [(name, given) for name, given, _ in lines] == [
        (name, given) for name, given, _ in harmless
    ]
    texts = [value for name, _, value in lines if name in {"SUMMARY", "DESCRIPTION", "NAME"}]
    assert [unescape(value) for value in texts] == [kept] * 4


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("before", range(70, 77))
def test_a_character_is_never_cut_where_a_line_is(size: int, before: int) -> None:
    """Characters of one to four octets, put across the 75th octet."""
    wide = {1: "a", 2: "é", 3: "€", 4: "\U0001f642"}[size]
    line = "x" * before + wide * 40
    folded = fold(line).split("\r\n")
    assert all(len(part.encode()) <= MAX_OCTETS for part in folded)
    assert all(len(part.encode()) > MAX_OCTETS - size for part in folded[:-1])
    assert unfold("\r\n".join(folded)) == line


def test_whole_file() -> None:
    lines = parse(feed(event()))
    assert lines[:3] == [
        ("BEGIN", "", "VCALENDAR"),
        ("VERSION", "", "2.0"),
        ("PRODID", "", "-//annuaire-cls//Annuaire des contrats locaux de santé//FR"),
    ]
    assert lines[-1] == ("END", "", "VCALENDAR")
    start = lines.index(("BEGIN", "", "VEVENT"))
    assert lines[start:-1] == [
        ("BEGIN", "", "VEVENT"),
        ("UID", "", "echeance-annonay-2022@annuaire-cls"),
        ("DTSTAMP", "", "20261122T000000Z"),
        ("DTSTART", ";VALUE=DATE", "20281231"),
        ("TRANSP", "", "TRANSPARENT"),
        ("SUMMARY", "", "CLS d’Annonay : fin en 2028\\, jour non renseigné"),
        ("DESCRIPTION", "", "Ville d’Annonay \\; Ardèche\\, etc."),
        ("URL", "", "https://cls.example/annuaire/contrats/annonay-2022/"),
        ("END", "", "VEVENT"),
    ]


def test_same_day_gives_the_same_bytes_whatever_the_order() -> None:
    assert feed(event("b"), event("a")) == feed(event("a"), event("b"))


def test_without_site_address_there_is_no_link() -> None:
    assert b"\r\nURL" not in feed(event(), site_url="")


def test_a_feed_holds_at_least_one_event() -> None:
    with pytest.raises(ValueError, match="at least one event"):
        feed()

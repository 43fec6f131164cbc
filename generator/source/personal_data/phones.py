"""Phone numbers in a folded text: French ones, overseas ones and the neighbours', however parted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.personal_data.trace import Kind, Trace

_GAP = r"[] ./,:|¦()[_·•・⁄~*-]{0,3}"
"""What may stand between two digits; at most three characters, so that the search is linear."""

_NATIONAL = re.compile(rf"\(?(?<!\d)[0O]{_GAP}[1-9](?:{_GAP}\d){{8}}(?!\d)")
_NINE_DIGITS = r"33|262|590|594|596"
_SIX_DIGITS = r"508|681|687"
_NEIGHBOURS = r"32|34|352|376|377|39|41|44|49"
_INTERNATIONAL = re.compile(
    rf"(?:\+|(?<!\d)(?<!\d[ .,/])00){_GAP}(?:"
    rf"(?:{_NINE_DIGITS})(?:{_GAP}0)?{_GAP}[1-9](?:{_GAP}\d){{8}}"
    rf"|(?:{_SIX_DIGITS})(?:{_GAP}\d){{6}}(?:(?:{_GAP}\d){{3}})?"
    rf"|689(?:{_GAP}\d){{8}}"
    rf"|(?:{_NEIGHBOURS})(?:{_GAP}\d){{8,11}}"
    r")(?!\d)"
)
_WITHOUT_PLUS = re.compile(r"(?<![\d.,])(?<!\d )33[ .-]?(?:\(0\) ?)?[1-9](?:[ .-]\d\d){4}(?!\d)")
_ANNOUNCED = re.compile(
    rf"\b(?:t[ée]l(?:[ée]phone)?|portable|fax|gsm|whatsapp)\b[ .:°n]{{0,4}}"
    rf"(?P<number>\d(?:{_GAP}\d){{7,9}})(?!\d)",
    re.IGNORECASE,
)
_TELEPHONE_BEFORE = re.compile(r"(?:t[ée]l|portable|mobile|fax|phone)$", re.IGNORECASE)

_GROUPS = re.compile(r"[\dO]+")
_YEAR = re.compile(r"(?:19|20)\d\d(?:(?:0\d|1[0-2])[0-3]\d)?")
"""A year, or a day such as 20230712."""
_TWO_DAYS = re.compile(r"\d\d([./-])(?:0\d|1[0-2])\1\d\d[ -]{1,3}[0-3]\d\1\d\d\1")
_REGULAR = ([2] * 5, [10], [2, 8], [4, 2, 2, 2], [1, 1, 2, 2, 2, 2], [4, 6], [1, 3, 2, 2, 2])


def phones(text: str) -> Iterator[Trace]:
    """The phone numbers of a sentence; dates, SIREN numbers and amounts are none."""
    for pattern in (_INTERNATIONAL, _WITHOUT_PLUS):
        for match in pattern.finditer(text):
            yield _trace(text, *match.span())
    for match in _ANNOUNCED.finditer(text):
        number = match["number"]
        if number[0] != "0" and not any(map(_YEAR.fullmatch, _GROUPS.findall(number))):
            yield _trace(text, *match.span("number"))
    yield from _national_phones(text)


def _national_phones(text: str) -> Iterator[Trace]:
    position = 0
    while candidate := _NATIONAL.search(text, position):
        start, end = candidate.span()
        follows = 0 < position == start - 1  # « 0612345678/0198765432 »
        if _is_phone(text, start, end, follows=follows):
            yield _trace(text, start, end)
            position = end
        else:
            position = start + 1


def _trace(text: str, start: int, end: int) -> Trace:
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return Trace(Kind.PHONE, start, end)


def _is_phone(text: str, start: int, end: int, *, follows: bool) -> bool:
    found, before, after = text[start:end], text[max(0, start - 2) : start], text[end : end + 2]
    groups = _GROUPS.findall(found)
    lengths = list(map(len, groups))
    gaps = {gap.strip() for gap in _GROUPS.split(found)[1:-1]}
    if any(map(_YEAR.fullmatch, groups[1:])) or _TWO_DAYS.match(text, start):
        return False
    if gaps & {":", ","} and (len(gaps) > 1 or ", " in found):
        return False  # hours, lists
    if lengths == [10] and before[-1:].isalpha():  # a reference, unless « tel0612345678 »
        return _TELEPHONE_BEFORE.search(text[max(0, start - 8) : start]) is not None
    if found[0] == "O" and (lengths != [2] * 5 or before[-1:].isalnum()):
        return False
    if lengths in _REGULAR:
        return follows or re.fullmatch(r"\d[./:,-]", before) is None
    # Any other grouping may be a piece of a longer number.
    inside = re.fullmatch(r"\d[ ./-]", before) or re.fullmatch(r"[ ./-]\d", after)
    return lengths != [5, 5] and not inside and not gaps & set("/,:|¦⁄")


_NAMED = r"(?:t[ée]l|phone|mobile|portable|fax|gsm|num|contact|wa\.me)[a-zé_]{0,12}[=:/.-]?"
_PAIRS = r"(?<![0-9A-Za-z])(?<![0-9][-._ +])0[1-9](?P<gap>[-._ +])[0-9]{2}(?:(?P=gap)[0-9]{2}){3}"
_PHONE_IN_ADDRESS = re.compile(
    rf"(?:{_NAMED}|(?<=/)(?=[0-9]{{10}}(?![^/?#])))"
    r"(?P<digits>0[1-9][0-9]{8}|33[1-9][0-9]{8})(?![0-9A-Za-z])"
    rf"|(?P<pairs>{_PAIRS})(?![0-9])(?!(?P=gap)[0-9])",
    re.IGNORECASE,
)


def phones_in_address(address: str) -> Iterator[Trace]:
    """The phone numbers in a web address: five pairs, or ten digits that are a whole part or named.

    Any other ten digits are a document's number.
    """
    for match in _INTERNATIONAL.finditer(address):
        yield _trace(address, *match.span())
    for match in _PHONE_IN_ADDRESS.finditer(address):
        yield _trace(address, *match.span("digits" if match["digits"] else "pairs"))

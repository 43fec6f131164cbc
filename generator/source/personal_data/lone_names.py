"""Persons' names without a title where an organisation's name is due: « Marie Martin, coordinatrice »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.personal_data.first_names import is_first_name
from generator.source.personal_data.trace import Kind, Trace
from generator.source.personal_data.words import FUNCTIONS, ORGANISATIONS
from generator.territories.text_keys import fold

_BETWEEN = re.compile(r" - | et |[,;:()/|\n]|$")
_TOKEN = re.compile(r"\S+")
_PARTICLES = frozenset(
    ["de", "du", "des", "la", "le", "d", "van", "von", "der", "den", "el", "ben", "da", "dos", "di"]
)
_ARTICLES = frozenset({"le", "la", "l", "un", "une", "notre", "en"})
_SHORTEST_CAPITALS = 5
"""« MARTIN Marie » is a person, « ADA Marne » is not: shorter capitals are acronyms."""

_MOST_SURNAMES = 3
_SURNAME = re.compile(r"(?:[Dd]['’])?[^\W\d_a-zß-öø-ÿœ][^\W\d_]")
_INITIAL = re.compile(r"[^\W\d_a-zß-öø-ÿœ]\.")


def lone_names(text: str) -> Iterator[Trace]:
    """The persons' names among the parts of an organisation's name."""
    start = 0
    for between in _BETWEEN.finditer(text):
        span = _person(text, start, between.start())
        start = between.end()
        if span is not None:
            yield Trace(Kind.NAME, *span)


def _person(text: str, start: int, end: int) -> tuple[int, int] | None:
    tokens = list(_TOKEN.finditer(text, start, end))
    words = [token.group() for token in tokens]
    first = _skip_function(words, 0)
    last = _name_end(words, first)
    if last is None or (last < len(words) and _skip_function(words, last) == last):
        return None
    if not ORGANISATIONS.isdisjoint(fold(" ".join(words[first:last])).split()):
        return None
    return tokens[first].start(), tokens[last - 1].end()


def _skip_function(words: list[str], index: int) -> int:
    """After « la coordinatrice », « Maire » … at `index`; `index` itself where no such thing is."""
    end = index
    while end < len(words) and set(fold(words[end]).split()) & _ARTICLES:
        end += 1
    functions = end
    while end < len(words) and set(fold(words[end]).split()) & FUNCTIONS:
        end += 1
    return end if end > functions else index


def _name_end(words: list[str], first: int) -> int | None:
    """After the name that begins at `first`; None where none begins there."""
    end = first
    while end < len(words) and _is_surname(words[end]) and _in_long_capitals(words[end]):
        end += 1
    if first < end < len(words) and is_first_name(words[end]) and not words[end].isupper():
        return end + 1 if words[end][0].isupper() else None
    end = first
    while end < len(words) and _is_written_as_name(words[end]) and is_first_name(words[end]):
        end += 1
    if end == first:
        return None
    while end < len(words) and (words[end].lower() in _PARTICLES or _INITIAL.fullmatch(words[end])):
        end += 1
    surnames = end
    while end < len(words) and end - surnames < _MOST_SURNAMES and _is_surname(words[end]):
        end += 1
    if end == surnames and (surnames - first < 2 or not words[end - 1][0].isupper()):
        return None
    return end


def _is_written_as_name(word: str) -> bool:
    return word[0].isupper() and (not word.isupper() or _in_long_capitals(word))


def _is_surname(word: str) -> bool:
    return _SURNAME.match(word) is not None


def _in_long_capitals(word: str) -> bool:
    return word.isupper() and len(word) >= _SHORTEST_CAPITALS

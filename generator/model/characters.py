"""Which characters a text may hold: what a French text needs, and nothing that is not seen.

A character that shows nothing, or that turns the direction of what follows, lets a text read otherwise
than it is stored; noncharacters and control characters are refused by the formats that we write.
"""

from __future__ import annotations

import re
import unicodedata

_UNUSUAL = re.compile(
    "[^\t\n\r -~\u00a0-\u00ac\u00ae-\u017f\u2007\u2009\u2010-\u2015\u2018-\u201f\u2022\u2026\u202f\u20ac]"
)
"""What is not seen at once to be fine: letters and signs of European languages, white space that real
texts hold. Nearly every text is done with by one search."""

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Fillers and joiners that Unicode counts as letters, marks or symbols, and that show nothing."""

_SELECTORS = (range(0xFE00, 0xFE0F), range(0xE0100, 0xE01F0))
"""Variation selectors, but the one that emoji are typed with (U+FE0F)."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_CATEGORIES = {
    "Cc": "de contrôle",
    "Cf": "invisible",
    "Cs": "incomplet",
    "Co": "à usage privé",
    "Cn": "inexistant",
    "Zl": "de fin de ligne",
    "Zp": "de fin de paragraphe",
}


def refused_character(text: str) -> str | None:
    """The first character of `text` that no text may hold, or None."""
    unusual = dict.fromkeys(_UNUSUAL.findall(text))
    return next((char for char in unusual if not _accepted(char)), None)


def described(char: str) -> str:
    """A refused character in French words: « caractère invisible (U+200B) »."""
    kind = "qui change le sens de lecture" if char in _BIDI else None
    kind = kind or _CATEGORIES.get(unicodedata.category(char), "invisible")
    return f"caractère {kind} (U+{ord(char):04X})"


def says_something(text: str) -> bool:
    """Whether a letter or a digit is in `text`: without one it names nothing."""
    return any(char.isalnum() and char not in _UNSEEN for char in text)


def _accepted(char: str) -> bool:
    if char in _UNSEEN or any(ord(char) in selectors for selectors in _SELECTORS):
        return False
    return char.isprintable() or unicodedata.category(char) == "Zs"

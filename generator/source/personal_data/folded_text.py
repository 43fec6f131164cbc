"""FoldedText: a text as a reader sees it, whatever its writing, and where each character comes from.

Percent escapes and HTML entities are decoded, wide and other digits and letters become the plain ones
(NFKC), every dash is a hyphen, every run of white space one space; what nobody sees is left out.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

_ESCAPE = re.compile(
    r"%[0-7][0-9A-Fa-f]|(?:%[89A-Fa-f][0-9A-Fa-f])+"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});"
)
_MARKS = "\u0300-\u036f"
_UNUSUAL = re.compile(rf"[^\x00-\x7fÀ-ÿ{_MARKS}«»’°…\xa0][{_MARKS}]*|.[{_MARKS}]+", re.DOTALL)
_INVISIBLE = re.compile(
    r"[\x00-\x08\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"
)
_SPACES = re.compile(r"\s\s+|[^\S ]")

DECODINGS = 3
"""So many times at most is a text decoded: `%2540` hides `%40`, which hides `@`."""
_NOT_FOLDED = frozenset("œŒ™…")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """The folded text; `starts` and `ends` give each character's place in the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that the folded, not empty, span comes from."""
        return self.starts[start], self.ends[end - 1]


def fold_text(text: str) -> FoldedText:
    """Fold `text`, in a time in proportion to its length."""
    folded = FoldedText(text, range(len(text)), range(1, len(text) + 1))
    for _ in range(DECODINGS):
        decoded = _replaced(folded, _ESCAPE, _decoded)
        if decoded is folded:
            break
        folded = decoded
    folded = _replaced(folded, _INVISIBLE, lambda _: "")
    folded = _replaced(folded, _UNUSUAL, _plain)
    return _replaced(folded, _SPACES, lambda _: " ")


def _replaced(folded: FoldedText, pattern: re.Pattern[str], by: Callable[[str], str]) -> FoldedText:
    """`folded` with every match of `pattern` replaced; itself where there is none."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in pattern.finditer(folded.text):
        begin, end = match.span()
        new = by(match.group())
        texts += folded.text[done:begin], new
        starts += folded.starts[done:begin]
        starts += [folded.starts[begin]] * len(new)
        ends += folded.ends[done:begin]
        ends += [folded.ends[end - 1]] * len(new)
        done = end
    if not done:
        return folded
    texts.append(folded.text[done:])
    return FoldedText(
        "".join(texts), [*starts, *folded.starts[done:]], [*ends, *folded.ends[done:]]
    )


def _decoded(escape: str) -> str:
    return unquote(escape) if escape.startswith("%") else html.unescape(escape)


def _plain(cluster: str) -> str:
    if cluster in _NOT_FOLDED:
        return cluster
    return "".join(map(_plain_character, unicodedata.normalize("NFKC", cluster)))


def _plain_character(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    # The minus sign and the hyphen bullet are no dashes to Unicode, but are typed as such.
    if unicodedata.category(char) == "Pd" or char in "\u2212\u2043\u02d7\u2500":
        return "-"
    return char

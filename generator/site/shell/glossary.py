"""Abbreviations explained where they stand, from the one glossary that readers also have as a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

GLOSSARY = "comprendre/glossaire.md"
"""The glossary's file in the folder of hand-written pages."""

_ENTRY = re.compile(
    r"^(?P<terms>[A-Z][A-Z0-9]+(?:, [A-Z][A-Z0-9]+)*)\s*: (?P<sense>[^{]+?)\s*\{ #[\w-]+ \}$",
    re.MULTILINE,
)
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_LEFT_ALONE = frozenset(
    {"a", "abbr", "button", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "label", "nav"}
    | {"option", "script", "select", "style", "summary", "svg", "caption", "dt"}
)
"""Elements whose text is left as it is: it leads somewhere, names something, or is not prose."""


def read_glossary(text: str) -> dict[str, str]:
    """Abbreviation → what it stands for, from the glossary page's Markdown."""
    senses = {}
    for match in _ENTRY.finditer(text):
        for term in match["terms"].split(", "):
            senses[term] = match["sense"]
            # Some are written as words too: Carsat, Insee.
            if len(term) > 4:
                senses[term.capitalize()] = match["sense"]
    return senses


def explain(html: str, senses: Mapping[str, str]) -> str:
    """`html` with the first occurrence of each abbreviation in an `abbr` that hover, focus and tap open."""
    if not senses:
        return html
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, senses))})(?![\w-])")
    done: set[str] = set()

    def wrap(match: re.Match[str]) -> str:
        term = match.group()
        if term in done:
            return term
        done.add(term)
        return f'<abbr title="{escape(senses[term])}" tabindex="0">{term}</abbr>'

    pieces = _TAG.split(html)
    shut = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            name = _NAME.match(piece)
            if name and name[1].lower() in _LEFT_ALONE:
                shut += -1 if piece.startswith("</") else 1
        elif not shut and piece.strip():
            pieces[index] = pattern.sub(wrap, piece)
    return "".join(pieces)

"""Abbreviations explained where they stand, from the one glossary that readers also have as a page.

It is an extension of Python-Markdown, so that `mkdocs.yml` turns it on for whoever builds the pages:
MkDocs with our plugin, or another builder over what `annuaire generate` wrote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

EXTENSION = __name__
"""Its name in `mkdocs.yml`, where `glossary` is the path of the glossary's Markdown."""

_FIRST, _LAST = 1_000, -1_000
"""Priorities: before any other extension reads the page's Markdown, and after all have written its HTML."""

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


class GlossaryExtension(Extension):  # type: ignore[misc]  # Python-Markdown brings no types
    """Explains abbreviations in every page but the glossary's own."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"glossary": ["", "Path of the glossary's Markdown, from the current folder"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's own name
        """Set up the page's own pass. Without the glossary's file nothing is explained."""
        path = Path(self.getConfig("glossary"))
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        watch = _Source(md, text)
        md.preprocessors.register(watch, "page-of-the-glossary", _FIRST)
        md.postprocessors.register(_Explained(md, watch, _senses(text)), "abbreviations", _LAST)


class _Source(Preprocessor):  # type: ignore[misc]  # Python-Markdown brings no types
    """Tells the glossary's own page from the others."""

    def __init__(self, md: Markdown, glossary: str) -> None:
        super().__init__(md)
        self._glossary = glossary.strip()
        self.is_glossary = False

    def run(self, lines: list[str]) -> list[str]:
        # A builder takes the front matter off; what is left begins with the page's title.
        text = "\n".join(lines).strip()
        self.is_glossary = text.startswith("# ") and self._glossary.endswith(text)
        return lines


class _Explained(Postprocessor):  # type: ignore[misc]  # Python-Markdown brings no types
    def __init__(self, md: Markdown, source: _Source, senses: Mapping[str, str]) -> None:
        super().__init__(md)
        self._source = source
        self._senses = senses

    def run(self, text: str) -> str:
        return text if self._source.is_glossary else explain(text, self._senses)


def makeExtension(**settings: Any) -> GlossaryExtension:  # noqa: N802 - Python-Markdown's own name
    """What Python-Markdown asks of a module that is an extension."""
    return GlossaryExtension(**settings)


@lru_cache(maxsize=1)
def _senses(text: str) -> Mapping[str, str]:
    return read_glossary(text)


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


@lru_cache(maxsize=1)
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, terms))})(?![\w-])")


def explain(html: str, senses: Mapping[str, str]) -> str:
    """`html` with the first occurrence of each abbreviation in an `abbr` that hover, focus and tap open."""
    if not senses:
        return html
    pattern = _any_of(tuple(senses))
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

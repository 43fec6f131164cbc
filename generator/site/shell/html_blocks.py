"""HTML that is HTML already: whole blocks of it are put aside before Markdown's parsers read the page.

An extension of Python-Markdown, which does so too, but only after two parsers in Python have read every tag:
half of the time that a page takes. The HTML that comes out is the same, to the byte.
"""

from __future__ import annotations

import re
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

EXTENSION = __name__
"""Its name in `mkdocs.yml`."""

_PRIORITY = 23
"""After fenced code, which may show HTML, is put aside (25), before MkDocs and Markdown read HTML (21, 20)."""

_BLOCK = re.compile(
    r"^<(address|aside|details|div|dl|figure|nav|ol|p|section|table|ul)(?=[\s>])", re.MULTILINE
)
"""An element that begins a line, of those that Markdown leaves alone as a block."""

_HAS_MARKDOWN = re.compile(r"<[^<>]*\smarkdown(?=[\s=>])")
"""A tag whose content is Markdown (md_in_html)."""

_ID = re.compile(r"""<[a-zA-Z][^<>]*?\sid=["']([^"'<>]+)["']""")


class HtmlBlocksExtension(Extension):  # type: ignore[misc]  # Python-Markdown brings no types
    """Puts whole HTML blocks aside."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's own name
        """Set up the page's own pass."""
        md.preprocessors.register(_Aside(md), "html-blocks", _PRIORITY)


class _Aside(Preprocessor):  # type: ignore[misc]  # Python-Markdown brings no types
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        kept: list[str] = []
        position = 0
        while (start := _BLOCK.search(text, position)) is not None:
            first = start.start()
            alone = first == 0 or text.startswith("\n\n", first - 2)
            end = _end_of(text, start) if alone else None
            if end is None:
                kept.append(text[position : start.end()])
                position = start.end()
            else:
                aside = self.md.htmlStash.store(f"{text[first:end]}\n")
                kept.append(f"{text[position:first]}{aside}")
                position = end
        kept.append(text[position:])
        return "".join(kept).split("\n")


def makeExtension(**settings: object) -> HtmlBlocksExtension:  # noqa: N802 - Python-Markdown's own name
    """What Python-Markdown asks of a module that is an extension."""
    return HtmlBlocksExtension(**settings)


def anchors_of(html: str) -> set[str]:
    """The ids in `html`, which MkDocs seeks in what Markdown's parsers read alone."""
    return set(_ID.findall(html))


def _end_of(text: str, start: re.Match[str]) -> int | None:
    """Where the block that begins at `start` ends; None where it is no whole block of plain HTML."""
    depth = 0
    for tag in _tags(start[1]).finditer(text, start.start()):
        depth += -1 if tag.group().startswith("</") else 1
        if depth == 0:
            end = tag.end()
            alone = end == len(text) or text.startswith("\n\n", end)
            return end if alone and not _HAS_MARKDOWN.search(text, start.start(), end) else None
    return None


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{name}(?=[\s>])[^<>]*>|</{name}\s*>")

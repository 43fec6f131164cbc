"""What is written in a file, as text of a page: Markdown and HTML read it as it stands.

A page is Markdown with some HTML in it. `safe` writes every character that means something to
either of them as a numeric entity, which both read back as the plain character; so one escape holds
in a paragraph, a heading, a link's text, an HTML element and an attribute.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from generator.site.text import french

_SPECIAL = re.compile(r"[&<>\"'`*_{}\[\]|\\~^#\n]|^[-+:=!?%@]|(?<=\d)[.)](?=\s|$)")
"""Characters with a meaning in HTML or Markdown. Some have one at the start of a line only, where a text
may land: a heading, a list (« 1. »), a definition, a rule, an admonition."""


def verbatim(text: object) -> Markup:
    """`text` escaped for Markdown and HTML alike, otherwise unchanged."""
    return Markup(
        _SPECIAL.sub(lambda match: "".join(f"&#{ord(char)};" for char in match.group()), str(text))
    )


def safe(value: object) -> Markup:
    """What a template prints: HTML as it is, anything else in French typography and escaped.

    A drawing is HTML: a plain value whose `__html__` makes it when it is printed.
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup("")
    if hasattr(value, "__html__"):
        return Markup(value)
    return _printed(str(value))


@lru_cache(maxsize=50_000)
def _printed(text: str) -> Markup:
    # Labels, names of places and of contracts come back on hundreds of pages.
    return verbatim(french.typography(text))

"""The front matter of a page: written as ASCII, and read back as the builder reads it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any

import yaml
from markupsafe import Markup

from generator.site.text.french import typography
from generator.source.yaml_loader import SafeLoader

_FENCE = "---"
_BLOCK = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")


class FrontMatterError(Exception):
    """A page's front matter would not be read as it was written; its text says so, in French."""


def front_matter(*, title: str, description: str, **more: Any) -> Markup:
    """The front matter that opens a template: one key a line, each value in ASCII JSON.

    MkDocs takes a front matter that its YAML refuses for Markdown, and says nothing: so nothing but
    plain ASCII is written, and what was written is read back. Material prints titles and
    descriptions as they come: both are HTML, escaped here. Raises FrontMatterError.
    """
    meta = {
        "title": html.escape(typography(title)),
        "description": html.escape(typography(description)),
        **more,
    }
    lines = [_FENCE, *(f"{key}: {_ascii(value)}" for key, value in meta.items()), _FENCE]
    text = "\n".join(lines)
    if read_front_matter(text) != meta:
        raise FrontMatterError(f"l’en-tête de « {title} » ne se relit pas comme il est écrit")
    return Markup(text)


def read_front_matter(page: str) -> Mapping[str, Any]:
    """The front matter of a page's Markdown, empty where it has none. Raises FrontMatterError."""
    block = _BLOCK.match(page)
    if block is None:
        return {}
    try:
        meta = yaml.load(block.group(1), SafeLoader)
    except yaml.YAMLError as error:
        raise FrontMatterError(f"en-tête illisible : {error}") from None
    if not isinstance(meta, dict):
        raise FrontMatterError("l’en-tête n’est pas fait de clés et de valeurs")
    return meta


def _ascii(value: Any) -> str:
    """`value` as JSON in ASCII, but for characters beyond U+FFFF: YAML reads no surrogate pairs."""
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_ASCII.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

"""Text as it may be printed: on one line, and unable to play with a terminal or a workflow's log."""

from __future__ import annotations

import unicodedata

QUOTED_LIMIT = 80
"""Longest part of a contributor's text that a message quotes, in characters."""

_COMMAND, _NO_COMMAND = "##[", "#\\x23["
"""GitHub's runner obeys `##[add-mask]…` anywhere in a line, not only at its beginning."""


def visible(text: str) -> str:
    r"""`text` with an escape such as \n, \x1b or \u202e for each character that does not print.

    A byte of a file's name that is not UTF-8 (PEP 383) shows as \xff. Twice is as once.
    """
    if not text.isprintable():
        text = "".join(map(_visible, text))
    return text.replace(_COMMAND, _NO_COMMAND)


def cut(text: str, limit: int) -> str:
    """`text`, or its beginning and « … » where it is longer than `limit` characters."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def quoted(text: str) -> str:
    """A contributor's text as a message quotes it: between « », and no longer than is useful."""
    return f"« {cut(text, QUOTED_LIMIT)} »"


def _visible(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")

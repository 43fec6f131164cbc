"""JSON for browsers: compact, in UTF-8, and the same text for the same value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from json.encoder import encode_basestring


def compact(value: object) -> str:
    """`value` without spaces, its keys in their own order. Raises ValueError on what JSON cannot hold (NaN)."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def string(text: str) -> str:
    """A text alone: over the tens of thousands of an index, `compact` would take most of the time."""
    return encode_basestring(text)


def array(items: Iterable[str]) -> str:
    """A list of values that are written already, so that several files can share them."""
    return f"[{','.join(items)}]"

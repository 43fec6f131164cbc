"""First names in use in France; `python -m generator.source.personal_data.refresh` writes the list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.territories.text_keys import fold

FIRST_NAMES = Path(__file__).parent / "data" / "first-names.txt"
"""One name a line, folded: in lower-case ASCII."""
_ALSO_PLACES = frozenset(["france", "lorraine", "nancy", "paris"])
"""First names that are much more often the beginning of an organisation's name."""


@cache
def _first_names() -> frozenset[str]:
    return frozenset(FIRST_NAMES.read_text(encoding="ascii").split()) - _ALSO_PLACES


def is_first_name(word: str) -> bool:
    """Whether `word` is a first name, or several joined by hyphens: Marie, JEAN-LUC."""
    parts = fold(word).split()
    return bool(parts) and all(part in _first_names() for part in parts)


def holds_first_name(text: str) -> bool:
    """Whether one word at least of `text` is a first name."""
    return not _first_names().isdisjoint(fold(text).split())

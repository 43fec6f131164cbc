"""Which communes touch one of another région: a border told by codes, without reading an outline.

Source: the outlines of IGN that `shapes` holds, packed by `refresh`; see `data/PROVENANCE.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path

BORDERS = Path(__file__).parent / "data" / "borders.txt"


class Borders:
    """Pairs of communes of two régions that share a border, or a corner."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        across: dict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            across[one].add(other)
            across[other].add(one)
        self.across: Mapping[str, Set[str]] = dict(across)
        """By INSEE code, the communes of another région that touch it."""

    def touch(self, communes: Set[str], others: Set[str]) -> bool:
        """Whether one of `communes` touches one of `others`, which are of another région."""
        return any(not others.isdisjoint(self.across.get(code, ())) for code in communes)


@cache
def load_borders() -> Borders:
    """Return the borders packed with the program, read once (some 2,000 pairs, 26 KB)."""
    lines = BORDERS.read_text(encoding="ascii").splitlines()
    return Borders((line[:5], line[6:]) for line in lines)

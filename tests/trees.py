"""Folders as the bytes of their files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Every file below `folder`, by its path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Paths of what is in one tree alone, or not the same in both."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))

"""Deduced: which values of a contract's file the sources do not state, as its `a_verifier` tells.

A path is made of keys, and where it says so of an item's place from 1: duree.fin, axes.2, axes.3.actions.1.
A path that gives no place in a list stands for every item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PLACE = re.compile(r"\.\d+(?=\.|$)")


def keys_in(path: str) -> str:
    """The path without its places: axes.actions for axes.3.actions.1."""
    return ".".join(part for part in path.split(".") if not part.isdigit())


def is_deduced(path: str, to_verify: Iterable[str]) -> bool:
    """Whether the value at `path`, or what it stands in, is among those to verify."""
    around = {end for form in (path, keys_in(path)) for end in _beginnings(form)}
    return not around.isdisjoint(to_verify)


def is_item_deduced(path: str, to_verify: Iterable[str]) -> bool:
    """Whether the item at `path`, or one of its keys, is to verify by its own place, its list not being so.

    An item of a list below it bears a mark of its own.
    """
    return any(
        written == path
        or (written.startswith(f"{path}.") and not _PLACE.search(written, len(path)))
        for written in to_verify
    )


def _beginnings(path: str) -> Iterator[str]:
    parts = path.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])

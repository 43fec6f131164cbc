"""Outlines that earlier builds joined."""

from __future__ import annotations

from generator.publish.cache import Cache, key_of, pack
from generator.publish.digest import program_digest

_KIND = "outlines"


class OutlineKeeper:
    """Keeps each by the communes that it joins, and the program that holds theirs."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._program = program_digest()

    def get(self, communes: tuple[str, ...]) -> bytes | None:
        """What was put; None where it is not known."""
        return self._cache.get(_KIND, key_of(self._program, *communes))

    def put(self, communes: tuple[str, ...], data: bytes) -> None:
        """Keep it."""
        self._cache.put(_KIND, key_of(self._program, *communes), pack(data))

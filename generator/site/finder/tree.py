"""Splitting a list of keys into small files, so that any beginning of a key is answered by one file.

A file answers for a prefix. It holds every record whose key begins with it, unless they are too many:
then the commonest beginnings get files of their own, one letter longer, and the file keeps its other
records whole and the weightiest of those given away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate

from generator.formats import json

WEIGHTIEST = 12
"""How many records a split file keeps of those that it gave away."""

_LAST = "\x7f"
"""Comes after every character of a key."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says of one place."""

    text: str
    """JSON."""
    weight: int
    """The place of most weight comes first."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """The keys that begin with `prefix`: rows `start` to `stop` of the sorted list."""

    prefix: str
    start: int
    stop: int


class Tree:
    """Keys and their records, ready to be split."""

    def __init__(self, keys: Iterable[tuple[str, int]], records: Sequence[Record]) -> None:
        """`keys` pairs a key, folded, with the number of its record."""
        ordered = sorted(keys)
        self._keys = [key for key, _ in ordered]
        self._numbers = [number for _, number in ordered]
        self._records = records
        lengths = [len(record.text.encode()) + 1 for record in records]
        self._sizes = [0, *accumulate(lengths[number] for number in self._numbers)]
        weightiest = sorted(range(len(records)), key=lambda number: -records[number].weight)
        self._places = {number: place for place, number in enumerate(weightiest)}

    def files(self, limit: int) -> Iterator[tuple[str, str]]:
        """Prefix and JSON of each file: a list of records, the weightiest first.

        A file stays under `limit` bytes, but for the `WEIGHTIEST` records and for equal keys.
        """
        for branch in self._children(_Branch("", 0, len(self._keys))):
            yield from self._split(branch, limit)

    def _split(self, branch: _Branch, limit: int) -> Iterator[tuple[str, str]]:
        if self._size(branch) <= limit:
            yield branch.prefix, self._json(self._numbers[branch.start : branch.stop])
            return
        children = sorted(self._children(branch), key=self._size)
        equal = min((child.start for child in children), default=branch.stop)
        here = self._numbers[branch.start : equal]
        room = limit - (self._sizes[equal] - self._sizes[branch.start])
        while children and self._size(children[0]) <= room:
            child = children.pop(0)
            room -= self._size(child)
            here += self._numbers[child.start : child.stop]
        away = (n for child in children for n in self._numbers[child.start : child.stop])
        here += nlargest(WEIGHTIEST, set(away), key=lambda number: self._records[number].weight)
        yield branch.prefix, self._json(here)
        for child in children:
            yield from self._split(child, limit)

    def _children(self, branch: _Branch) -> Iterator[_Branch]:
        """The keys longer than the branch's prefix, by their next character."""
        start, depth = branch.start, len(branch.prefix)
        while start < branch.stop:
            if len(self._keys[start]) == depth:
                start += 1
                continue
            prefix = self._keys[start][: depth + 1]
            stop = bisect_left(self._keys, prefix + _LAST, start, branch.stop)
            yield _Branch(prefix, start, stop)
            start = stop

    def _size(self, branch: _Branch) -> int:
        return self._sizes[branch.stop] - self._sizes[branch.start]

    def _json(self, numbers: Iterable[int]) -> str:
        ordered = sorted(set(numbers), key=self._places.__getitem__)
        return json.array(self._records[number].text for number in ordered)

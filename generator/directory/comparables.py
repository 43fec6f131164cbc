"""Territories alike: as many people and communes, as dense, carried by a like organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.directory.carrier import UNKNOWN, carrier_kind
from generator.directory.directory import Directory, Entry

Ranks = npt.NDArray[np.intp]
Gaps = npt.NDArray[np.float64]

_FEW = 32
"""How many of the likest contracts are sorted before it is known that more are asked for."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What two territories are compared by."""

    population: int
    communes: int
    area_km2: float
    """Zero where the reference has no outline."""
    carrier: str
    """Id, one of `CARRIER_KINDS`."""

    @property
    def density(self) -> float | None:
        """Inhabitants a km², None where the area is unknown."""
        return self.population / self.area_km2 if self.area_km2 else None


@dataclass(frozen=True, slots=True)
class Comparable:
    """A contract and how unlike its territory is."""

    id: str
    gap: float
    """Doublings that separate both: see `Comparables`."""


class Comparables:
    """How alike the territories of a directory are.

    The gap between two territories is the sum of four: for people, number of communes and density, how
    many times the one must be doubled to make the other; and one more when the carriers are not of
    one kind. A territory twice as populous on twice as many communes thus lies two away.
    """

    def __init__(self, directory: Directory) -> None:
        self.measures = {
            entry.id: _measures(directory, entry) for entry in directory.entries.values()
        }
        self._ids = list(self.measures)
        self._ranks = {id_: rank for rank, id_ in enumerate(self._ids)}
        numbers = [
            (known.population, known.communes, known.density or 0)
            for known in self.measures.values()
        ]
        self._numbers = np.log2(np.maximum(np.array(numbers, dtype=float).reshape(-1, 3), 1))
        kinds = [known.carrier for known in self.measures.values()]
        ranks = {kind: rank for rank, kind in enumerate(dict.fromkeys(kinds))}
        self._kinds = np.array([ranks[kind] for kind in kinds], dtype=np.intp)
        self._known = np.array([kind != UNKNOWN for kind in kinds], dtype=bool)

    def group(self, ids: Collection[str]) -> Ranks:
        """Some contracts, to be put in order as often as one likes."""
        return np.sort(np.fromiter((self._ranks[id_] for id_ in ids), np.intp, len(ids)))

    def like(self, id_: str) -> Likeness:
        """How alike a contract and every other are."""
        mine = self._ranks[id_]
        gaps: Gaps = np.abs(self._numbers - self._numbers[mine]).sum(axis=1)
        # Of an unknown kind one cannot say that it differs.
        if self._known[mine]:
            gaps += self._known & (self._kinds != self._kinds[mine])
        return Likeness(self._ids, gaps)


class Likeness:
    """How alike one contract and each of the others are."""

    def __init__(self, ids: Sequence[str], gaps: Gaps) -> None:
        self._ids = ids
        self._gaps = gaps

    def order(self, group: Ranks) -> Iterator[Comparable]:
        """The contracts of a group, the one whose territory is most like first."""
        gaps = self._gaps[group]
        for place in _smallest_first(gaps):
            yield Comparable(self._ids[group[place]], float(gaps[place]))


def _smallest_first(values: Gaps) -> Iterator[int]:
    """The place of each value, equal ones in their order. Most callers want the first few alone."""
    waiting = np.arange(len(values))
    if len(values) > _FEW:
        limit = np.partition(values, _FEW)[_FEW]
        first = np.flatnonzero(values < limit)
        yield from first[np.argsort(values[first], kind="stable")].tolist()
        waiting = np.flatnonzero(values >= limit)
    yield from waiting[np.argsort(values[waiting], kind="stable")].tolist()


def _measures(directory: Directory, entry: Entry) -> Measures:
    return Measures(
        entry.territory.population,
        len(entry.territory.communes),
        directory.grounds.area_km2(entry.territory.communes),
        carrier_kind(entry.contract),
    )

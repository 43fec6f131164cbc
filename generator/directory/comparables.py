"""Territories alike: as many people and communes, as dense, carried by a like organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from generator.directory.carrier import UNKNOWN, carrier_kind
from generator.directory.directory import Directory, Entry
from generator.territories.geodesy import area_km2


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

    def like(self, id_: str) -> Iterator[Comparable]:
        """Every other contract, the one whose territory is most like first."""
        everyone = np.arange(len(self._ids))
        gaps = self._gaps(id_, everyone)
        for rank in np.argsort(gaps, kind="stable"):
            if rank != self._ranks[id_]:
                yield Comparable(self._ids[rank], float(gaps[rank]))

    def likest(self, id_: str, among: Iterable[str]) -> list[str]:
        """Those ids in the order of `like`, without a look at any other."""
        ranks = np.sort(np.fromiter((self._ranks[other] for other in among), dtype=np.intp))
        order = np.argsort(self._gaps(id_, ranks), kind="stable")
        return [self._ids[rank] for rank in ranks[order]]

    def _gaps(self, id_: str, ranks: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """How unlike each of those contracts is."""
        mine = self._ranks[id_]
        gaps: npt.NDArray[np.float64]
        gaps = np.abs(self._numbers[ranks] - self._numbers[mine]).sum(axis=1)
        # Of an unknown kind one cannot say that it differs.
        if self._known[mine]:
            gaps += self._known[ranks] & (self._kinds[ranks] != self._kinds[mine])
        return gaps


def _measures(directory: Directory, entry: Entry) -> Measures:
    geometry = directory.geometry(entry)
    return Measures(
        entry.territory.population,
        len(entry.territory.communes),
        0.0 if shapely.is_empty(geometry) else area_km2(geometry),
        carrier_kind(entry.contract),
    )

"""Neighbours of each contract: those that cover some of the same ground, touch it, or lie near.

Only contracts that stand for their territory today are anyone's neighbours: of those that follow
each other, one; and of those that are over or lost from sight, none whose communes a later one covers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

import numpy as np

from generator.directory.directory import Directory, Entry
from generator.directory.perimeters import Indices, Pairs, Perimeters, co_owners, summed
from generator.model.vocabulary import STATUSES, Family

ENOUGH = 5
"""Neighbours after which no nearer ones are looked for beyond those that overlap or touch."""

REACH_KM = 50.0
"""Beyond this distance a contract is no neighbour."""

_RINGS_KM = (6.0, 15.0, 30.0, REACH_KM)
"""Distances tried one after the other, so that a dense place never asks for all within 50 km."""


class Relation(Enum):
    """How a neighbour's perimeter lies."""

    OVERLAPS = "chevauche"
    """It has communes in common."""
    TOUCHES = "touche"
    """It has a border in common."""
    NEAR = "proche"
    """It has neither, and lies within `REACH_KM`."""


_ORDER = {relation: rank for rank, relation in enumerate(Relation)}
_TIERS = {Family.IN_FORCE: 0, Family.LIKELY_IN_FORCE: 1}
"""What comes first among neighbours; then whatever is live, then the rest."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A contract beside another."""

    id: str
    relation: Relation
    communes: int = 0
    """Communes in common, for one that overlaps."""
    population: int = 0
    """Inhabitants of the communes in common."""
    border_km: float = 0.0
    """Length of the border in common, for one that touches."""
    distance_km: float = 0.0
    """Shortest distance, for one that is near; zero where they meet at a point."""

    @property
    def closeness(self) -> float:
        """Greater for a closer one; to be compared within one relation only."""
        closeness = {
            Relation.OVERLAPS: float(self.population),
            Relation.TOUCHES: self.border_km,
            Relation.NEAR: -self.distance_km,
        }
        return closeness[self.relation]


class Neighbourhood:
    """The neighbours of every contract of a directory, on one day."""

    def __init__(self, directory: Directory, on: date) -> None:
        self._entries = list(directory.entries.values())
        self._statuses = {
            entry.id: STATUSES[directory.status(entry, on)] for entry in self._entries
        }
        self._chains = {
            entry.id: frozenset(step.id for step in directory.chain(entry))
            for entry in self._entries
        }
        self._perimeters = Perimeters([directory.geometry(entry) for entry in self._entries])
        overlaps = self._overlaps(directory)
        self.standing = frozenset(self._standing(overlaps))
        """Ids of the contracts that stand for their territory."""
        self._found: dict[str, dict[str, Neighbour]] = {entry.id: {} for entry in self._entries}
        for pair in overlaps.items():
            self._add_overlap(*pair)
        self._add_touching()
        self._add_near()

    def of(self, id_: str) -> list[Neighbour]:
        """The neighbours of a contract: those in force, those most likely so, live ones, the others.

        Those that overlap or touch are all there; near ones only make up for their lack, up to
        `ENOUGH`. Among contracts of like status come those that overlap, most people first, those that
        touch, longest border first, and the nearest.
        """
        found = sorted(self._found[id_].values(), key=self._order)
        around = sum(neighbour.relation is not Relation.NEAR for neighbour in found)
        room = max(ENOUGH - around, 0)
        near = [neighbour for neighbour in found if neighbour.relation is Relation.NEAR]
        # A live contract somewhat farther tells an official more than one that is over.
        near.sort(key=lambda other: (not self.is_live(other.id), other.distance_km))
        kept = {neighbour.id for neighbour in near[:room]}
        return [
            neighbour
            for neighbour in found
            if neighbour.relation is not Relation.NEAR or neighbour.id in kept
        ]

    def is_live(self, id_: str) -> bool:
        """Whether the contract may matter today: neither over nor lost from sight."""
        return self._statuses[id_].family.live

    def chain(self, id_: str) -> frozenset[str]:
        """Ids of the contracts that led to a contract, and that it led to, its own included."""
        return self._chains[id_]

    def same_chain(self, id_: str, other: str) -> bool:
        """Whether one of both contracts led to the other, or they are one."""
        return other in self._chains[id_]

    def _order(self, neighbour: Neighbour) -> tuple[int, int, float, str]:
        family = self._statuses[neighbour.id].family
        tier = _TIERS.get(family, 2 if family.live else 3)
        return tier, _ORDER[neighbour.relation], -neighbour.closeness, neighbour.id

    def _overlaps(self, directory: Directory) -> dict[tuple[int, int], tuple[int, int]]:
        """Communes and people in common, by pair of ranks."""
        numbers: dict[str, int] = {}
        groups, owners = [], []
        for rank, entry in enumerate(self._entries):
            codes = entry.territory.communes
            groups += [numbers.setdefault(code, len(numbers)) for code in codes]
            owners += [rank] * len(codes)
        people = np.array([directory.reference.people[code] for code in numbers])
        where = np.array(groups, dtype=np.int64)
        pairs, rows = co_owners(where, np.array(owners, dtype=np.intp))
        if not len(rows):
            return {}
        count = len(self._entries)
        both, communes = summed(pairs, np.ones(len(rows)), count)
        _, population = summed(pairs, people[where[rows]].astype(float), count)
        shared = zip(communes.astype(int).tolist(), population.astype(int).tolist(), strict=True)
        return dict(zip(_pairs(both), shared, strict=True))

    def _standing(self, overlaps: Mapping[tuple[int, int], tuple[int, int]]) -> Iterator[str]:
        superseded = set()
        for (first, second), (communes, _) in overlaps.items():
            for entry, other in (
                (self._entries[first], self._entries[second]),
                (self._entries[second], self._entries[first]),
            ):
                whole = communes == len(entry.territory.communes)
                if whole and self._is_over_before(entry, other):
                    superseded.add(entry.id)
        for entry in self._entries:
            best = min(self._statuses[step].rank for step in self._chains[entry.id])
            if entry.id not in superseded and self._statuses[entry.id].rank == best:
                yield entry.id

    def _is_over_before(self, entry: Entry, other: Entry) -> bool:
        """Whether `entry` is not live and the live `other` came after it, as far as their starts tell."""
        if self.is_live(entry.id) or not self.is_live(other.id):
            return False
        first, later = entry.period.first_day, other.period.first_day
        return first is None or later is None or first <= later

    def _add(self, first: int, second: int, relation: Relation, **measures: float) -> None:
        ids = self._entries[first].id, self._entries[second].id
        if self.same_chain(*ids):
            return
        for id_, other in (ids, ids[::-1]):
            if other in self.standing and other not in self._found[id_]:
                self._found[id_][other] = Neighbour(other, relation, **measures)  # type: ignore[arg-type]  # one kind of measure a relation

    def _add_overlap(self, pair: tuple[int, int], shared: tuple[int, int]) -> None:
        communes, population = shared
        self._add(*pair, Relation.OVERLAPS, communes=communes, population=population)

    def _add_touching(self) -> None:
        pairs, lengths = self._perimeters.shared_borders_km()
        for pair, length in zip(_pairs(pairs), lengths.tolist(), strict=True):
            self._add(*pair, Relation.TOUCHES, border_km=length)

    def _add_near(self) -> None:
        """The nearest for those that still lack neighbours: live contracts, then any."""
        everyone = np.arange(len(self._entries))
        standing = everyone[[entry.id in self.standing for entry in self._entries]]
        live = np.array([self.is_live(self._entries[rank].id) for rank in standing], dtype=bool)
        for pool in (standing[live], standing[~live]):
            for reach in _RINGS_KM:
                short = everyone[[len(self._found[entry.id]) < ENOUGH for entry in self._entries]]
                self._add_within(self._perimeters.within(short, pool, reach))

    def _add_within(self, pairs: Pairs) -> None:
        # Asked from both sides, a pair comes twice.
        fresh = sorted(
            {
                (min(pair), max(pair))
                for pair in _pairs(pairs)
                if not self._is_known(*pair) and not self._is_known(*pair[::-1])
            }
        )
        new: Indices = np.array(fresh, dtype=np.intp).reshape(-1, 2)
        distances = self._perimeters.distances_km((new[:, 0], new[:, 1]))
        for (first, second), distance in zip(fresh, distances.tolist(), strict=True):
            # The index measures to one percent.
            if distance <= REACH_KM:
                self._add(first, second, Relation.NEAR, distance_km=distance)

    def _is_known(self, first: int, second: int) -> bool:
        id_, other = self._entries[first].id, self._entries[second].id
        return self.same_chain(id_, other) or other in self._found[id_]


def _pairs(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True))

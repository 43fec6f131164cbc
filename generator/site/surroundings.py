"""Neighbours and like territories of the contracts of an edition, computed once for all pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from generator.comparables import Comparable, Comparables
from generator.directory import Directory, Entry
from generator.neighbours import Neighbour, Neighbourhood
from generator.site.edition import Edition

SHOWN = 5
"""Neighbours that a table sets beside a contract; the others are named after it."""

ALIKE = 5
"""Like territories that a page names."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What surrounds each contract, on the ground and among its likes."""

    neighbourhood: Neighbourhood
    comparables: Comparables

    def neighbours(self, entry: Entry) -> list[Neighbour]:
        """Its neighbours, in the order of `Neighbourhood.of`."""
        return self.neighbourhood.of(entry.id)

    def alike(self, entry: Entry, limit: int = ALIKE) -> list[Comparable]:
        """The live contracts of the likest territories, neighbours left out."""
        near = {neighbour.id for neighbour in self.neighbours(entry)}
        return list(
            islice(
                (
                    other
                    for other in self.comparables.like(entry.id)
                    if other.id in self.neighbourhood.standing
                    and not self.neighbourhood.is_past(other.id)
                    and not self.neighbourhood.same_chain(entry.id, other.id)
                    and other.id not in near
                ),
                limit,
            )
        )


def surroundings(edition: Edition) -> Surroundings:
    """The surroundings of the edition's contracts, made at the first call."""
    return _surroundings(edition.directory, edition.on)


@lru_cache(maxsize=1)
def _surroundings(directory: Directory, on: date) -> Surroundings:
    return Surroundings(Neighbourhood(directory, on), Comparables(directory))

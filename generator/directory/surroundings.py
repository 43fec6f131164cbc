"""Neighbours and like territories of each contract."""

from __future__ import annotations

from datetime import date
from itertools import islice

from generator.directory.comparables import Comparable, Comparables
from generator.directory.directory import Directory, Entry
from generator.directory.neighbours import Neighbour, Neighbourhood

SHOWN = 5
"""Neighbours that a table sets beside a contract; the others are named after it."""

ALIKE = 5
"""Like territories that a page names."""


class Surroundings:
    """What surrounds each contract on one day, on the ground and among its likes."""

    def __init__(self, directory: Directory, on: date) -> None:
        self.neighbourhood = Neighbourhood(directory, on)
        self.comparables = Comparables(directory)
        self._neighbours: dict[str, list[Neighbour]] = {}
        standing = self.neighbourhood.standing
        self._live = self.comparables.group(list(filter(self.neighbourhood.is_live, standing)))

    def neighbours(self, entry: Entry) -> list[Neighbour]:
        """Its neighbours, in the order of `Neighbourhood.of`."""
        if entry.id not in self._neighbours:
            self._neighbours[entry.id] = self.neighbourhood.of(entry.id)
        return self._neighbours[entry.id]

    def alike(self, entry: Entry) -> list[Comparable]:
        """The live contracts of the likest territories, neighbours left out."""
        near = {neighbour.id for neighbour in self.neighbours(entry)}
        left_out = near | self.neighbourhood.chain(entry.id)
        likes = self.comparables.like(entry.id).order(self._live)
        return list(islice((other for other in likes if other.id not in left_out), ALIKE))

"""What runs today: the contracts that do, those that most likely do, and whom they cover."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.directory.directory import Coverage, Entry
from generator.directory.edition import Edition
from generator.directory.figures import Amount
from generator.model.vocabulary import Family


@dataclass(frozen=True, slots=True)
class InForce:
    """Contracts in force and those most likely so: two counts, never one."""

    current: int
    likely: int
    covered: Amount
    """By the contracts in force."""
    covered_or_likely: Amount
    """By those and by the likely ones, a commune counting once."""
    population: int
    """Inhabitants of the whole place, covered or not."""

    @property
    def share(self) -> float:
        """Of the inhabitants, those covered by a contract in force, from 0 to 1."""
        return self.covered.population / (self.population or 1)

    @property
    def share_or_likely(self) -> float:
        """The same, with those whom a contract most likely in force covers."""
        return self.covered_or_likely.population / (self.population or 1)


def in_force(edition: Edition, entries: Iterable[Entry], departements: Collection[str]) -> InForce:
    """Which of `entries` run on the edition's day, and whom they cover in these départements."""
    directory = edition.directory
    found = list(entries)
    current = edition.in_force(found)
    likely = edition.of_family(found, Family.LIKELY_IN_FORCE)
    return InForce(
        len(current),
        len(likely),
        _amount(directory.coverage(current, departements)),
        _amount(directory.coverage([*current, *likely], departements)),
        directory.everyone(departements).population,
    )


def _amount(covered: Coverage) -> Amount:
    return Amount(len(covered.communes), covered.population)

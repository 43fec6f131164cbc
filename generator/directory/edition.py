"""Edition: the directory on one day, as the site prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.directory.directory import Directory, Entry
from generator.directory.distinct_names import distinct_names
from generator.directory.names import name_parts
from generator.directory.surroundings import Surroundings
from generator.directory.who_acts import WhoActs
from generator.model.vocabulary import STATUSES, Family
from generator.territories.text_keys import fold


@dataclass(frozen=True)
class Edition:
    """A directory, a day, and where readers propose corrections."""

    directory: Directory
    on: date
    """The day at which statuses are derived."""
    repository: str
    """Address of the public repository, without a final slash."""
    site_url: str = ""
    """The site's own address, for what is read away from it; empty where it is not known."""
    statuses: dict[str, str] = field(init=False)
    """Status id of each contract on that day, by contract id."""
    made: dict[Callable[..., Any], dict[str, Any]] = field(init=False, default_factory=dict)
    """What `once_a_contract` keeps: by what made it, then by contract id."""

    def __post_init__(self) -> None:
        statuses = {
            entry.id: self.directory.status(entry, self.on)
            for entry in self.directory.entries.values()
        }
        object.__setattr__(self, "statuses", statuses)

    @cached_property
    def surroundings(self) -> Surroundings:
        """Neighbours and like territories of each contract on that day."""
        return Surroundings(self.directory, self.on)

    @cached_property
    def who_acts(self) -> WhoActs:
        """Who already acts on each theme."""
        return WhoActs(self.directory, self.surroundings)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """By id, what each contract is called everywhere but on its own page; no two are alike."""
        return distinct_names(self.directory.entries.values())

    def prepare(self) -> None:
        """Work out what all pages share, before the processes that make them part."""
        for shared in (self.surroundings, self.who_acts, self.names, self._places_in_order):
            assert shared is not None

    @cached_property
    def _places_in_order(self) -> Mapping[str, tuple[str, date, bool, str]]:
        entries = self.directory.entries
        return {id_: _order(entry, entries) for id_, entry in entries.items()}

    def name(self, entry: Entry) -> str:
        """What the contract is called beside others: « CLS d'Argonne-Meuse, 2020-2025 »."""
        return self.names[entry.id]

    def edit_url(self, path: str) -> str:
        """Where a reader proposes a correction of the file at `path` (from the project's root)."""
        return f"{self.repository}/edit/main/{path}"

    def status(self, entry: Entry) -> str:
        """Status id of `entry` on the edition's day."""
        return self.statuses[entry.id]

    def family(self, entry: Entry) -> Family:
        """The family of the status of `entry` on the edition's day."""
        return STATUSES[self.statuses[entry.id]].family

    def with_status(self, entries: Iterable[Entry], status: str) -> list[Entry]:
        """Those of `entries` that have that status."""
        return [entry for entry in entries if self.statuses[entry.id] == status]

    def of_family(self, entries: Iterable[Entry], family: Family) -> list[Entry]:
        """Those of `entries` whose status is of that family."""
        return [entry for entry in entries if self.family(entry) is family]

    def in_force(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of `entries` of which the sources say that they run on the edition's day."""
        return self.of_family(entries, Family.IN_FORCE)

    def live(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of `entries` that may matter today: neither over nor lost from sight."""
        return [entry for entry in entries if self.family(entry).live]

    def counts(self, entries: Iterable[Entry]) -> dict[str, int]:
        """How many of `entries` have each status; statuses in vocabulary order, zero left out."""
        found = [self.statuses[entry.id] for entry in entries]
        return {status: found.count(status) for status in STATUSES if status in found}

    def in_order(self, entries: Iterable[Entry]) -> list[Entry]:
        """`entries` by territory in French alphabetical order, then oldest first."""
        return sorted(entries, key=lambda entry: self._places_in_order[entry.id])


def _order(entry: Entry, entries: Mapping[str, Entry]) -> tuple[str, date, bool, str]:
    territory = fold(name_parts(entry.contract.name).territory)
    if entry.period.first_day is not None:
        return territory, entry.period.first_day, True, entry.id
    # One without a date stands just before the one that follows it.
    after = (entries[id_].period.first_day for id_ in entry.successors)
    first = min((day for day in after if day is not None), default=date.max)
    return territory, first, False, entry.id

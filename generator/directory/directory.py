"""Directory: every contract with its région and territory, and what follows from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from shapely.geometry.base import BaseGeometry

from generator.directory.grounds import Grounds
from generator.directory.status import status_on
from generator.model.contract import Contract
from generator.model.period import Period, period_of
from generator.model.region import Region
from generator.source.loader import ContractFile, Corpus
from generator.territories.reference import Reference
from generator.territories.shapes import Shapes
from generator.territories.territory import Territory, resolve


@dataclass(frozen=True, slots=True)
class Entry:
    """One contract in the directory, joined with its territory and its neighbours in time."""

    id: str
    path: str
    """Path of its YAML file from the project's root."""
    contract: Contract
    territory: Territory
    period: Period
    region: str
    """Slug of the région whose folder holds it."""
    successors: tuple[str, ...]
    """Ids of the contracts that name this one as their precedent, oldest first."""


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """One région: its file, and the official code of each collectivité it speaks for."""

    slug: str
    path: str
    region: Region


@dataclass(frozen=True, slots=True)
class Coverage:
    """Communes and people under at least one contract; a commune counts once."""

    communes: frozenset[str]
    population: int
    """Inhabitants (population municipale, INSEE)."""


class Directory:
    """Every contract and région, independent of any date."""

    def __init__(
        self,
        corpus: Corpus,
        reference: Reference,
        shapes: Shapes,
        grounds: Grounds | None = None,
    ) -> None:
        """`grounds` are those of an earlier directory, which know the outlines that it needed."""
        self.reference = reference
        self.shapes = shapes
        self.regions: Mapping[str, RegionEntry] = {
            slug: RegionEntry(slug, file.path, file.region) for slug, file in corpus.regions.items()
        }
        self.entries: Mapping[str, Entry] = _join(corpus, reference)
        self.grounds = grounds or Grounds(shapes)

    def geometry(self, entry: Entry) -> BaseGeometry:
        """The contract's perimeter, degrees WGS 84 (longitude, latitude)."""
        return self.grounds.of(entry.territory.communes)

    def of_region(self, slug: str) -> list[Entry]:
        """Contracts whose territory touches the région, or an overseas collectivité its ARS serves."""
        return self._by_region[slug]

    def of_departement(self, code: str) -> list[Entry]:
        """Contracts whose territory touches the département (or overseas collectivité)."""
        return self._by_departement.get(code, [])

    def of_axis(self, axis: str) -> list[Entry]:
        """Contracts that have an axis attached to the national or cross-cutting axis `axis`."""
        return [entry for entry in self.entries.values() if axis in entry.contract.national_axes()]

    def region_of_departement(self, code: str) -> RegionEntry | None:
        """The région file that a département or overseas collectivité belongs to."""
        return self._region_by_code.get(code)

    def chain(self, entry: Entry) -> list[Entry]:
        """The contracts of the same territory that led to `entry` and that followed it, oldest first."""
        before: list[Entry] = []
        current = entry
        while (precedent := self.entries.get(current.contract.precedent or "")) is not None:
            current = precedent
            before.insert(0, current)
        after: list[Entry] = []
        waiting = list(entry.successors)
        while waiting:
            following = self.entries[waiting.pop(0)]
            after.append(following)
            waiting += following.successors
        return [*before, entry, *after]

    def followed_on(self, entry: Entry) -> date | None:
        """First day of the contract that followed it, the earliest of several; None if none is known."""
        days = (self.entries[id_].period.first_day for id_ in entry.successors)
        return min((day for day in days if day is not None), default=None)

    def status(self, entry: Entry, on: date) -> str:
        """Id (see `STATUSES`) of the contract's status on that day."""
        replaced = any(self._has_begun(self.entries[id_], on) for id_ in entry.successors)
        return status_on(entry.contract, entry.period, on, replaced=replaced)

    def coverage(
        self, entries: Iterable[Entry], departements: Collection[str] | None = None
    ) -> Coverage:
        """What the given contracts cover together, in these départements only if they are given."""
        codes: set[str] = set().union(*(entry.territory.communes for entry in entries))
        if departements is not None:
            codes &= self._communes_in(departements)
        return self._coverage(codes)

    def everyone(self, departements: Collection[str]) -> Coverage:
        """All communes of these départements (or overseas collectivités) and their people."""
        return self._coverage(self._communes_in(departements))

    def communes_of(self, code: str) -> Sequence[str]:
        """INSEE codes of all communes of a département or overseas collectivité."""
        return self.reference.codes_by_departement.get(code, ())

    def _communes_in(self, departements: Collection[str]) -> set[str]:
        return set().union(*map(self.communes_of, departements))

    def _coverage(self, communes: Iterable[str]) -> Coverage:
        codes = frozenset(communes)
        return Coverage(codes, sum(map(self.reference.people.__getitem__, codes)))

    @staticmethod
    def _has_begun(entry: Entry, on: date) -> bool:
        if entry.contract.state != "signé":
            return False
        return entry.period.first_day is None or entry.period.first_day <= on

    @cached_property
    def _by_departement(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for code in entry.territory.departements:
                found.setdefault(code, []).append(entry)
        return found

    @cached_property
    def _by_region(self) -> dict[str, list[Entry]]:
        found = {}
        for slug, entry in self.regions.items():
            code, overseas = entry.region.insee_code, set(entry.region.overseas)
            # Régions and départements have codes of their own that may be equal: 94 is Corse, and Val-de-Marne.
            found[slug] = [
                entry
                for entry in self.entries.values()
                if code in entry.territory.regions
                or not overseas.isdisjoint(entry.territory.departements)
            ]
        return found

    @cached_property
    def _region_by_code(self) -> dict[str, RegionEntry]:
        by_insee = {entry.region.insee_code: entry for entry in self.regions.values()}
        found = {
            code: by_insee[departement.region]
            for code, departement in self.reference.departements.items()
            if departement.region in by_insee
        }
        for entry in self.regions.values():
            found.update(dict.fromkeys(entry.region.overseas, entry))
        return found


def _join(corpus: Corpus, reference: Reference) -> dict[str, Entry]:
    successors: dict[str, list[ContractFile]] = {}
    for file in corpus.contracts.values():
        if file.contract.precedent is not None:
            successors.setdefault(file.contract.precedent, []).append(file)
    entries = {}
    for file in corpus.contracts.values():
        perimeter = file.contract.perimeter
        entries[file.id] = Entry(
            id=file.id,
            path=file.path,
            contract=file.contract,
            territory=resolve(reference, perimeter.epci, perimeter.communes),
            period=period_of(file.contract),
            region=file.folder,
            successors=tuple(
                next_.id for next_ in sorted(successors.get(file.id, ()), key=_beginning)
            ),
        )
    return entries


def _beginning(file: ContractFile) -> tuple[date, str]:
    return period_of(file.contract).first_day or date.max, file.id

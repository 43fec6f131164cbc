"""Statistics of the directory on one day: coverage, dates, organisations, axes, completeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.directory.carrier import CARRIER_KINDS, carrier_inference
from generator.directory.directory import Directory, Entry
from generator.directory.facts import COUNTED
from generator.model.contract import Contract
from generator.model.period import initial_period, length_bounds
from generator.model.vocabulary import AXES, ORGANISATIONS, STATUSES, THEMES, Family


@dataclass(frozen=True, slots=True)
class Amount:
    """How many communes, and how many people live there (population municipale, INSEE)."""

    communes: int = 0
    population: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.communes + other.communes, self.population + other.population)


@dataclass(frozen=True, slots=True)
class Partition:
    """The communes of a place in four parts, each commune in exactly one of them: the first that fits."""

    current: Amount = Amount()
    """Under one contract in force or more, whatever else covers them."""
    likely: Amount = Amount()
    """Under one or more that is most likely in force."""
    unknown_end: Amount = Amount()
    """Under one or more whose end is unknown."""
    none: Amount = Amount()
    """Under none of these."""

    @property
    def everyone(self) -> Amount:
        """All communes of the place."""
        return self.current + self.likely + self.unknown_end + self.none

    def __add__(self, other: Partition) -> Partition:
        return Partition(
            self.current + other.current,
            self.likely + other.likely,
            self.unknown_end + other.unknown_end,
            self.none + other.none,
        )


_COVERING = (Family.IN_FORCE, Family.LIKELY_IN_FORCE, Family.UNKNOWN)
"""What the parts of a partition are under, but for the last one."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Contracts counted by some trait. A contract may count for several, or for none."""

    counts: Mapping[str, int]
    """Contracts by trait, in the order in which a list shows them; zero left out."""
    known: int
    """Contracts that have one trait or more."""
    total: int
    """Contracts looked at."""


def coverage_by_place(directory: Directory, statuses: Mapping[str, str]) -> dict[str, Partition]:
    """The partition of each département and overseas collectivité, by code.

    `statuses`: status id of each contract on the day, by contract id.
    """
    covered = [_communes(directory, statuses, family) for family in _COVERING]
    reference = directory.reference
    return {
        code: _partition(set(directory.communes_of(code)), reference.people, covered)
        for code in (*reference.departements, *reference.collectivites)
    }


def together(partitions: Iterable[Partition]) -> Partition:
    """The partition of several places that share no commune."""
    return sum(partitions, Partition())


def signature_years(entries: Iterable[Entry]) -> Tally:
    """Signed contracts by year of signature, every year from the first to the last."""
    signed = _signed(entries)
    years = Counter(
        entry.contract.duration.signature.year
        for entry in signed
        if entry.contract.duration.signature
    )
    span = range(min(years, default=0), max(years, default=-1) + 1)
    return Tally({str(year): years[year] for year in span}, years.total(), len(signed))


def lengths(entries: Iterable[Entry]) -> Tally:
    """Signed contracts by length in whole years as first agreed (see `length_in_years`)."""
    signed = _signed(entries)
    found = Counter(
        length for entry in signed if (length := length_in_years(entry.contract)) is not None
    )
    return Tally({str(years): found[years] for years in sorted(found)}, found.total(), len(signed))


def length_in_years(contract: Contract) -> int | None:
    """Length before any avenant: what a source states, else what the dates tell, rounded.

    Partial dates allow a shortest and a longest length, and the middle of the two is taken: from 2023
    to 2028 is five years, for it may be four and may be six.
    """
    if contract.duration.years is not None:
        return contract.duration.years
    bounds = length_bounds(initial_period(contract))
    return None if bounds is None else round(sum(bounds) / 2)


def carrier_kinds(entries: Iterable[Entry]) -> tuple[Tally, int]:
    """Contracts by kind of carrier, and how many kinds a source's own list gives."""
    inferences = [carrier_inference(entry.contract) for entry in entries]
    kinds = [(kind,) for kind, _ in inferences]
    return _tally(kinds, CARRIER_KINDS), sum(matched for _, matched in inferences)


def signatory_kinds(entries: Iterable[Entry]) -> Tally:
    """Signed contracts by kinds of organisation among the signatories that the sources name."""
    return _tally(
        (
            {organisation.kind for organisation in entry.contract.signatories}
            for entry in _signed(entries)
        ),
        ORGANISATIONS,
    )


def axes(entries: Iterable[Entry]) -> Tally:
    """Contracts by the national and cross-cutting axes that their own axes are attached to."""
    return _tally((entry.contract.national_axes() for entry in entries), AXES)


def themes(entries: Iterable[Entry]) -> Tally:
    """Contracts by the themes of the actions that the sources cite."""
    return _tally(
        (
            {theme for _, action in entry.contract.actions() for theme in action.themes}
            for entry in entries
        ),
        THEMES,
    )


def actions_by_theme(entries: Iterable[Entry]) -> Counter[str]:
    """Actions that the sources cite, by theme; one with two themes counts for each."""
    return Counter(
        theme
        for entry in entries
        for _, action in entry.contract.actions()
        for theme in action.themes
    )


def completeness(entries: Iterable[Entry]) -> dict[str, tuple[int, int]]:
    """By id of each fact that is counted (see `COUNTED`), contracts that have it, and contracts that may have it."""
    everything = list(entries)
    signed = _signed(everything)
    found = {}
    for fact, counted in COUNTED.values():
        looked_at = signed if counted.signed_only else everything
        found[fact.id] = (sum(fact.known(entry) for entry in looked_at), len(looked_at))
    return found


def _communes(directory: Directory, statuses: Mapping[str, str], family: Family) -> set[str]:
    return set().union(
        *(
            entry.territory.communes
            for entry in directory.entries.values()
            if STATUSES[statuses[entry.id]].family is family
        )
    )


def _partition(
    communes: set[str], people: Mapping[str, int], covered: Sequence[set[str]]
) -> Partition:
    parts, rest = [], communes
    for codes in covered:
        parts.append(rest & codes)
        rest = rest - codes
    return Partition(
        *(Amount(len(part), sum(map(people.__getitem__, part))) for part in (*parts, rest))
    )


def _signed(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.contract.state == "signé"]


def _tally(traits: Iterable[Collection[str]], order: Iterable[str]) -> Tally:
    """`order`: every trait there is, in the order of the lists."""
    found = [set(held) for held in traits]
    counts = Counter(trait for held in found for trait in held)
    return Tally(
        {trait: counts[trait] for trait in order if counts[trait]},
        sum(bool(held) for held in found),
        len(found),
    )

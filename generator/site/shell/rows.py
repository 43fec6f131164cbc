"""What lists and tables of contracts show of each contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.once import once_a_contract
from generator.directory.whereabouts import departement_names
from generator.site.shell import addresses
from generator.site.text import french
from generator.site.text.status import dates


@dataclass(frozen=True, slots=True)
class Row:
    """One contract in a list."""

    id: str
    address: str
    name: str
    place: str
    """Names of the départements (or overseas collectivités) it touches."""
    status: str
    start: str
    """When it begins, as the file writes it; empty where it is not known."""
    dates: str
    """What stands beside the badge of its status."""
    carrier: str
    population: int


@once_a_contract
def row(edition: Edition, entry: Entry) -> Row:
    """The list's view of one contract."""
    status = edition.status(entry)
    return Row(
        id=entry.id,
        address=addresses.contract(entry.id),
        name=edition.name(entry),
        place=french.enumerate_words(departement_names(edition.directory, entry)),
        status=status,
        start=str(entry.period.start or ""),
        dates=dates(status, entry),
        carrier=entry.contract.carrier,
        population=entry.territory.population,
    )


def rows(edition: Edition, entries: Iterable[Entry]) -> list[Row]:
    """The contracts by territory in alphabetical order."""
    return [row(edition, entry) for entry in edition.in_order(entries)]

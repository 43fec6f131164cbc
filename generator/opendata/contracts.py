"""The table of contracts: one line a contract, one fact a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.whereabouts import region_slugs
from generator.formats import csv
from generator.model.dates import PartialDate

_BETWEEN = "|"
"""Between the codes of one cell: none of them holds it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what it says of a contract; empty where the sources do not tell."""

    name: str
    value: Callable[[Edition, Entry], str]


def _date(value: PartialDate | None) -> str:
    """ISO 8601, as precise as it is known: 2028, 2028-06 or 2028-06-30."""
    return str(value) if value else ""


COLUMNS = (
    Column("id", lambda _, entry: entry.id),
    Column("nom", lambda _, entry: entry.contract.name),
    Column("etat", lambda _, entry: entry.contract.state),
    Column("statut", lambda edition, entry: edition.status(entry)),
    Column("statut_au", lambda edition, _: edition.on.isoformat()),
    Column("rang", lambda _, entry: str(entry.contract.rank or "")),
    Column("precedent", lambda _, entry: entry.contract.precedent or ""),
    Column("porteur", lambda _, entry: entry.contract.carrier),
    Column("signature", lambda _, entry: _date(entry.contract.duration.signature)),
    Column("debut", lambda _, entry: _date(entry.contract.duration.start)),
    Column("fin", lambda _, entry: _date(entry.period.end)),
    Column(
        "fin_deduite_de",
        lambda _, entry: entry.period.end_origin.value if entry.period.end_origin else "",
    ),
    Column("epci", lambda _, entry: _BETWEEN.join(entry.territory.epcis)),
    Column("communes", lambda _, entry: _BETWEEN.join(entry.territory.communes)),
    Column("departements", lambda _, entry: _BETWEEN.join(entry.territory.departements)),
    Column(
        "regions",
        lambda edition, entry: _BETWEEN.join(region_slugs(edition.directory, entry)),
    ),
    Column("population", lambda _, entry: str(entry.territory.population)),
    Column("a_verifier", lambda _, entry: _BETWEEN.join(entry.contract.to_verify)),
    Column("source", lambda _, entry: entry.contract.sources[0].url),
    Column("nom_distinctif", lambda edition, entry: edition.name(entry)),
)


def contracts_csv(edition: Edition) -> bytes:
    """The file; contracts by id. Several codes in a cell stand apart by a vertical bar."""
    return csv.table([column.name for column in COLUMNS], _rows(edition))


def _rows(edition: Edition) -> Iterator[list[str]]:
    for _, entry in sorted(edition.directory.entries.items()):
        yield [column.value(edition, entry) for column in COLUMNS]

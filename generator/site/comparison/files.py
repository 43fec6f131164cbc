"""The files of the page that compares contracts: an index, one file a contract, communes by letter.

Compact JSON; nothing in it is HTML, and the page writes every text as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.formats import json
from generator.territories.text_keys import place_keys

Part = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """A part of the table: its rows, by id, with their labels."""

    id: str
    title: str
    remark: str
    rows: Mapping[str, str]
    listed: bool
    """True where a row lists what is cited: rows differ when one has some and another has none."""


@dataclass(frozen=True, slots=True)
class ComparedContract:
    """What the page knows of one contract; texts are ready to print."""

    id: str
    name: str
    place: str
    status: str
    """Id of one of `STATUSES`."""
    standing: bool
    """Whether it stands for its territory today: such ones are proposed first."""
    address: str
    """Of its page, from the site's root."""
    days: tuple[date | None, date | None, date | None]
    """Signature, first day and last day of the period."""
    parts: Mapping[str, Part | None]
    """By id of `ComparedPart`; None where the sources tell nothing."""
    neighbours: Sequence[str]
    """Ids, the first ones first to be added."""
    alike: Sequence[str]
    """Ids of the likest territories."""
    communes: Sequence[tuple[str, str]]
    """Name and département of each commune covered."""


def comparison_files(
    contracts: Sequence[ComparedContract],
    parts: Sequence[ComparedPart],
    statuses: Mapping[str, str],
    root: str,
) -> Iterator[tuple[str, str]]:
    """Site path, under the folder `root` (final slash), and text of every file."""
    yield (
        f"{root}index.json",
        json.compact(
            {
                "contrats": [
                    [known.id, known.name, known.place, known.status, int(known.standing)]
                    for known in contracts
                ],
                "statuts": dict(statuses),
                "rubriques": [_terms(part) for part in parts],
            }
        ),
    )
    for known in contracts:
        yield f"{root}contrats/{known.id}.json", json.compact(_contract(known))
    for letter, communes in sorted(_communes(contracts).items()):
        yield f"{root}communes/{letter}.json", json.compact(communes)


def _terms(part: ComparedPart) -> dict[str, Any]:
    return {
        "id": part.id,
        "titre": part.title,
        "remarque": part.remark,
        "listes": part.listed,
        "lignes": list(part.rows.items()),
    }


def _contract(known: ComparedContract) -> dict[str, Any]:
    return {
        "id": known.id,
        "nom": known.name,
        "statut": known.status,
        "adresse": known.address,
        "jours": [day.isoformat() if day else None for day in known.days],
        "rubriques": {
            id_: None if part is None else {row: list(texts) for row, texts in part.items()}
            for id_, part in known.parts.items()
        },
        "voisins": list(known.neighbours),
        "comparables": list(known.alike),
    }


def _communes(contracts: Sequence[ComparedContract]) -> dict[str, list[Any]]:
    """By first letter of their key: name, département, and ranks of the contracts that cover it."""
    covered: dict[tuple[str, str], list[int]] = {}
    for rank, known in enumerate(contracts):
        for place in known.communes:
            covered.setdefault(place, []).append(rank)
    if not covered:
        return {}
    keys = place_keys("\n".join(name for name, _ in covered))
    letters: dict[str, list[Any]] = {}
    for key, (name, departement), ranks in sorted(
        zip(keys, covered.keys(), covered.values(), strict=True)
    ):
        letters.setdefault(key[:1], []).append([name, departement, ranks])
    return letters

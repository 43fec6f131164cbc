"""The files of the page that compares contracts: an index, one file a contract, communes by letter.

Compact JSON; nothing in it is HTML, and the page writes every text as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.formats import json
from generator.site.comparison.table import PartTerms, Profile
from generator.site.text import french
from generator.territories.text_keys import place_keys


@dataclass(frozen=True, slots=True)
class ComparedContract:
    """What the page knows of one contract beside what it shows of it."""

    profile: Profile
    place: str
    standing: bool
    """Whether it stands for its territory today: such ones are proposed first."""
    neighbours: Sequence[str]
    """Ids, the first ones first to be added."""
    alike: Sequence[str]
    """Ids of the likest territories."""
    former: Sequence[str]
    """Ids that addresses kept by readers may still hold."""
    communes: Sequence[tuple[str, str]]
    """Name and département of each commune covered."""


def comparison_files(
    contracts: Sequence[ComparedContract],
    parts: Sequence[PartTerms],
    statuses: Mapping[str, str],
    root: str,
) -> Iterator[tuple[str, str]]:
    """Site path, under the folder `root` (final slash), and text of every file."""
    yield (
        f"{root}index.json",
        json.compact(
            {
                "contrats": [
                    [shown.id, shown.name, known.place, shown.status, int(known.standing)]
                    for known in contracts
                    for shown in (known.profile,)
                ],
                "anciens": {
                    former: known.profile.id for known in contracts for former in known.former
                },
                "statuts": dict(statuses),
                "rubriques": [_terms(part) for part in parts],
            }
        ),
    )
    for known in contracts:
        yield f"{root}contrats/{known.profile.id}.json", json.compact(_contract(known))
    for letter, communes in sorted(_communes(contracts).items()):
        yield f"{root}communes/{letter}.json", json.compact(communes)


def _terms(part: PartTerms) -> dict[str, Any]:
    return {
        "id": part.id,
        "titre": french.typography(part.title),
        "remarque": french.typography(part.remark),
        "listes": part.listed,
        "lignes": list(part.rows.items()),
    }


def _contract(known: ComparedContract) -> dict[str, Any]:
    shown = known.profile
    return {
        "id": shown.id,
        "nom": shown.name,
        "statut": shown.status,
        "etat": shown.sentence,
        "adresse": shown.address,
        "signature": shown.signature.isoformat() if shown.signature else None,
        "trace": [day.isoformat() for day in shown.drawn] if shown.drawn else None,
        "incertain": shown.loose,
        "rubriques": {
            id_: None if part is None else {row: list(texts) for row, texts in part.items()}
            for id_, part in shown.parts.items()
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

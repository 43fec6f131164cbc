"""The files of the page that compares contracts: an index, one file a contract, communes by letter.

Compact JSON; nothing in it is HTML, and the page writes every text as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.formats import json
from generator.site.comparison.table import PartTerms, Profile
from generator.site.room import SiteFiles
from generator.site.shell import addresses
from generator.site.text import french
from generator.territories.reference import Reference, departement_code
from generator.territories.text_keys import place_keys

ROOT = addresses.COMPARISON_DATA


@dataclass(frozen=True, slots=True)
class ComparedContract:
    """The file of one contract."""

    profile: Profile
    neighbours: tuple[str, ...]
    """Ids, the first ones first to be added."""
    alike: tuple[str, ...]
    """Ids of the likest territories."""

    def files(self) -> SiteFiles:
        """Its site path and text."""
        yield f"{ROOT}contrats/{self.profile.id}.json", json.compact(_contract(self))


@dataclass(frozen=True, slots=True)
class ListedContract:
    """What the index tells of one contract."""

    id: str
    name: str
    place: str
    status: str
    standing: bool
    """Whether it stands for its territory today: such ones are proposed first."""
    former: tuple[str, ...]
    """Ids that addresses kept by readers may still hold."""


@dataclass(frozen=True, slots=True)
class ComparisonIndex:
    """The file that lists the contracts, and says what is compared."""

    contracts: tuple[ListedContract, ...]
    parts: tuple[PartTerms, ...]
    statuses: Mapping[str, str]
    """Label of each, by id."""

    def files(self) -> SiteFiles:
        """Its site path and text."""
        listed = [
            [known.id, known.name, known.place, known.status, int(known.standing)]
            for known in self.contracts
        ]
        told = {
            "contrats": listed,
            "anciens": {former: known.id for known in self.contracts for former in known.former},
            "statuts": dict(self.statuses),
            "rubriques": [_terms(part) for part in self.parts],
        }
        yield f"{ROOT}index.json", json.compact(told)


@dataclass(frozen=True, slots=True)
class CoveredCommunes:
    """The files that lead from a commune to the contracts that cover it."""

    covered: tuple[tuple[str, ...], ...]
    """INSEE codes of each contract of the index, in its order."""
    reference: Reference = field(compare=False, repr=False)

    def files(self) -> SiteFiles:
        """By first letter of a commune's key: its name, its département, and ranks of its contracts."""
        names = self.reference.names
        ranks: dict[tuple[str, str], list[int]] = {}
        for rank, codes in enumerate(self.covered):
            for code in codes:
                ranks.setdefault((names[code], departement_code(code)), []).append(rank)
        keys = place_keys("\n".join(name for name, _ in ranks)) if ranks else []
        letters: dict[str, list[Any]] = {}
        for key, (name, departement), rows in sorted(
            zip(keys, ranks.keys(), ranks.values(), strict=True)
        ):
            letters.setdefault(key[:1], []).append([name, departement, rows])
        for letter, communes in sorted(letters.items()):
            yield f"{ROOT}communes/{letter}.json", json.compact(communes)


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

"""What the commune finder answers: the contracts of each commune, or the nearest ones and whom to ask.

`reponses/292.json` answers for the communes whose INSEE code begins with 292. There `contrats` lists
`[name, status, dates, address]`, and whatever cites a contract gives its row in that list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from generator.directory.grounds import Grounds
from generator.formats import json
from generator.model.vocabulary import STATUSES, Family
from generator.site.finder.index import ROOT, printed
from generator.site.finder.nearest import NearestPerimeters, Neighbours
from generator.site.room import SiteFiles
from generator.territories.reference import Commune, Reference

HEAD = 3
"""How many characters of an INSEE code name its file: a hundred communes at most share them."""

_RUNNING = (Family.IN_FORCE, Family.LIKELY_IN_FORCE)
"""What answers for a commune so well that it needs no nearest contracts."""

_DECIMALS = 3
"""Digits of a commune's middle, in degrees: some 100 m."""

Covering = defaultdict[str, list[int]]


@dataclass(frozen=True, slots=True)
class FinderContract:
    """What an answer tells of one contract."""

    name: str
    status: str
    """Id of one of `STATUSES`."""
    dates: str
    """What stands beside the badge of its status, in French."""
    address: str
    """Of its page, from the site's root."""
    communes: tuple[str, ...]
    """INSEE codes of its territory."""

    @property
    def family(self) -> Family:
        """Of its status."""
        return STATUSES[self.status].family


@dataclass(frozen=True, slots=True)
class Agency:
    """The agence régionale de santé to ask."""

    name: str
    site: str | None
    page: str | None
    """Its page on the contracts."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a commune is: its département (or overseas collectivité) and région."""

    departement: str
    address: str | None
    """Of the page that lists the contracts of the département, from the site's root."""
    region: str | None
    region_address: str | None
    agency: Agency | None


@dataclass(frozen=True, slots=True)
class PlaceAnswers:
    """The answers for the communes of a département or overseas collectivité."""

    code: str
    home: Home
    contracts: tuple[FinderContract, ...]
    """Those that cover a commune of it or may be near one, in the order in which an answer cites them."""
    reference: Reference = field(compare=False, repr=False)
    grounds: Grounds = field(compare=False, repr=False)

    def files(self) -> SiteFiles:
        """Site path and JSON of each."""
        communes = [
            self.reference.communes[code]
            for code in sorted(self.reference.codes_by_departement[self.code])
        ]
        covering = covering_of(self.contracts, {commune.code for commune in communes})
        outlines = self._outlines(communes)
        neighbours = self._neighbours(outlines, covering)
        middles = _middles(outlines)
        for head, some in groupby(communes, key=lambda commune: commune.code[:HEAD]):
            text = self._file(list(some), covering, neighbours, middles)
            yield f"{ROOT}reponses/{head.lower()}.json", text

    def _outlines(self, communes: Sequence[Commune]) -> dict[str, BaseGeometry]:
        """Outlines of those that have one, of their own or of the commune that held their ground."""
        shapes = self.grounds.shapes
        found = {}
        for commune in communes:
            outline = shapes.commune(commune.code) or shapes.union([commune.code])
            if not outline.is_empty:
                found[commune.code] = outline
        return found

    def _neighbours(
        self, outlines: Mapping[str, BaseGeometry], covering: Covering
    ) -> dict[str, Neighbours]:
        """The nearest contracts of the communes that no running one covers."""
        # What is over or lost from sight is not worth citing to a neighbour.
        near = [row for row, contract in enumerate(self.contracts) if contract.family.live]
        place_of = {row: place for place, row in enumerate(near)}
        grounds = [self.contracts[row].communes for row in near]
        perimeters = NearestPerimeters(
            [*map(self.grounds.of, grounds)], [*map(self.grounds.flat, grounds)]
        )
        found = perimeters.of(
            {
                code: outline
                for code, outline in outlines.items()
                if all(self.contracts[row].family not in _RUNNING for row in covering[code])
            },
            {code: [place_of[n] for n in covering[code] if n in place_of] for code in outlines},
        )
        return {code: [(near[place], km) for place, km in pairs] for code, pairs in found.items()}

    def _file(
        self,
        communes: Sequence[Commune],
        covering: Covering,
        neighbours: Mapping[str, Neighbours],
        middles: Mapping[str, tuple[float, float]],
    ) -> str:
        cited = Cited(self.contracts)
        epcis: dict[str, int] = {}
        answers = {}
        for commune in communes:
            siren = commune.ept or commune.epci
            answers[commune.code] = [
                printed(commune.name),
                *middles.get(commune.code, (None, None)),
                None if siren is None else epcis.setdefault(siren, len(epcis)),
                [cited.row(row) for row in covering[commune.code]],
                [[cited.row(row), km] for row, km in neighbours.get(commune.code, ())],
            ]
        names = [printed(self.reference.epcis[siren].label) for siren in epcis]
        return json.compact(
            {**_told(self.home), "epci": names, "contrats": cited.contracts, "communes": answers}
        )


def _told(home: Home) -> dict[str, Any]:
    agency = home.agency
    return {
        "departement": [home.departement, home.address],
        "region": [home.region, home.region_address] if home.region else None,
        "ars": [agency.name, agency.site, agency.page] if agency else None,
    }


class Cited:
    """The contracts that a file cites, each once."""

    def __init__(self, contracts: Sequence[FinderContract]) -> None:
        self._all = contracts
        self._rows: dict[int, int] = {}
        self.contracts: list[list[str]] = []

    def row(self, number: int) -> int:
        """The place in the file of the contract `number`."""
        if number not in self._rows:
            contract = self._all[number]
            self._rows[number] = len(self.contracts)
            self.contracts.append(
                [contract.name, contract.status, contract.dates, contract.address]
            )
        return self._rows[number]


def covering_of(contracts: Sequence[FinderContract], communes: Set[str]) -> Covering:
    """Rows of the contracts that cover each of the communes, by its code; none for any other."""
    covering: Covering = defaultdict(list)
    for row, contract in enumerate(contracts):
        for code in communes & set(contract.communes):
            covering[code].append(row)
    return covering


def _middles(outlines: Mapping[str, BaseGeometry]) -> dict[str, tuple[float, float]]:
    """Latitude and longitude of each centroid, where a map can open."""
    degrees = shapely.get_coordinates(shapely.centroid(list(outlines.values()))).tolist()
    return {
        code: (round(y, _DECIMALS), round(x, _DECIMALS))
        for code, (x, y) in zip(outlines, degrees, strict=True)
    }

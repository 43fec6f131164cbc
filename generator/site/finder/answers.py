"""What the commune finder answers: the contracts of each commune, or the nearest ones and whom to ask.

`reponses/292.json` answers for the communes whose INSEE code begins with 292, and
`intercommunalites/68.json` for the EPCI whose SIREN ends with 68. In each, `contrats` lists
`[name, status, dates, address]`, and whatever cites a contract gives its row in that list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from generator.formats import json
from generator.model.vocabulary import STATUSES, Family
from generator.site.finder.index import ROOT, printed
from generator.site.finder.nearest import NearestPerimeters, Neighbours
from generator.territories.reference import Commune, Epci, Reference, departement_code
from generator.territories.shapes import Shapes

HEAD = 3
"""How many characters of an INSEE code name its file: a hundred communes at most share them."""

_RUNNING = (Family.IN_FORCE, Family.LIKELY_IN_FORCE)
"""What answers for a commune so well that it needs no nearest contracts."""

_DECIMALS = 3
"""Digits of a commune's middle, in degrees: some 100 m."""


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
    communes: Sequence[str]
    """INSEE codes of its territory."""
    perimeter: BaseGeometry
    """Degrees WGS 84; may be empty."""

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


@dataclass(frozen=True)
class FinderCorpus:
    """All that the answers are made of."""

    reference: Reference
    shapes: Shapes
    contracts: Sequence[FinderContract]
    """In the order in which an answer cites them."""
    homes: Mapping[str, Home]
    """By code of département or overseas collectivité."""


def answer_files(corpus: FinderCorpus) -> Iterator[tuple[str, str]]:
    """Site path and JSON of every answer."""
    covering = _covering(corpus.contracts)
    # What is over or lost from sight is not worth citing to a neighbour.
    near = [row for row, value in enumerate(corpus.contracts) if value.family.live]
    perimeters = NearestPerimeters([corpus.contracts[row].perimeter for row in near])
    place_of = {row: place for place, row in enumerate(near)}
    communes = sorted(corpus.reference.communes.values(), key=lambda commune: commune.code)
    for departement, group in groupby(communes, key=lambda commune: commune.departement):
        here = list(group)
        outlines = _outlines(corpus.shapes, here)
        found = perimeters.of(
            {
                code: outline
                for code, outline in outlines.items()
                if all(corpus.contracts[row].family not in _RUNNING for row in covering[code])
            },
            {c.code: [place_of[n] for n in covering[c.code] if n in place_of] for c in here},
        )
        neighbours = {
            code: [(near[place], km) for place, km in pairs] for code, pairs in found.items()
        }
        middles = _middles(outlines)
        for head, some in groupby(here, key=lambda commune: commune.code[:HEAD]):
            text = _communes_file(
                corpus, corpus.homes[departement], list(some), covering, neighbours, middles
            )
            yield f"{ROOT}reponses/{head.lower()}.json", text
    yield from _epci_files(corpus, covering)


def _communes_file(
    corpus: FinderCorpus,
    home: Home,
    communes: Sequence[Commune],
    covering: Mapping[str, Sequence[int]],
    neighbours: Mapping[str, Neighbours],
    middles: Mapping[str, tuple[float, float]],
) -> str:
    cited = _Cited(corpus.contracts)
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
    names = [printed(corpus.reference.epcis[siren].label) for siren in epcis]
    return json.compact(
        {**_told(home), "epci": names, "contrats": cited.contracts, "communes": answers}
    )


def _told(home: Home) -> dict[str, Any]:
    agency = home.agency
    return {
        "departement": [home.departement, home.address],
        "region": [home.region, home.region_address] if home.region else None,
        "ars": [agency.name, agency.site, agency.page] if agency else None,
    }


def _epci_files(
    corpus: FinderCorpus, covering: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, str]]:
    ordered = sorted(
        corpus.reference.epcis.values(), key=lambda epci: (epci.siren[-2:], epci.siren)
    )
    for tail, group in groupby(ordered, key=lambda epci: epci.siren[-2:]):
        cited = _Cited(corpus.contracts)
        answers = {epci.siren: _epci(corpus, epci, covering, cited) for epci in group}
        text = json.compact({"contrats": cited.contracts, "epci": answers})
        yield f"{ROOT}intercommunalites/{tail}.json", text


def _epci(
    corpus: FinderCorpus, epci: Epci, covering: Mapping[str, Sequence[int]], cited: _Cited
) -> list[Any]:
    """Name, number of communes, contracts with how many of these they cover, départements."""
    shared = Counter(row for code in epci.communes for row in covering[code])
    codes = {departement_code(code) for code in epci.communes}
    homes = [corpus.homes[code] for code in sorted(codes)]
    return [
        printed(epci.label),
        len(epci.communes),
        [[cited.row(row), shared[row]] for row in sorted(shared)],
        [[home.departement, home.address] for home in homes],
    ]


class _Cited:
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


def _covering(contracts: Sequence[FinderContract]) -> Mapping[str, Sequence[int]]:
    covering: dict[str, list[int]] = defaultdict(list)
    for row, contract in enumerate(contracts):
        for code in contract.communes:
            covering[code].append(row)
    return covering


def _outlines(shapes: Shapes, communes: Sequence[Commune]) -> dict[str, BaseGeometry]:
    """Outlines of those that have one, of their own or of the commune that held their ground."""
    found = {}
    for commune in communes:
        outline = shapes.commune(commune.code) or shapes.union([commune.code])
        if not outline.is_empty:
            found[commune.code] = outline
    return found


def _middles(outlines: Mapping[str, BaseGeometry]) -> dict[str, tuple[float, float]]:
    """Latitude and longitude of each centroid, where a map can open."""
    degrees = shapely.get_coordinates(shapely.centroid(list(outlines.values()))).tolist()
    return {
        code: (round(y, _DECIMALS), round(x, _DECIMALS))
        for code, (x, y) in zip(outlines, degrees, strict=True)
    }

"""The files of outlines that the maps fetch, and the places that they can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

from generator.directory.directory import Directory, Entry, RegionEntry
from generator.directory.edition import Edition
from generator.directory.grounds import Grounds
from generator.directory.once import once_a_contract
from generator.directory.whereabouts import region_slugs
from generator.site.map.features import (
    Detail,
    MapContract,
    MapOutline,
    collection,
    contracts_text,
    outline_features,
    simplified_coverage,
)
from generator.site.map.interactive_map import Bounds, MapFiles, View
from generator.site.room import SiteFiles
from generator.site.shell import addresses
from generator.site.text import french
from generator.site.text.status import sentence
from generator.territories.places import OVERSEAS_REGIONS
from generator.territories.reference import Reference

COUNTRY = "france"
"""Stem of the national files."""

NATIONAL = Detail(tolerance=1_000, decimals=3)
"""A thousand metres are a dot of the screen where the country is seen whole; see map/closer.js for what is closer."""
REGIONAL = Detail(tolerance=80, decimals=4)

_OUTLINE_TOLERANCE = 1_500
"""Metres: départements of the métropole on the national map, where they are seen from afar."""

_MARGIN = 0.35
"""Degrees of its neighbourhood that a région's map draws."""


@dataclass(frozen=True, slots=True)
class ContractsFile:
    """The contracts that one map shows."""

    path: str
    contracts: tuple[MapContract, ...]
    perimeters: tuple[tuple[str, ...], ...]
    """Communes of each."""
    detail: Detail
    grounds: Grounds = field(compare=False, repr=False)

    def files(self) -> SiteFiles:
        """Its path and text."""
        perimeters = map(self.grounds.of, self.perimeters)
        yield self.path, contracts_text(self.contracts, perimeters, self.detail)


@dataclass(frozen=True, slots=True)
class OutlineFiles:
    """What is drawn under the contracts of every map: outlines of départements, régions, collectivités."""

    regions: tuple[tuple[str, tuple[Bounds, ...]], ...]
    """Slug of each région, and the places that its map can show."""
    collectivites: tuple[str, ...]
    """Codes of the collectivités d'outre-mer that an ARS serves."""
    reference: Reference = field(compare=False, repr=False)
    grounds: Grounds = field(compare=False, repr=False)

    def files(self) -> SiteFiles:
        """Path and text of the national file, then of each région's."""
        coarse = self._outlines(_OUTLINE_TOLERANCE)
        national = outline_features(coarse, NATIONAL.decimals)
        yield map_files(COUNTRY).outlines, collection(national, NATIONAL.decimals)
        outlines = self._outlines(REGIONAL.tolerance)
        # Neighbouring régions share features: each is written once.
        features = outline_features(outlines, REGIONAL.decimals)
        for slug, bounds in self.regions:
            near = _near(outlines, bounds)
            yield (
                map_files(slug).outlines,
                collection((features[index] for index in near), REGIONAL.decimals),
            )

    def _outlines(self, tolerance: float) -> list[MapOutline]:
        """Départements, then collectivités and régions (départements joined).

        `tolerance` in metres, for the métropole.
        """
        reference = self.reference
        simple = self._simple_departements(tolerance)
        outlines = [
            MapOutline("departement", code, reference.departements[code].name, outline)
            for code, outline in simple.items()
        ]
        outlines += [
            MapOutline("region", code, reference.collectivites[code].name, outline)
            for code in self.collectivites
            if not (outline := _ground_of(reference, self.grounds, code)).is_empty
        ]
        for code, region in reference.regions.items():
            parts = [
                outline
                for departement, outline in simple.items()
                if reference.departements[departement].region == code
            ]
            joined = shapely.coverage_union_all(parts)
            outlines.append(MapOutline("region", code, region.name, joined))
        return outlines

    def _simple_departements(self, tolerance: float) -> dict[str, BaseGeometry]:
        shapes = dict(self.grounds.shapes.departements())
        # Overseas a département fills the map, so it keeps what it has.
        mainland = [code for code in shapes if len(code) == len("2A")]
        simple = simplified_coverage([shapes[code] for code in mainland], tolerance)
        return shapes | dict(zip(mainland, simple, strict=True))


def map_data_sets(edition: Edition) -> Iterator[ContractsFile | OutlineFiles]:
    """Every file of outlines that the maps fetch."""
    directory = edition.directory
    everyone = edition.in_order(directory.entries.values())
    yield _contracts_file(edition, COUNTRY, everyone, NATIONAL)
    for slug in directory.regions:
        own = edition.in_order(directory.of_region(slug))
        yield _contracts_file(edition, slug, own, REGIONAL)
    yield OutlineFiles(
        tuple(
            (slug, tuple(view.bounds for view in region_views(directory, region)))
            for slug, region in directory.regions.items()
        ),
        _collectivites(directory),
        directory.reference,
        directory.grounds,
    )


def map_files(stem: str) -> MapFiles:
    """The files of the national map, or of a région's by its slug."""
    return MapFiles(
        script=f"{addresses.MAP_DATA}{stem}.js",
        contracts=f"{addresses.MAP_DATA}{stem}.json",
        outlines=f"{addresses.MAP_DATA}contours/{stem}.json",
        closer=addresses.MAP_DATA if stem == COUNTRY else "",
    )


def national_views(directory: Directory) -> list[View]:
    """Métropole, the régions overseas, and the collectivités that have a contract."""
    shapes, names = directory.shapes.regions(), directory.reference.regions
    mainland = [shape for code, shape in shapes.items() if code not in OVERSEAS_REGIONS]
    overseas = [View(names[code].name, _bounds([shapes[code]])) for code in OVERSEAS_REGIONS]
    return [View("Métropole", _bounds(mainland)), *overseas, *_collectivity_views(directory)]


def region_views(directory: Directory, region: RegionEntry) -> list[View]:
    """The région, and the collectivités with a contract that its ARS serves."""
    code = region.region.insee_code
    own = View(region.region.name, _bounds([directory.shapes.region(code)]))
    return [own, *_collectivity_views(directory, region.region.overseas)]


def _collectivity_views(directory: Directory, among: Iterable[str] | None = None) -> list[View]:
    reference = directory.reference
    return [
        View(reference.collectivites[code].name, _bounds([outline]))
        for code in _collectivites(directory)
        if directory.of_departement(code) and (among is None or code in among)
        if not (outline := _ground_of(reference, directory.grounds, code)).is_empty
    ]


def _contracts_file(
    edition: Edition, stem: str, entries: Iterable[Entry], detail: Detail
) -> ContractsFile:
    shown = list(entries)
    return ContractsFile(
        map_files(stem).contracts,
        tuple(_contract(edition, entry) for entry in shown),
        tuple(entry.territory.communes for entry in shown),
        detail,
        edition.directory.grounds,
    )


@once_a_contract
def _contract(edition: Edition, entry: Entry) -> MapContract:
    return MapContract(
        id=entry.id,
        name=french.typography(edition.name(entry)),
        status=edition.status(entry),
        sentence=sentence(edition.status(entry), entry),
        address=addresses.contract(entry.id),
        region=region_slugs(edition.directory, entry)[0],
    )


def _collectivites(directory: Directory) -> tuple[str, ...]:
    """Codes of the collectivités d'outre-mer that an ARS serves."""
    regions = directory.regions.values()
    return tuple(sorted({code for region in regions for code in region.region.overseas}))


def _ground_of(reference: Reference, grounds: Grounds, code: str) -> BaseGeometry:
    """All the communes of a collectivité; empty where the reference has no outline of them."""
    return grounds.of(tuple(reference.codes_by_departement.get(code, ())))


def _near(outlines: Sequence[MapOutline], bounds: Iterable[Bounds]) -> list[int]:
    """Which of the outlines a map of these places may show."""
    boxes = [shapely.box(*each) for each in bounds]
    frame = shapely.buffer(shapely.union_all(boxes), _MARGIN)
    shapely.prepare(frame)
    found = shapely.intersects(frame, [shape.outline for shape in outlines])
    return [int(index) for index in found.nonzero()[0]]


def _bounds(shapes: Sequence[BaseGeometry]) -> Bounds:
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    return (round(west, 3), round(south, 3), round(east, 3), round(north, 3))

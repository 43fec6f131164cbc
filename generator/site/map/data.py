"""The GeoJSON files that the maps fetch, and the places that they can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from generator.directory.directory import Directory, RegionEntry
from generator.directory.edition import Edition
from generator.site.map.geojson import (
    Detail,
    MapContract,
    MapOutline,
    collection,
    contract_features,
    contracts_geojson,
    outline_features,
    simplified_coverage,
)
from generator.site.map.interactive_map import Bounds, MapFiles, View
from generator.site.shell import addresses
from generator.site.text import french
from generator.site.text.status import sentence
from generator.territories.places import OVERSEAS_REGIONS

COUNTRY = "france"
"""Stem of the national files."""

NATIONAL = Detail(tolerance=300, decimals=3)
REGIONAL = Detail(tolerance=80, decimals=4)

_OUTLINE_TOLERANCE = 1_500
"""Metres: départements of the métropole on the national map, where they are seen from afar."""

_MARGIN = 0.35
"""Degrees of its neighbourhood that a région's map draws."""


def map_data_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Site path and text of every GeoJSON file that the maps fetch."""
    directory = edition.directory
    contracts = _contracts(edition)
    country = map_files(COUNTRY)
    yield country.contracts, contracts_geojson(contracts, NATIONAL)
    coarse = _outlines(directory, _OUTLINE_TOLERANCE)
    yield country.outlines, collection(outline_features(coarse, NATIONAL.decimals))
    outlines = _outlines(directory, REGIONAL.tolerance)
    # Neighbouring régions share features: each is written once.
    features = dict(
        zip((c.id for c in contracts), contract_features(contracts, REGIONAL), strict=True)
    )
    grounds = outline_features(outlines, REGIONAL.decimals)
    for slug, region in directory.regions.items():
        paths = map_files(slug)
        own = {entry.id for entry in directory.of_region(slug)}
        yield paths.contracts, collection(features[c.id] for c in contracts if c.id in own)
        near = _near(outlines, directory, region)
        yield paths.outlines, collection(grounds[index] for index in near)


def map_files(stem: str) -> MapFiles:
    """The files of the national map, or of a région's by its slug."""
    return MapFiles(
        script=f"{addresses.MAP_DATA}{stem}.js",
        contracts=f"{addresses.MAP_DATA}{stem}.geojson",
        outlines=f"{addresses.MAP_DATA}contours/{stem}.geojson",
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
    outlines = _collectivity_outlines(directory)
    return [
        View(directory.reference.collectivites[code].name, _bounds([outline]))
        for code, outline in outlines.items()
        if directory.of_departement(code) and (among is None or code in among)
    ]


def _contracts(edition: Edition) -> list[MapContract]:
    return [
        MapContract(
            id=entry.id,
            name=french.typography(edition.name(entry)),
            status=edition.status(entry),
            sentence=sentence(edition.status(entry), entry),
            address=addresses.contract(entry.id),
            perimeter=edition.directory.geometry(entry),
        )
        for entry in edition.in_order(edition.directory.entries.values())
    ]


def _outlines(directory: Directory, tolerance: float) -> list[MapOutline]:
    """Départements, then régions (départements joined) and the collectivités that an ARS serves.

    `tolerance` in metres, for the métropole.
    """
    reference = directory.reference
    simple = _simple_departements(directory, tolerance)
    outlines = [
        MapOutline("departement", code, reference.departements[code].name, outline)
        for code, outline in simple.items()
    ]
    outlines += [
        MapOutline("region", code, reference.collectivites[code].name, outline)
        for code, outline in _collectivity_outlines(directory).items()
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


def _simple_departements(directory: Directory, tolerance: float) -> dict[str, BaseGeometry]:
    shapes = dict(directory.shapes.departements())
    # Overseas a département fills the map, so it keeps what it has.
    mainland = [code for code in shapes if len(code) == len("2A")]
    simple = simplified_coverage([shapes[code] for code in mainland], tolerance)
    return shapes | dict(zip(mainland, simple, strict=True))


def _collectivity_outlines(directory: Directory) -> Mapping[str, BaseGeometry]:
    """By code, the collectivités d'outre-mer that an ARS serves and of which there is an outline."""
    codes = {code for region in directory.regions.values() for code in region.region.overseas}
    found = {}
    for code in sorted(codes):
        outline = directory.shapes.union(directory.communes_of(code))
        if not outline.is_empty:
            found[code] = outline
    return found


def _near(outlines: Sequence[MapOutline], directory: Directory, region: RegionEntry) -> list[int]:
    """Which of the outlines a map of the région may show."""
    boxes = [shapely.box(*view.bounds) for view in region_views(directory, region)]
    frame = shapely.buffer(shapely.union_all(boxes), _MARGIN)
    shapely.prepare(frame)
    found = shapely.intersects(frame, [shape.outline for shape in outlines])
    return [int(index) for index in found.nonzero()[0]]


def _bounds(shapes: Sequence[BaseGeometry]) -> Bounds:
    west, south, east, north = shapely.total_bounds(shapes)
    return (round(west, 3), round(south, 3), round(east, 3), round(north, 3))

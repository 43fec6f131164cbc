"""What the maps draw: contracts' perimeters, outlines of départements and régions, each with what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from generator.formats import json
from generator.site.map.packed import EXACT_DECIMALS, packed
from generator.territories.geodesy import KM_PER_DEGREE, centre
from generator.territories.shapes import as_array
from generator.territories.shapes_pack import Geometries

_CENTRE_DECIMALS = 4

_METRES_PER_DEGREE = 1_000 * KM_PER_DEGREE

Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Detail:
    """How closely a file follows the outlines."""

    tolerance: float
    """Metres by which a perimeter may stray, or under the square of which a border's detail goes."""
    decimals: int
    """Digits of a coordinate, degrees WGS 84: three are some 100 m, four some 10 m."""


@dataclass(frozen=True, slots=True)
class MapContract:
    """What a map tells of one contract."""

    id: str
    name: str
    status: str
    """Id of one of `STATUSES`."""
    sentence: str
    """Its status and dates, in French."""
    address: str
    """Of its page, from the site's root."""
    region: str
    """Slug of its first région, whose own map has its outline in more detail."""


@dataclass(frozen=True, slots=True)
class MapOutline:
    """A département, or a région or overseas collectivité, drawn under the contracts."""

    kind: Literal["departement", "region"]
    code: str
    name: str
    outline: BaseGeometry


def contracts_text(
    contracts: Sequence[MapContract], perimeters: Iterable[BaseGeometry], detail: Detail
) -> str:
    """One feature a contract, its perimeter simplified; all its parts and holes are kept.

    `perimeters` in degrees WGS 84: a contract of which it is empty has no polygon and a null centre.
    """
    drawn = as_array(perimeters)
    simple = shapely.simplify(drawn, detail.tolerance / _METRES_PER_DEGREE)
    properties = [_properties(*pair) for pair in zip(contracts, drawn, strict=True)]
    return collection(_features(properties, simple, detail.decimals), detail.decimals)


def outline_features(outlines: Sequence[MapOutline], decimals: int) -> list[str]:
    """One feature an outline, as simple as it is given: see `simplified_coverage`."""
    properties = [
        {"genre": shape.kind, "code": shape.code, "nom": shape.name} for shape in outlines
    ]
    return _features(properties, as_array(shape.outline for shape in outlines), decimals)


def collection(features: Iterable[str], decimals: int) -> str:
    """A file of features already written, whose polygons are packed on a grid of so many decimals."""
    return f'{{"decimals":{decimals},"features":{json.array(features)}}}'


def simplified_coverage(outlines: Sequence[BaseGeometry], tolerance: float) -> list[BaseGeometry]:
    """Neighbours simplified together, so that a common border stays one line (tolerance in metres)."""
    simple = shapely.coverage_simplify(np.array(outlines), tolerance / _METRES_PER_DEGREE)
    return list(simple)


def _properties(contract: MapContract, perimeter: BaseGeometry) -> Properties:
    return {
        "id": contract.id,
        "nom": contract.name,
        "statut": contract.status,
        "etat": contract.sentence,
        "adresse": contract.address,
        "region": contract.region,
        "centre": _centre(perimeter),
    }


def _centre(perimeter: BaseGeometry) -> list[float] | None:
    if perimeter.is_empty:
        return None
    latitude, longitude = centre(perimeter)
    return [round(longitude, _CENTRE_DECIMALS), round(latitude, _CENTRE_DECIMALS)]


def _features(properties: Sequence[Properties], geometries: Geometries, decimals: int) -> list[str]:
    drawn = packed(_rounded(geometries, decimals), decimals)
    return [
        f'{{"properties":{json.compact(told)},{polygons}}}'
        for told, polygons in zip(properties, drawn, strict=True)
    ]


def _rounded(geometries: Geometries, decimals: int) -> Geometries:
    """On a grid, points that fall together merged; whatever the grid would flatten stays exact."""
    rounded = shapely.transform(geometries, lambda points: np.round(points, decimals))
    flat = _with_flat_ring(rounded)
    rounded[flat] = [_rounded_by_part(geometry, decimals) for geometry in geometries[flat]]
    merged: Geometries = shapely.remove_repeated_points(rounded, 0)
    return merged


def _rounded_by_part(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    exact = shapely.get_parts(geometry)
    parts = shapely.transform(exact, lambda points: np.round(points, decimals))
    flat = _with_flat_ring(parts)
    parts[flat] = shapely.transform(exact[flat], lambda points: np.round(points, EXACT_DECIMALS))
    whole: BaseGeometry = shapely.multipolygons(parts)  # type: ignore[assignment]  # stubs allow arrays
    return whole


def _with_flat_ring(geometries: Geometries) -> NDArray[np.bool_]:
    parts, owners = shapely.get_parts(geometries, return_index=True)
    rings, ring_owners = shapely.get_rings(parts, return_index=True)
    flat = np.zeros(len(geometries), dtype=bool)
    flat[owners[ring_owners[shapely.area(shapely.polygons(rings)) == 0]]] = True
    return flat

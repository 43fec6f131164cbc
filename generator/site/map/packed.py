"""Polygons packed for browsers: whole steps on a grid, which weigh a third of GeoJSON's decimals."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from generator.formats import json
from generator.territories.shapes_pack import Geometries

EXACT_DECIMALS = 5
"""The grid of the reference, for a polygon so small that a coarser one would flatten it."""


def packed(geometries: Geometries, decimals: int) -> list[str]:
    """The fields of each geometry in JSON: its `polygons`, and those on the `exact` grid if there are any.

    A polygon is its rings, the outside first. A ring is one list of numbers, x and y of its first point, then the
    steps to each next one, in units of 10⁻ᵈ degrees, `decimals` being d; nothing leads back to the first point. The
    points are on one of the two grids already.
    """
    parts, owners = shapely.get_parts(geometries, return_index=True)
    there = ~shapely.is_empty(parts)
    parts, owners = parts[there], owners[there]
    coarse = _on_grid(parts, decimals)
    texts = np.empty(len(parts), dtype=object)
    texts[coarse] = _polygons(parts[coarse], decimals)
    texts[~coarse] = _polygons(parts[~coarse], EXACT_DECIMALS)
    limits = np.searchsorted(owners, np.arange(len(geometries) + 1))
    return [_fields(texts[start:end], coarse[start:end]) for start, end in pairwise(limits)]


def _fields(texts: NDArray[np.object_], coarse: NDArray[np.bool_]) -> str:
    exact = texts[~coarse]
    more = f',"exact":{json.array(exact)}' if len(exact) else ""
    return f'"polygons":{json.array(texts[coarse])}{more}'


def _on_grid(polygons: Geometries, decimals: int) -> NDArray[np.bool_]:
    points, owners = shapely.get_coordinates(polygons, return_index=True)
    scaled = points * 10**decimals
    off = np.any(np.abs(scaled - np.round(scaled)) > 1e-6, axis=1)
    on = np.ones(len(polygons), dtype=bool)
    on[owners[off]] = False
    return on


def _polygons(polygons: Geometries, decimals: int) -> list[str]:
    if len(polygons) == 0:
        return []
    _, points, (ring_ends, polygon_ends) = shapely.to_ragged_array(polygons)
    places = np.round(points * 10**decimals).astype(np.int64)
    steps = np.diff(places, axis=0, prepend=[[0, 0]])
    firsts = ring_ends[:-1]
    steps[firsts] = places[firsts]
    flat = steps.ravel().tolist()
    # The last point of a ring is its first one again.
    rings = [json.compact(flat[2 * start : 2 * (end - 1)]) for start, end in pairwise(ring_ends)]
    return [json.array(rings[start:end]) for start, end in pairwise(polygon_ends)]

"""Perimeters measured against each other: what they share, and how far apart they lie.

Everything is vectorised, for thousands of perimeters at once. Distances are measured on Mercator's
projection: it is conformal, so that around any place it differs from the ground by one factor only,
and one index serves Dunkerque and La Réunion alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from generator.territories.geodesy import distances_km, from_mercator, lengths_km, mercator
from generator.territories.shapes import as_array

_GRID_PER_DEGREE = 100_000
"""Outlines lie on a grid of 1e-5 degree, so a border has the very same points on both sides."""

Indices = NDArray[np.intp]
Numbers = NDArray[np.float64]
Pairs = tuple[Indices, Indices]


class Perimeters:
    """Outlines in degrees (WGS 84), known by their rank; an empty one is near nothing."""

    def __init__(self, outlines: Sequence[BaseGeometry]) -> None:
        self._outlines = as_array(outlines)
        self._projected = shapely.transform(self._outlines, mercator)
        shapely.prepare(self._projected)
        bounds = shapely.bounds(self._outlines)
        middles = np.radians(np.nan_to_num((bounds[:, 1] + bounds[:, 3]) / 2))
        self._shrink = np.cos(middles)
        """Kilometres on the ground for one kilometre of the projection, at each perimeter."""

    def shared_borders_km(self) -> tuple[Pairs, Numbers]:
        """Pairs (lower rank first) that have a line in common, and its length in kilometres."""
        start, end, owners = _segments(self._outlines)
        pairs, rows = co_owners(_groups(_ends(start, end)), owners)
        return summed(pairs, lengths_km(start, end)[rows], len(self._outlines))

    def within(self, who: Indices, among: Indices, distance_km: float) -> Pairs:
        """Pairs of one of `who` and one of `among` that are about that near, or nearer (1 %)."""
        if not len(who) or not len(among):
            return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
        tree = shapely.STRtree(self._projected[among])
        reach = distance_km / self._shrink[who]
        asked, found = tree.query(self._projected[who], predicate="dwithin", distance=reach)
        return who[asked], among[found]

    def distances_km(self, pairs: Pairs) -> Numbers:
        """Shortest distance of each pair, kilometres on a sphere; zero where they touch."""
        lines = shapely.shortest_line(self._projected[pairs[0]], self._projected[pairs[1]])
        ends = from_mercator(shapely.get_coordinates(lines)).reshape(-1, 2, 2)
        return distances_km(ends[:, 0], ends[:, 1])


def co_owners(groups: NDArray[np.int64], owners: Indices) -> tuple[Pairs, Indices]:
    """Pairs of owners (lower first) of one group, once a group; and the row of the first of both.

    An owner that a group holds twice makes no pair with itself.
    """
    order = np.lexsort((owners, groups))
    groups, owners = groups[order], owners[order]
    first, second, rows = [], [], []
    step = 1
    # In order of group, those of one group follow each other: at one step, at two steps, and so on.
    while (together := groups[step:] == groups[:-step]).any():
        apart = together & (owners[step:] != owners[:-step])
        first.append(owners[:-step][apart])
        second.append(owners[step:][apart])
        rows.append(order[:-step][apart])
        step += 1
    if not first:
        nothing = np.empty(0, dtype=np.intp)
        return (nothing, nothing), nothing
    return (np.concatenate(first), np.concatenate(second)), np.concatenate(rows)


def summed(pairs: Pairs, weights: Numbers, count: int) -> tuple[Pairs, Numbers]:
    """Each pair of ranks under `count` once, with the sum of its weights."""
    keys, inverse = np.unique(pairs[0] * count + pairs[1], return_inverse=True)
    sums: Numbers = np.bincount(inverse, weights, len(keys)).astype(np.float64)
    return (keys // count, keys % count), sums


def _segments(outlines: NDArray[np.object_]) -> tuple[Numbers, Numbers, Indices]:
    """Both ends of each segment of the outlines, degrees, and the rank of its outline."""
    parts, owner_of_part = shapely.get_parts(outlines, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    points, ring_of_point = shapely.get_coordinates(rings, return_index=True)
    follows = ring_of_point[1:] == ring_of_point[:-1]
    owners = owner_of_part[part_of_ring[ring_of_point[:-1][follows]]]
    return points[:-1][follows], points[1:][follows], owners


def _ends(start: Numbers, end: Numbers) -> NDArray[np.int64]:
    """Both ends as whole numbers, in an order that does not depend on the direction."""
    # 360 degrees of the grid hold in 26 bits.
    ends = [
        (grid[:, 0] << 32) + grid[:, 1]
        for grid in (
            np.round(points * _GRID_PER_DEGREE).astype(np.int64) for points in (start, end)
        )
    ]
    return np.column_stack([np.minimum(*ends), np.maximum(*ends)])


def _groups(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number a row, the same for equal rows."""
    order = np.lexsort(keys.T)
    new = np.ones(len(order), dtype=np.int64)
    new[1:] = (keys[order][1:] != keys[order][:-1]).any(axis=1)
    groups = np.empty(len(order), dtype=np.int64)
    groups[order] = np.cumsum(new)
    return groups

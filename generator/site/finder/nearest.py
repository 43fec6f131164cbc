"""The contracts nearest to communes, as the crow flies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from generator.territories.geodesy import mercator
from generator.territories.shapes import as_array
from generator.territories.shapes_pack import Geometries

HOW_MANY = 3
FARTHEST_KM = 200
"""Beyond, a contract is no neighbour: a reader of Tahiti gains nothing from one in Bretagne."""

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Neighbours = list[tuple[int, int]]
"""Rows of perimeters and their distances in km, the nearest first."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""


class NearestPerimeters:
    """Perimeters, in degrees (WGS 84), of which the nearest can be asked for."""

    def __init__(self, perimeters: Sequence[BaseGeometry], flat: Sequence[BaseGeometry]) -> None:
        """`flat`: the same on Mercator's projection. Empty ones are near to nothing."""
        drawn = as_array(perimeters)
        self._rows = np.flatnonzero(~shapely.is_empty(drawn))
        self._degrees = drawn[self._rows]
        shapely.prepare(self._degrees)
        self._flat = as_array(flat)[self._rows]
        self._boxes = shapely.bounds(self._flat)

    def of(
        self, outlines: Mapping[str, BaseGeometry], own: Mapping[str, Collection[int]]
    ) -> dict[str, Neighbours]:
        """The nearest perimeters of each commune, but for the rows in `own`.

        The distance goes from the middle of the commune to the perimeter, 1 km at least; it is 0 for
        a perimeter that touches the commune. The communes ought to be neighbours of one another.
        """
        if not outlines:
            return {}
        grounds = as_array(outlines.values())
        degrees = shapely.get_coordinates(shapely.centroid(grounds))
        scale = np.cos(np.radians(degrees[:, 1]))
        middles = mercator(degrees)
        among = _within_reach(self._boxes, middles, FARTHEST_KM / scale.min())
        if not len(among):
            return {code: [] for code in outlines}
        # No perimeter is nearer than the box around it: boxes tell which few are worth measuring.
        floors = _box_distances(middles, self._boxes[among])
        touching = self._touching(grounds, among)
        floors[touching] = 0
        for place, code in enumerate(outlines):
            if own.get(code):
                floors[place, np.isin(self._rows[among], list(own[code]))] = np.inf
        best, owner = self._measured(middles, among, floors, touching)
        kilometres = np.maximum(1, best * scale[:, np.newaxis])
        kilometres[np.take_along_axis(touching, owner, axis=1) & (best == 0)] = 0
        rows = self._rows[among][owner]
        return {
            code: [
                (row, round(distance))
                for row, distance in zip(*pair, strict=True)
                if distance <= FARTHEST_KM
            ]
            for code, *pair in zip(outlines, rows.tolist(), kilometres.tolist(), strict=True)
        }

    def _measured(
        self, middles: Floats, among: Rows, floors: Floats, touching: NDArray[np.bool_]
    ) -> tuple[Floats, Rows]:
        """Distances on the projection and columns of `among`, nearest first, for each middle."""
        points = np.asarray(shapely.points(middles))
        best = np.full((len(points), HOW_MANY), np.inf)
        owner = np.zeros((len(points), HOW_MANY), dtype=np.intp)
        order = np.argsort(floors, axis=1, kind="stable")
        todo = np.arange(len(points))
        for turn in range(len(among)):
            column = order[todo, turn]
            left = floors[todo, column] < best[todo, -1]
            todo, column = todo[left], column[left]
            found = shapely.distance(points[todo], self._flat[among[column]])
            found[touching[todo, column]] = 0
            values = np.column_stack([best[todo], found])
            ranks = np.argsort(values, axis=1, kind="stable")[:, :HOW_MANY]
            best[todo] = np.take_along_axis(values, ranks, axis=1)
            columns = np.column_stack([owner[todo], column])
            owner[todo] = np.take_along_axis(columns, ranks, axis=1)
        return best, owner

    def _touching(self, grounds: Geometries, among: Rows) -> NDArray[np.bool_]:
        touching = np.zeros((len(grounds), len(among)), dtype=bool)
        column, ground = shapely.STRtree(grounds).query(self._degrees[among], "intersects")
        touching[ground, column] = True
        return touching


def may_be_nearest(perimeters: Sequence[BaseGeometry], place: Box | None) -> list[int]:
    """Rows of the perimeters, on Mercator's projection, that may be among the nearest of a point of `place`.

    `place` in degrees. Boxes alone are looked at: some are named that are not, and none is left out.
    """
    if place is None:
        return []
    west, south, east, north = place
    corners = np.array([(west, south), (east, north)])
    shrink = np.cos(np.radians(corners[:, 1])).min()
    boxes = shapely.bounds(as_array(perimeters))
    drawn = np.flatnonzero(~np.isnan(boxes[:, 0]))
    among = _within_reach(boxes[drawn], mercator(corners), FARTHEST_KM / shrink)
    rows: list[int] = drawn[among].tolist()
    return rows


def _within_reach(boxes: Floats, points: Floats, reach: float) -> Rows:
    """The boxes of perimeters that may be among the nearest of some of these points."""
    low, high = points.min(axis=0), points.max(axis=0)
    gaps = np.maximum(np.maximum(boxes[:, :2] - high, low - boxes[:, 2:]), 0)
    nearest = np.hypot(gaps[:, 0], gaps[:, 1])
    spans = np.maximum(boxes[:, 2:] - low, high - boxes[:, :2])
    farthest = np.sort(np.hypot(spans[:, 0], spans[:, 1]))
    # A commune may own one or two of them, so that a few more are kept.
    sure = farthest[min(HOW_MANY + 3, len(farthest) - 1)] if len(farthest) else 0.0
    return np.flatnonzero(nearest <= min(sure, reach))


def _box_distances(points: Floats, boxes: Floats) -> Floats:
    x, y = points[:, :1], points[:, 1:]
    across = np.maximum(np.maximum(boxes[:, 0] - x, x - boxes[:, 2]), 0)
    along = np.maximum(np.maximum(boxes[:, 1] - y, y - boxes[:, 3]), 0)
    distances: Floats = np.hypot(across, along)
    return distances

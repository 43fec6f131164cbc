"""Small maps drawn as inline SVG at build: no script, no tile, readable by a screen reader."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

import numpy as np
import shapely
from markupsafe import Markup
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from generator.site.shell.escaping import safe
from generator.territories.shapes import as_array
from generator.territories.shapes_pack import Geometries

WIDTH = 360
"""Width of the drawing in user units, about its width in CSS pixels."""

MARGIN = 6
SMALLEST = 10
"""A shape narrower than this, in user units, gets a ring around it so that it can be seen."""

_STRAY = 0.6
"""User units by which a drawn border may stray: under a pixel."""

Shape = TypeVar("Shape")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Layer(Generic[Shape]):
    """Shapes drawn alike, and the CSS class that colours them."""

    css_class: str
    shapes: Sequence[Shape]
    label: str = ""
    """What a pointer or a screen reader is told of the layer."""
    href: Markup | None = None
    """Where the shapes lead, as a relative address; they are a link then."""
    name: str = ""
    """Words written on the shapes, at their middle."""

    def of(self, shapes: Sequence[Other]) -> Layer[Other]:
        """The same layer of other shapes."""
        return Layer(self.css_class, shapes, self.label, self.href, self.name)


def draw(title: str, layers: Iterable[Layer[BaseGeometry]]) -> Markup:
    """An SVG of the layers (degrees WGS 84), first at the bottom; empty where nothing has an outline."""
    drawn = [
        (layer, shapes)
        for layer in layers
        if (shapes := [shape for shape in layer.shapes if not shape.is_empty])
    ]
    if not drawn:
        return Markup("")
    everything = as_array(shape for _, shapes in drawn for shape in shapes)
    frame = Frame.around(everything)
    written = iter(_written(frame.project(everything)))
    body = "".join(_group(layer, "".join(next(written) for _ in shapes)) for layer, shapes in drawn)
    names = "".join(_name(layer, shapes, frame) for layer, shapes in drawn if layer.name)
    # An image hides what is inside from assistive technologies; a drawing of links is a group.
    role = "group" if any(layer.href for layer, _ in drawn) else "img"
    # All is numbers, our own words or escaped: Markup.format would take longer than the drawing's text.
    return Markup(
        f'<svg class="dessin" role="{role}" viewBox="0 0 {WIDTH} {frame.height}"'
        f' xmlns="http://www.w3.org/2000/svg"><title>{safe(title)}</title>{body}{names}</svg>'
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """An equirectangular projection, true at the middle latitude, onto the drawing."""

    west: float
    north: float
    shrink: float
    scale: float
    height: int

    @classmethod
    def around(cls, shapes: Geometries) -> Frame:
        """The frame that holds the shapes, no taller than it is wide."""
        west, south, east, north = shapely.total_bounds(shapes).tolist()
        shrink = math.cos(math.radians((south + north) / 2))
        width = max((east - west) * shrink, 1e-6)
        tall = max(north - south, 1e-6)
        # A tall département must not make a drawing taller than it is wide.
        scale = min((WIDTH - 2 * MARGIN) / width, (WIDTH - 2 * MARGIN) / tall)
        west -= ((WIDTH - 2 * MARGIN) / scale - width) / 2 / shrink
        return cls(west, north, shrink, scale, round(tall * scale + 2 * MARGIN))

    def project(self, shapes: Geometries) -> Geometries:
        """`shapes`, in degrees WGS 84, in user units of the drawing."""
        projected: Geometries = shapely.transform(
            shapes,
            lambda points: (
                (points - (self.west, self.north)) * (self.shrink * self.scale, -self.scale)
                + MARGIN
            ),
        )
        return projected


def largest_parts(shapes: Geometries) -> Geometries:
    """The largest part of each shape, the first of equal ones."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    order = np.lexsort((-shapely.area(parts), owners))
    _, first = np.unique(owners[order], return_index=True)
    largest: Geometries = parts[order[first]]
    return largest


def _group(layer: Layer[BaseGeometry], shapes: str) -> str:
    label = f"<title>{safe(layer.label)}</title>" if layer.label else ""
    group = f'<g class="{layer.css_class}">{label}{shapes}</g>'
    return f'<a href="{safe(layer.href)}">{group}</a>' if layer.href else group


def _name(layer: Layer[BaseGeometry], shapes: Sequence[BaseGeometry], frame: Frame) -> str:
    """The layer's name over its largest part, on two lines when it is long."""
    parts = shapely.get_parts(as_array(shapes))
    largest = parts[[shapely.area(parts).argmax()]]
    [middle] = shapely.point_on_surface(frame.project(largest))
    x, y = shapely.get_x(middle), shapely.get_y(middle)
    lines = _two_lines(layer.name)
    spans = "".join(
        f'<tspan x="{x:.0f}" dy="{"1.1em" if index else "0"}">{safe(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    top = y - 4 * (len(lines) - 1)
    return f'<text class="dessin__nom" x="{x:.0f}" y="{top:.0f}" aria-hidden="true">{spans}</text>'


def _two_lines(name: str) -> list[str]:
    if len(name) <= 12:
        return [name]
    breaks = [index for index, char in enumerate(name) if char in " -"]
    if not breaks:
        return [name]
    cut = min(breaks, key=lambda index: abs(index - len(name) / 2))
    return [name[: cut + 1].strip(), name[cut + 1 :]]


def _written(shapes: Geometries) -> list[str]:
    """SVG of each shape, given in user units; of a small one with a ring around."""
    is_point = shapely.get_type_id(shapes) == shapely.GeometryType.POINT
    bounds = shapely.bounds(shapes)
    is_small = (bounds[:, 2:] - bounds[:, :2]).max(axis=1) < SMALLEST
    texts = [
        "" if point else f'<path d="{path}"/>'
        for point, path in zip(is_point.tolist(), _paths(shapes), strict=True)
    ]
    for row in np.flatnonzero(is_point | is_small).tolist():
        texts[row] += _ring(shapes[row])
    return texts


def _ring(shape: BaseGeometry) -> str:
    middle = shapely.centroid(shape)
    x, y = shapely.get_x(middle), shapely.get_y(middle)
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{SMALLEST}"/>'


def _paths(shapes: Geometries) -> list[str]:
    """What the `d` of each shape's path holds, all its rings one after the other."""
    parts, owners = shapely.get_parts(shapely.simplify(shapes, _STRAY), return_index=True)
    polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    parts, owners = parts[polygons], owners[polygons]
    areas = shapely.area(parts)
    largest = np.zeros(len(shapes))
    np.maximum.at(largest, owners, areas)
    # Islets under a pixel weigh more than they show, unless they are all there is.
    shown = areas >= np.minimum(1, largest[owners])
    rings, part_of_ring = shapely.get_rings(parts[shown], return_index=True)
    paths = [""] * len(shapes)
    for owner, text in zip(owners[shown][part_of_ring].tolist(), _subpaths(rings), strict=True):
        paths[owner] += text
    return paths


def _subpaths(rings: Geometries) -> list[str]:
    """Each ring as relative SVG moves in tenths of a unit: half the size of absolute ones."""
    coordinates, owners = shapely.get_coordinates(rings, return_index=True)
    points = np.rint(coordinates * 10).astype(np.int64)
    first = np.flatnonzero(np.diff(owners, prepend=-1))
    # The last point of a ring is its first one again, which z leads back to.
    closing = np.append(first[1:], len(owners))[: len(first)] - 1
    moves = np.diff(points, axis=0, prepend=0)
    drawn = np.asarray(moves.any(axis=1))
    drawn[first] = drawn[closing] = False
    texts = [_tenth(value) for value in moves[drawn].ravel().tolist()]
    counts = np.bincount(owners[drawn], minlength=len(rings))
    stops = np.cumsum(2 * counts).tolist()
    subpaths = [""] * len(rings)
    begun = 0
    starts: NDArray[np.int64] = points[first]
    for ring, (x, y) in zip(owners[first].tolist(), starts.tolist(), strict=True):
        steps = texts[begun : stops[ring]]
        begun = stops[ring]
        if steps:
            moved = " ".join(steps).replace(" -", "-")
            subpaths[ring] = f"M{_tenth(x)} {_tenth(y)}l{moved}z"
    return subpaths


@cache
def _tenth(value: int) -> str:
    text = f"{value / 10:g}"
    return text.replace("0.", ".", 1) if abs(value) < 10 else text

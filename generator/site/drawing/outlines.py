"""Small maps drawn as inline SVG at build: no script, no tile, readable by a screen reader."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from generator.site.shell.templating import safe

WIDTH = 360
"""Width of the drawing in user units, about its width in CSS pixels."""

MARGIN = 6
SMALLEST = 10
"""A shape narrower than this, in user units, gets a ring around it so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes drawn alike: degrees WGS 84, and the CSS class that colours them."""

    css_class: str
    shapes: Sequence[BaseGeometry]
    label: str = ""
    """What a pointer or a screen reader is told of the layer."""
    href: Markup | None = None
    """Where the shapes lead, as a relative address; they are a link then."""
    name: str = ""
    """Words written on the shapes, at their middle."""


def draw(title: str, layers: Iterable[Layer]) -> Markup:
    """An SVG of the layers, first at the bottom; empty where nothing has an outline."""
    drawn = [
        replace(layer, shapes=[shape for shape in layer.shapes if not shape.is_empty])
        for layer in layers
    ]
    everything = [shape for layer in drawn for shape in layer.shapes]
    if not everything:
        return Markup("")
    frame = Frame.around(everything)
    body = Markup("").join(_group(layer, frame) for layer in drawn if layer.shapes)
    names = Markup("").join(_name(layer, frame) for layer in drawn if layer.shapes and layer.name)
    # An image hides what is inside from assistive technologies; a drawing of links is a group.
    role = "group" if any(layer.href for layer in drawn) else "img"
    return Markup(
        '<svg class="dessin" role="{}" viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg">'
        "<title>{}</title>{}{}</svg>"
    ).format(role, WIDTH, frame.height, safe(title), body, names)


@dataclass(frozen=True, slots=True)
class Frame:
    """An equirectangular projection, true at the middle latitude, onto the drawing."""

    west: float
    north: float
    shrink: float
    scale: float
    height: int

    @classmethod
    def around(cls, shapes: Sequence[BaseGeometry]) -> Frame:
        """The frame that holds the shapes, no taller than it is wide."""
        west, south, east, north = shapely.total_bounds(shapes)
        shrink = math.cos(math.radians((south + north) / 2))
        width = max((east - west) * shrink, 1e-6)
        tall = max(north - south, 1e-6)
        # A tall département must not make a drawing taller than it is wide.
        scale = min((WIDTH - 2 * MARGIN) / width, (WIDTH - 2 * MARGIN) / tall)
        west -= ((WIDTH - 2 * MARGIN) / scale - width) / 2 / shrink
        return cls(west, north, shrink, scale, round(tall * scale + 2 * MARGIN))

    def project(self, shape: BaseGeometry) -> BaseGeometry:
        """`shape`, in degrees WGS 84, in user units of the drawing."""
        projected: BaseGeometry = shapely.transform(
            shape,
            lambda points: (
                (points - (self.west, self.north)) * (self.shrink * self.scale, -self.scale)
                + MARGIN
            ),
        )
        return projected


def _group(layer: Layer, frame: Frame) -> Markup:
    label = Markup("<title>{}</title>").format(safe(layer.label)) if layer.label else Markup("")
    shapes = Markup("").join(_shape(frame.project(shape)) for shape in layer.shapes)
    group = Markup('<g class="{}">{}{}</g>').format(layer.css_class, label, shapes)
    if not layer.href:
        return group
    return Markup('<a href="{}">{}</a>').format(layer.href, group)


def _name(layer: Layer, frame: Frame) -> Markup:
    """The layer's name over its largest part, on two lines when it is long."""
    parts = [part for shape in layer.shapes for part in shapely.get_parts(shape)]
    middle = shapely.point_on_surface(frame.project(max(parts, key=shapely.area)))
    x, y = shapely.get_x(middle), shapely.get_y(middle)
    lines = _two_lines(layer.name)
    spans = Markup("").join(
        Markup('<tspan x="{:.0f}" dy="{}">{}</tspan>').format(
            x, "1.1em" if index else "0", safe(line)
        )
        for index, line in enumerate(lines)
    )
    return Markup(
        '<text class="dessin__nom" x="{:.0f}" y="{:.0f}" aria-hidden="true">{}</text>'
    ).format(x, y - 4 * (len(lines) - 1), spans)


def _two_lines(name: str) -> list[str]:
    if len(name) <= 12:
        return [name]
    breaks = [index for index, char in enumerate(name) if char in " -"]
    if not breaks:
        return [name]
    cut = min(breaks, key=lambda index: abs(index - len(name) / 2))
    return [name[: cut + 1].strip(), name[cut + 1 :]]


def _shape(shape: BaseGeometry) -> Markup:
    if shape.geom_type == "Point":
        return _ring(shape)
    simple = shapely.simplify(shape, 0.6)
    parts = _polygons(simple)
    largest = max((part.area for part in parts), default=0)
    # Islets under a pixel weigh more than they show, unless they are all there is.
    shown = [part for part in parts if part.area >= min(1, largest)]
    path = "".join(_subpath(ring) for part in shown for ring in _rings(part))
    west, north, east, south = shapely.bounds(shape)
    ring = _ring(shape) if max(east - west, south - north) < SMALLEST else Markup("")
    return Markup('<path d="{}"/>').format(path) + ring


def _ring(shape: BaseGeometry) -> Markup:
    middle = shapely.centroid(shape)
    return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(
        shapely.get_x(middle), shapely.get_y(middle), SMALLEST
    )


def _polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]


def _rings(polygon: BaseGeometry) -> list[BaseGeometry]:
    return [ring for ring in shapely.get_rings(polygon) if not ring.is_empty]


def _subpath(ring: BaseGeometry) -> str:
    """A ring as relative SVG moves in tenths of a unit: half the size of absolute ones."""
    points = np.rint(shapely.get_coordinates(ring)[:-1] * 10).astype(int)
    moves = np.diff(points, axis=0)
    moves = moves[moves.any(axis=1)].tolist()
    x0, y0 = points[0].tolist()
    text = " ".join(f"{_tenth(x)} {_tenth(y)}" for x, y in moves).replace(" -", "-")
    return f"M{_tenth(x0)} {_tenth(y0)}l{text}z" if moves else ""


@cache
def _tenth(value: int) -> str:
    text = f"{value / 10:g}"
    return text.replace("0.", ".", 1) if abs(value) < 10 else text

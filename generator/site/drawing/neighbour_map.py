"""The small map of a contract among its neighbours, which bear the numbers of the table beside it."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from generator.directory.directory import Directory, Entry
from generator.directory.edition import Edition
from generator.site.drawing.outlines import Frame, Layer, draw

_Window = tuple[float, float, float, float]

_MARGIN_SHARE = 0.04
"""Ground shown around the perimeters, as a share of their extent."""

_DETAIL_SHARE = 1 / 250
"""What a border may stray by, as a share of the extent: about a pixel of so small a map."""


def neighbour_map(edition: Edition, entry: Entry, neighbours: Sequence[Entry]) -> Markup:
    """An SVG of the contract's perimeter and of its neighbours', numbered from 1.

    Empty where the reference has no outline of any of them.
    """
    directory = edition.directory
    outlines = [(directory.geometry(other), str(rank)) for rank, other in enumerate(neighbours, 1)]
    outlines.append((directory.geometry(entry), ""))
    outlines = [(shape, number) for shape, number in outlines if not shape.is_empty]
    if not outlines:
        return Markup("")
    window = _window([shape for shape, _ in outlines])
    detail = _DETAIL_SHARE * max(window[2] - window[0], window[3] - window[1])
    outlines = [(shapely.simplify(shape, detail), number) for shape, number in outlines]
    # The widest at the bottom: a city inside its agglomeration is to be seen.
    outlines.sort(key=lambda pair: -shapely.area(pair[0]))
    layers = [
        Layer("dessin__voisin" if number else "dessin__perimetre", [shape])
        for shape, number in outlines
    ]
    ground = _ground(directory, [entry, *neighbours], window, detail)
    names = " ; ".join(edition.name(other) for other in neighbours)
    title = f"{edition.name(entry)}{f' et ses voisins : {names}' if names else ''}"
    svg = draw(title, [Layer("dessin__fond", ground), *layers])
    frame = Frame.around([*ground, *(shape for shape, _ in outlines)])
    numbers = Markup("").join(_number(frame, *pair) for pair in outlines if pair[1])
    return Markup(svg.removesuffix("</svg>")) + numbers + Markup("</svg>")


def _window(shapes: Sequence[BaseGeometry]) -> _Window:
    """West, south, east and north of what is drawn, degrees."""
    west, south, east, north = shapely.total_bounds(shapes)
    margin = _MARGIN_SHARE * max(east - west, north - south)
    return west - margin, south - margin, east + margin, north + margin


def _ground(
    directory: Directory, entries: Sequence[Entry], window: _Window, detail: float
) -> list[BaseGeometry]:
    """The départements of the contracts, as far as the drawing shows them."""
    outlines = directory.shapes.departements()
    codes = {code for entry in entries for code in entry.territory.departements}
    clipped = [
        shapely.simplify(shapely.clip_by_rect(outlines[code], *window), detail)
        for code in sorted(codes & outlines.keys())
    ]
    return [shape for shape in clipped if not shape.is_empty]


def _number(frame: Frame, shape: BaseGeometry, number: str) -> Markup:
    largest = max(shapely.get_parts(shape), key=shapely.area)
    place = shapely.point_on_surface(frame.project(largest))
    x, y = shapely.get_x(place), shapely.get_y(place)
    return Markup('<text class="dessin__numero" x="{:.0f}" y="{:.0f}">{}</text>').format(
        x, y, number
    )

"""The small map of a contract among its neighbours, which bear the numbers of the table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.grounds import Grounds
from generator.site.drawing.outlines import Frame, Layer, draw, largest_parts
from generator.territories.shapes import as_array
from generator.territories.shapes_pack import Geometries

_Window = tuple[float, float, float, float]

_MARGIN_SHARE = 0.04
"""Ground shown around the perimeters, as a share of their extent."""

_DETAIL_SHARE = 1 / 250
"""What a border may stray by, as a share of the extent: about a pixel of so small a map."""


@dataclass(frozen=True, slots=True)
class NeighbourMap:
    """An SVG, made when it is printed, of a contract's perimeter and of its neighbours', numbered from 1."""

    title: str
    perimeters: tuple[tuple[str, ...], ...]
    """Communes of each, the contract's own first."""
    departements: tuple[str, ...]
    """Codes of those whose ground is drawn under them."""
    grounds: Grounds = field(compare=False, repr=False)

    def __html__(self) -> Markup:
        perimeters = as_array(map(self.grounds.of, self.perimeters))
        numbers = np.flatnonzero(~shapely.is_empty(perimeters))
        perimeters = perimeters[numbers]
        window = _window(perimeters)
        detail = _DETAIL_SHARE * max(window[2] - window[0], window[3] - window[1])
        perimeters = shapely.simplify(perimeters, detail)
        # The widest at the bottom: a city inside its agglomeration is to be seen; the contract's own on top.
        order = np.lexsort((numbers == 0, -shapely.area(perimeters)))
        perimeters, numbers = perimeters[order], numbers[order]
        layers = [
            Layer("dessin__voisin" if number else "dessin__perimetre", [shape])
            for shape, number in zip(perimeters, numbers.tolist(), strict=True)
        ]
        ground = self._ground(window, detail)
        svg = draw(self.title, [Layer("dessin__fond", ground), *layers])
        frame = Frame.around(as_array([*ground, *perimeters]))
        near = numbers > 0
        told = _numbers(frame, perimeters[near], numbers[near].tolist())
        return Markup(f"{svg.removesuffix('</svg>')}{told}</svg>")

    def _ground(self, window: _Window, detail: float) -> list[BaseGeometry]:
        """The départements of the contracts, as far as the drawing shows them."""
        outlines = self.grounds.shapes.departements()
        known = as_array(outlines[code] for code in self.departements if code in outlines)
        clipped = shapely.simplify(shapely.clip_by_rect(known, *window), detail)
        return list(clipped[~shapely.is_empty(clipped)])


def neighbour_map(
    edition: Edition, entry: Entry, neighbours: Sequence[Entry]
) -> NeighbourMap | None:
    """The map of the contract among `neighbours`, None where the reference has no outline of any of them."""
    grounds = edition.directory.grounds
    entries = [entry, *neighbours]
    perimeters = tuple(each.territory.communes for each in entries)
    if all(grounds.of(communes).is_empty for communes in perimeters):
        return None
    names = " ; ".join(edition.name(other) for other in neighbours)
    departements = {code for each in entries for code in each.territory.departements}
    return NeighbourMap(
        f"{edition.name(entry)}{f' et ses voisins : {names}' if names else ''}",
        perimeters,
        tuple(sorted(departements)),
        grounds,
    )


def _window(shapes: Geometries) -> _Window:
    """West, south, east and north of what is drawn, degrees."""
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    margin = _MARGIN_SHARE * max(east - west, north - south)
    return west - margin, south - margin, east + margin, north + margin


def _numbers(frame: Frame, shapes: Geometries, numbers: Sequence[int]) -> str:
    places = shapely.point_on_surface(frame.project(largest_parts(shapes)))
    return "".join(
        f'<text class="dessin__numero" x="{x:.0f}" y="{y:.0f}">{number}</text>'
        for (x, y), number in zip(shapely.get_coordinates(places).tolist(), numbers, strict=True)
    )

"""From outlines to the pairs of communes that touch across the border of two régions."""

from collections.abc import Callable, Mapping

import shapely
from shapely.geometry.base import BaseGeometry


def border_pairs(
    outlines: Mapping[str, BaseGeometry], region_of: Callable[[str], str]
) -> list[tuple[str, str]]:
    """Return the pairs of codes whose outlines share a point and whose régions differ, sorted.

    Outlines must be a coverage: neighbours share their border vertex for vertex.
    """
    codes = list(outlines)
    shapes = list(outlines.values())
    ones, others = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = ((codes[one], codes[other]) for one, other in zip(ones, others, strict=True))
    return sorted(
        (one, other) for one, other in pairs if one < other and region_of(one) != region_of(other)
    )


def pack_borders(pairs: list[tuple[str, str]]) -> str:
    """Return the pairs as text, one a line."""
    return "".join(f"{one} {other}\n" for one, other in pairs)

"""Light outlines of départements and régions, from those of their communes."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from generator.territories.geodesy import KM_PER_DEGREE
from generator.territories.shapes_pack import STEPS_PER_DEGREE

_KM_PER_STEP = KM_PER_DEGREE / STEPS_PER_DEGREE


def light_outlines(
    outlines: Mapping[str, BaseGeometry], group_of: Callable[[str], str], tolerance_km: float
) -> dict[str, BaseGeometry]:
    """Return the outline of each group of communes, simplified so that neighbours still match.

    Geometries are in grid steps. Islets under the square of the tolerance are left out.
    """
    groups: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, outline in outlines.items():
        groups[group_of(code)].append(outline)
    merged = {code: shapely.coverage_union_all(parts) for code, parts in sorted(groups.items())}
    # One scale must serve all that touch: the mainland and Corsica, then each land overseas.
    lands: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    for code, outline in merged.items():
        lands[_land(outline)][code] = outline
    light: dict[str, BaseGeometry] = {}
    for land in lands.values():
        light |= _simplify(land, tolerance_km)
    return dict(sorted(light.items()))


def _land(outline: BaseGeometry) -> str:
    """Return the same name for outlines that may touch: overseas, no two départements do."""
    x, y = (step / STEPS_PER_DEGREE for step in outline.bounds[:2])
    return "mainland" if -6 < x < 10 and y > 41 else f"{x:.3f} {y:.3f}"


def _simplify(land: dict[str, BaseGeometry], tolerance_km: float) -> dict[str, BaseGeometry]:
    outlines = np.array(list(land.values()))
    _, south, _, north = shapely.total_bounds(outlines)
    shrink = math.cos(math.radians((south + north) / 2 / STEPS_PER_DEGREE))
    scale = np.array([_KM_PER_STEP * shrink, _KM_PER_STEP])

    def to_steps(km: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.rint(km / scale), np.float64)

    kept = [
        _without_islets(outline, tolerance_km)
        for outline in shapely.transform(outlines, lambda steps: steps * scale)
    ]
    simplified = shapely.coverage_simplify(kept, tolerance_km)
    return dict(zip(land, shapely.transform(simplified, to_steps), strict=True))


def _without_islets(outline: BaseGeometry, tolerance_km: float) -> BaseGeometry:
    parts = shapely.get_parts(outline)
    return shapely.MultiPolygon(list(parts[shapely.area(parts) >= tolerance_km**2]))

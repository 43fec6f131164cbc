"""Grounds: the outlines that a directory needs, each joined once whoever asks for it."""

from __future__ import annotations

import struct
from typing import Protocol

import shapely
from shapely.geometry.base import BaseGeometry

from generator.territories.geodesy import area_km2, mercator
from generator.territories.shapes import Shapes

_AREA = struct.Struct("<d")


class Keeper(Protocol):
    """What keeps outlines from one run to the next, by the communes that they join."""

    def get(self, communes: tuple[str, ...]) -> bytes | None:
        """What was put; None where it is not known."""

    def put(self, communes: tuple[str, ...], data: bytes) -> None:
        """Keep it."""


class Grounds:
    """Outlines in degrees (WGS 84), empty where the reference has none, and their areas."""

    def __init__(self, shapes: Shapes, keeper: Keeper | None = None) -> None:
        self.shapes = shapes
        self._keeper = keeper
        self._joined: dict[tuple[str, ...], tuple[BaseGeometry, float]] = {}
        self._flat: dict[tuple[str, ...], BaseGeometry] = {}

    def of(self, communes: tuple[str, ...]) -> BaseGeometry:
        """Communes taken together, without the borders between them."""
        return self._known(communes)[0]

    def area_km2(self, communes: tuple[str, ...]) -> float:
        """Their area in km²; zero where the reference has no outline."""
        return self._known(communes)[1]

    def flat(self, communes: tuple[str, ...]) -> BaseGeometry:
        """The same on Mercator's projection: see `geodesy.mercator`."""
        if communes not in self._flat:
            self._flat[communes] = shapely.transform(self.of(communes), mercator)
        return self._flat[communes]

    def _known(self, communes: tuple[str, ...]) -> tuple[BaseGeometry, float]:
        known = self._joined.get(communes)
        if known is None:
            kept = self._keeper.get(communes) if self._keeper else None
            known = self._joined[communes] = self._read(kept) if kept else self._made(communes)
        return known

    def _made(self, communes: tuple[str, ...]) -> tuple[BaseGeometry, float]:
        outline = self.shapes.union(communes)
        area = 0.0 if outline.is_empty else area_km2(outline)
        if self._keeper:
            self._keeper.put(communes, _AREA.pack(area) + shapely.to_wkb(outline))
        return outline, area

    @staticmethod
    def _read(kept: bytes) -> tuple[BaseGeometry, float]:
        (area,) = _AREA.unpack_from(kept)
        return shapely.from_wkb(kept[_AREA.size :]), area

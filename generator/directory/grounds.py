"""Grounds: the outlines that a directory needs, each joined once whoever asks for it."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from generator.territories.geodesy import mercator
from generator.territories.shapes import Shapes


class Grounds:
    """Outlines in degrees (WGS 84), empty where the reference has none."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self._joined: dict[tuple[str, ...], BaseGeometry] = {}
        self._flat: dict[tuple[str, ...], BaseGeometry] = {}

    def of(self, communes: tuple[str, ...]) -> BaseGeometry:
        """Communes taken together, without the borders between them."""
        if communes not in self._joined:
            self._joined[communes] = self.shapes.union(communes)
        return self._joined[communes]

    def flat(self, communes: tuple[str, ...]) -> BaseGeometry:
        """The same on Mercator's projection: see `geodesy.mercator`."""
        if communes not in self._flat:
            self._flat[communes] = shapely.transform(self.of(communes), mercator)
        return self._flat[communes]

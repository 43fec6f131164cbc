"""Grounds: the outlines that a directory needs, each joined once whoever asks for it."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from generator.territories.shapes import Shapes


class Grounds:
    """Outlines in degrees (WGS 84), empty where the reference has none."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self._joined: dict[tuple[str, ...], BaseGeometry] = {}

    def of(self, communes: tuple[str, ...]) -> BaseGeometry:
        """Communes taken together, without the borders between them."""
        if communes not in self._joined:
            self._joined[communes] = self.shapes.union(communes)
        return self._joined[communes]

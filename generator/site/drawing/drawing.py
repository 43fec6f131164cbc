"""Drawing: a small map as a plain value, by the codes of what it shows; its SVG is made when it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from generator.directory.grounds import Grounds
from generator.site.drawing.outlines import Layer, draw


@dataclass(frozen=True, slots=True)
class Ground:
    """One shape: communes taken together, or a département or région in its light outline."""

    kind: Literal["communes", "departement", "region"]
    codes: tuple[str, ...]

    def outline(self, grounds: Grounds) -> BaseGeometry:
        """Degrees WGS 84; empty where the reference has none."""
        if self.kind == "communes":
            return grounds.of(self.codes)
        shapes = grounds.shapes
        light = shapes.regions() if self.kind == "region" else shapes.departements()
        [code] = self.codes
        return light.get(code, shapely.Polygon())


@dataclass(frozen=True, slots=True)
class Drawing:
    """Layers of grounds; equal to another that shows the same, whatever reads the outlines."""

    title: str
    layers: tuple[Layer[Ground], ...]
    grounds: Grounds = field(compare=False, repr=False)

    def __html__(self) -> Markup:
        return draw(
            self.title,
            [
                layer.of([shape.outline(self.grounds) for shape in layer.shapes])
                for layer in self.layers
            ],
        )

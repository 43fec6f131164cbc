"""InteractiveMap: what a map shows, whatever page it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MODULE = "map/map.js"
"""The module that draws every map."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north: degrees WGS 84."""


@dataclass(frozen=True, slots=True)
class View:
    """A place that a map can show at one click."""

    label: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class MapFiles:
    """Site paths of a map's own script and of the files of outlines that it fetches."""

    script: str
    contracts: str
    outlines: str
    closer: str = ""
    """Folder of the régions' files, for a map whose own has less detail."""


@dataclass(frozen=True, slots=True)
class InteractiveMap:
    """A map, whatever page shows it."""

    label: str
    files: MapFiles
    views: Sequence[View]
    """What is shown first, then what else is one click away."""
    counts: Mapping[str, int]
    """Contracts by status."""

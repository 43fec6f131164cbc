"""The shortest distance of two outlines, by another way than the program's: what its results are held against."""

import math

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from generator.territories.geodesy import distances_km


def distance_km(a: BaseGeometry, b: BaseGeometry) -> float:
    """In km, zero where they touch: the nearest points are found on a local equirectangular projection."""
    bounds = shapely.total_bounds([a, b])
    shrink = math.cos(math.radians((bounds[1] + bounds[3]) / 2))
    nearest = shapely.shortest_line(
        shapely.transform(a, lambda xy: xy * (shrink, 1.0)),
        shapely.transform(b, lambda xy: xy * (shrink, 1.0)),
    )
    ends = shapely.get_coordinates(nearest) / np.array([shrink, 1.0])
    return float(distances_km(ends[:1], ends[1:])[0])

"""Measures on the Earth of what is given in degrees (WGS 84): one radius, one projection.

Points are rows of longitude and latitude. Distances are taken on a sphere, within 0.5 % of the
ellipsoid; areas on the ellipsoid itself.
"""

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 = (2a + b) / 3 of the WGS 84 and GRS 80 ellipsoids (IUGG; Moritz, 2000)."""

KM_PER_DEGREE = math.radians(EARTH_RADIUS_KM)
"""Length of a degree of latitude, or of longitude on the equator."""

_SEMI_MAJOR_AXIS_KM = 6378.137
_ECCENTRICITY = 0.0818191908426215
"""Of the WGS 84 ellipsoid (NGA.STND.0036)."""

Points = NDArray[np.float64]


def mercator(degrees: Points) -> Points:
    """Project points onto a plane, in km, true on the equator.

    The projection is conformal: around any place the ground is smaller by the one factor
    cos(latitude), so that what is nearest on the plane is nearest on the ground.
    """
    x, y = np.radians(degrees).T
    return np.column_stack([x, np.arctanh(np.sin(y))]) * EARTH_RADIUS_KM


def from_mercator(projected: Points) -> Points:
    """Return the points, in degrees, that `mercator` projects there."""
    x, y = projected.T / EARTH_RADIUS_KM
    degrees: Points = np.degrees(np.column_stack([x, np.arcsin(np.tanh(y))]))
    return degrees


def distances_km(start: Points, end: Points) -> NDArray[np.float64]:
    """Return the distance of each pair of points along a great circle (haversine formula)."""
    (x1, y1), (x2, y2) = np.radians(start).T, np.radians(end).T
    chord = np.sin((y2 - y1) / 2) ** 2 + np.cos(y1) * np.cos(y2) * np.sin((x2 - x1) / 2) ** 2
    distances: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(chord))
    return distances


def lengths_km(start: Points, end: Points) -> NDArray[np.float64]:
    """Return the length of each segment; short ones, for the Earth is taken as flat around each."""
    middle = np.radians((start[:, 1] + end[:, 1]) / 2)
    across = (end[:, 0] - start[:, 0]) * np.cos(middle)
    lengths: NDArray[np.float64] = np.hypot(across, end[:, 1] - start[:, 1]) * KM_PER_DEGREE
    return lengths


def area_km2(geometry: BaseGeometry) -> float:
    """Return the area in km² on the WGS 84 ellipsoid (Lambert cylindrical equal-area).

    The formula is exact but for edges, taken as straight in that projection (under 0.1 % here).
    """
    return float(shapely.area(shapely.transform(geometry, _equal_area)))


def _equal_area(degrees: Points) -> Points:
    e = _ECCENTRICITY
    sine = np.sin(np.radians(degrees[:, 1]))
    authalic = (1 - e**2) * (sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e)
    x = np.radians(degrees[:, 0]) * _SEMI_MAJOR_AXIS_KM
    return np.column_stack([x, authalic * _SEMI_MAJOR_AXIS_KM / 2])


def centre(geometry: BaseGeometry) -> tuple[float, float]:
    """Return (latitude, longitude) of a point inside, in degrees.

    It is the centroid, or where that falls outside, a point of the geometry near its middle.
    Raises ValueError on an empty geometry.
    """
    if geometry.is_empty:
        raise ValueError("an empty outline has no centre")
    point = shapely.centroid(geometry)
    if not shapely.intersects(geometry, point):
        point = shapely.point_on_surface(geometry)
    return float(shapely.get_y(point)), float(shapely.get_x(point))

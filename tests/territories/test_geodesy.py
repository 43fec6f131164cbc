import numpy as np
import pytest
import shapely

from generator.territories.geodesy import (
    area_km2,
    centre,
    distances_km,
    from_mercator,
    lengths_km,
    mercator,
)

BREST, LE_PORT, PARIS, LYON = (-4.486, 48.390), (55.292, -20.934), (2.352, 48.857), (4.836, 45.764)


def points(*pairs: tuple[float, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array(pairs)


def test_distances_are_those_of_the_ground() -> None:
    # A degree of a meridian, and one of the 48th parallel; by the geodesic of the ellipsoid 111.15 and 74.6.
    found = distances_km(points((2, 46), (2, 48), PARIS), points((2, 47), (3, 48), LYON))
    assert found[:2] == pytest.approx([111.15, 74.6], rel=0.005)
    # IGN's géoportail gives 392 km from Paris to Lyon.
    assert found[2] == pytest.approx(392, abs=2)
    assert distances_km(points(BREST), points(BREST)).tolist() == [0]


def test_short_segments_measure_like_distances() -> None:
    start, end = points(BREST, LE_PORT), points((-4.40, 48.45), (55.30, -20.90))
    assert lengths_km(start, end) == pytest.approx(distances_km(start, end), rel=1e-5)


def test_the_projection_comes_back_and_shrinks_by_the_cosine_of_the_latitude() -> None:
    places = points(BREST, LE_PORT, (0, 0))
    assert from_mercator(mercator(places)) == pytest.approx(places)
    beside = places + 0.01
    on_the_plane = np.hypot(*(mercator(beside) - mercator(places)).T)
    on_the_ground = on_the_plane * np.cos(np.radians(places[:, 1]))
    assert on_the_ground == pytest.approx(distances_km(places, beside), rel=1e-3)


def test_a_square_degree_has_the_area_of_the_ellipsoid() -> None:
    # GeographicLib's planimeter, whose northern edge is a geodesic and bulges by 0.3 km².
    assert area_km2(shapely.box(0, 0, 1, 1)) == pytest.approx(12_308.78 - 0.31, rel=1e-6)


def test_the_centre_of_a_crescent_lies_inside() -> None:
    crescent = shapely.difference(shapely.Point(0, 0).buffer(2), shapely.Point(1, 0).buffer(1.9))
    latitude, longitude = centre(crescent)
    assert shapely.contains(crescent, shapely.Point(longitude, latitude))


def test_nothing_has_no_centre() -> None:
    with pytest.raises(ValueError, match="no centre"):
        centre(shapely.MultiPolygon())

import pytest
import shapely

from generator.territories.geodesy import area_km2, centre
from generator.territories.reference import Reference, load_reference
from generator.territories.shapes import Shapes, load_shapes

# Land areas in km² (INSEE); where no estuary or lagoon blurs the comparison.
LAND_KM2 = {"01": 5762, "06": 4299, "29": 6733, "2A": 4014, "59": 5743, "75": 105.4, "974": 2504}

RESTORED = ("15031", "15035", "15047", "15171")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return load_shapes()


def holes(outline: shapely.Geometry) -> int:
    return int(shapely.get_num_interior_rings(shapely.get_parts(outline)).sum())


def test_every_commune_of_the_departements_has_an_outline(
    reference: Reference, shapes: Shapes
) -> None:
    without = [
        code for code, c in reference.communes.items() if c.region and not shapes.commune(code)
    ]
    assert tuple(without) == RESTORED


def test_neighbours_share_their_borders(reference: Reference, shapes: Shapes) -> None:
    bretons = [shapes.commune(c.code) for c in reference.communes.values() if c.region == "53"]
    assert shapely.coverage_is_valid(bretons)


def test_an_epci_is_one_polygon_without_slivers(reference: Reference, shapes: Shapes) -> None:
    union = shapes.union(reference.epcis["200068120"].communes)
    assert union.geom_type == "Polygon"
    assert holes(union) == 0
    parts = [shapes.commune(code) for code in reference.epcis["200068120"].communes]
    assert area_km2(union) == pytest.approx(sum(area_km2(p) for p in parts if p), rel=1e-6)


def test_borders_between_departements_vanish_too(shapes: Shapes) -> None:
    # Redon (35) and its neighbours in Morbihan and Loire-Atlantique.
    union = shapes.union(["35236", "56221", "44185", "44007", "44057", "56060"])
    assert holes(union) == 0


def test_the_mainland_is_whole(reference: Reference, shapes: Shapes) -> None:
    mainland = shapes.union(
        c.code for c in reference.communes.values() if c.region and int(c.region) > 6
    )
    large = [
        hole
        for part in shapely.get_parts(mainland)
        for hole in map(shapely.Polygon, part.interiors)
        if area_km2(hole) > 0.2
    ]
    # The Spanish enclave of Llívia, and nothing else.
    assert [round(area_km2(hole)) for hole in large] == [13]


def test_a_merged_commune_holds_the_ground_of_those_it_absorbed(shapes: Shapes) -> None:
    saint_denis = shapes.commune("93066")
    pierrefitte = shapely.Point(2.3615, 48.9640)
    assert saint_denis is not None
    assert shapely.contains(saint_denis, pierrefitte)


def test_a_restored_commune_is_shown_by_the_one_that_held_it(shapes: Shapes) -> None:
    holder = shapes.commune("15141")
    assert holder is not None
    assert shapes.union(["15031"]).equals(holder)
    assert shapes.union(["15031", "15035", "15141"]).equals(holder)


def test_saint_martin_has_an_outline_and_polynesia_none(shapes: Shapes) -> None:
    saint_martin = shapes.commune("97801")
    assert saint_martin is not None
    latitude, longitude = centre(saint_martin)
    assert (latitude, longitude) == pytest.approx((18.08, -63.06), abs=0.03)
    assert shapes.commune("98735") is None
    assert shapes.union(["98735"]).is_empty
    assert shapes.union([]).is_empty


@pytest.mark.parametrize(("code", "expected"), LAND_KM2.items())
def test_areas_are_those_of_insee(
    reference: Reference, shapes: Shapes, code: str, expected: float
) -> None:
    union = shapes.union(c.code for c in reference.communes.values() if c.departement == code)
    assert area_km2(union) == pytest.approx(expected, rel=0.01)
    assert area_km2(shapes.departements()[code]) == pytest.approx(expected, rel=0.015)


def test_light_outlines_match_their_neighbours(reference: Reference, shapes: Shapes) -> None:
    for light, places in (
        (shapes.departements(), reference.departements),
        (shapes.regions(), reference.regions),
    ):
        assert set(light) == set(places)
        assert shapely.is_valid(list(light.values())).all()
        assert shapely.coverage_is_valid(list(light.values()))
    assert shapely.get_num_coordinates(list(shapes.departements().values())).sum() < 35_000
    assert shapely.get_num_coordinates(list(shapes.regions().values())).sum() < 10_000

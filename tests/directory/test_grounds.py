import shapely

from generator.directory.grounds import Grounds
from generator.territories.geodesy import from_mercator
from generator.territories.shapes import load_shapes

QUIMPER, BRIEC = "29232", "29020"


def test_communes_are_joined_once() -> None:
    grounds = Grounds(load_shapes())
    both = grounds.of((QUIMPER, BRIEC))
    assert shapely.equals(both, load_shapes().union([BRIEC, QUIMPER]))
    assert grounds.of((QUIMPER, BRIEC)) is both
    assert shapely.equals(grounds.of((QUIMPER,)), load_shapes().union([QUIMPER]))


def test_the_projection_is_of_the_same_ground() -> None:
    grounds = Grounds(load_shapes())
    back = shapely.transform(grounds.flat((QUIMPER,)), from_mercator)
    assert shapely.equals_exact(back, grounds.of((QUIMPER,)), tolerance=1e-9)
    assert grounds.flat(("99999",)).is_empty

"""What the maps draw: nothing is lost, nothing vanishes, neighbours stay neighbours."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from generator.site.map.features import (
    Detail,
    MapContract,
    MapOutline,
    collection,
    contracts_text,
    outline_features,
    simplified_coverage,
)

COARSE = Detail(tolerance=300, decimals=3)
SQUARE = box(2.0, 48.0, 2.1, 48.1)
ISLET = box(2.5, 48.00001, 2.50002, 48.00003)
"""Some two metres wide: much less than the coarse grid's step."""


def contract(**changes: str) -> MapContract:
    values = {
        "id": "pays-2024",
        "name": "CLS du Pays",
        "status": "en-cours",
        "sentence": "En cours jusqu’en 2028",
        "address": "contrats/pays-2024/",
        "region": "bretagne",
    }
    return MapContract(**{**values, **changes})


def written(*perimeters: Any) -> str:
    """Contracts alike, on these perimeters."""
    return contracts_text([contract()] * len(perimeters), perimeters, COARSE)


def drawn(feature: dict[str, Any]) -> Any:
    """The feature's polygons as the browser makes them: see `generator/site/map/shapes.js`."""
    grids = ((feature["polygons"], COARSE.decimals), (feature.get("exact", []), 5))
    polygons = [
        Polygon(_points(rings[0], decimals), [_points(hole, decimals) for hole in rings[1:]])
        for packed, decimals in grids
        for rings in packed
    ]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _points(ring: list[int], decimals: int) -> list[tuple[float, float]]:
    xs, ys = (accumulate(ring[first::2]) for first in (0, 1))
    return [(x / 10**decimals, y / 10**decimals) for x, y in zip(xs, ys, strict=True)]


def features(text: str) -> list[dict[str, Any]]:
    parsed = json.loads(text)
    assert parsed["decimals"] == COARSE.decimals
    found: list[dict[str, Any]] = parsed["features"]
    return found


def test_a_feature_tells_what_the_map_shows() -> None:
    [feature] = features(written(SQUARE))
    assert feature["properties"] == {
        "id": "pays-2024",
        "nom": "CLS du Pays",
        "statut": "en-cours",
        "etat": "En cours jusqu’en 2028",
        "adresse": "contrats/pays-2024/",
        "region": "bretagne",
        "centre": [2.05, 48.05],
    }
    assert drawn(feature).equals(SQUARE)


def test_a_name_stays_the_text_that_it_is() -> None:
    name = '</script><img src=x onerror="alert(1)"> \\ "’ \u2028'
    [feature] = features(contracts_text([contract(name=name)], [SQUARE], COARSE))
    assert feature["properties"]["nom"] == name


def test_holes_and_parts_are_kept() -> None:
    holed = Polygon(SQUARE.exterior.coords, [box(2.03, 48.03, 2.06, 48.06).exterior.coords])
    both = MultiPolygon([holed, box(3.0, 48.0, 3.1, 48.1)])
    [feature] = features(written(both))
    whole = drawn(feature)
    assert [len(part.interiors) for part in whole.geoms] == [1, 0]
    assert whole.area == shapely.area(both)


def test_what_the_grid_would_flatten_keeps_an_area() -> None:
    texts = written(ISLET, MultiPolygon([SQUARE, ISLET]))
    alone, beside = (drawn(feature) for feature in features(texts))
    assert alone.area > 0
    assert [part.area > 0 for part in beside.geoms] == [True, True]


def test_a_contract_without_outline_is_still_there() -> None:
    [feature] = features(written(Polygon()))
    assert feature["polygons"] == []
    assert feature["properties"]["centre"] is None
    assert features(written()) == []


@given(
    st.lists(
        st.tuples(st.floats(-60, 55), st.floats(-20, 50), st.floats(1e-5, 0.5)),
        min_size=1,
        max_size=5,
    )
)
def test_no_perimeter_vanishes_and_none_strays(squares: list[tuple[float, float, float]]) -> None:
    perimeters = [box(x, y, x + side, y + side) for x, y, side in squares]
    texts = written(*perimeters)
    for perimeter, feature in zip(perimeters, features(texts), strict=True):
        assert drawn(feature).area > 0
        assert shapely.hausdorff_distance(perimeter, drawn(feature)) < 0.004


def test_neighbours_share_their_border_after_simplification() -> None:
    wavy = [(1.0 + 0.002 * (step % 2), step / 100) for step in range(101)]
    west = Polygon([(0, 0), *wavy, (0, 1)])
    east = Polygon([(2, 0), *wavy, (2, 1)])
    simple = simplified_coverage([west, east], 2_000)
    assert shapely.get_num_coordinates(simple[0]) < shapely.get_num_coordinates(west)
    assert shapely.area(shapely.intersection(simple[0], simple[1])) == 0
    assert shapely.area(shapely.union_all(simple)) == shapely.area(shapely.union_all([west, east]))
    outlines = [
        MapOutline("departement", code, code, s) for code, s in zip("ab", simple, strict=True)
    ]
    assert [
        feature["properties"]["genre"]
        for feature in features(collection(outline_features(outlines, 3), 3))
    ] == ["departement", "departement"]

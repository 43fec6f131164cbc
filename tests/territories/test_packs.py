import datetime
import zipfile
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from generator.territories.building.borders import border_pairs, pack_borders
from generator.territories.building.light import light_outlines
from generator.territories.building.names import full_name
from generator.territories.building.outlines import Coverage
from generator.territories.building.provenance import Account, provenance
from generator.territories.names_pack import pack_tables, read_tables, unpack_tables
from generator.territories.reference import NAMES
from generator.territories.shapes_pack import (
    STEPS_PER_DEGREE,
    pack_columns,
    pack_outlines,
    unpack_columns,
    unpack_outlines,
    write_archive,
)

cells = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))
columns = st.dictionaries(cells, st.lists(cells, min_size=1))
numbers = st.integers(-(2**30), 2**30)


@pytest.mark.slow
@given(st.dictionaries(cells, columns))
def test_tables_come_back_as_they_were(tables: dict[str, dict[str, list[str]]]) -> None:
    assert unpack_tables(pack_tables(tables)) == tables


@given(st.lists(st.lists(numbers)))
def test_columns_come_back_as_they_were(lists: list[list[int]]) -> None:
    packed = pack_columns([np.array(column, np.int64) for column in lists])
    assert [column.tolist() for column in unpack_columns(packed)] == lists


@st.composite
def outlines(draw: st.DrawFn) -> shapely.Geometry:
    """A polygon with a hole, or several, somewhere on the globe, its corners on the grid."""
    parts = []
    for number in range(draw(st.integers(1, 3))):
        x = draw(st.integers(-17_000_000, 17_000_000)) / STEPS_PER_DEGREE
        y = draw(st.integers(-80, 80)) + number * 3
        width = draw(st.integers(10, 90_000)) / STEPS_PER_DEGREE
        inner = shapely.box(x + width / 3, y + width / 3, x + width / 2, y + width / 2)
        outer = shapely.box(x, y, x + width, y + width)
        parts.append(shapely.Polygon(outer.exterior, [inner.exterior]))
    return shapely.MultiPolygon(parts)


@given(st.lists(outlines(), min_size=1, max_size=5))
def test_outlines_come_back_within_half_a_step(shapes: list[shapely.MultiPolygon]) -> None:
    packed = {f"29{number:03}": shape for number, shape in enumerate(shapes)}
    back = unpack_outlines(pack_outlines(packed))
    assert list(back) == list(packed)
    for code, shape in packed.items():
        assert shapely.get_num_coordinates(back[code]) == shapely.get_num_coordinates(shape)
        drift = shapely.get_coordinates(back[code]) - shapely.get_coordinates(shape)
        assert np.abs(drift).max() <= 0.51 / STEPS_PER_DEGREE


@given(st.lists(outlines(), min_size=1, max_size=3))
def test_a_second_packing_changes_no_vertex(shapes: list[shapely.MultiPolygon]) -> None:
    once = pack_outlines({str(number): shape for number, shape in enumerate(shapes)})
    assert pack_outlines(unpack_outlines(once)) == once


def test_an_archive_has_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", {"a": b"1", "b": b"2"})
    write_archive(tmp_path / "two.zip", {"b": b"2", "a": b"1"})
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("b") == b"2"


def test_light_outlines_keep_a_common_border() -> None:
    # Two squares of a degree in mid-France, their common border a zigzag finer than the tolerance.
    zigzag = [(200_000 + 20 * (i % 2), 4_600_000 + 100 * i) for i in range(1001)]
    west = shapely.Polygon([(100_000, 4_700_000), (100_000, 4_600_000), *zigzag])
    east = shapely.Polygon([(300_000, 4_600_000), (300_000, 4_700_000), *zigzag[::-1]])
    light = light_outlines({"w1": west, "e1": east}, lambda code: code[0], tolerance_km=1)
    assert list(light) == ["e", "w"]
    assert shapely.coverage_is_valid(list(light.values()))
    assert all(shapely.get_num_coordinates(outline) < 50 for outline in light.values())
    assert shapely.area(light["w"]) == pytest.approx(shapely.area(west), rel=0.01)


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("CC du Pays de X", "", "Communauté de communes du Pays de X"),
        (
            "CA d'Epinal",
            "Communauté d'agglomération d'Épinal",
            "Communauté d'agglomération d'Épinal",
        ),
        ("Saint-Étienne Métropole", "Saint-Etienne Métropole", "Saint-Étienne Métropole"),
        ("CC Coeur de X", "Communauté de communes Cœur de X", "Communauté de communes Cœur de X"),
        ("CC LBN Communauté", "LBN Communauté", "LBN Communauté"),
        ("CA ECLA  (Lons)", "", "Communauté d'agglomération ECLA (Lons)"),
    ],
)
def test_the_full_name_of_an_epci(short: str, full: str, expected: str) -> None:
    assert full_name(short, full) == expected


def test_provenance_tells_what_was_packed() -> None:
    coverage = Coverage({"29232": shapely.Point()}, (), ("29232",), ("15031",), 7)
    text = provenance(
        Account(read_tables(NAMES), coverage, 2186, 0.6, 1.0, datetime.date(2026, 11, 22))
    )
    assert "2026-11-22" in text
    assert "Quimper (29232)" in text
    assert "4240 former codes" in text
    assert "$" not in text


def test_borders_are_between_regions_that_touch() -> None:
    squares = {
        "01001": shapely.box(0, 0, 1, 1),
        "01002": shapely.box(1, 0, 2, 1),
        "39001": shapely.box(2, 0, 3, 1),
        "39002": shapely.box(3, 0, 4, 1),
        "39003": shapely.box(2, 1, 3, 2),
    }
    pairs = border_pairs(squares, lambda code: code[:2])
    assert pairs == [("01002", "39001"), ("01002", "39003")]
    assert pack_borders(pairs) == "01002 39001\n01002 39003\n"

import re
from xml.etree import ElementTree

import pytest
from shapely import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from generator.site.drawing.outlines import MARGIN, SMALLEST, WIDTH, Layer, draw
from generator.territories.shapes import load_shapes

SVG = "{http://www.w3.org/2000/svg}"
FINISTERE = box(-5.1, 47.7, -3.4, 48.8)


def drawing(*layers: Layer[BaseGeometry], title: str = "Carte") -> ElementTree.Element:
    return ElementTree.fromstring(draw(title, layers))


def points(path: str) -> list[tuple[float, float]]:
    """The points of an SVG path made of M, relative l and z."""
    found = []
    for ring in re.findall(r"M([^z]*)z", path):
        start, _, moves = ring.partition("l")
        numbers = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
        x, y = (float(number) for number in numbers.findall(start))
        found.append((x, y))
        steps = [float(number) for number in numbers.findall(moves)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def path_of(element: ElementTree.Element) -> str:
    path = element.find(f".//{SVG}path")
    assert path is not None
    return path.attrib["d"]


def test_nothing_to_draw_is_nothing() -> None:
    assert draw("Carte", []) == ""
    assert draw("Carte", [Layer("vide", [Polygon()])]) == ""


@pytest.mark.parametrize(
    "shape",
    [
        FINISTERE,
        box(0, 42, 1, 50),
        box(-5, 48, 8, 48.5),
        box(55, -22, 56, -20),
        Point(-63, 18).buffer(0.1),
    ],
)
def test_a_shape_fills_the_frame_and_stays_in_it(shape: Polygon) -> None:
    svg = drawing(Layer("contrat", [shape]))
    _, _, width, height = (float(number) for number in svg.attrib["viewBox"].split())
    assert width == WIDTH
    assert height <= WIDTH
    found = points(path_of(svg))
    xs, ys = [x for x, _ in found], [y for _, y in found]
    assert MARGIN - 1 <= min(xs) < max(xs) <= WIDTH - MARGIN + 1
    assert MARGIN - 1 <= min(ys) < max(ys) <= height - MARGIN + 1
    reach = max(max(xs) - min(xs), max(ys) - min(ys))
    assert reach == pytest.approx(WIDTH - 2 * MARGIN, abs=1.5)


def test_north_is_up_and_east_is_right() -> None:
    svg = drawing(
        Layer("fond", [FINISTERE]),
        Layer("nord", [Point(-4.2, 48.6)]),
        Layer("est", [Point(-3.6, 48.2)]),
    )
    north, east = svg.findall(f".//{SVG}circle")
    assert float(north.attrib["cy"]) < float(east.attrib["cy"])
    assert float(north.attrib["cx"]) < float(east.attrib["cx"])


def test_a_square_on_the_ground_is_drawn_square() -> None:
    svg = drawing(Layer("contrat", [box(0, 59.5, 2, 60.5)]))  # at 60° a degree east is half as long
    found = points(path_of(svg))
    xs, ys = [x for x, _ in found], [y for _, y in found]
    assert max(xs) - min(xs) == pytest.approx(max(ys) - min(ys), rel=0.02)


def test_a_hole_is_a_hole_of_the_same_path() -> None:
    ring = Polygon(FINISTERE.exterior, [box(-4.5, 48.1, -4, 48.4).exterior.coords])
    assert path_of(drawing(Layer("contrat", [ring]))).count("M") == 2


def test_a_small_perimeter_gets_a_ring_and_a_large_one_does_not() -> None:
    svg = drawing(Layer("fond", [FINISTERE]), Layer("ville", [box(-4.11, 48, -4.09, 48.02)]))
    background, town = svg.findall(f"{SVG}g")
    assert background.find(f"{SVG}circle") is None
    circle = town.find(f"{SVG}circle")
    assert circle is not None
    assert circle.attrib["r"] == str(SMALLEST)


def test_an_islet_under_a_pixel_is_left_out_unless_it_is_all() -> None:
    islet = box(-5.09, 48.45, -5.0899, 48.4501)
    both = MultiPolygon([box(-4.5, 47.8, -3.5, 48.7), islet])
    assert path_of(drawing(Layer("contrat", [both]))).count("M") == 1
    alone = drawing(Layer("contrat", [MultiPolygon([islet])]))
    assert path_of(alone).count("M") == 1


def test_layers_are_drawn_in_order_with_their_class_and_what_they_are() -> None:
    svg = drawing(Layer("fond", [FINISTERE], "Finistère"), Layer("contrat", [FINISTERE]))
    assert [group.attrib["class"] for group in svg.findall(f"{SVG}g")] == ["fond", "contrat"]
    assert [title.text for title in svg.iter(f"{SVG}title")] == ["Carte", "Finistère"]
    assert svg.attrib["role"] == "img"


def test_names_stay_text() -> None:
    hostile = "<script>alert(1)</script> & *co*"
    svg = drawing(Layer("fond", [FINISTERE], hostile), title=hostile)
    assert [title.text for title in svg.iter(f"{SVG}title")] == [hostile, hostile]
    assert svg.find(f".//{SVG}script") is None


def test_a_real_perimeter_is_light() -> None:
    shapes = load_shapes()
    communes = shapes.union(["29232", "29020", "29051"])
    svg = draw("Quimper", [Layer("contrat", [communes])])
    assert 200 < len(svg) < 6000
    assert "nan" not in svg
    assert "e-" not in svg

from xml.etree import ElementTree

from generator.directory.grounds import Grounds
from generator.site.drawing.drawing import Drawing, Ground
from generator.site.drawing.outlines import Layer
from generator.site.shell.escaping import safe
from generator.territories.shapes import load_shapes

SVG = "{http://www.w3.org/2000/svg}"
QUIMPER = Ground("communes", ("29232",))


def drawing(*grounds: Ground, title: str = "Carte") -> Drawing:
    layers = tuple(Layer(ground.kind, (ground,)) for ground in grounds)
    return Drawing(title, layers, Grounds(load_shapes()))


def test_a_template_prints_every_layer_that_has_an_outline() -> None:
    nowhere = Ground("departement", ("978",))
    shown = drawing(Ground("region", ("53",)), Ground("departement", ("29",)), nowhere, QUIMPER)
    svg = ElementTree.fromstring(safe(shown))
    assert [group.attrib["class"] for group in svg.findall(f"{SVG}g")] == [
        "region",
        "departement",
        "communes",
    ]
    assert safe(drawing(nowhere)) == ""


def test_what_shows_the_same_is_equal_whatever_reads_the_outlines() -> None:
    assert drawing(QUIMPER) == drawing(QUIMPER)
    assert hash(drawing(QUIMPER)) == hash(drawing(QUIMPER))
    others = [
        drawing(QUIMPER, title="Une autre"),
        drawing(Ground("departement", ("29",))),
        drawing(Ground("communes", ("29232", "29020"))),
    ]
    assert drawing(QUIMPER) not in others

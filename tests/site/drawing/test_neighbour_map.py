from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.drawing.neighbour_map import neighbour_map
from generator.site.shell.escaping import safe
from generator.site.shell.neighbours import beside
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.sites import FROZEN, FROZEN_DAY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def edition() -> Edition:
    corpus = load(FROZEN, load_reference(), FROZEN_DAY)
    return Edition(Directory(corpus, load_reference(), load_shapes()), date(2026, 11, 22), "")


def test_neighbours_bear_their_numbers_and_the_contract_is_drawn(edition: Edition) -> None:
    entry = edition.directory.entries["marseille-2024"]
    neighbours = beside(edition, entry)
    assert len(neighbours) > 1
    svg = ElementTree.fromstring(safe(neighbour_map(edition, entry, neighbours)))
    numbers = [text.text for text in svg.findall(f"{SVG}text")]
    assert sorted(numbers, key=str) == [str(rank) for rank in range(1, len(neighbours) + 1)]
    classes = [group.attrib["class"] for group in svg.findall(f"{SVG}g")]
    assert classes[0] == "dessin__fond"
    assert classes.count("dessin__perimetre") == 1
    assert classes.count("dessin__voisin") == len(neighbours)
    title = svg.findtext(f"{SVG}title") or ""
    assert all(str(safe(edition.name(other))) in title for other in neighbours)


def test_a_contract_alone_has_a_map_if_it_has_an_outline(edition: Edition) -> None:
    entry = edition.directory.entries["marseille-2024"]
    assert "dessin__numero" not in safe(neighbour_map(edition, entry, []))
    nowhere = replace(entry, territory=replace(entry.territory, communes=("98411",)))
    assert neighbour_map(edition, nowhere, []) is None
    beside_one = neighbour_map(edition, nowhere, [entry])
    assert ">1</text>" in safe(beside_one)

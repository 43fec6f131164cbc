"""The choices of a facet are those that rows really have."""

from __future__ import annotations

from generator.site.shell.facets import Dimension, attributes, facets

COLOURS = Dimension[str](
    "initiale", "Initiale", lambda word: [word[0]], {"b": "Bé", "a": "A", "z": "Zède"}
)


def test_choices_keep_their_order_and_count_rows() -> None:
    (facet,) = facets([COLOURS], ["ara", "âne"[1:], "bison", "abeille"])
    assert [(choice.value, choice.count) for choice in facet.choices] == [("b", 1), ("a", 2)]


def test_a_row_that_has_a_value_twice_counts_once() -> None:
    twice = Dimension[str]("lettre", "Lettre", lambda word: word, {"a": "A", "n": "N"})
    (facet,) = facets([twice], ["ananas"])
    assert [choice.count for choice in facet.choices] == [1, 1]
    assert attributes([twice], "anna") == {"lettre": "a n"}

"""Perimeters over several régions, and contracts said to follow those of elsewhere."""

import pytest

from generator.territories.borders import load_borders
from generator.territories.reference import Reference
from generator.territories.shapes import load_shapes
from tests.distance import distance_km
from tests.small_root import SmallRoot, contract_text, told

QUIMPER, MARSEILLE = '"200068120"', '"200054807"'
CHATEAUBRIANT = '"200072726"'
REDON = '"243500741"'


@pytest.mark.parametrize(
    ("territory", "severity", "place"),
    [
        (f"{{epci: [{QUIMPER}, {MARSEILLE}]}}", "erreur", MARSEILLE),
        (f'{{epci: [{QUIMPER}], communes: ["97411"]}}', "erreur", '"97411"'),
        (f"{{epci: [{QUIMPER}, {CHATEAUBRIANT}]}}", "avertissement", CHATEAUBRIANT),
        (f'{{epci: [{QUIMPER}], communes: ["85113"]}}', "avertissement", '"85113"'),
    ],
    ids=["Marseille", "La Réunion", "the next région, too far", "an island of the next région"],
)
def test_a_part_of_another_region_that_touches_nothing(
    root: SmallRoot, territory: str, severity: str, place: str
) -> None:
    problems = root.check(contract_text(territoire=territory))
    assert told(problems) == [(severity, "territoire-eclate", place)]
    assert problems[0].proposal
    assert place.strip('"') in problems[0].proposal
    assert root.check(contract_text(territoire=f"{{epci: [{QUIMPER}]}}")) == []


@pytest.mark.parametrize(
    "territory",
    [
        f"{{epci: [{REDON}]}}",
        '{communes: ["35222", "50410"]}',
        '{communes: ["29232", "29113"]}',
        f"{{epci: [{REDON}, {CHATEAUBRIANT}]}}",
    ],
    ids=["one EPCI over two régions", "across the Couesnon", "Ouessant", "two EPCI that touch"],
)
def test_a_perimeter_may_cross_a_border(root: SmallRoot, territory: str) -> None:
    assert root.check(contract_text(territoire=territory)) == []


def test_borders_are_those_of_the_outlines(cog: Reference) -> None:
    borders, shapes = load_borders(), load_shapes()
    assert len(borders.across) > 2000
    for code in ("35222", "50410", "44067", "74042", "01014", "84019"):
        outline = shapes.commune(code)
        assert outline is not None
        for other in borders.across.get(code, ()):
            neighbour = shapes.commune(other)
            assert neighbour is not None
            assert distance_km(outline, neighbour) == 0
            assert cog.communes[other].region != cog.communes[code].region
    assert borders.touch({"50410"}, {"35222"})
    assert not borders.touch({"50410"}, {"35238"})


def test_a_precedent_of_another_territory(root: SmallRoot) -> None:
    problems = root.check(contract_text(precedent="saint-martin"))
    assert told(problems) == [("erreur", "precedent-ailleurs", "saint-martin")]
    assert problems[0].proposal


def test_a_precedent_that_shares_one_commune(root: SmallRoot) -> None:
    text = contract_text(precedent="cornouaille-2018", territoire='{communes: ["29155"]}')
    assert root.check(text) == []


def test_a_precedent_that_begins_later(root: SmallRoot) -> None:
    problems = root.check(
        contract_text(precedent="cornouaille-2023", duree="{debut: 2013, fin: 2017}")
    )
    assert told(problems) == [("erreur", "precedent-posterieur", "cornouaille-2023")]
    assert "retirez la ligne precedent" in (problems[0].proposal or "")


def test_a_loop_of_three_is_told_in_each(root: SmallRoot) -> None:
    durations = {
        "a": "{debut: 2037, fin: 2040}",
        "b": "{debut: 2033, fin: 2036}",
        "c": "{debut: 2029, fin: 2032}",
    }
    for name, precedent in (("a", "b"), ("b", "c"), ("c", "a")):
        text = contract_text(precedent=precedent, duree=durations[name])
        root.write(f"contracts/bretagne/{name}.yml", text)
    assert told(root.problems()) == [("erreur", "precedent", name) for name in ("b", "c", "a")]
    root.write("contracts/bretagne/c.yml", contract_text(duree=durations["c"]))
    assert root.problems() == []

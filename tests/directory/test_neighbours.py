"""Neighbours and likes of the repository's own contracts, against what a map shows."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest
import shapely

from generator.directory.comparables import Comparable, Comparables
from generator.directory.directory import Directory
from generator.directory.neighbours import ENOUGH, REACH_KM, Neighbour, Neighbourhood, Relation
from generator.model.vocabulary import STATUSES, Family
from generator.source.loader import Corpus, load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.distance import distance_km
from tests.sites import FROZEN, FROZEN_DAY
from tests.small_root import SmallRoot, contract_text

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load(FROZEN, load_reference(), FROZEN_DAY), load_reference(), load_shapes())


def alike(directory: Directory, id_: str) -> list[Comparable]:
    """Every other contract, the likest first."""
    comparables = Comparables(directory)
    others = comparables.group(directory.entries.keys() - {id_})
    return list(comparables.like(id_).order(others))


@pytest.fixture(scope="module")
def neighbourhood(directory: Directory) -> Neighbourhood:
    return Neighbourhood(directory, ON)


def small(root: SmallRoot) -> tuple[Directory, Neighbourhood]:
    directory = Directory(root.load(), load_reference(), load_shapes())
    return directory, Neighbourhood(directory, ON)


def by_id(found: list[Neighbour]) -> dict[str, Neighbour]:
    return {neighbour.id: neighbour for neighbour in found}


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("cornouaille-2023", {"concarneau-cornouaille", "pays-de-brest-2019"}),
        ("strasbourg-2023", {"saverne-preparation"}),
        ("saint-louis-2025", {"etang-sale-2023", "entre-deux-2024", "saint-pierre-2023"}),
        ("le-port-2022", {"saint-paul-2023"}),
        # No contract is known around these two: the nearest ones stand for neighbours.
        ("marseille-2024", set()),
        ("rennes-metropole-2025", set()),
    ],
)
def test_contracts_that_touch_or_overlap_are_those_of_the_map(
    neighbourhood: Neighbourhood, id_: str, expected: set[str]
) -> None:
    around = {
        neighbour.id
        for neighbour in neighbourhood.of(id_)
        if neighbour.relation is not Relation.NEAR
    }
    assert around >= expected
    if not expected:
        assert around == set()
        assert len(neighbourhood.of(id_)) == ENOUGH


def test_a_shared_border_has_the_length_of_the_line_in_common(
    directory: Directory, neighbourhood: Neighbourhood
) -> None:
    cornouaille, concarneau = (
        directory.geometry(directory.entries[id_])
        for id_ in ("cornouaille-2023", "concarneau-cornouaille")
    )
    common = shapely.intersection(shapely.boundary(cornouaille), shapely.boundary(concarneau))
    # Around latitude 47.95, from degrees to kilometres.
    flat = shapely.transform(common, lambda xy: xy * (111.195 * 0.6699, 111.195))
    found = by_id(neighbourhood.of("cornouaille-2023"))["concarneau-cornouaille"]
    assert found.relation is Relation.TOUCHES
    assert found.border_km == pytest.approx(shapely.length(flat), rel=0.01)


def test_a_city_in_its_agglomeration_overlaps_it(
    directory: Directory, neighbourhood: Neighbourhood
) -> None:
    found = by_id(neighbourhood.of("ville-de-strasbourg"))["strasbourg-2023"]
    people = directory.reference.communes["67482"].population
    assert (found.relation, found.communes, found.population) == (Relation.OVERLAPS, 1, people)
    # Seen signed in June 2019 and no more: most likely over, the agglomeration's stands for its ground.
    assert "ville-de-strasbourg" not in neighbourhood.standing


def test_relations_are_the_same_from_both_sides(
    directory: Directory, neighbourhood: Neighbourhood
) -> None:
    for id_ in neighbourhood.standing:
        for neighbour in neighbourhood.of(id_):
            back = by_id(neighbourhood.of(neighbour.id)).get(id_)
            if neighbour.relation is Relation.NEAR:
                # One may have five neighbours that are nearer.
                assert back is None or back.distance_km == neighbour.distance_km
            else:
                assert back is not None
                assert back == Neighbour(
                    id_,
                    neighbour.relation,
                    neighbour.communes,
                    neighbour.population,
                    neighbour.border_km,
                )


def test_every_relation_is_what_a_slow_comparison_finds(
    directory: Directory, neighbourhood: Neighbourhood
) -> None:
    bretons = directory.of_region("bretagne")
    for entry in bretons:
        found = by_id(neighbourhood.of(entry.id))
        mine, chain = directory.geometry(entry), {step.id for step in directory.chain(entry)}
        for other in bretons:
            if other.id in chain or other.id not in neighbourhood.standing:
                assert other.id not in found
                continue
            shared = set(entry.territory.communes) & set(other.territory.communes)
            gap = distance_km(mine, directory.geometry(other))
            neighbour = found.get(other.id)
            if shared or gap == 0:
                assert neighbour is not None
                assert neighbour.communes == len(shared)
            elif neighbour is not None:
                assert neighbour.distance_km == pytest.approx(gap, rel=0.01)
                assert neighbour.distance_km <= REACH_KM


def test_contracts_of_one_chain_are_no_neighbours_and_one_stands_for_them(
    directory: Directory, neighbourhood: Neighbourhood
) -> None:
    for entry in directory.entries.values():
        chain = {step.id for step in directory.chain(entry)}
        found = set(by_id(neighbourhood.of(entry.id)))
        assert not found & chain
        assert found <= neighbourhood.standing
    assert "marseille-2019" not in neighbourhood.standing
    # Over, and covered whole by the agglomeration's later contract, though no file links them.
    assert "narbonne-2019" not in neighbourhood.standing
    assert "grand-narbonne-2024" in neighbourhood.standing


def test_contracts_in_force_come_first_then_likely_ones_then_live_ones_then_the_others(
    directory: Directory, neighbourhood: Neighbourhood
) -> None:
    tiers = {
        Family.IN_FORCE: 0,
        Family.LIKELY_IN_FORCE: 1,
        Family.LOST_FROM_SIGHT: 3,
        Family.PAST: 3,
    }
    for id_ in directory.entries:
        statuses = [
            directory.status(directory.entries[neighbour.id], ON)
            for neighbour in neighbourhood.of(id_)
        ]
        ranks = [tiers.get(STATUSES[status].family, 2) for status in statuses]
        assert ranks == sorted(ranks)


def test_an_island_alone_has_no_neighbour(root: SmallRoot) -> None:
    directory, neighbourhood = small(root)
    assert neighbourhood.of("saint-martin") == []
    # The precedent shares its communes, but is of the same chain.
    assert neighbourhood.of("cornouaille-2023") == []
    assert alike(directory, "saint-martin")


def test_a_partial_overlap_counts_the_communes_in_common(root: SmallRoot) -> None:
    root.write(
        "contracts/bretagne/quimper-2025.yml",
        contract_text(
            territoire='{communes: ["29232", "29155"]}', duree="{debut: 2025, fin: 2029}"
        ),
    )
    directory, neighbourhood = small(root)
    (found,) = neighbourhood.of("quimper-2025")
    assert (found.id, found.relation, found.communes) == (
        "cornouaille-2023",
        Relation.OVERLAPS,
        1,
    )
    assert found.population == directory.reference.communes["29232"].population


def test_a_directory_without_a_contract_has_no_neighbours() -> None:
    empty = Directory(Corpus({}, {}, ()), load_reference(), load_shapes())
    assert Neighbourhood(empty, ON).standing == frozenset()
    assert Comparables(empty).measures == {}


def test_the_likest_territories_come_first(directory: Directory) -> None:
    comparables = Comparables(directory)
    likes = alike(directory, "ville-de-strasbourg")
    assert len(likes) == len(directory.entries) - 1
    assert [other.gap for other in likes] == sorted(other.gap for other in likes)
    for other in islice(likes, 5):
        assert comparables.measures[other.id].carrier == "commune"
        assert comparables.measures[other.id].communes == 1


def test_the_gap_counts_doublings(directory: Directory) -> None:
    comparables = Comparables(directory)
    gaps = {other.id: other.gap for other in alike(directory, "nice-2024")}
    mine, other = comparables.measures["nice-2024"], comparables.measures["toulon-2025"]
    assert mine.density
    assert other.density
    people = mine.population / other.population
    density = mine.density / other.density
    # Both are one commune that a commune carries: 2 ** gap is the product of what remains.
    product = max(people, 1 / people) * max(density, 1 / density)
    assert 2 ** gaps["toulon-2025"] == pytest.approx(product)

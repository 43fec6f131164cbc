from __future__ import annotations

import json
from datetime import date

import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.directory.who_acts import MOST, NEIGHBOUR
from generator.site.comparison.files import (
    ROOT,
    ComparedContract,
    ComparisonIndex,
    CoveredCommunes,
    ListedContract,
)
from generator.site.comparison.table import (
    NO_THEME,
    PARTS,
    PartTerms,
    Profile,
    profile,
    side_by_side,
)
from generator.site.comparison.view import compare_sets
from generator.site.shell import addresses
from generator.site.shell.neighbours import neighbours_part
from generator.site.text.differences import differences
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.set_files import made
from tests.site_pages import page_at
from tests.sites import FROZEN, FROZEN_DAY

HOSTILE = "=1+1\"; <script>alert(1)</script> « l'eau »"


@pytest.fixture(scope="module")
def edition() -> Edition:
    directory = Directory(
        load(FROZEN, load_reference(), FROZEN_DAY), load_reference(), load_shapes()
    )
    return Edition(directory, date(2026, 11, 22), "https://exemple.fr/depot")


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return made(compare_sets(edition))


PROFILE = Profile(
    id="a",
    name=HOSTILE,
    status="en-cours",
    sentence="En cours jusqu’en 2027",
    address="contrats/a/",
    signature=None,
    drawn=(date(2023, 7, 1), date(2028, 1, 1)),
    loose=True,
    parts={"identite": {"statut": ("En cours",)}, "axes": None},
)


def test_a_contract_is_one_small_file_that_holds_its_cells_as_text() -> None:
    [text] = made([ComparedContract(PROFILE, (), ())]).values()
    known = json.loads(text)
    assert known["nom"] == HOSTILE
    assert known["signature"] is None
    assert known["trace"] == ["2023-07-01", "2028-01-01"]
    assert known["incertain"] is True
    assert known["rubriques"] == {"identite": {"statut": ["En cours"]}, "axes": None}


def test_the_index_lists_contracts_and_what_is_compared() -> None:
    part = PartTerms("identite", "Identité", {"statut": "Statut"}, listed=False)
    listed = ListedContract("a", HOSTILE, "Finistère", "en-cours", True, ("mans-preparation",))
    [text] = made([ComparisonIndex((listed,), (part,), {"en-cours": "En cours"})]).values()
    index = json.loads(text)
    assert index["contrats"] == [["a", HOSTILE, "Finistère", "en-cours", 1]]
    assert index["anciens"] == {"mans-preparation": "a"}
    assert index["rubriques"][0]["lignes"] == [["statut", "Statut"]]


def test_communes_lie_under_the_first_letter_that_a_reader_types() -> None:
    codes = ("72181", "97404", "02565")
    files = made([CoveredCommunes((codes, codes), load_reference())])
    communes = {
        path.removeprefix(f"{ROOT}communes/"): json.loads(text) for path, text in files.items()
    }
    assert communes == {
        "m.json": [["Le Mans", "72", [0, 1]]],
        "e.json": [["L'Étang-Salé", "974", [0, 1]]],
        "o.json": [["Œuilly", "02", [0, 1]]],
    }
    assert made([CoveredCommunes((), load_reference())]) == {}


def test_what_a_page_of_six_contracts_fetches_is_light(
    edition: Edition, files: dict[str, str]
) -> None:
    one_each = [
        files[f"{addresses.COMPARISON_DATA}contrats/{id_}.json"]
        for id_ in edition.directory.entries
    ]
    heaviest = sorted(map(len, one_each))[-6:]
    assert sum(heaviest) + len(files[f"{addresses.COMPARISON_DATA}index.json"]) < 110_000


def test_every_contract_has_its_page_and_its_file(edition: Edition, files: dict[str, str]) -> None:
    known = {
        id_ for id_, *_ in json.loads(files[f"{addresses.COMPARISON_DATA}index.json"])["contrats"]
    }
    assert known == set(edition.directory.entries)
    assert all(f"{addresses.COMPARISON_DATA}contrats/{id_}.json" in files for id_ in known)
    page = page_at(edition, addresses.COMPARE)
    assert all(f'href="{id_}/"' in page for id_ in known)


def test_lists_that_the_sources_leave_out_are_told_from_lists_without_the_thing(
    edition: Edition,
) -> None:
    entries = edition.directory.entries
    parts = side_by_side(
        [profile(edition, entries[id_]) for id_ in ("cornouaille-2023", "concarneau-cornouaille")]
    )
    signatories = next(part for part in parts if part.id == "signataires")
    for row in signatories.rows:
        assert row.cells[0]
        assert row.cells[1] is None
    page = page_at(edition, addresses.comparison("cornouaille-2023"))
    assert '<span class="absent">non renseigné</span>' in page


def test_an_action_without_a_theme_has_a_row_of_its_own(edition: Edition) -> None:
    entry = next(
        entry
        for entry in edition.directory.entries.values()
        if any(not action.themes for _, action in entry.contract.actions())
    )
    themes = profile(edition, entry).parts["themes"]
    assert themes is not None
    assert themes[NO_THEME]
    assert NO_THEME in next(part for part in PARTS if part.id == "themes").rows


def test_differences_are_told_with_what_the_sources_cite(edition: Edition) -> None:
    part = neighbours_part(edition, edition.directory.entries["marseille-2024"])
    assert part.differences[0] == (
        "Trois des quatre voisins dont les sources nomment des axes ont un axe cité qui se rattache à "
        "« Santé et environnement » ; celui-ci non, d’après les sources."
    )
    assert part.comparison == addresses.comparison("marseille-2024")


def test_nothing_is_told_of_a_contract_without_lists_but_that_they_lack(edition: Edition) -> None:
    entries = edition.directory.entries
    bare = entries["concarneau-cornouaille"]
    told = differences(bare, [entries["cornouaille-2023"], entries["pays-de-brest-2019"]])
    assert len(told) == 2
    assert all("ne sont pas comparés" in sentence or "ils ne sont" in sentence for sentence in told)
    assert differences(bare, []) == []


def test_who_acts_names_neighbours_first_and_never_the_contract_itself(edition: Edition) -> None:
    directory = edition.directory
    for entry in directory.of_region("nouvelle-aquitaine"):
        chain = {step.id for step in directory.chain(entry)}
        themes = ("sante-mentale", "offre-de-soins", "no-such-theme")
        told = edition.who_acts.on(themes, entry)
        assert told.keys() == {"sante-mentale", "offre-de-soins"}
        for theme, found in told.items():
            assert len(found) <= MOST
            ids = {acting.entry.id for acting in found}
            assert not ids & chain
            for acting in found:
                assert ids.intersection(s.id for s in directory.chain(acting.entry)) == {
                    acting.entry.id
                }
            links = [acting.link == NEIGHBOUR for acting in found]
            assert links == sorted(links, reverse=True)
            assert all(theme in action.themes for acting in found for action in acting.actions)


def test_what_is_not_signed_says_when_it_was_seen_so(edition: Edition) -> None:
    entry = next(
        entry
        for entry in edition.directory.entries.values()
        if edition.status(entry) == "en-preparation" and entry.contract.state_seen is not None
    )
    known = profile(edition, entry)
    identity = known.parts["identite"]
    assert identity is not None
    assert identity["statut"] == (known.sentence,)
    assert known.sentence.endswith("d’après la source")
    assert known.loose
    assert known.drawn is None

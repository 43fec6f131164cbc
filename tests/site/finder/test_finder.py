"""The commune finder's files: every commune is found and answered for, within the bytes allowed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.model.vocabulary import STATUSES, Family
from generator.site.finder.answers import HEAD, PlaceAnswers
from generator.site.finder.form import finder_html, finder_sets
from generator.site.finder.index import INDEX, ROOT, file_name
from generator.site.finder.nearest import NearestPerimeters
from generator.site.finder.tree import Record, Tree
from generator.source.loader import load
from generator.territories.geodesy import mercator
from generator.territories.reference import Reference
from generator.territories.shapes import load_shapes
from generator.territories.text_keys import place_key
from tests.distance import distance_km
from tests.set_files import made
from tests.sites import FROZEN, FROZEN_DAY
from tests.small_root import SmallRoot, contract_text

BUDGET = 60_000
"""Bytes, uncompressed, that one search may fetch."""

Files = Mapping[str, str]


@pytest.fixture(scope="module")
def edition(cog: Reference) -> Edition:
    return Edition(
        Directory(load(FROZEN, cog, FROZEN_DAY), cog, load_shapes()), date(2026, 11, 22), ""
    )


@pytest.fixture(scope="module")
def files(edition: Edition) -> Files:
    return made(finder_sets(edition))


class Reader:
    """Reads the files as `finder/index.js` does."""

    def __init__(self, files: Files) -> None:
        self.files = files
        manifest = json.loads(files[INDEX])
        self.prefixes = {
            family: set(manifest[family].split(",")) for family in ("noms", "fins", "codes")
        }
        self._read: dict[str, list[list[Any]]] = {}

    def paths(self, family: str, key: str) -> list[str]:
        """The files read while the key is typed, letter by letter."""
        return [
            f"{ROOT}{family}/{file_name(key[:end])}"
            for end in range(1, len(key) + 1)
            if key[:end] in self.prefixes[family]
        ]

    def records(self, family: str, key: str) -> list[list[Any]]:
        paths = self.paths(family, key)
        if not paths:
            return []
        if paths[-1] not in self._read:
            self._read[paths[-1]] = json.loads(self.files[paths[-1]])
        return self._read[paths[-1]]

    def codes(self, family: str, key: str) -> set[str]:
        return {record[0] for record in self.records(family, key)}

    def answer(self, code: str) -> dict[str, Any]:
        """The answer for a commune, its contracts in full."""
        file = json.loads(self.files[f"{ROOT}reponses/{code[:HEAD].lower()}.json"])
        name, latitude, longitude, epci, rows, near = file["communes"][code]
        return {
            "name": name,
            "at": (latitude, longitude),
            "epci": None if epci is None else file["epci"][epci],
            "contracts": {file["contrats"][row][3]: file["contrats"][row][1] for row in rows},
            "near": [(file["contrats"][row][3], km) for row, km in near],
            "agency": file["ars"],
            "departement": file["departement"],
        }


@pytest.fixture(scope="module")
def reader(files: Files) -> Reader:
    return Reader(files)


@pytest.mark.slow
def test_every_commune_is_found_by_its_name(cog: Reference, reader: Reader) -> None:
    lost = [
        commune.code
        for commune in cog.communes.values()
        if commune.code not in reader.codes("noms", place_key(commune.name))
        or commune.code not in reader.codes("fins", place_key(commune.name)[::-1])
    ]
    assert lost == []


@pytest.mark.slow
def test_every_commune_is_found_by_its_codes(cog: Reference, reader: Reader) -> None:
    lost = [
        (commune.code, code)
        for commune in cog.communes.values()
        for code in (commune.code, *commune.postal_codes)
        if commune.code not in reader.codes("codes", code.lower())
    ]
    assert lost == []


@pytest.mark.slow
def test_former_communes_arrondissements_and_epci_are_found(cog: Reference, reader: Reader) -> None:
    for former in cog.former.values():
        assert former.successor in reader.codes("codes", former.code.lower())
        if former.name:
            assert former.successor in reader.codes("noms", place_key(former.name))
    for code, city in cog.arrondissements.items():
        assert city in reader.codes("codes", code)
    assert "69123" in reader.codes("noms", "lyon 3e arrondissement")
    assert "13055" in reader.codes("noms", "marseille 16e arrondissement")
    assert "91228" in reader.codes("noms", "evry")
    assert "91228" in reader.codes("noms", "courcouronnes")
    assert "200068120" in reader.codes("noms", "quimper bretagne")
    assert "D29" in reader.codes("noms", "finistere")
    assert "R53" in reader.codes("noms", "bretagne")
    assert "D2A" in reader.codes("codes", "2a")


@pytest.mark.slow
def test_every_commune_has_its_answer(cog: Reference, files: Files) -> None:
    answered = {
        code
        for path, text in files.items()
        if path.startswith(f"{ROOT}reponses/")
        for code in json.loads(text)["communes"]
    }
    assert answered == set(cog.communes)


@pytest.mark.slow
def test_no_search_fetches_more_than_its_budget(
    cog: Reference, files: Files, reader: Reader
) -> None:
    """Even where the visitor types so slowly that each letter but the first is a search."""
    sizes = {path: len(text.encode()) for path, text in files.items()}
    assert max(sizes.values()) < BUDGET / 2
    assert sum(sizes.values()) < 12_000_000
    for commune in cog.communes.values():
        key, code = place_key(commune.name), commune.code.lower()
        by_name, by_end = reader.paths("noms", key), reader.paths("fins", key[::-1])
        answer = f"{ROOT}reponses/{commune.code[:HEAD].lower()}.json"
        for fetched in (by_name[1:], reader.paths("codes", code)[1:], [by_name[-1], by_end[-1]]):
            assert sum(sizes[path] for path in (INDEX, *fetched, answer)) <= BUDGET, commune


@pytest.mark.slow
def test_file_names_suit_every_system(files: Files) -> None:
    names = [path.removeprefix(ROOT) for path in files]
    assert len({name.lower() for name in names}) == len(names)
    assert not {"con", "aux", "nul", "prn"}.intersection(
        name.rpartition("/")[2].removesuffix(".json") for name in names
    )


@pytest.mark.slow
def test_a_covered_commune(reader: Reader) -> None:
    answer = reader.answer("29232")
    assert answer["name"] == "Quimper"
    assert answer["contracts"] == {"contrats/cornouaille-2023/": "en-cours"}
    assert answer["near"] == []
    assert answer["epci"] == "Communauté d’agglomération Quimper Bretagne Occidentale"
    assert answer["departement"] == ["Finistère", "departements/29-finistere/"]
    assert answer["at"] == pytest.approx((47.99, -4.1), abs=0.05)


@pytest.mark.slow
def test_an_uncovered_commune(edition: Edition, reader: Reader) -> None:
    answer = reader.answer("76540")
    assert answer["contracts"] == {}
    assert answer["agency"][0] == "ARS Normandie"
    assert answer["agency"][2].startswith("https://www.normandie.ars.sante.fr/")
    assert len(answer["near"]) == 3
    assert [km for _, km in answer["near"]] == sorted(km for _, km in answer["near"])
    rouen = edition.directory.shapes.union(["76540"]).centroid
    for address, km in answer["near"]:
        entry = edition.directory.entries[address.split("/")[1]]
        exact = distance_km(rouen, edition.directory.geometry(entry))
        assert km == pytest.approx(exact, rel=0.02, abs=1)


@pytest.mark.slow
def test_homonyms_and_far_places(reader: Reader) -> None:
    assert reader.answer("93066")["agency"][0] == "ARS Île-de-France"
    assert reader.answer("97411")["agency"][0] == "ARS La Réunion"
    assert reader.answer("13055")["name"] == "Marseille"
    assert "contrats/lyon-2023/" in reader.answer("69123")["contracts"]
    assert "contrats/evry-courcouronnes-2018/" in reader.answer("91228")["contracts"]
    # Saint-Martin's agency is that of Guadeloupe; Tahiti has none, and no outline either.
    assert "contrats/saint-martin-2023/" in reader.answer("97801")["contracts"]
    assert reader.answer("98735")["agency"] is None
    assert reader.answer("98735")["at"] == (None, None)


@pytest.mark.slow
def test_an_intercommunalite(files: Files) -> None:
    file = json.loads(files[f"{ROOT}intercommunalites/20.json"])
    name, communes, shared, departements = file["epci"]["200068120"]
    assert name == "Communauté d’agglomération Quimper Bretagne Occidentale"
    assert communes == 14
    assert [(file["contrats"][row][3], covered) for row, covered in shared] == [
        ("contrats/cornouaille-2023/", 14)
    ]
    assert departements == [["Finistère", "departements/29-finistere/"]]


@pytest.mark.slow
def test_a_directory_without_some_regions_still_answers(root: SmallRoot, cog: Reference) -> None:
    small = Edition(Directory(root.load(), cog, load_shapes()), date(2026, 11, 22), "")
    reader = Reader(made(finder_sets(small)))
    assert reader.answer("29232")["contracts"]["contrats/cornouaille-2023/"] == "en-cours"
    assert reader.answer("93066")["agency"] is None
    assert reader.answer("93066")["departement"] == ["Seine-Saint-Denis", None]


def test_the_block_is_one_piece_of_html(edition: Edition) -> None:
    html = str(finder_html(edition, "contrats/"))
    assert "\n\n" not in html
    assert 'href="../departements/29-finistere/"' in html
    assert html.count("<li><a ") == 103
    assert "http" not in html


def test_every_status_has_a_group_in_the_answer(edition: Edition) -> None:
    block = _Data(str(finder_html(edition, "contrats/"))).found
    families = [family for family, *_ in json.loads(block["data-groupes"])]
    assert sorted(families) == sorted(family.value for family in Family)
    statuses = json.loads(block["data-statuts"])
    assert {id_: family for id_, _, family in statuses} == {
        id_: term.family.value for id_, term in STATUSES.items()
    }


def test_only_what_is_known_not_to_run_is_answered_by_no_contract(edition: Edition) -> None:
    block = _Data(str(finder_html(edition, "contrats/"))).found
    verdicts = {family: verdict for family, _, _, verdict, _ in json.loads(block["data-groupes"])}
    denied = {family for family, verdict in verdicts.items() if verdict.startswith("Aucun contrat")}
    assert denied == {"a-venir", "en-preparation", "suite-inconnue", "passee"}
    assert verdicts["en-cours"] == ""
    for family, verdict in verdicts.items():
        assert "{lieu}" in verdict or family == "en-cours"
    assert "{lieu}" in block["data-rien"]


def test_a_commune_under_a_contract_most_likely_in_force_is_not_sent_to_its_neighbours(
    root: SmallRoot, cog: Reference
) -> None:
    for name, commune, duration in (
        ("brest", "29019", "{signature: 2025-12-09}"),
        ("sein", "29083", "{signature: 2022}"),
    ):
        changes = {"territoire": f'{{communes: ["{commune}"]}}', "duree": duration}
        root.write(f"contracts/bretagne/{name}.yml", contract_text(**changes))
    small = Edition(Directory(root.load(), cog, load_shapes()), date(2026, 11, 22), "")
    files = made(finder_sets(small))
    reader = Reader(files)
    brest, sein = reader.answer("29019"), reader.answer("29083")
    assert brest["contracts"] == {"contrats/brest/": "vraisemblablement-en-cours"}
    assert brest["near"] == []
    assert sein["contracts"] == {"contrats/sein/": "echeance-inconnue"}
    assert {address for address, _ in sein["near"]} == {
        "contrats/brest/",
        "contrats/cornouaille-2023/",
    }
    [dates] = [
        dates
        for _, _, dates, address in json.loads(files[f"{ROOT}reponses/290.json"])["contrats"]
        if address == "contrats/brest/"
    ]
    assert dates.replace("\u00a0", " ") == "signé le 9 décembre 2025, fin non renseignée"


class _Data(HTMLParser):
    """The data attributes of the finder's block, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div" and not self.found:
            self.found = {name: value or "" for name, value in attrs}


def test_a_tree_answers_for_every_beginning() -> None:
    names = [f"{a}{b}{c}" for a in "ab" for b in "abcdefgh" for c in "abcdefgh"]
    records = [Record(f'["{name}"]', weight) for weight, name in enumerate(names)]
    found = dict(Tree([(name, row) for row, name in enumerate(names)], records).files(200))
    for name in names:
        prefix = max((p for p in found if name.startswith(p)), key=len)
        assert [name] in json.loads(found[prefix])
    weights = [names.index(record[0]) for record in json.loads(found["a"])]
    assert weights == sorted(weights, reverse=True)


def nearest(perimeters: Sequence[BaseGeometry]) -> NearestPerimeters:
    return NearestPerimeters(perimeters, [shapely.transform(p, mercator) for p in perimeters])


def test_nearest_perimeters() -> None:
    perimeters = [
        shapely.box(2.0, 48.0, 2.1, 48.1),
        shapely.Polygon(),
        shapely.box(3.0, 48.0, 3.1, 48.1),
        shapely.box(9.0, 40.0, 9.1, 40.1),
    ]
    outlines = {
        "beside": shapely.box(2.1, 48.0, 2.2, 48.1),
        "inside": shapely.box(3, 48, 3.1, 48.1),
    }
    near = nearest(perimeters).of(outlines, {"inside": [2]})
    assert near["beside"] == [(0, 0), (2, 63)]
    assert near["inside"] == [(0, 71)]
    assert nearest([]).of(outlines, {}) == {"beside": [], "inside": []}


def test_of_equally_near_perimeters_the_first_comes_first() -> None:
    around = [shapely.box(1.9, 47.9, 2.2, 48.2)] * 40
    near = nearest(around).of({"inside": shapely.box(2, 48, 2.1, 48.1)}, {})
    assert near["inside"] == [(0, 0), (1, 0), (2, 0)]


def test_the_contracts_that_a_place_is_given_are_all_that_its_answers_need(
    edition: Edition,
) -> None:
    sets = [each for each in finder_sets(edition) if isinstance(each, PlaceAnswers)]
    entries = edition.directory.entries
    everyone = [each.contracts for each in sets]
    assert min(map(len, everyone)) < len(entries)
    by_address = {contract.address: contract for found in everyone for contract in found}
    told = tuple(by_address.values())
    for place in (each for each in sets if each.code in {"29", "2A", "973", "978", "75"}):
        order = [contract.address for contract in place.contracts]
        rest = [contract for contract in told if contract.address not in order]
        widened = replace(place, contracts=(*place.contracts, *rest))
        assert dict(widened.files()) == dict(place.files())

"""The maps as a visitor's browser gets them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.model.vocabulary import STATUSES
from generator.site.map.block import map_style, vendor_files
from generator.site.map.data import map_data_sets
from generator.site.map.view import map_script_sets, region_map
from generator.site.shell import addresses
from generator.site.shell.assets import room_assets
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.set_files import made
from tests.site_pages import page_at
from tests.small_root import AFTER_ALL

HOSTILE = '<img src=x onerror="alert(1)"> [clic](javascript:alert(1)) `x` {{ 7*7 }} </script>'
SOURCE = "sources: [{titre: Page, url: 'https://exemple.fr/'}]\n"
REGIONS = {"bretagne": ("Bretagne", "53"), "corse": ("Corse", "94")}
CONTRACTS = {
    "quimper-2024": "etat: signé\nduree: {debut: 2024, fin: 2028}\nterritoire: {communes: ['29232']}\n",
    "brest-2012": "etat: signé\nduree: {debut: 2012, fin: 2015}\nterritoire: {communes: ['29019']}\n",
    "sein": "etat: en préparation\nterritoire: {communes: ['29083']}\n",
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = tmp_path_factory.mktemp("root")
    _write(root)
    reference = load_reference()
    corpus = load(root, reference, AFTER_ALL)
    assert corpus.errors == []
    return Edition(
        Directory(corpus, reference, load_shapes()), date(2026, 11, 22), "https://exemple.org"
    )


def _write(root: Path) -> None:
    (root / "regions").mkdir()
    (root / "contracts" / "bretagne").mkdir(parents=True)
    for slug, (name, code) in REGIONS.items():
        text = f"nom: {name}\ncode_insee: '{code}'\nars: {{nom: ARS {name}}}\n{SOURCE}"
        (root / "regions" / f"{slug}.yml").write_text(text, encoding="utf-8")
    for id_, rest in CONTRACTS.items():
        name = json.dumps(HOSTILE if id_ == "sein" else f"Contrat local de santé de {id_}")
        text = f"nom: {name}\nporteur: Commune\n{rest}{SOURCE}"
        (root / "contracts" / "bretagne" / f"{id_}.yml").write_text(text, encoding="utf-8")


class _Reader(HTMLParser):
    """Collects what a browser would fetch or run, and the ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.ids: list[str] = []
        self.handlers: list[str] = []
        self.boxes: dict[str, bool] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "link", "img", "iframe"):
            self.urls += [value for key in ("src", "href") if (value := given.get(key))]
        self.ids += [value for value in (given.get("id"),) if value]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if tag == "input" and given.get("name") == "statut":
            self.boxes[str(given["value"])] = "checked" in given


def _blocks(edition: Edition) -> Iterator[tuple[str, str]]:
    yield addresses.MAP, page_at(edition, addresses.MAP)
    yield "regions/bretagne/", str(region_map(edition, "bretagne", "regions/bretagne/"))
    yield "", str(region_map(edition, "corse", ""))


def test_nothing_is_asked_of_another_host_but_tiles(edition: Edition) -> None:
    for text in [*dict(_blocks(edition)).values(), *made(map_script_sets(edition)).values()]:
        elsewhere = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text)
        assert set(elsewhere) <= {"https://data.geopf.fr"}
        assert not re.search("jquery|bootstrap|font-?awesome|cdn", text, re.IGNORECASE)


def test_every_file_that_a_map_asks_for_is_published(edition: Edition) -> None:
    scripts = made(map_script_sets(edition))
    published = dict(vendor_files()).keys() | made(map_data_sets(edition)).keys() | scripts.keys()
    published |= {path for path, _ in [*room_assets(), *map_style()]}
    asked = [(page, url) for page, html in _blocks(edition) for url in _Reader(html).urls]
    for path, text in scripts.items():
        data = re.findall(r'(?:contracts:|outlines:) "([^"]+)"', text)
        assert len(data) == 2
        assert published.issuperset(data)
        [module] = re.findall(r'import .* from "([^"]+)"', text)
        asked.append((str(Path(path).parent), module))
    assert len(asked) > 30
    for page, url in asked:
        assert not url.startswith(("/", "http"))
        path = str((Path("/") / page / url).resolve()).removeprefix("/")
        assert path in published, url


def test_the_same_day_gives_the_same_bytes(edition: Edition) -> None:
    assert list(_blocks(edition)) == list(_blocks(edition))
    assert made(map_data_sets(edition)) == made(map_data_sets(edition))


def test_a_map_knows_the_root_from_its_script_whatever_page_shows_it(edition: Edition) -> None:
    for path, text in made(map_script_sets(edition)).items():
        [root] = re.findall(r'new URL\("([^"]+)", import.meta.url\)', text)
        assert urljoin(f"https://exemple.fr/sous-dossier/{path}", root) == (
            "https://exemple.fr/sous-dossier/"
        )
        [module] = re.findall(r'import .* from "([^"]+)"', text)
        assert module.startswith("../")


def test_ids_are_given_once_and_nothing_runs_inline(edition: Edition) -> None:
    for _, html in _blocks(edition):
        reader = _Reader(html)
        assert len(set(reader.ids)) == len(reader.ids)
        assert reader.handlers == []


def test_every_contract_is_in_the_data_and_in_the_list(edition: Edition) -> None:
    data = made(map_data_sets(edition))
    page = page_at(edition, addresses.MAP)
    for name in ("france", "bretagne"):
        found = json.loads(data[f"assets/donnees/carte/{name}.json"])["features"]
        assert {feature["properties"]["id"] for feature in found} == set(CONTRACTS)
        assert all(feature["polygons"] for feature in found)
    for id_ in CONTRACTS:
        assert f'href="../contrats/{id_}/"' in page
    assert json.loads(data["assets/donnees/carte/corse.json"])["features"] == []
    outlines = json.loads(data["assets/donnees/carte/contours/france.json"])["features"]
    assert sum(feature["properties"]["genre"] == "region" for feature in outlines) == 18
    assert sum(feature["properties"]["genre"] == "departement" for feature in outlines) == 101


def test_over_contracts_are_hidden_at_first_and_the_legend_counts(edition: Edition) -> None:
    boxes = _Reader(page_at(edition, addresses.MAP)).boxes
    assert boxes == {"en-cours": True, "en-preparation": True, "echu": False}
    assert "Aucun contrat recensé." in region_map(edition, "corse", "regions/corse/")


def test_a_hostile_name_stays_text(edition: Edition) -> None:
    for _, html in _blocks(edition):
        assert "<img" not in html
        assert "](javascript" not in html
        assert "{{" not in html
    data = made(map_data_sets(edition))
    names = [
        f["properties"]["nom"]
        for f in json.loads(data["assets/donnees/carte/france.json"])["features"]
    ]
    assert any(name.startswith("<img src=x") for name in names)


def test_the_browser_code_never_writes_html() -> None:
    for script in files("generator.site.map").iterdir():
        if script.name.endswith(".js"):
            text = script.read_text(encoding="utf-8")
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
            )


def test_libraries_come_with_their_licences() -> None:
    vendored = dict(vendor_files())
    assert b"BSD 2-Clause" in vendored["assets/vendor/leaflet/LICENSE.txt"]
    assert b"David Leaver" in vendored["assets/vendor/markercluster/LICENSE.txt"]
    assert all(vendored.values())


@pytest.mark.parametrize(
    ("scheme", "pages"),
    [(":root", ("#ffffff", "#fbfaf6", "#dfe8ec")), ("slate", ("#1e2422", "#26302f", "#18222a"))],
)
def test_colours_of_statuses_have_contrast(scheme: str, pages: tuple[str, ...]) -> None:
    sheet = (files("generator.site.shell") / "statuses.css").read_text()
    block = next(part for part in sheet.split("}") if scheme in part)
    colours = dict(re.findall(r"--statut-([\w-]+): (#\w{6})", block))
    for status in STATUSES:
        assert _contrast(colours[status], colours[f"{status}-fond"]) >= 4.5, status
        assert f".statut--{status} {{\n  --statut: var(--statut-{status});" in sheet
        assert all(_contrast(colours[status], page) >= 3 for page in pages), status


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""What the site of the project's own contracts is made of, today: what no sound contribution can break.

Every link leads somewhere, nothing foreign, French spaces.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from generator.publish.addresses import addresses_of
from generator.publish.site import is_our_site
from generator.source.document import Document
from generator.source.published import FILE, read_published
from tests.sites import ROOT, built, made_once

ORIGIN = "http://site.invalid/"


class _Reader(HTMLParser):
    """Collects a page's anchors, links, loaded resources, classes and visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.classes: set[str] = set()
        self.text: list[str] = []
        self.headings: list[int] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.classes.update((values.get("class") or "").split())
        if values.get("id"):
            self.ids.add(str(values["id"]))
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        rel = values.get("rel") or ""
        if tag == "link" and values.get("href") and rel not in {"canonical", "prev", "next"}:
            self.loads.append(str(values["href"]))
        if tag in {"script", "img", "iframe", "source"} and values.get("src"):
            self.loads.append(str(values["src"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        # Python-Markdown's table of contents turns every space into a plain one, and drawings have
        # lone signs: both are left out.
        if tag in {"script", "style", "code", "pre", "nav", "svg"}:
            self._hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "code", "pre", "nav", "svg"}:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)


@pytest.fixture(scope="session")
def built_site(shared_folder: Path) -> Path:
    """The folder of the whole site, as `make site` builds it; any warning fails the build."""

    def make(folder: Path) -> None:
        said = built(ROOT, folder / "site", "--strict", epoch=None)
        assert "WARNING" not in said, said

    return made_once(shared_folder, "project", make) / "site"


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, _Reader]:
    """Every page by its address."""
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        address = path.relative_to(built_site).as_posix().removesuffix("index.html")
        found[address] = reader
    return found


def test_the_site_may_be_published_over_itself(built_site: Path) -> None:
    assert is_our_site(built_site)


def _targets(address: str, links: list[str]) -> Iterator[tuple[str, str]]:
    """Path and fragment of each internal link, as the site's own addresses."""
    for link in links:
        absolute, fragment = urldefrag(urljoin(ORIGIN + address, link))
        if absolute.startswith(ORIGIN):
            yield unquote(urlsplit(absolute).path.removeprefix("/")), unquote(fragment)


def test_no_published_address_is_lost(built_site: Path) -> None:
    listed = set(read_published(ROOT, Document(FILE)))
    assert len(listed) > 700
    assert listed - addresses_of(built_site) == set()


def test_every_contract_region_and_axis_has_its_page(pages: dict[str, _Reader]) -> None:
    for path in (ROOT / "contracts").glob("*/*.yml"):
        assert f"contrats/{path.stem}/" in pages
    for path in (ROOT / "regions").glob("*.yml"):
        assert f"regions/{path.stem}/" in pages
    for address in ("", "carte/", "contrats/", "regions/", "axes/", "axes/acces-aux-soins/"):
        assert address in pages


def test_every_internal_link_and_anchor_resolves(
    pages: dict[str, _Reader], built_site: Path
) -> None:
    broken = []
    for address, reader in pages.items():
        if address == "404.html":
            continue
        for path, fragment in _targets(address, reader.links):
            target = pages.get(path)
            if target is None and not (built_site / path).is_file():
                broken.append(f"{address} → {path}")
            elif target is not None and fragment and fragment not in target.ids:
                broken.append(f"{address} → {path}#{fragment}")
    assert broken == []


def test_pages_load_nothing_from_elsewhere(pages: dict[str, _Reader], built_site: Path) -> None:
    for address, reader in pages.items():
        for load in reader.loads:
            assert not urlsplit(load).netloc, f"{address} loads {load}"
            if address != "404.html":
                (path, _), *_rest = _targets(address, [load])
                assert (built_site / path).is_file(), f"{address} loads {load}"


def _styled(sheet: Path) -> set[str]:
    """The classes of ours that a style sheet has rules for."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = " ".join(re.findall(r"([^{};]+)\{", rules))
    return set(re.findall(r"\.(?!md-)([A-Za-z][\w-]*)", selectors))


def test_a_page_loads_the_style_sheets_of_its_classes(
    pages: dict[str, _Reader], built_site: Path
) -> None:
    ours = {
        path.relative_to(built_site).as_posix(): _styled(path)
        for path in (built_site / "assets").glob("*/*.css")
        if path.parent.name != "stylesheets"  # Material's
    }
    styled = set().union(*ours.values())
    for address, reader in pages.items():
        loaded = ours.keys() & {path for path, _ in _targets(address, reader.loads)}
        covered = set().union(*(ours[path] for path in loaded))
        assert reader.classes & styled <= covered, address


def test_headings_come_in_order(pages: dict[str, _Reader]) -> None:
    for address, reader in pages.items():
        assert reader.headings.count(1) == 1, address
        steps = pairwise(reader.headings)
        assert all(after <= before + 1 for before, after in steps), address


def test_french_spaces_do_not_break(pages: dict[str, _Reader]) -> None:
    breaking = re.compile(r"\w [;:!?»](?:\s|$)|« \w|\w'\w")
    for address, reader in pages.items():
        found = breaking.search(" ".join(reader.text).replace("\n", " "))
        assert found is None, f"{address}: …{found and found.group()}…"


def test_contract_pages_weigh_little(built_site: Path) -> None:
    """DESIGN: 25 KB compressed, the theme's shared files left out."""
    for page in (built_site / "contrats").glob("*/index.html"):
        assert len(gzip.compress(page.read_bytes(), 6)) <= 25_000, page


def test_the_themes_own_sources_are_not_published(built_site: Path) -> None:
    assert list(built_site.rglob("*.js"))
    assert list(built_site.rglob("*.map")) == []

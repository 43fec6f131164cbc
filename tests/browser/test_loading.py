"""What a page asks for before it is painted, and which scripts it brings: counted, never timed."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.each_kind import EACH_KIND
from tests.browser.opening import opened

BEFORE_PAINT = 7
"""A browser asks one host for six files at a time over HTTP/1.1. A région's page, which has a map and says the day, has
one more; the others have six at most."""

COLOURS = "assets/shell/settings.js"
"""Sets the colours that the visitor chose: the page would flash in others. It comes with the style sheets."""

THEME = {"javascripts", "shell", "search"}
"""Folders of assets/ whose scripts are those of every page."""

ROOMS = {
    "": {"finder"},
    "carte/": {"finder", "map", "vendor", "donnees"},
    "contrats/": {"finder", "explorer"},
    "contrats/cornouaille-2023/": set(),
    "actions/": {"explorer"},
    "comparer/": {"comparison"},
    "regions/bretagne/": {"map", "vendor", "donnees"},
    "comprendre/": set(),
}
"""Folders of assets/ from which a page has scripts, beside those of every page."""

KB = 1000


class _Reader(HTMLParser):
    """Collects what holds up the painting of a page, and the style sheets among its content."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.waited: list[str] = []
        self.late_styles: list[str] = []
        self._in_head = True
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_head &= tag != "body"
        if tag == "link" and given.get("rel") == "stylesheet":
            (self.waited if self._in_head else self.late_styles).append(given["href"])
        free = {"defer", "async"} & given.keys() or given.get("type", "") not in (
            "",
            "text/javascript",
        )
        if tag == "script" and not free:
            self.waited.append(given["src"])


@EACH_KIND
def test_nothing_but_style_holds_up_the_first_paint(address: str, built_site: Path) -> None:
    reader = _Reader((built_site / address / "index.html").read_text(encoding="utf-8"))
    styles = [url for url in reader.waited if url.endswith(".css")]
    others = [url for url in reader.waited if not url.endswith(".css")]
    assert [re.sub(r"^(\.\./)+", "", url) for url in others] == [COLOURS]
    assert len(styles) == len(set(styles))
    assert 3 <= len(reader.waited) <= BEFORE_PAINT
    # A browser waits for each before it reads on.
    assert reader.late_styles == []


@pytest.mark.parametrize(("address", "rooms"), ROOMS.items())
def test_a_page_brings_the_scripts_of_its_own_rooms(
    page: Page, site_url: str, address: str, rooms: set[str]
) -> None:
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(request.url) if request.resource_type == "script" else None,
    )
    opened(page, site_url + address)
    page.evaluate("new Promise((done) => requestIdleCallback(done))")
    folders = {url.removeprefix(site_url).split("/")[1] for url in asked}
    assert folders - THEME == rooms


def test_the_finder_comes_when_a_visitor_turns_to_it(page: Page, site_url: str) -> None:
    page.add_init_script("globalThis.requestIdleCallback = () => 0;")
    page.goto(site_url + "carte/")
    with page.expect_request("**/assets/finder/main.js"):
        page.locator(".chercheur [role=combobox]").press_sequentially("quimper")
    page.get_by_role("option", name="Quimper (29)").wait_for()


def test_the_map_of_the_country_weighs_little(built_site: Path) -> None:
    folder = built_site / "assets/donnees/carte"
    contracts, outlines = (
        len(gzip.compress((folder / name).read_bytes(), 6))
        for name in ("france.json", "contours/france.json")
    )
    count = len(list((built_site / "contrats").glob("*/index.html")))
    assert contracts <= 0.2 * KB * count
    assert outlines <= 60 * KB

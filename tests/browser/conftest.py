"""A site built by MkDocs, served on loopback and opened in a real Chromium."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.browser.chromium import executable
from tests.browser.each_kind import KINDS
from tests.served import served
from tests.sites import FROZEN, FROZEN_DAY, built, made_once, project_of

TILE_HOST = "data.geopf.fr"
_BLANK_TILE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
_LATER = """
const Real = Date;
const ahead = Real.UTC(2029, 5, 1) - Real.now();
globalThis.Date = class extends Real {
  constructor(...given) {
    given.length ? super(...given) : super(Real.now() + ahead);
  }
  static now() {
    return Real.now() + ahead;
  }
};
"""
"""The browser's clock says June 2029 at first: a site of 2026 must read the same then."""


@pytest.fixture(scope="session")
def built_site(shared_folder: Path) -> Path:
    """The folder of the site of the frozen contracts, at a fixed day."""

    def make(folder: Path) -> None:
        project = folder / "project"
        project_of(FROZEN, project)
        built(project, folder / "site")

    return made_once(shared_folder, "frozen", make) / "site"


@pytest.fixture(scope="session")
def frozen_edition() -> Edition:
    reference = load_reference()
    corpus = load(FROZEN, reference, FROZEN_DAY)
    directory = Directory(corpus, reference, load_shapes())
    return Edition(directory, FROZEN_DAY, "https://exemple.fr/depot")


@pytest.fixture
def address(request: pytest.FixtureRequest, frozen_edition: Edition, built_site: Path) -> str:
    """Where a page of that kind is, the longest one; or the page of that file."""
    kind = KINDS.get(request.param)
    if kind is None:
        return str(request.param).removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    return max(
        (kind.address(subject) for subject in kind.subjects(frozen_edition)),
        key=lambda address: (built_site / address / "index.html").stat().st_size,
    )


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the served site, with its final slash."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(params=[1280], ids=["wide"])
def width(request: pytest.FixtureRequest) -> int:
    """Width of the window in CSS pixels; a test may ask for others by parametrising it."""
    return int(request.param)


@pytest.fixture
def page(browser: Browser, site_url: str, width: int) -> Iterator[Page]:
    """A page that reaches our host only; at the end it must have logged no error and asked no other.

    Tiles are answered by a blank one: the only requests that may leave the host.
    """
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="fr-FR")
    foreign: list[str] = []
    errors: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith(site_url) or url.startswith(("data:", "blob:")):
            route.continue_()
        elif f"//{TILE_HOST}/" in url:
            route.fulfill(body=_BLANK_TILE, content_type="image/png")
        else:
            foreign.append(url)
            route.abort()

    context.add_init_script(_LATER)
    context.route("**/*", answer)
    page = context.new_page()
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert foreign == []
    assert errors == []

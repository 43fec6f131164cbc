"""Each kind of page in a real browser: no error, no foreign request, as wide as its window, fit to print."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.each_kind import EACH_KIND
from tests.browser.opening import opened

WIDTHS = pytest.mark.parametrize("width", [1280, 390], indirect=True)


@WIDTHS
@EACH_KIND
def test_the_page_opens_without_error_and_fits_the_window(
    page: Page, site_url: str, address: str, width: int
) -> None:
    assert opened(page, site_url + address).ok
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("new Date().getFullYear()") == 2029  # and nothing has expired


def test_a_citizen_reads_who_signed_until_when_and_from_which_source(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "contrats/cornouaille-2023/")
    article = page.locator("article")
    assert article.locator(".etat .statut").inner_text() == "En cours"
    assert "de juillet 2023 à 2028" in article.inner_text().replace("\u00a0", " ")
    assert "Département du Finistère" in article.locator(".organismes").first.inner_text()
    assert article.get_by_role("link", name="le Finistère entièrement couvert").is_visible()
    correction = article.get_by_role("link", name="Proposer une correction")
    assert (correction.get_attribute("href") or "").endswith(
        "/edit/main/contracts/bretagne/cornouaille-2023.yml"
    )


def test_a_contract_prints_without_the_site_around_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/cornouaille-2023/")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".corriger").is_visible()


@pytest.mark.parametrize(
    "address", ["contrats/cornouaille-2023/", "regions/bretagne/", "chiffres/"]
)
def test_a_page_read_in_dark_colours_prints_in_light_ones(
    page: Page, site_url: str, address: str
) -> None:
    def colours(scheme: Literal["light", "dark"], media: Literal["screen", "print"]) -> list[str]:
        page.emulate_media(color_scheme=scheme, media=media)
        opened(page, site_url + address)
        found: list[str] = page.evaluate(
            """() => [...document.querySelectorAll("article :is(h1, a, p, td, .statut, svg, rect, path)")]
              .map((element) => getComputedStyle(element))
              .map(({ color, fill, backgroundColor }) => [color, fill, backgroundColor].join())"""
        )
        return found

    assert colours("dark", "screen") != colours("light", "screen")
    assert colours("dark", "print") == colours("light", "print")

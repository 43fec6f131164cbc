"""What pages weigh when they are fetched, compressed, by a first visitor (budgets of the project)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Response, expect

from tests.browser.opening import opened, settled

KB = 1000


@contextmanager
def _transfers(page: Page) -> Iterator[dict[str, int]]:
    """Bytes received by address while the block runs, as the server compressed them."""
    received: dict[str, int] = {}

    def note(response: Response) -> None:
        received[response.url] = int(response.headers.get("content-length", 0))

    page.on("response", note)
    yield received
    page.remove_listener("response", note)


def test_the_home_page_of_a_first_visit(page: Page, site_url: str) -> None:
    with _transfers(page) as received:
        opened(page, site_url)
        settled(page)
    total = sum(received.values())
    assert site_url in received
    assert 0 < total <= 300 * KB


def test_a_contract_after_the_theme_is_there(page: Page, site_url: str) -> None:
    opened(page, site_url)
    settled(page)
    with _transfers(page) as received:
        opened(page, site_url + "contrats/cornouaille-2023/")
        settled(page)
    own = {url: size for url, size in received.items() if "/contrats/" in url}
    assert len(own) == 1
    assert 0 < sum(own.values()) <= 25 * KB


def test_a_commune_typed_shows_its_contract_within_bytes(page: Page, site_url: str) -> None:
    opened(page, site_url)
    settled(page)
    with _transfers(page) as received:
        page.get_by_role("combobox").press_sequentially("quimper", delay=60)
        page.get_by_role("option", name="Quimper (29)").click()
        expect(page.locator(".chercheur__reponse")).to_contain_text("CLS de Cornouaille")
    total = sum(received.values())
    assert 0 < total <= 60 * KB

"""Opening a page, and waiting for what its scripts make of it: for conditions, never for the network to fall silent."""

from __future__ import annotations

from playwright.sync_api import Page, Response

READY = """() =>
  document.documentElement.classList.contains("js") &&
  !document.querySelector(".explorateur[hidden], .comparateur__outil[hidden], .carte__bilan:empty")
"""
"""What each script does last: it shows the tool that it brings, or says what the map shows."""


def opened(page: Page, url: str) -> Response:
    """The answer of the server for the page at `url`, once it is loaded and its scripts are done."""
    response = page.goto(url)
    assert response is not None
    page.wait_for_function(READY)
    return response


def settled(page: Page) -> None:
    """Wait for the page to have nothing left to do: what it would fetch later by itself is asked for."""
    page.evaluate("new Promise((done) => requestIdleCallback(done))")

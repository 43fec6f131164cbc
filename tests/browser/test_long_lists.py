"""A list of thousands: what the page holds of it, and what a visitor still does with it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

ROWS = 3_000
ELEMENTS = 5_000
"""Of the whole page: a row has a dozen."""

_ROW = re.compile(r"<tr data-id=.*?</tr>\n", re.DOTALL)
_TABLE = "#liste-contrats"


def _grown(html: str) -> str:
    """The page of the contracts with as many rows as `ROWS`, each numbered, in as many tbody as it takes."""
    rows = _ROW.findall(html)
    many = [
        rows[place % len(rows)].replace("</a></th>", f" no {place}</a></th>")
        for place in range(ROWS)
    ]
    batches = ("".join(many[start : start + 50]) for start in range(0, ROWS, 50))
    before, after = html.split(rows[0])[0], html.split(rows[-1])[-1]
    return before + "</tbody>\n<tbody>\n".join(batches) + after


def _answer(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=_grown(response.text()))


@pytest.fixture
def long_page(page: Page, site_url: str) -> Page:
    page.route(re.compile(r"/contrats/(\?.*)?$"), _answer)
    page.goto(site_url + "contrats/")
    page.locator(f"{_TABLE}[data-fenetre]").wait_for()
    return page


def _elements(page: Page) -> int:
    return int(page.evaluate("document.getElementsByTagName('*').length"))


def _row(page: Page, place: int) -> str:
    """The rows that say to be there, in the order of the table; its heading is the first."""
    return f"{_TABLE} tr[aria-rowindex='{place}']"


def _pressed(page: Page, key: str) -> int:
    """The row where the focus is after `key`; a row has a link, and sometimes an abbreviation that is explained."""
    page.keyboard.press(key)
    return int(page.evaluate("document.activeElement.closest('tr').ariaRowIndex"))


def test_the_page_holds_few_of_the_rows_and_says_how_many_there_are(long_page: Page) -> None:
    expect(long_page.locator(".explorateur__resultat")).to_have_text(f"{ROWS} contrats")
    expect(long_page.locator(_TABLE)).to_have_attribute("aria-rowcount", str(ROWS + 1))
    assert _elements(long_page) < ELEMENTS


def test_scrolling_brings_each_row_and_takes_those_that_are_far(long_page: Page) -> None:
    whole = long_page.evaluate("document.documentElement.scrollHeight")
    for share in (0.3, 0.7, 0.5):
        long_page.evaluate("y => scrollTo(0, y)", whole * share)
        expect(long_page.locator(f"{_TABLE} tbody tr[aria-rowindex]").first).to_be_attached()
        long_page.wait_for_function(
            """table => {
              const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
              return seen.closest(`${table} tr[aria-rowindex]`) !== null;
            }""",
            arg=_TABLE,
        )
        assert _elements(long_page) < ELEMENTS
    long_page.keyboard.press("End")
    expect(long_page.locator(_row(long_page, ROWS + 1))).to_be_attached()
    expect(long_page.locator(_row(long_page, 2))).not_to_be_attached()


def test_tab_goes_from_row_to_row_and_back_across_what_comes_and_goes(long_page: Page) -> None:
    long_page.locator(_row(long_page, 2)).get_by_role("link").focus()
    places = [_pressed(long_page, "Tab") for _ in range(130)]
    assert sorted(set(places)) == list(range(places[0], places[-1] + 1))
    assert places[-1] > 110
    back = [_pressed(long_page, "Shift+Tab") for _ in range(90)]
    assert sorted(set(back)) == list(range(back[-1], back[0] + 1))
    assert back[-1] < 51


def test_what_is_found_or_sorted_is_looked_for_in_every_row(long_page: Page) -> None:
    long_page.get_by_label("Filtrer par mot").fill(f"no {ROWS - 1}")
    expect(long_page.locator(".explorateur__resultat")).to_have_text(f"1 contrat sur {ROWS}")
    expect(long_page.locator(f"{_TABLE} tbody tr")).to_have_count(1)
    long_page.get_by_label("Filtrer par mot").fill("")
    long_page.get_by_role("button", name="Habitants").click()
    long_page.get_by_role("button", name="Habitants").click()
    people = [
        int(cell.get_attribute("data-tri") or 0)
        for cell in long_page.locator(f"{_TABLE} td.nombre[data-tri]").all()[:50]
    ]
    assert people == sorted(people, reverse=True)


def test_back_from_a_contract_leads_to_the_row_that_was_followed(long_page: Page) -> None:
    long_page.get_by_role("button", name="Dates").click()
    long_page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    link = long_page.locator(f"{_TABLE} tr[aria-rowindex='1500'] a")
    link.wait_for(state="attached")
    link.scroll_into_view_if_needed()
    name = link.inner_text()
    link.click()
    long_page.locator("h1", has_text="ontrat").wait_for()
    long_page.go_back()
    expect(long_page).to_have_url(re.compile(r"\?tri=4$"))
    expect(long_page.get_by_role("link", name=name, exact=True)).to_be_in_viewport()


_SHOW_ALL: dict[str, Callable[[Page], object]] = {
    "the browser's search": lambda page: page.keyboard.press("Control+f"),
    "paper": lambda page: page.evaluate("dispatchEvent(new Event('beforeprint'))"),
}


@pytest.mark.parametrize("ask", _SHOW_ALL.values(), ids=_SHOW_ALL.keys())
def test_every_row_is_there_for(long_page: Page, ask: Callable[[Page], object]) -> None:
    ask(long_page)
    expect(long_page.locator(f"{_TABLE} tbody tr[aria-rowindex]")).to_have_count(ROWS)


def test_once_printed_the_page_is_light_again(long_page: Page) -> None:
    for event in ("beforeprint", "afterprint"):
        long_page.evaluate("name => dispatchEvent(new Event(name))", event)
    expect(long_page.locator(_row(long_page, ROWS + 1))).not_to_be_attached()


@pytest.mark.parametrize("scripts", [False, True], ids=["no script", "a script that fails"])
def test_every_row_is_shown_without(browser: Browser, site_url: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.route(re.compile(r"/contrats/(\?.*)?$"), _answer)
    page.route("**/assets/explorer/main.js", lambda route: route.abort())
    page.goto(site_url + "contrats/")
    assert page.locator(f"{_TABLE} tbody tr:visible").count() == ROWS
    assert not page.locator(".explorateur").is_visible()
    context.close()

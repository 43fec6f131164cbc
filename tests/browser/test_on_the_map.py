"""The map, as a visitor uses it: looking, pointing, following, with the mouse or the keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def _ready(page: Page) -> None:
    expect(page.locator(".carte__bilan")).to_have_text(re.compile("affiché"))


def test_a_contract_is_found_and_its_popup_followed(page: Page, site_url: str) -> None:
    page.goto(site_url + "regions/bretagne/")
    _ready(page)
    page.get_by_role("button", name=re.compile("^CLS de Cornouaille")).click()
    popup = page.locator(".carte__bulle")
    expect(popup).to_contain_text("En cours jusqu’en 2028")
    popup.get_by_role("link", name="CLS de Cornouaille").click()
    expect(page).to_have_url(site_url + "contrats/cornouaille-2023/")
    expect(page.locator("h1")).to_contain_text("Cornouaille")


def test_the_keyboard_opens_a_popup_and_escape_closes_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "regions/bretagne/")
    _ready(page)
    page.get_by_role("button", name=re.compile("^CLS de Cornouaille")).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".carte__bulle a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".carte__bulle")).to_have_count(0)


def test_past_contracts_are_hidden_until_asked_for(page: Page, site_url: str) -> None:
    page.goto(site_url + "regions/bretagne/")
    _ready(page)
    past = page.locator(".carte__perimetre.statut--echu")
    expect(past).to_have_count(0)
    page.get_by_role("checkbox", name=re.compile("^Échu")).check()
    expect(past).not_to_have_count(0)


def test_every_contract_under_a_point_is_listed(page: Page, site_url: str) -> None:
    """Marseille has had four contracts, all on the same ground."""
    page.goto(site_url + "carte/?lat=43.3&lon=5.4")
    _ready(page)
    page.get_by_role("checkbox", name=re.compile("^Remplacé")).check()
    page.get_by_role("button", name=re.compile("CLS de Marseille")).click()
    links = page.locator(".carte__bulle").get_by_role("link", name="CLS de Marseille")
    expect(links).to_have_count(4)


def test_overseas_is_one_click_away(page: Page, site_url: str) -> None:
    page.goto(site_url + "carte/")
    _ready(page)
    page.get_by_role("button", name="La Réunion", exact=True).click()
    expect(
        page.get_by_role("button", name=re.compile("CLS de Saint-Paul|agrandir")).first
    ).to_be_visible()


def test_without_data_the_map_says_where_the_list_is(page: Page, site_url: str) -> None:
    browser = page.context.browser
    assert browser is not None
    alone = browser.new_page()
    alone.route("**/donnees/carte/*.json", lambda route: route.abort())
    alone.route("**/data.geopf.fr/**", lambda route: route.abort())
    alone.goto(site_url + "carte/")
    expect(alone.locator(".carte__message")).to_contain_text("La même information est en liste")
    expect(alone.locator(".carte-liste a").first).to_be_visible()
    alone.close()


def test_looked_at_closely_an_outline_has_more_detail(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + "carte/")
    _ready(page)
    closer = site_url + "assets/donnees/carte/bretagne.json"
    assert closer not in asked
    with page.expect_response(closer):
        page.goto(site_url + "carte/?lat=48.0&lon=-4.1")
    _ready(page)
    expect(page.locator(".carte__perimetre.statut--en-cours").first).to_be_attached()
    assert asked.count(closer) == 1


def test_where_the_detail_does_not_come_the_map_goes_on(page: Page, site_url: str) -> None:
    browser = page.context.browser
    assert browser is not None
    alone = browser.new_page()
    alone.route("**/donnees/carte/bretagne.json", lambda route: route.abort())
    alone.route("**/data.geopf.fr/**", lambda route: route.abort())
    alone.goto(site_url + "carte/?lat=48.0&lon=-4.1")
    _ready(alone)
    expect(alone.locator(".carte__bulle")).to_contain_text("CLS de Cornouaille")
    alone.close()

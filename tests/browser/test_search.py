"""The search of the header, with the real index, by keyboard, by touch and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.axe import violations
from tests.browser.opening import opened, settled

SCRIPTS = "assets/search/"
FIRST = ".recherche__resultat > a"


def _field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def _message(page: Page) -> Locator:
    return page.locator(".recherche__message")


def _open(page: Page, site_url: str, address: str = "comprendre/") -> None:
    page.goto(site_url + address)
    page.get_by_role("button", name="Rechercher").click()
    expect(page.get_by_role("dialog", name="Rechercher dans l’annuaire")).to_be_visible()


def _ask(page: Page, text: str) -> None:
    """Type `text` and wait for its answer."""
    _field(page).fill(text)
    expect(_message(page)).to_contain_text("résultat", timeout=15_000)


def test_nothing_is_fetched_before_the_search_is_opened(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site_url)
    settled(page)
    assert not [url for url in asked if "pagefind" in url or "search_index" in url]
    scripts = [url for url in asked if SCRIPTS in url and url.endswith(".js")]
    assert scripts == [site_url + SCRIPTS + "access.js"]


@pytest.mark.parametrize("key", ["s", "f", "/"])
def test_a_key_opens_it_and_escape_gives_the_focus_back(
    page: Page, site_url: str, key: str
) -> None:
    page.goto(site_url)
    page.keyboard.press(key)
    expect(_field(page)).to_be_focused()
    assert _field(page).input_value() == ""
    page.keyboard.type("ars")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Rechercher")).to_be_focused()


def test_the_keys_can_be_turned_off(page: Page, site_url: str) -> None:
    _open(page, site_url)
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("s")
    expect(page.get_by_role("button", name="Rechercher")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_arrows_move_through_results_and_enter_follows(page: Page, site_url: str) -> None:
    _open(page, site_url)
    page.keyboard.type("Cornouaille")
    expect(page.locator(FIRST).first).to_be_visible(timeout=15_000)
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIRST).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIRST).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(_field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contrats/*cornouaille*/")


def test_enter_in_the_field_opens_the_best_result(page: Page, site_url: str) -> None:
    _open(page, site_url)
    page.keyboard.type("Cornouaille")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contrats/*cornouaille*/", timeout=15_000)


def test_a_letter_typed_on_a_result_goes_to_the_field(page: Page, site_url: str) -> None:
    _open(page, site_url)
    _ask(page, "Cornouaille")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("n")
    expect(_field(page)).to_be_focused()
    assert page.url == site_url + "comprendre/"


def test_a_result_shows_kind_territory_status_and_where_the_words_are(
    page: Page, site_url: str
) -> None:
    _open(page, site_url)
    _ask(page, "contrat Cornouaille")
    result = page.locator(".recherche__resultat").first
    assert result.locator(".recherche__genre").inner_text() == "Contrat"
    assert "Finistère" in result.locator(".recherche__reperes").inner_text()
    assert result.locator(".statut").is_visible()
    assert result.locator("mark").count() >= 1
    link = result.locator("a").first
    assert (link.get_attribute("href") or "").startswith("/contrats/")


def test_filters_count_and_narrow(page: Page, site_url: str) -> None:
    _open(page, site_url)
    _ask(page, "santé mentale")
    everything = int(_message(page).inner_text().split()[0])
    region = page.get_by_label("Région")
    option = region.locator("option", has_text="Bretagne").inner_text()
    expected = int(option.removeprefix("Bretagne (").removesuffix(")"))
    assert 0 < expected < everything
    region.select_option("Bretagne")
    expect(_message(page)).to_contain_text("avec ces filtres")
    assert int(_message(page).inner_text().split()[0]) == expected
    # The other régions keep their counts, so that the choice can be changed.
    assert region.locator("option").count() > 2
    assert page.get_by_label("Statut").locator("option").count() >= 2
    assert page.get_by_label("Axe").locator("option").count() >= 2


def test_past_contracts_come_after_current_ones(page: Page, site_url: str) -> None:
    _open(page, site_url)
    _ask(page, "contrat local de santé de Marseille")
    statuses = page.locator(".recherche__resultat .statut").all_inner_texts()
    assert statuses[0] == "En cours"
    assert "Remplacé" in statuses


def test_successive_contracts_of_one_territory_are_told_apart(page: Page, site_url: str) -> None:
    _open(page, site_url)
    _ask(page, "contrat local de santé de Marseille")
    titles = page.locator(FIRST).all_inner_texts()
    assert "CLS de Marseille, 2019-2021" in titles
    assert len(set(titles)) == len(titles)


def test_more_results_take_the_focus(page: Page, site_url: str) -> None:
    _open(page, site_url)
    _ask(page, "santé mentale")
    shown = page.locator(FIRST).count()
    page.get_by_role("button", name="Afficher plus de résultats").click()
    expect(page.locator(FIRST).nth(shown)).to_be_focused()


def test_an_elided_word_is_found_and_shown_as_french_writes_it(page: Page, site_url: str) -> None:
    _open(page, site_url)
    _ask(page, "eau")
    excerpts = " ".join(page.locator(".recherche__extrait").all_inner_texts())
    assert "’eau" in excerpts
    assert "’ eau" not in excerpts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Écrivez au moins deux lettres."),
        ("   ", "Écrivez au moins deux lettres."),
        ("a", "Écrivez au moins deux lettres."),
        ("wq" * 100, "Aucun résultat pour «\u00a0" + "wq" * 20 + "…\u00a0»"),
        ("😀", "Aucun résultat"),
        ("xyzzyx qwrtzk", "Aucun résultat"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("\"'»«“”", "Écrivez au moins deux lettres."),
        ("Marseille xyzzyx", "sans «\u00a0xyzzyx\u00a0», qui n’est dans aucune page"),
    ],
)
def test_odd_texts_get_a_calm_answer(page: Page, site_url: str, text: str, told: str) -> None:
    page.on("dialog", lambda _dialog: pytest.fail("something was executed"))
    _open(page, site_url)
    _ask(page, "santé")
    _field(page).fill(text)
    expect(_message(page)).to_contain_text(told)
    if told.startswith("Aucun"):
        expect(page.locator(".recherche__resultat")).to_have_count(0)
        hints = page.locator(".recherche__pistes")
        expect(hints.get_by_role("link", name="tous les contrats")).to_be_visible()
        expect(hints.get_by_role("link", name="la carte")).to_be_visible()


def test_texts_of_a_page_stay_text(page: Page, site_url: str) -> None:
    page.on("dialog", lambda _dialog: pytest.fail("something was executed"))
    page.goto(site_url)
    nasty = "<img src=x onerror=alert(1)>"
    escaped = nasty.replace("<", "&lt;").replace(">", "&gt;")
    found = {
        "url": "/contrats/",
        "meta": {"title": nasty, "territoire": nasty, "genre": nasty, "statut": f'x" {nasty}'},
        "filters": {"statut": [nasty]},
        "excerpt": f"{escaped} de l’ <mark>eau</mark> {nasty}",
        "sub_results": [
            {"url": "/contrats/#a", "title": nasty, "anchor": {}, "locations": [1]},
        ],
    }
    tags, text = page.evaluate(
        """async ([url, found]) => {
          const item = (await import(url)).resultItem(found);
          document.body.append(item);
          return [[...item.querySelectorAll("*")].map((node) => node.localName), item.textContent];
        }""",
        [site_url + SCRIPTS + "results.js", found],
    )
    assert set(tags) == {"a", "p", "span", "mark"}
    assert f"{nasty} de l’eau {nasty}" in text


@pytest.mark.parametrize("width", [1280, 390], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_open_search(
    page: Page, site_url: str, width: int, scheme: str
) -> None:
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    _open(page, site_url)
    _ask(page, "santé mentale")
    assert violations(page, scheme) == ""
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.get_by_role("dialog").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_without_scripts_the_header_leads_to_the_contracts(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "comprendre/acteurs/")
    link = page.locator(".md-header").get_by_role("link", name="Tous les contrats")
    expect(link).to_be_visible()
    link.click()
    assert page.url == site_url + "contrats/"
    context.close()


def test_without_its_index_the_search_says_where_else_to_look(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context()

    def refuse(route: Route) -> None:
        route.abort()

    context.route("**/pagefind/**", refuse)
    page = context.new_page()
    _open(page, site_url)
    expect(_message(page)).to_contain_text("elle est construite par make\u00a0site")
    _field(page).fill("santé")
    expect(page.locator(".recherche__pistes a")).to_have_count(2)
    expect(page.locator(".recherche__pistes")).to_be_visible()
    # Once the index is there, the next word typed finds it.
    context.unroute("**/pagefind/**", refuse)
    _ask(page, "santé mentale")
    context.close()

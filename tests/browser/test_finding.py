"""The commune finder in a real browser: typing, keyboard, answers, bad input, failures."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.territories.reference import load_reference
from generator.territories.text_keys import fold, place_key

NBSP = "\u00a0"


def _field(page: Page) -> Locator:
    return page.locator(".chercheur").get_by_role("combobox")


def _options(page: Page) -> Locator:
    return page.locator(".chercheur [role=option]")


def _status(page: Page) -> Locator:
    return page.locator(".chercheur [role=status]")


def _answer(page: Page) -> Locator:
    return page.locator(".chercheur__reponse")


def test_the_keys_of_every_place_are_those_of_python(page: Page, site_url: str) -> None:
    reference = load_reference()
    names = [
        *(commune.name for commune in reference.communes.values()),
        *(former.name for former in reference.former.values() if former.name),
        *(epci.label for epci in reference.epcis.values()),
    ]
    page.goto(site_url)
    keys = page.evaluate(
        """async ([address, names]) => {
            const { fold, placeKey } = await import(address);
            return names.split("\\n").map((name) => fold(name) + "/" + placeKey(name)).join("\\n");
        }""",
        [site_url + "assets/shell/fold.js", "\n".join(names)],
    )
    assert keys.split("\n") == [f"{fold(name)}/{place_key(name)}" for name in names]


@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "wide"], indirect=True)
def test_a_commune_is_found_chosen_and_shared(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _field(page).click()
    _field(page).press_sequentially("quimpe", delay=20)
    _options(page).filter(has_text="Quimper (29)").click()
    expect(_answer(page).get_by_role("heading", level=2)).to_have_text("Quimper (29)")
    expect(_answer(page).locator(".statut--en-cours")).to_have_count(1)
    assert page.url == site_url + "?commune=29232"
    on_map = _answer(page).get_by_role("link", name="Voir sur la carte").get_attribute("href")
    assert re.search(r"/carte/\?commune=29232&lat=4[78]\.\d+&lon=-4\.\d+$", on_map or "")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    expect(_answer(page).get_by_role("link", name="CLS de Cornouaille")).to_have_count(1)
    expect(_field(page)).to_have_value("Quimper (29)")


def test_the_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(site_url)
    field = _field(page)
    field.focus()
    page.keyboard.type("st denis")
    expect(_options(page).first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(_status(page)).to_contain_text("10 réponses".replace(" ", NBSP))
    for key, row in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", 9),
        ("Home", 0),
        ("ArrowUp", None),
    ):
        page.keyboard.press(key)
        if row is None:
            expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
        else:
            expect(field).to_have_attribute("aria-activedescendant", f"chercheur-liste-{row}")
            expect(_options(page).nth(row)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("st denis")
    page.keyboard.press("ArrowDown")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(_answer(page).get_by_role("heading", level=2)).to_have_text(re.compile("Saint-Denis"))
    expect(field).to_be_focused()
    expect(_options(page).first).not_to_be_visible()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("saint denis 93", "Saint-Denis (93)"),
        ("29000", "Quimper (29)"),
        ("Évry", "Évry-Courcouronnes (91)"),
        ("lyon 3", "Lyon (69)"),
        ("Paris 12e", "Paris (75)"),
        ("75012", "Paris (75)"),
        ("le mans", "Le Mans (72)"),
        ("bézier", "Béziers (34)"),
        ("marseile", "Marseille (13)"),
        ("straxbourg", "Strasbourg (67)"),
        ("barseille", "Marseille (13)"),
        ("69123", "Lyon (69)"),
        ("Finistère", "Finistère (29)"),
        ("st étienne", "Saint-Étienne (42)"),
        ("Quimper cedex 9", "Quimper (29)"),
        ("métropole de lyon", "Métropole de Lyon"),
    ],
)
def test_likely_spellings(shared: Page, text: str, first: str) -> None:
    _field(shared).fill(text)
    expect(_options(shared).first.locator(".chercheur__nom")).to_have_text(first)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("p", "Tapez au moins deux lettres"),
        ("🙂", "Tapez un nom de commune"),
        ("x" * 200, "Aucune commune de France ne répond à «\u00a0xxx"),
        ("<img src=x onerror=alert(1)>", "Aucune commune de France ne répond à «\u00a0<img"),
        ("99999", "Aucune commune de France ne répond à «\u00a099999"),
        ("29107 CEDEX", "communes voisines"),
        ("Bruxelles", "Aucun lieu de France ne s’appelle «\u00a0Bruxelles"),
        ("Genève", "Aucun lieu de France ne s’appelle «\u00a0Genève"),
    ],
)
def test_bad_input_gets_a_calm_answer(shared: Page, text: str, told: str) -> None:
    _field(shared).fill(text)
    expect(_status(shared)).to_contain_text(told)
    assert shared.locator(".chercheur img").count() == 0


def test_one_slip_anywhere_is_forgiven(page: Page, site_url: str) -> None:
    """In the names of communes of six letters and more; a slip may make the name of another one."""
    chance = random.Random(7)
    big = [c for c in load_reference().communes.values() if (c.population or 0) > 9_000]
    long = [c for c in big if len(place_key(c.name)) > 5]
    slips = []
    for commune in chance.sample(long, 60):
        key = place_key(commune.name)
        at = chance.randrange(len(key))
        slips.append(
            (key[:at] + chance.choice(("", "x", "x" + key[at])) + key[at + 1 :], commune.code)
        )
    page.goto(site_url)
    found = page.evaluate(
        """async ([root, data, texts]) => {
            const { PlaceIndex } = await import(root + "index.js");
            const { Files } = await import(root + "files.js");
            const index = new PlaceIndex(new Files(data));
            const found = [];
            for (const text of texts) {
                const { places } = await index.search(text);
                found.push(places.slice(0, 6).map((place) => place.code));
            }
            return found;
        }""",
        [
            site_url + "assets/finder/",
            site_url + "assets/donnees/communes/",
            [text for text, _ in slips],
        ],
    )
    lost = [slip for slip, codes in zip(slips, found, strict=True) if slip[1] not in codes]
    assert len(lost) <= 1, lost


def test_an_uncovered_commune_is_told_whom_to_ask(shared: Page, site_url: str) -> None:
    shared.goto(site_url + "?commune=76540")
    answer = _answer(shared)
    expect(answer).to_contain_text("Aucun contrat n’est recensé pour Rouen")
    expect(answer.get_by_role("link", name="ARS Normandie")).to_have_count(1)
    expect(answer.locator("h3", has_text="Contrats les plus proches")).to_have_count(1)
    assert re.search(rf"à \d+{NBSP}km", answer.inner_text())
    assert answer.get_by_role("link", name="Signaler").get_attribute("href") == (
        site_url + "contribuer/#signaler"
    )


def test_a_contract_most_likely_in_force_is_neither_denied_nor_taken_for_certain(
    shared: Page, site_url: str
) -> None:
    shared.goto(site_url + "?commune=2A004")
    answer = _answer(shared)
    told = f"Un contrat est vraisemblablement en cours pour Ajaccio{NBSP}: il date de moins de trois ans"
    expect(answer.locator(".chercheur__constat")).to_contain_text(told)
    expect(_status(shared)).to_contain_text(told)
    expect(answer.locator("h3")).to_have_text(["Contrat vraisemblablement en cours"])
    expect(answer.get_by_role("listitem").first).to_contain_text(
        "signé le 6 septembre 2024, fin non renseignée"
    )
    expect(answer).to_contain_text("À qui demander")
    assert "Aucun contrat" not in answer.inner_text()


def test_addresses_of_old_codes_and_of_none(shared: Page, site_url: str) -> None:
    shared.goto(site_url + "?commune=75112")
    expect(_answer(shared).get_by_role("heading", level=2)).to_have_text("Paris (75)")
    shared.goto(site_url + "?commune=<script>")
    expect(_status(shared)).to_contain_text("ne connaît pas")
    expect(_answer(shared)).to_be_hidden()


def test_a_failure_leads_to_the_list(browser: Browser, site_url: str) -> None:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.route("**/assets/donnees/communes/**", lambda route: route.abort())
    page.goto(site_url)
    _field(page).fill("quimper")
    expect(_answer(page)).to_contain_text("La recherche ne répond pas")
    href = _answer(page).get_by_role("link").get_attribute("href")
    assert href == site_url + "regions/"
    context.close()


def test_without_script_the_departements_are_listed(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url)
    expect(page.locator(".chercheur form")).to_be_hidden()
    page.locator(".chercheur summary").click()
    page.get_by_role("link", name="29 Finistère").click()
    assert page.url.endswith("/departements/29-finistere/")
    context.close()


@pytest.fixture(scope="module")
def shared(browser: Browser, site_url: str) -> Page:
    """One page for the tests that only read, so that they take no time."""
    page = browser.new_context(locale="fr-FR").new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(site_url)
    return page

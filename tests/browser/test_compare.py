"""Choosing contracts and setting them side by side, in a real browser."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from tests.sites import FROZEN

CHOICE = "comparer/?c=cornouaille-2023,rennes-metropole-2025"
SHEETS = (
    "cornouaille-2023",
    "bastia-2015",
    # The longest sheets.
    "pays-de-l-aigle-2013",
    "porte-du-hainaut-2023",
    "entre-beauce-et-perche-2025",
)
CONTRACTS = len(list(FROZEN.glob("contracts/*/*.yml")))
FIELD = "#comparer-champ"


def chosen(page: Page) -> list[str]:
    return page.locator(".comparateur__retenus li > a").all_inner_texts()


def paper(printed: bytes) -> tuple[int, int]:
    """Width and height of a PDF's pages, in points."""
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert box is not None
    return round(float(box[1])), round(float(box[2]))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_contracts_are_chosen_with_the_keyboard_and_kept_in_the_address(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "comparer/")
    page.locator(FIELD).focus()
    # A commune that no name of a contract holds.
    page.keyboard.type("Douarnenez")
    option = page.get_by_role("option")
    expect(option).to_have_count(1)  # as long as the name is not whole, others answer too
    expect(option).to_contain_text("couvre Douarnenez (29)")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/comparer/?c=cornouaille-2023")
    expect(page.get_by_text("Un seul contrat est choisi")).to_be_visible()
    page.keyboard.type("rennes")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + CHOICE)
    expect(page.locator("table.cotes").first).to_be_visible()
    page.go_back()
    expect(page.locator("table.cotes")).to_have_count(0)
    assert chosen(page) == ["CLS de Cornouaille"]


def test_neighbours_are_added_and_differences_shown_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + "comparer/?c=cornouaille-2023")
    page.get_by_role("button", name="Ajouter les voisins").click()
    expect(page.locator(".comparateur__retenus li")).to_have_count(6)
    expect(page.locator(FIELD)).to_be_disabled()
    expect(page.get_by_role("img", name=re.compile("Frise des périodes"))).to_be_visible()
    rows = page.locator("table.cotes tbody tr")
    before = rows.count()
    page.get_by_label("Montrer seulement les différences").check()
    assert 0 < rows.count() < before
    page.get_by_role("button", name="Retirer CLS du Pays de Brest").click()
    expect(page.locator(".comparateur__retenus li")).to_have_count(5)
    expect(page.get_by_label("Montrer seulement les différences")).to_be_checked()


@pytest.mark.parametrize(
    ("query", "told", "kept"),
    [
        ("?c=inconnu,cornouaille-2023", "« inconnu »", 1),
        ("?c=<img src=x onerror=alert(1)>", "Aucun contrat n’a l’identifiant", 0),
        ("?c=cornouaille-2023,cornouaille-2023", "montré une seule", 1),
        ("?c=cornouaille-2023", "Un seul contrat est choisi", 1),
        (
            "?c=lille-2024,lyon-2023,nice-2024,toulon-2025,arles-2024,amiens-2019,laon-2024",
            "Un tableau tient 6 contrats : CLS de Laon n’y est pas",
            6,
        ),
        ("?c=concarneau-cornouaille,saint-pierre-2023", "", 2),
        (f"?c={','.join(['x' * 90] * 100)}", "Aucun contrat", 0),
    ],
)
def test_a_wrong_address_is_told_and_the_page_still_helps(
    page: Page, site_url: str, query: str, told: str, kept: int
) -> None:
    page.goto(f"{site_url}comparer/{query}")
    expect(page.locator(FIELD)).to_be_visible()
    expect(page.locator(".comparateur__retenus li")).to_have_count(kept)
    assert told in plain(page.locator(".comparateur__remarques").inner_text())
    assert page.locator("table.cotes").count() > 0 or kept < 2
    assert page.locator(".comparateur img").count() == 0
    assert page.locator(".comparateur__liste a").count() == CONTRACTS
    if kept == 1:
        expect(page.get_by_role("button", name=re.compile("^Ajouter CLS")).first).to_be_visible()


def test_copies_hold_what_is_shown(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + CHOICE)
    page.get_by_role("button", name="Copier en CSV").click()
    expect(page.get_by_text("Copié.")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows[0] == ["Rubrique", "Ligne", "CLS de Cornouaille", "CLS de Rennes Métropole"]
    assert {len(row) for row in rows} == {4}
    assert ["Identité", "Statut", "En cours", "En cours"] in rows
    page.get_by_role("button", name="Copier en Markdown").click()
    expect(page.get_by_text("Copié.")).to_be_visible()
    markdown = page.evaluate("navigator.clipboard.readText()")
    assert "|  | CLS de Cornouaille | CLS de Rennes Métropole |" in markdown


def test_without_script_each_contract_is_beside_its_neighbours(page: Page, site_url: str) -> None:
    page.goto(site_url + "comparer/")
    with page.expect_navigation():
        page.locator("summary", has_text="Bretagne").click()
        page.get_by_role("link", name="CLS de Cornouaille").click()
    table = page.get_by_role("table", name=re.compile("^Ce contrat et ses voisins"))
    assert "touche ce territoire sur 31 km" in plain(table.inner_text())
    assert "25 selon une source, 13 nommés" in plain(table.inner_text())
    numbers = page.locator("svg.dessin .dessin__numero").all_text_contents()
    assert sorted(numbers) == ["1", "2", "3", "4", "5"]
    assert page.get_by_role("heading", name="Qui agit déjà").is_visible()


@pytest.mark.parametrize("id_", SHEETS)
def test_the_sheet_of_a_territory_prints_on_one_page(page: Page, site_url: str, id_: str) -> None:
    page.goto(f"{site_url}comparer/{id_}/")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert paper(printed) == (595, 842)
    page.emulate_media(media="print")
    assert page.get_by_role("img").first.is_visible()
    assert page.locator("table.voisins").count() == 0 or page.locator("table.voisins").is_visible()
    assert not page.locator("#qui-agit").is_visible()


def test_the_comparison_prints_on_landscape_pages(page: Page, site_url: str) -> None:
    page.goto(site_url + CHOICE)
    expect(page.locator("table.cotes").first).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert paper(printed) == (842, 595)

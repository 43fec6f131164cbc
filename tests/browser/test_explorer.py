"""Narrowing the lists of contracts and actions."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.sites import FROZEN


def _shown(page: Page, table: str) -> int:
    return page.locator(f"#{table} tbody tr:visible").count()


def test_filters_narrow_the_list_and_stand_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/")
    every = _shown(page, "liste-contrats")
    page.locator("summary", has_text="Région").click()
    page.locator("input[name=region][value=bretagne]").check()
    assert "region=bretagne" in page.url
    kept = _shown(page, "liste-contrats")
    assert 0 < kept < every
    expect(page.locator(".explorateur__resultat")).to_have_text(f"{kept} contrats sur {every}")
    page.reload()
    assert _shown(page, "liste-contrats") == kept
    page.get_by_role("button", name="Retirer le filtre Région").click()
    assert _shown(page, "liste-contrats") == every
    assert "region" not in page.url


def test_counts_tell_what_each_choice_would_leave(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/?region=bretagne")
    page.locator("summary", has_text="Statut").click()
    label = page.locator("label", has=page.locator("input[value=en-cours]"))
    count = int(label.locator("[data-compte]").inner_text())
    label.locator("input").check()
    assert _shown(page, "liste-contrats") == count


def test_words_are_found_without_accents_and_nothing_found_says_so(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "contrats/")
    page.get_by_label("Filtrer par mot").fill("evry")
    assert _shown(page, "liste-contrats") > 0
    for hostile in ("<img src=x onerror=alert(1)>", "🙂", "x" * 200):
        page.get_by_label("Filtrer par mot").fill(hostile)
        expect(page.locator(".explorateur__resultat")).to_contain_text("Rien ne correspond")
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.locator(".explorateur__resultat")).not_to_contain_text("sur")


def test_an_address_with_unknown_filters_shows_everything(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/?region=atlantide&statut=%3Cscript%3E&tri=99&autre=1")
    expect(page.locator(".explorateur__resultat")).to_have_text(re.compile(r"^\d+ contrats$"))


def test_headings_sort_with_the_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/")
    button = page.get_by_role("button", name="Habitants")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Habitants")
    people = [
        int(cell.get_attribute("data-tri") or 0)
        for cell in page.locator("#liste-contrats tbody tr td.nombre").all()[:5]
    ]
    assert people == sorted(people, reverse=True)


def _downloaded(page: Page) -> list[dict[str, str]]:
    """The rows of the CSV file that the page hands over, by the headings' names."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger cette sélection").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_selection_downloads_as_csv(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/?statut=en-preparation")
    rows = _downloaded(page)
    assert list(rows[0]) == [
        "Contrat", "Départements", "Statut", "Dates", "Porteur", "Habitants", "Adresse du contrat",
    ]  # fmt: skip
    assert len(rows) == _shown(page, "liste-contrats")
    for row in rows:
        assert row["Adresse du contrat"].startswith(site_url + "contrats/")
        assert row["Habitants"].isdecimal()  # no space in it: a spreadsheet can add them up


def test_each_action_downloads_with_the_address_of_its_contract(page: Page, site_url: str) -> None:
    page.goto(site_url + "actions/?region=corse")
    rows = _downloaded(page)
    assert len(rows) == _shown(page, "liste-actions")
    assert any(row["Thèmes"] for row in rows)
    shown = page.locator("#liste-actions tbody tr:visible a[href*=contrats]").all()
    links = [(link.inner_text(), link.evaluate("a => a.href")) for link in shown]
    assert [(row["Contrat"], row["Adresse du contrat"]) for row in rows] == links


def test_no_cell_of_the_csv_is_a_formula(page: Page, site_url: str) -> None:
    page.goto(site_url + "actions/")
    hostile = ['=HYPERLINK("https://exemple.fr")', "+33", "-1", "@somme", " \t=1", "a;b", 'a "b"']
    page.evaluate(
        """texts => texts.forEach((text, index) => {
          document.querySelector("#liste-actions").tBodies[0].rows[index].cells[0].textContent = text;
        })""",
        hostile,
    )
    assert [row["Action"] for row in _downloaded(page)[: len(hostile)]] == [
        '\'=HYPERLINK("https://exemple.fr")', "'+33", "'-1", "'@somme", "'=1", "a;b", 'a "b"',
    ]  # fmt: skip


def test_the_map_follows_the_list(page: Page, site_url: str) -> None:
    page.goto(site_url + "contrats/?region=corse")
    kept = _shown(page, "liste-contrats")
    page.get_by_text("Voir ces contrats sur la carte").click()
    summary = page.locator(".carte__bilan")
    expect(summary).to_have_text(re.compile(rf"^{kept} contrats affichés sur \d+\.$"))
    page.get_by_label("Filtrer par mot").fill("ajaccien")
    expect(summary).to_have_text(re.compile(r"^1 contrat affiché sur"))


def test_without_script_the_whole_table_is_there(page: Page, site_url: str) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(site_url + "contrats/")
    assert _shown(plain, "liste-contrats") == len(list(FROZEN.glob("contracts/*/*.yml")))
    assert not plain.locator(".explorateur").is_visible()
    context.close()


def test_actions_are_found_by_theme_and_public(page: Page, site_url: str) -> None:
    page.goto(site_url + "actions/?theme=addictions")
    kept = _shown(page, "liste-actions")
    assert kept > 0
    page.goto(site_url + "themes/addictions/")
    expect(page.locator("dl.chiffres dd").first).to_have_text(str(kept))


def test_a_figure_leads_to_the_contracts_that_it_counts(page: Page, site_url: str) -> None:
    for name in ("2023", "Agence régionale de santé", "Syndicat mixte"):
        page.goto(site_url + "chiffres/")
        row = page.locator("tr", has=page.get_by_role("link", name=name, exact=True)).last
        count = row.locator("td").filter(has_text=re.compile(r"^\d+$")).first.inner_text()
        row.get_by_role("link", name=name, exact=True).click()
        expect(page.locator(".explorateur__resultat")).to_have_text(
            re.compile(rf"^{count} contrats sur \d+$")
        )

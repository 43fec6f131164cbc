"""What stands first for forty queries: places, themes, organisations, abbreviations, mistyped words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opening import opened

_ASK = """async ([root, typed]) => {
  const { Engine } = await import(`${root}assets/search/engine.js`);
  const { queryOf } = await import(`${root}assets/search/query.js`);
  globalThis.loaded ??= Engine.load();
  const answer = await (await globalThis.loaded).search(queryOf(typed), {});
  const pages = await Promise.all(answer.matches.slice(0, 8).map((match) => match.data()));
  const shown = { matches: pages.map((page) => page.url), texts: pages.map((page) => page.content) };
  return { ...answer, count: answer.matches.length, ...shown };
}"""


@dataclass(frozen=True)
class Asked:
    """A query, and what it must give."""

    typed: str
    first: str
    """Address of the page that stands first."""
    most: int = 10_000
    """The most pages that it may find."""
    among: tuple[str, ...] = ()
    """Addresses that stand among the first eight."""


ASKED = [
    # Communes and agglomerations: the contract that covers them, in force before past ones.
    Asked("Rennes", "contrats/rennes-metropole-2025/", most=15),
    Asked("rennes", "contrats/rennes-metropole-2025/", most=15),
    Asked("Brest", "contrats/pays-de-brest-2019/"),
    Asked("Marseille", "contrats/marseille-2024/", among=("contrats/marseille-2019/",)),
    Asked("Quimper", "contrats/cornouaille-2023/", most=15),
    Asked("Mamoudzou", "contrats/mamoudzou-2021/", among=("contrats/mamoudzou-2013/",)),
    Asked("Lyon", "contrats/lyon-2023/"),
    Asked("pays de Brest", "contrats/pays-de-brest-2019/"),
    Asked("contrat local de santé de Lille", "contrats/lille-2024/"),
    # Régions and départements.
    Asked("Bretagne", "regions/bretagne/"),
    Asked("Mayotte", "regions/mayotte/", among=("departements/976-mayotte/",)),
    Asked("Île-de-France", "regions/ile-de-france/"),
    Asked("Finistère", "departements/29-finistere/"),
    Asked("finistere", "departements/29-finistere/"),
    Asked("d’Ille-et-Vilaine", "departements/35-ille-et-vilaine/"),
    Asked("d'Ille-et-Vilaine", "departements/35-ille-et-vilaine/"),
    # Themes and axes: the page that says who acts on it.
    Asked("addictions", "themes/addictions/"),
    Asked("addiction", "themes/addictions/"),
    Asked("vieillissement", "themes/vieillissement/"),
    Asked("eau", "themes/eau/"),
    Asked("l’eau", "themes/eau/"),
    Asked("précarité", "themes/precarite/"),
    Asked("precarite", "themes/precarite/"),
    Asked("activité physique", "themes/activite-physique/"),
    Asked("petite enfance", "themes/petite-enfance-parentalite/"),
    Asked("jeunes", "themes/jeunes/"),
    Asked("violences", "themes/violences/", most=10),
    Asked("santé environnement", "axes/sante-environnement/"),
    Asked("santé mentale", "themes/sante-mentale/", among=("axes/sante-mentale/",)),
    # A word as one types it.
    Asked("vacci", "themes/vaccination/"),
    # Signatories and abbreviations.
    Asked("ARS Bretagne", "regions/bretagne/", among=("contrats/cornouaille-2023/",)),
    Asked("CPTS", "contrats/sud-charente-2025/", most=15),
    Asked("PTSM", "contrats/cornouaille-2023/", most=6, among=("comprendre/glossaire/",)),
    Asked("Carsat", "contrats/grand-perigueux/", most=10, among=("comprendre/glossaire/",)),
    # Hand-written pages.
    Asked("glossaire", "comprendre/glossaire/"),
    Asked("qui paie", "comprendre/financement/"),
    Asked("Qui paie ?", "comprendre/financement/"),
    # Of words that are never together, the rarest is looked for.
    Asked("Mamoudzou télésanté bruit", "themes/bruit/"),
]

MISTYPED = [
    ("adictions", "addictions"),
    ("santé mantale", "santé mentale"),
    ("vacination", "vaccination"),
    ("Bretange", "Bretagne"),
    ("xyzzyx", ""),
    ("eua", ""),
]


@pytest.fixture(scope="module")
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """One page for all: the index is loaded once."""
    context = browser.new_context()
    page = context.new_page()
    opened(page, f"{site_url}comprendre/")
    yield page
    context.close()


def ask(page: Page, site_url: str, typed: str) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(_ASK, [site_url, typed])
    answer["matches"] = [url.lstrip("/") for url in answer["matches"]]
    return answer


@pytest.mark.parametrize("asked", ASKED, ids=[asked.typed for asked in ASKED])
def test_what_is_meant_stands_first(page: Page, site_url: str, asked: Asked) -> None:
    answer = ask(page, site_url, asked.typed)
    assert answer["matches"][0] == asked.first
    assert answer["count"] <= asked.most
    assert set(asked.among) <= set(answer["matches"])


@pytest.mark.parametrize(("typed", "meant"), MISTYPED)
def test_a_mistyped_word_gets_a_proposal_that_finds(
    page: Page, site_url: str, typed: str, meant: str
) -> None:
    answer = ask(page, site_url, typed)
    assert answer["meant"].lower() == meant.lower()
    assert answer["unknown"]
    if meant:
        assert ask(page, site_url, meant)["count"]


def test_what_is_not_known_is_in_no_index(page: Page, site_url: str) -> None:
    text = ask(page, site_url, "Mamoudzou")["texts"][0]
    for repeated in ("renseigné", "Rien n’ a été déduit", "consultée le", "communes couvertes"):
        assert repeated not in text


def test_a_page_that_repeats_others_is_not_found(page: Page, site_url: str) -> None:
    answer = ask(page, site_url, "contrats voisins Cornouaille")
    assert not any(url.startswith("comparer/cornouaille") for url in answer["matches"])


def test_filters_count_what_is_found(page: Page, site_url: str) -> None:
    answer = ask(page, site_url, "Rennes")
    assert sum(answer["counts"]["statut"].values()) <= answer["count"]
    assert answer["counts"]["region"]["Bretagne"] >= 1

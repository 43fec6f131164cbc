"""What runs for sure and what most likely runs are counted apart, on every page that counts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.directory.in_force import in_force
from generator.site.shell import addresses
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import page_at
from tests.small_root import SmallRoot, contract_text

BREST, SEIN = "29019", "29083"


@pytest.fixture
def edition(root: SmallRoot) -> Edition:
    """In force around Quimper, most likely so in Brest, perhaps so in Sein, seen long ago in Ouessant."""
    for name, commune, changes in (
        ("brest", BREST, {"duree": "{signature: 2025}"}),
        ("sein", SEIN, {"duree": "{signature: 2022}"}),
        (
            "ouessant",
            "29155",
            {"etat": "en préparation", "duree": None, "etat_constate": "2015"},
        ),
    ):
        territory = f'{{communes: ["{commune}"]}}'
        root.write(f"contracts/bretagne/{name}.yml", contract_text(territoire=territory, **changes))
    directory = Directory(root.load(), load_reference(), load_shapes())
    return Edition(directory, date(2026, 11, 22), "https://forge.example/cls")


def _figures(page: str) -> dict[str, str]:
    plain = page.replace("\u00a0", " ").replace("\u202f", " ")
    pairs = re.findall(r"<dt>([^<]+)</dt><dd>([\d ]+)</dd>", plain)
    return {re.sub(r"(?<=\d) (?=\d)", "", label): value.replace(" ", "") for label, value in pairs}


def test_people_covered_for_sure_are_told_apart_from_those_most_likely_covered(
    edition: Edition,
) -> None:
    reference = edition.directory.reference
    found = in_force(edition, edition.directory.entries.values(), {"29"})
    cornouaille = edition.directory.entries["cornouaille-2023"].territory.communes
    sure = sum(reference.communes[code].population or 0 for code in cornouaille)
    brest = reference.communes[BREST].population or 0
    assert (found.current, found.likely) == (1, 1)
    assert found.covered.population == sure
    assert found.covered_or_likely.population == sure + brest
    assert found.share == sure / edition.directory.everyone({"29"}).population


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (addresses.HOME, ""),
        ("regions/bretagne/", " de la région"),
        ("departements/29-finistere/", " du département"),
    ],
)
def test_a_page_of_a_place_says_both(edition: Edition, address: str, place: str) -> None:
    figures = _figures(page_at(edition, address))
    assert figures["contrats en cours"] == "1"
    assert figures["contrats vraisemblablement en cours"] == "1"
    [label] = [label for label in figures if label.startswith("habitants couverts")]
    told = rf"habitants couverts par un contrat en cours \(.+ de la population{place}\) ; (\d+) \(.+\) "
    match = re.fullmatch(told + "avec les contrats vraisemblablement en cours", label)
    assert match is not None, label
    assert int(match.group(1)) > int(figures[label])


def test_what_is_only_likely_is_in_no_count_of_what_is_in_force(edition: Edition) -> None:
    page = page_at(edition, addresses.FIGURES).replace("\u00a0", " ").replace("\u202f", " ")
    assert "15 communes sous un contrat en cours, 1 sous un contrat vraisemblablement" in page
    assert "1 sous un contrat à l’échéance inconnue seulement" in page


def test_a_commune_only_once_announced_is_in_no_live_contract(edition: Edition) -> None:
    page = page_at(edition, "departements/29-finistere/")
    concerned = page.split("{ #communes }", 1)[1]
    assert "communes-brest" in concerned
    assert "communes-ouessant" not in concerned

"""What others said of a région is told as theirs, with its date and its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.shell import addresses
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import page_at
from tests.small_root import BRETAGNE, SmallRoot

AGENCY = "https://www.bretagne.ars.sante.fr/les-cls"


def page(tmp_path: Path, more: str) -> str:
    root = SmallRoot(tmp_path)
    root.write("regions/bretagne.yml", f"{BRETAGNE}{more}")
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    text = page_at(edition, addresses.region("bretagne"))
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_agencys_own_count_stands_beside_ours(tmp_path: Path) -> None:
    count = f'nombre: 21, etat: signés et actifs, date: 2025-03-26, source: "{AGENCY}"'
    one = page(tmp_path, f"recensement: {{{count}}}\n")
    assert "<strong>21 signés et actifs selon l’ARS, le 26 mars 2025</strong>" in one
    assert f'href="{AGENCY}"' in one
    assert page(tmp_path, f"recensement: [{{{count}}}]\n") == one


def test_a_count_that_others_give_is_not_said_to_be_the_agencys(tmp_path: Path) -> None:
    count = 'nombre: 19, etat: conclus, date: 2019, source: "https://www.brest.fr/ars.sante.fr"'
    text = page(tmp_path, f"recensement: {{{count}}}\n")
    assert "<strong>19 conclus, en 2019</strong>" in text
    assert ">www.brest.fr</a>" in text


def test_without_a_count_the_page_says_that_it_is_not_known(tmp_path: Path) -> None:
    assert "ne disent pas combien l’ARS en compte" in page(tmp_path, "")


def test_a_fact_keeps_its_date_and_its_source(tmp_path: Path) -> None:
    fact = f'texte: Tout le Finistère est couvert, date: 2023-07, source: "{AGENCY}"'
    text = page(tmp_path, f"reperes: [{{{fact}}}, Un autre fait]\n")
    assert "juillet 2023 :</span> Tout le Finistère est couvert." in text.replace(
        "Juillet", "juillet"
    )
    assert f'href="{AGENCY}"' in text
    assert "- Un autre fait." in text

"""Former addresses: what a reader, or a search engine, kept of a contract leads to it for ever."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.contract.former import former_pages
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SmallRoot, contract_text


def former(tmp_path: Path, site_url: str) -> dict[str, str]:
    root = SmallRoot(tmp_path)
    root.write(
        "contracts/bretagne/quimper-2029.yml",
        contract_text(anciens_identifiants="[quimper-preparation]"),
    )
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls", site_url)
    return dict(former_pages(edition))


def test_each_former_address_leads_to_todays(tmp_path: Path) -> None:
    pages = former(tmp_path, "https://annuaire.example/")
    assert set(pages) == {
        "contrats/quimper-preparation/index.html",
        "comparer/quimper-preparation/index.html",
    }
    page = pages["contrats/quimper-preparation/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../quimper-2029/">' in page
    assert '<a href="../quimper-2029/">' in page
    assert 'rel="canonical" href="https://annuaire.example/contrats/quimper-2029/"' in page


def test_without_the_sites_own_address_the_canonical_one_is_relative(tmp_path: Path) -> None:
    page = former(tmp_path, "")["comparer/quimper-preparation/index.html"]
    assert 'rel="canonical" href="../quimper-2029/"' in page

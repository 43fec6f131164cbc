"""The page of a contract."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.shell import addresses
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import page_at
from tests.small_root import SmallRoot, contract_text


def test_the_day_of_the_vote_is_told_apart_from_that_of_the_signature(tmp_path: Path) -> None:
    root = SmallRoot(tmp_path)
    root.write(
        "contracts/bretagne/sein-2025.yml",
        contract_text(
            territoire='{communes: ["29083"]}',
            duree="{deliberation: 2025-01-29, signature: 2025-03-04, debut: 2025, fin: 2029}",
        ),
    )
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    page = page_at(edition, addresses.contract("sein-2025")).replace("\u00a0", " ")
    assert "<dt>Délibération</dt><dd>29 janvier 2025</dd>" in page
    assert "<dt>Signature</dt><dd>4 mars 2025</dd>" in page
    assert "Délibération" not in page_at(edition, addresses.contract("cornouaille-2023"))


def test_what_was_read_of_a_contract_is_told(tmp_path: Path) -> None:
    root = SmallRoot(tmp_path)
    root.write(
        "contracts/bretagne/sein-2025.yml",
        contract_text(territoire='{communes: ["29083"]}', connaissance="mention"),
    )
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    page = page_at(edition, addresses.contract("sein-2025"))
    assert "<dt>Ce qui a été lu</dt><dd>Simple mention</dd>" in page

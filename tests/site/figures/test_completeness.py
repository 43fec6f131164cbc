"""How complete the directory is, by information and by région."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.figures.completeness import completeness
from generator.site.shell import addresses
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import page_at
from tests.small_root import SmallRoot, contract_text


def edition_of(tmp_path: Path) -> Edition:
    root = SmallRoot(tmp_path)
    axes = "[{titre: A, rattachement: [gouvernance]}]"
    root.write("contracts/bretagne/sein-2025.yml", contract_text(axes=axes))
    root.write("contracts/bretagne/brest-2025.yml", contract_text())
    directory = Directory(root.load(), load_reference(), load_shapes())
    return Edition(directory, date(2026, 11, 24), "https://forge.example/cls")


def test_each_region_has_the_share_of_its_own_contracts(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    found = completeness(edition, list(edition.directory.entries.values()))
    axes = found.columns.index("Axes, un au moins")
    rows = {name: (total, shares) for _, name, total, shares in found.rows}
    bretagne = edition.directory.of_region("bretagne")
    with_axes = sum(bool(entry.contract.axes) for entry in bretagne)
    assert 0 < with_axes < len(bretagne)
    total, shares = rows["Bretagne"]
    assert total == len(bretagne)
    assert shares[axes] == f"{round(100 * with_axes / total)}\u00a0%"
    assert all(len(shares) == len(found.columns) for _, shares in rows.values())


def test_what_shares_of_people_rest_on_stands_beside_them(tmp_path: Path) -> None:
    page = page_at(edition_of(tmp_path), addresses.FIGURES)
    by_region = page.split("Habitants par région", 2)[2].split("</table>")[0]
    assert by_region.count("Contrats recensés") == 1

"""The public table of contracts."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.opendata.exports import EXPORTS
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SmallRoot, contract_text


def _rows(root: SmallRoot) -> dict[str, dict[str, str]]:
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    [export] = [export for export in EXPORTS if export.path == "donnees/contrats.csv"]
    rows = csv.DictReader(io.StringIO(export.write(edition).decode("utf-8"), newline=""))
    return {row["id"]: row for row in rows}


def test_each_contract_has_its_line_with_codes_and_iso_dates(tmp_path: Path) -> None:
    rows = _rows(SmallRoot(tmp_path))
    assert list(rows) == ["cornouaille-2018", "cornouaille-2023", "saint-martin"]
    row = rows["cornouaille-2023"]
    assert (row["signature"], row["debut"], row["fin"]) == ("2023-07-12", "2023-07", "2028")
    assert (row["statut"], row["statut_au"], row["fin_deduite_de"]) == (
        "en-cours", "2026-11-24", "fin",
    )  # fmt: skip
    assert (row["epci"], row["departements"], row["regions"]) == ("200068120", "29", "bretagne")
    assert "29232" in row["communes"].split("|")
    assert rows["saint-martin"]["fin"] == ""


def test_a_name_is_told_as_its_file_has_it_and_apart_from_others(tmp_path: Path) -> None:
    rows = _rows(SmallRoot(tmp_path))
    assert rows["cornouaille-2023"]["nom"] == "Contrat local de santé de Cornouaille"
    assert [row["nom_distinctif"] for row in rows.values()] == [
        "CLS du pays de Cornouaille, 2018-2022",
        "CLS de Cornouaille, 2023-2028",
        "CLS de Saint-Martin",
    ]


def test_a_hostile_name_is_a_text(tmp_path: Path) -> None:
    root = SmallRoot(tmp_path)
    root.write(
        "contracts/bretagne/sein-2025.yml",
        contract_text(nom="'=HYPERLINK(1), \"a\"'", territoire='{communes: ["29083"]}'),
    )
    assert _rows(root)["sein-2025"]["nom"] == '\'=HYPERLINK(1), "a"'

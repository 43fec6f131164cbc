from datetime import date

import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.directory.names import short_name, territory_name
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SmallRoot, contract_text


def edition_of(root: SmallRoot, on: date = date(2026, 11, 22)) -> Edition:
    return Edition(
        Directory(root.load(), load_reference(), load_shapes()), on, "https://exemple.fr"
    )


@pytest.mark.parametrize(
    ("name", "short", "territory"),
    [
        ("Contrat local de santé de Cornouaille", "CLS de Cornouaille", "Cornouaille"),
        ("Contrat local de santé d'Annonay", "CLS d'Annonay", "Annonay"),
        ("Contrat local de santé de La Rochelle", "CLS de La Rochelle", "La Rochelle"),
        ("Contrat local de santé de la Haute-Gironde", "CLS de la Haute-Gironde", "Haute-Gironde"),
        ("Contrat local de santé du Pays de Redon", "CLS du Pays de Redon", "Redon"),
        ("Contrat local de santé de la ville de Brest", "CLS de la ville de Brest", "Brest"),
        ("Contrat local de santé 2 du Creusot", "CLS 2 du Creusot", "Creusot"),
        ("Contrat local de santé", "CLS", "CLS"),
        ("Santé en Aubrac", "Santé en Aubrac", "Santé en Aubrac"),
    ],
)
def test_names_as_lists_show_and_sort_them(
    root: SmallRoot, name: str, short: str, territory: str
) -> None:
    root.write("contracts/bretagne/essai.yml", contract_text(nom=name))
    entry = edition_of(root).directory.entries["essai"]
    assert short_name(entry) == short
    assert territory_name(entry) == territory


def test_counts_follow_the_day_and_leave_zero_out(root: SmallRoot) -> None:
    edition = edition_of(root)
    entries = edition.directory.entries.values()
    assert edition.counts(entries) == {"en-cours": 1, "en-preparation": 1, "remplace": 1}
    assert edition_of(root, date(2019, 1, 1)).counts(entries) == {
        "en-cours": 1,
        "a-venir": 1,
        "en-preparation": 1,
    }
    assert [entry.id for entry in edition.with_status(entries, "remplace")] == ["cornouaille-2018"]
    assert [entry.id for entry in edition.in_force(entries)] == ["cornouaille-2023"]
    assert {entry.id for entry in edition.live(entries)} == {"cornouaille-2023", "saint-martin"}


def test_contracts_sort_by_territory_without_accents_then_oldest_first(root: SmallRoot) -> None:
    root.write(
        "contracts/bretagne/elorn.yml", contract_text(nom="Contrat local de santé de l'Élorn")
    )
    root.write(
        "contracts/bretagne/douarnenez.yml",
        contract_text(nom="Contrat local de santé de Douarnenez"),
    )
    root.write(
        "contracts/bretagne/cornouaille-2010.yml",
        contract_text(
            nom="Contrat local de santé de Cornouaille", duree="{debut: 2010, fin: 2014}"
        ),
    )
    edition = edition_of(root)
    assert [entry.id for entry in edition.in_order(edition.directory.entries.values())] == [
        "cornouaille-2010",
        "cornouaille-2018",
        "cornouaille-2023",
        "douarnenez",
        "elorn",
        "saint-martin",
    ]

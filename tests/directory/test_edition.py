from datetime import date

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SmallRoot, contract_text


def edition_of(root: SmallRoot, on: date = date(2026, 11, 22)) -> Edition:
    return Edition(
        Directory(root.load(), load_reference(), load_shapes()), on, "https://exemple.fr"
    )


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


def test_one_without_a_date_comes_just_before_the_one_that_follows_it(root: SmallRoot) -> None:
    name = "Contrat local de santé de Douarnenez"
    for id_, precedent, duration in [
        ("douarnenez-2015", None, "{debut: 2015, fin: 2018}"),
        ("douarnenez-2", "douarnenez-2015", None),
        ("douarnenez-2025", "douarnenez-2", "{debut: 2025, fin: 2029}"),
        ("douarnenez-4", "douarnenez-2025", None),
    ]:
        text = contract_text(nom=name, precedent=precedent, duree=duration)
        root.write(f"contracts/bretagne/{id_}.yml", text)
    edition = edition_of(root)
    in_order = [entry.id for entry in edition.in_order(edition.directory.entries.values())]
    assert [id_ for id_ in in_order if id_.startswith("douarnenez")] == [
        "douarnenez-2015",
        "douarnenez-2",
        "douarnenez-2025",
        "douarnenez-4",
    ]

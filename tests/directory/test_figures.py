from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.directory import figures
from generator.directory.directory import Directory
from generator.directory.facts import COUNTED
from generator.directory.figures import Amount, Partition
from generator.directory.whereabouts import places_of_region
from generator.model.contract import Contract
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import AFTER_ALL, SOURCES, SmallRoot

ON = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]

QUIMPER, QUIMPER_EPCI = "29232", "200068120"


def directory(root: SmallRoot) -> Directory:
    return Directory(root.load(), load_reference(), load_shapes())


def statuses(found: Directory) -> dict[str, str]:
    return {entry.id: found.status(entry, ON) for entry in found.entries.values()}


@cache
def real() -> tuple[Directory, dict[str, str]]:
    found = Directory(load(ROOT, load_reference(), AFTER_ALL), load_reference(), load_shapes())
    return found, statuses(found)


def write(root: SmallRoot, name: str, territory: str, duration: str, **more: str) -> None:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    root.write(
        f"contracts/bretagne/{name}.yml",
        f"nom: CLS {name}\netat: signé\nterritoire: {territory}\nporteur: Ville\n"
        f"duree: {duration}\n{lines}{SOURCES}",
    )


def test_commune_counts_once_under_what_is_surest(root: SmallRoot) -> None:
    for name in ("cornouaille-2018", "cornouaille-2023"):
        (root.path / f"contracts/bretagne/{name}.yml").unlink()
    epci = f'{{epci: ["{QUIMPER_EPCI}"]}}'
    city = f'{{communes: ["{QUIMPER}"]}}'
    write(root, "agglo", epci, "{signature: 2022}")
    write(root, "ville", city, "{debut: 2025, fin: 2029}")
    write(root, "ville-bis", city, "{debut: 2025, fin: 2028}")
    write(root, "fini", '{communes: ["29019"]}', "{debut: 2015, fin: 2018}")
    write(root, "briec", '{communes: ["29232", "29020"]}', "{signature: 2025-03}")
    found = directory(root)
    partition = figures.coverage_by_place(found, statuses(found))["29"]
    reference = load_reference()
    people = reference.communes[QUIMPER].population
    assert people is not None
    assert partition.current == Amount(1, people)
    assert partition.likely.communes == 1
    assert partition.unknown_end.communes == len(reference.epcis[QUIMPER_EPCI].communes) - 2
    assert partition.everyone.communes == sum(
        commune.departement == "29" for commune in reference.communes.values()
    )


@pytest.mark.slow
def test_same_as_a_sum_over_all_communes_written_otherwise() -> None:
    """Rows of text in, one pass over the communes, no set of codes and no Territory."""
    found, status = real()
    reference = load_reference()
    table = io.StringIO()
    writer = csv.writer(table)
    for commune in reference.communes.values():
        if commune.region is not None or commune.departement in {"977", "978"}:
            writer.writerow(
                [commune.code, commune.population or 0, commune.epci or "-", commune.ept or "-"]
            )
    cited = {"en-cours": " ", "vraisemblablement-en-cours": " ", "echeance-inconnue": " "}
    for entry in found.entries.values():
        perimeter = entry.contract.perimeter
        if status[entry.id] in cited:
            cited[status[entry.id]] += " ".join([*perimeter.communes, *perimeter.epci, ""])
    sums = {which: [0, 0] for which in (*cited, "")}
    rows = list(csv.reader(io.StringIO(table.getvalue())))
    for code, people, *groups in rows:
        keys = [f" {key} " for key in (code, *groups)]
        over = (which for which, codes in cited.items() if any(key in codes for key in keys))
        part = next(over, "")
        sums[part][0] += 1
        sums[part][1] += int(people)
    country = _country(found, status)
    assert len(rows) == 34_877  # those of the départements, and of two collectivités d’outre-mer
    assert country == Partition(*(Amount(*pair) for pair in sums.values()))


def test_parts_make_the_whole_population() -> None:
    found, status = real()
    reference = load_reference()
    everyone = sum(commune.population or 0 for commune in reference.communes.values())
    places = figures.coverage_by_place(found, status)
    assert figures.together(places.values()).everyone == Amount(len(reference.communes), everyone)
    for code, partition in places.items():
        assert partition.everyone.population == found.everyone([code]).population


def test_current_part_is_what_the_directory_covers() -> None:
    found, status = real()
    current = [entry for entry in found.entries.values() if status[entry.id] == "en-cours"]
    coverage = found.coverage(current)
    assert _country(found, status).current == Amount(len(coverage.communes), coverage.population)


def test_regions_share_no_place_and_hold_them_all() -> None:
    found, _ = real()
    codes = [code for region in found.regions.values() for code in places_of_region(found, region)]
    assert len(codes) == len(set(codes))
    assert set(codes) == {*load_reference().departements, "977", "978"}


@pytest.mark.parametrize(
    ("duration", "years"),
    [
        ({"debut": "2023", "fin": "2028"}, 5),
        ({"debut": "2023-07-12", "fin": "2026-07-11"}, 3),
        ({"signature": "2023-07-12", "fin": "2028"}, 5),
        ({"debut": "2023", "fin": "2023"}, 0),
        ({"debut": "2019", "annees": 3}, 3),
        ({"annees": 4}, 4),
        ({"debut": "2019"}, None),
        ({}, None),
    ],
)
def test_length(duration: dict[str, object], years: int | None) -> None:
    assert figures.length_in_years(_contract(duree=duration)) == years


def test_an_avenant_does_not_change_the_length_first_agreed() -> None:
    extended = _contract(duree={"debut": "2015", "fin": "2018"}, avenants=[{"fin": "2022"}])
    assert figures.length_in_years(extended) == 3


def test_years_of_signature_leave_no_gap(root: SmallRoot) -> None:
    write(root, "ancien", '{communes: ["29019"]}', "{signature: 2021-03}")
    tally = figures.signature_years(directory(root).entries.values())
    assert list(tally.counts.items()) == [("2021", 1), ("2022", 0), ("2023", 1)]
    assert (tally.known, tally.total) == (2, 3)


def test_a_contract_counts_once_for_each_trait(root: SmallRoot) -> None:
    axes = (
        "[{titre: Un, rattachement: [sante-mentale, gouvernance], actions: [{titre: A, themes: [jeunes, eau]},"
        " {titre: B, themes: [jeunes]}]}, {titre: Deux, rattachement: [sante-mentale]}]"
    )
    write(root, "quimper", '{communes: ["29232"]}', "{}", axes=axes)
    entries = [directory(root).entries["quimper"]]
    assert figures.axes(entries).counts == {"sante-mentale": 1, "gouvernance": 1}
    assert figures.themes(entries).counts == {"jeunes": 1, "eau": 1}
    assert figures.actions_by_theme(entries) == {"jeunes": 2, "eau": 1}


def test_completeness_looks_at_signed_contracts_for_dates(root: SmallRoot) -> None:
    found = figures.completeness(directory(root).entries.values())
    assert found["signature"] == (1, 2)
    assert found["fin"] == (2, 2)
    assert found["axes"] == (1, 3)
    assert found["actions"] == (1, 3)
    assert set(found) == set(COUNTED)


def test_nothing_at_all() -> None:
    assert figures.signature_years([]).counts == {}
    assert figures.lengths([]).total == 0
    assert figures.completeness([])["axes"] == (0, 0)


def _country(found: Directory, status: dict[str, str]) -> Partition:
    places = figures.coverage_by_place(found, status)
    regions = found.regions.values()
    return figures.together(
        places[code] for region in regions for code in places_of_region(found, region)
    )


def _contract(**values: object) -> Contract:
    return Contract.model_validate(
        {
            "nom": "Contrat local de santé",
            "etat": "signé",
            "territoire": {"communes": [QUIMPER]},
            "porteur": "Ville de Quimper",
            "sources": [{"titre": "Page", "url": "https://example.fr/"}],
            **values,
        }
    )

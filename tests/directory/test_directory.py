"""What follows from the files on a given day: status, coverage, the contracts of a territory."""

from datetime import date

import pytest

from generator.directory.directory import Directory, Entry
from generator.model.vocabulary import STATUSES
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import BRETAGNE, SmallRoot, contract_text


def directory_of(root: SmallRoot) -> Directory:
    corpus = root.load()
    assert corpus.errors == []
    return Directory(corpus, load_reference(), load_shapes())


def add(root: SmallRoot, name: str, **changes: str | None) -> None:
    root.write(f"contracts/{name}.yml", contract_text(**changes))


def region(root: SmallRoot, slug: str, name: str, code: str) -> None:
    text = BRETAGNE.replace("nom: Bretagne", f"nom: {name}", 1).replace('"53"', f'"{code}"')
    root.write(f"regions/{slug}.yml", text)


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("duration", "on", "status"),
    [
        ("{debut: 2023, fin: 2027}", "2022-12-31", "a-venir"),
        ("{debut: 2023, fin: 2027}", "2023-01-01", "en-cours"),
        ("{debut: 2023, fin: 2027}", "2027-12-31", "en-cours"),
        ("{debut: 2023, fin: 2027}", "2028-01-01", "echu"),
        ("{debut: 2023-07, fin: 2027-06}", "2027-06-30", "en-cours"),
        ("{debut: 2023-07, fin: 2027-06}", "2027-07-01", "echu"),
        ("{debut: 2023-07-12, fin: 2027-06-11}", "2023-07-11", "a-venir"),
        ("{debut: 2023, annees: 3}", "2025-12-31", "en-cours"),
        ("{debut: 2023, annees: 3}", "2026-01-01", "echu"),
        ("{signature: 2023-07-12, annees: 5}", "2028-07-11", "en-cours"),
        ("{signature: 2023-07-12, annees: 5}", "2028-07-12", "echu"),
        ("{signature: 2023-07-12, debut: 2024, fin: 2028}", "2023-12-31", "a-venir"),
        ("{fin: 2020}", "2019-01-01", "en-cours"),
        ("{fin: 2020}", "2021-01-01", "echu"),
        # Less than three years old for sure, more than six for sure, and in between.
        ("{debut: 2020}", "2022-12-31", "vraisemblablement-en-cours"),
        ("{debut: 2020}", "2023-01-01", "echeance-inconnue"),
        ("{debut: 2020-07}", "2023-06-30", "vraisemblablement-en-cours"),
        ("{debut: 2020-07}", "2023-07-01", "echeance-inconnue"),
        ("{debut: 2020-07-12}", "2023-07-11", "vraisemblablement-en-cours"),
        ("{debut: 2020-07-12}", "2023-07-12", "echeance-inconnue"),
        ("{debut: 2020-02-29}", "2023-02-28", "vraisemblablement-en-cours"),
        ("{debut: 2020-02-29}", "2023-03-01", "echeance-inconnue"),
        ("{signature: 2023-11-25}", "2026-11-24", "vraisemblablement-en-cours"),
        ("{deliberation: 2023-11-25}", "2026-11-24", "vraisemblablement-en-cours"),
        ("{deliberation: 2024, annees: 2}", "2025-12-31", "vraisemblablement-en-cours"),
        ("{deliberation: 2024, annees: 2}", "2026-01-01", "echeance-inconnue"),
        ("{debut: 2020}", "2026-12-31", "echeance-inconnue"),
        ("{debut: 2020}", "2027-01-01", "vraisemblablement-echu"),
        ("{debut: 2020-02-29}", "2026-02-28", "echeance-inconnue"),
        ("{debut: 2020-02-29}", "2026-03-01", "vraisemblablement-echu"),
        ("{signature: 2018-05}", "2024-05-31", "echeance-inconnue"),
        ("{signature: 2018-05}", "2024-06-01", "vraisemblablement-echu"),
        ("{}", "2050-01-01", "echeance-inconnue"),
    ],
)
def test_the_status_follows_from_the_dates(
    root: SmallRoot, duration: str, on: str, status: str
) -> None:
    add(root, "bretagne/essai", duree=duration)
    directory = directory_of(root)
    assert directory.status(directory.entries["essai"], date.fromisoformat(on)) == status


def test_an_avenant_keeps_a_contract_running(root: SmallRoot) -> None:
    add(root, "bretagne/essai", duree="{debut: 2015, fin: 2018}", avenants="[{fin: 2020-06}]")
    directory = directory_of(root)
    entry = directory.entries["essai"]
    assert directory.status(entry, date(2020, 6, 30)) == "en-cours"
    assert directory.status(entry, date(2020, 7, 1)) == "echu"


@pytest.mark.parametrize(
    ("seen", "on", "status"),
    [
        ("2024", "2026-11-22", "echeance-inconnue"),
        ("2019", "2025-12-31", "echeance-inconnue"),
        ("2019", "2026-01-01", "vraisemblablement-echu"),
        ("2019-12-31", "2025-12-31", "echeance-inconnue"),
        ("2019-12-31", "2026-01-01", "vraisemblablement-echu"),
    ],
)
def test_a_contract_seen_signed_is_as_old_as_that_and_may_be_older(
    root: SmallRoot, seen: str, on: str, status: str
) -> None:
    add(root, "bretagne/essai", duree=None, etat_constate=seen)
    directory = directory_of(root)
    assert directory.status(directory.entries["essai"], date.fromisoformat(on)) == status


@pytest.mark.parametrize(
    ("known", "on", "status"),
    [
        ({}, "2026-11-22", "en-preparation"),
        ({}, "2090-01-01", "en-preparation"),
        ({"etat_constate": "2023"}, "2026-12-31", "en-preparation"),
        ({"etat_constate": "2023"}, "2027-01-01", "suite-inconnue"),
        ({"etat_constate": "2023-06-29"}, "2026-06-29", "en-preparation"),
        ({"etat_constate": "2023-06-29"}, "2026-06-30", "suite-inconnue"),
        ({"duree": "{debut: 2025, fin: 2029}"}, "2029-12-31", "en-preparation"),
        ({"duree": "{debut: 2025, fin: 2029}"}, "2030-01-01", "suite-inconnue"),
        ({"duree": "{debut: 2025, annees: 3}"}, "2028-01-01", "suite-inconnue"),
        ({"duree": "{deliberation: 2025-06}"}, "2028-06-30", "en-preparation"),
        ({"duree": "{deliberation: 2025-06}"}, "2028-07-01", "suite-inconnue"),
        (
            {"etat_constate": "2025-11", "duree": "{debut: 2021, fin: 2025}"},
            "2026-01-01",
            "suite-inconnue",
        ),
    ],
)
def test_what_was_in_preparation_is_lost_from_sight_in_time(
    root: SmallRoot, known: dict[str, str], on: str, status: str
) -> None:
    add(root, "bretagne/essai", **{"etat": "en préparation", "duree": None, **known})
    directory = directory_of(root)
    assert directory.status(directory.entries["essai"], date.fromisoformat(on)) == status


@pytest.mark.parametrize("seen", ["2025-11", "2014"])
def test_a_contract_never_seen_signed_is_replaced_by_one_that_has_begun(
    root: SmallRoot, seen: str
) -> None:
    add(root, "bretagne/annonce", etat="en préparation", duree=None, etat_constate=seen)
    add(root, "bretagne/signe", precedent="annonce", duree="{debut: 2026, fin: 2030}")
    directory = directory_of(root)
    assert directory.status(directory.entries["annonce"], date(2026, 11, 22)) == "remplace"
    assert directory.status(directory.entries["annonce"], date(2025, 12, 31)) != "remplace"


@pytest.mark.parametrize(
    ("on", "status"),
    [("2022-06-01", "en-cours"), ("2023-06-30", "echu"), ("2023-07-01", "remplace")],
)
def test_a_contract_is_replaced_once_the_next_has_begun(
    root: SmallRoot, on: str, status: str
) -> None:
    directory = directory_of(root)
    assert directory.status(directory.entries["cornouaille-2018"], date.fromisoformat(on)) == status


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"etat": "en préparation", "duree": None}, "en-cours"),
        ({"duree": None}, "remplace"),
        ({"duree": "{debut: 2027, fin: 2031}"}, "en-cours"),
    ],
)
def test_only_a_signed_contract_that_has_begun_replaces(
    root: SmallRoot, change: dict[str, str | None], status: str
) -> None:
    add(root, "bretagne/suivant", precedent="cornouaille-2023", **change)
    directory = directory_of(root)
    assert directory.status(directory.entries["cornouaille-2023"], date(2026, 11, 22)) == status


def test_every_status_is_in_the_vocabulary_and_can_be_reached(root: SmallRoot) -> None:
    add(root, "bretagne/futur", duree="{debut: 2030, fin: 2034}")
    add(root, "bretagne/fini", duree="{debut: 2010, fin: 2014}")
    add(root, "bretagne/recent", duree="{debut: 2024}")
    add(root, "bretagne/sans-fin", duree="{debut: 2022}")
    add(root, "bretagne/annonce", etat="en préparation", duree=None, etat_constate="2019")
    add(root, "bretagne/ancien", duree="{debut: 2012}")
    directory = directory_of(root)
    found = {directory.status(entry, date(2026, 11, 22)) for entry in directory.entries.values()}
    assert found == set(STATUSES)


def test_94_is_corse_and_val_de_marne(root: SmallRoot) -> None:
    region(root, "corse", "Corse", "94")
    region(root, "ile-de-france", "Île-de-France", "11")
    add(root, "corse/ajaccio", territoire='{communes: ["2A004"]}')
    add(root, "ile-de-france/creteil", territoire='{communes: ["94028"]}')
    directory = directory_of(root)
    assert ids(directory.of_region("corse")) == ["ajaccio"]
    assert ids(directory.of_departement("94")) == ["creteil"]
    assert ids(directory.of_region("ile-de-france")) == ["creteil"]
    corse = directory.region_of_departement("2A")
    val_de_marne = directory.region_of_departement("94")
    assert corse is not None
    assert val_de_marne is not None
    assert (corse.slug, val_de_marne.slug) == ("corse", "ile-de-france")


def test_01_is_guadeloupe_and_ain(root: SmallRoot) -> None:
    region(root, "auvergne-rhone-alpes", "Auvergne-Rhône-Alpes", "84")
    add(root, "auvergne-rhone-alpes/bugey", territoire='{communes: ["01004"]}')
    add(root, "guadeloupe/basse-terre", territoire='{communes: ["97105"]}')
    directory = directory_of(root)
    assert ids(directory.of_region("guadeloupe")) == ["basse-terre", "saint-martin"]
    assert ids(directory.of_departement("01")) == ["bugey"]
    assert ids(directory.of_departement("971")) == ["basse-terre"]
    assert ids(directory.of_region("auvergne-rhone-alpes")) == ["bugey"]


def test_the_collectivites_belong_to_the_region_whose_ars_serves_them(root: SmallRoot) -> None:
    directory = directory_of(root)
    assert ids(directory.of_departement("978")) == ["saint-martin"]
    served = directory.region_of_departement("978")
    assert served is not None
    assert served.slug == "guadeloupe"
    assert directory.region_of_departement("75") is None
    assert directory.of_departement("75") == []


def test_a_contract_across_two_regions_is_in_both(root: SmallRoot) -> None:
    region(root, "pays-de-la-loire", "Pays de la Loire", "52")
    add(root, "bretagne/redon", territoire='{epci: ["243500741"]}')
    directory = directory_of(root)
    assert "redon" in ids(directory.of_region("bretagne"))
    assert ids(directory.of_region("pays-de-la-loire")) == ["redon"]
    assert set(directory.entries["redon"].territory.departements) == {"35", "44", "56"}


def test_a_commune_counts_once_however_many_contracts_hold_it(root: SmallRoot) -> None:
    add(root, "bretagne/ville-de-quimper", territoire='{communes: ["29232"]}')
    directory = directory_of(root)
    city, agglomeration = (
        directory.entries["ville-de-quimper"],
        directory.entries["cornouaille-2023"],
    )
    both = directory.coverage([city, agglomeration, city])
    assert both == directory.coverage([agglomeration])
    assert len(both.communes) == 15
    assert directory.coverage([city]).population == 64_385
    assert directory.coverage([]).population == 0


def test_coverage_and_people_of_some_departements_only(root: SmallRoot) -> None:
    add(root, "bretagne/redon", territoire='{epci: ["243500741"]}')
    directory = directory_of(root)
    redon = [directory.entries["redon"]]
    parts = [directory.coverage(redon, {code}) for code in ("35", "44", "56")]
    assert sum(part.population for part in parts) == directory.coverage(redon).population
    assert directory.coverage(redon, {"29"}).communes == frozenset()
    assert directory.everyone({"978"}).population == 31_160
    assert len(directory.everyone({"35"}).communes) > len(parts[0].communes)


def test_the_chain_runs_from_the_oldest_to_the_newest(root: SmallRoot) -> None:
    add(root, "bretagne/suivant", precedent="cornouaille-2023", duree="{debut: 2029, fin: 2033}")
    directory = directory_of(root)
    chain = ["cornouaille-2018", "cornouaille-2023", "suivant"]
    for id_ in chain:
        assert ids(directory.chain(directory.entries[id_])) == chain
    assert ids(directory.chain(directory.entries["saint-martin"])) == ["saint-martin"]


def test_a_contract_may_have_two_successors(root: SmallRoot) -> None:
    for name, year in (("est", 2031), ("ouest", 2029)):
        duration = f"{{debut: {year}, fin: {year + 4}}}"
        add(root, f"bretagne/{name}", precedent="cornouaille-2023", duree=duration)
    directory = directory_of(root)
    assert directory.entries["cornouaille-2023"].successors == ("ouest", "est")
    chain = ids(directory.chain(directory.entries["cornouaille-2018"]))
    assert chain == ["cornouaille-2018", "cornouaille-2023", "ouest", "est"]


def test_contracts_by_national_axis(root: SmallRoot) -> None:
    directory = directory_of(root)
    assert ids(directory.of_axis("prevention-promotion")) == ["cornouaille-2023"]
    assert directory.of_axis("gouvernance") == []


def test_the_perimeter_is_where_the_communes_are(root: SmallRoot) -> None:
    directory = directory_of(root)
    west, south, east, north = directory.geometry(directory.entries["cornouaille-2023"]).bounds
    assert -4.5 < west < east < -3.5
    assert 47.7 < south < north < 48.3

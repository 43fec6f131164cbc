from __future__ import annotations

from datetime import date

import icalendar
import pytest

from generator.directory.deadlines import ending_soon, followers, months_after, whole_months
from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.deadlines.calendars import calendar_sets
from generator.site.shell import addresses
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.set_files import made
from tests.site_pages import page_at
from tests.small_root import SmallRoot, contract_text

ON = date(2026, 11, 22)


def edition(root: SmallRoot, site_url: str = "") -> Edition:
    directory = Directory(root.load(), load_reference(), load_shapes())
    return Edition(directory, ON, "https://forge.example/cls", site_url)


def write(root: SmallRoot, name: str, **values: str | None) -> None:
    root.write(f"contracts/bretagne/{name}.yml", contract_text(**values))


def section(page: str, anchor: str) -> str:
    """The part of the page under the heading that has this anchor."""
    rest = page.split(f"{{ #{anchor} }}\n", 1)[1]
    return rest.split("\n## ", 1)[0].split("\n### ", 1)[0]


@pytest.mark.parametrize(
    ("end", "place"),
    [
        ("2026-11-22", 0),
        ("2026", 0),
        ("2027-05-22", 0),
        ("2027-05-23", 1),
        ("2027-05", 1),
        ("2027-11-22", 1),
        ("2027", 2),
        ("2028-11-22", 2),
        ("2028-11", None),
        ("2028", None),
        ("2026-11-21", None),
    ],
)
def test_a_partial_end_counts_to_its_last_day(root: SmallRoot, end: str, place: int | None) -> None:
    write(root, "quimper", duree=f"{{debut: 2024, fin: {end}}}")
    found = edition(root)
    lists = ending_soon(found.directory.entries.values(), found.statuses, ON)
    places = [index for index, entries in enumerate(lists) if "quimper" in {e.id for e in entries}]
    assert places == ([] if place is None else [place])


def test_months_end_with_the_month() -> None:
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 31), 12) == date(2027, 12, 31)
    assert whole_months(date(2025, 11, 22), ON) == 12
    assert whole_months(date(2025, 11, 23), ON) == 11


def test_page_lists_each_contract_where_it_belongs(root: SmallRoot) -> None:
    write(root, "bientot", nom="CLS qui finit", duree="{debut: 2024, fin: 2026}")
    brest = '{communes: ["29019"]}'
    write(root, "fini", nom="CLS fini", duree="{debut: 2020, fin: 2024}", territoire=brest)
    write(root, "ancien", nom="CLS ancien", duree="{debut: 2014}")
    write(root, "recent", nom="CLS récent", duree="{signature: 2024}")
    write(root, "sans-fin", nom="CLS sans fin", duree="{signature: 2022}")
    write(
        root, "perdu", nom="CLS perdu", etat="en préparation", duree=None, etat_constate="2019-05"
    )
    page = page_at(edition(root), addresses.DEADLINES)
    for anchor, id_ in [
        ("fin-6-mois", "bientot"),
        ("echus", "fini"),
        ("vraisemblablement-echus", "ancien"),
        ("vraisemblablement-en-cours", "recent"),
        ("echeance-inconnue", "sans-fin"),
        ("suite-inconnue", "perdu"),
        ("en-preparation", "saint-martin"),
    ]:
        assert f'href="../contrats/{id_}/"' in section(page, anchor)
        assert page.count(f'href="../contrats/{id_}/"') == 1
    assert "2024-12-31" not in page
    assert "au moins 1\u00a0an" in section(page, "echus")
    assert 'href="../donnees/echeances.ics"' in section(page, "calendriers")
    assert 'href="../donnees/echeances-bretagne.ics"' in section(page, "calendriers")
    assert "echeances-guadeloupe" not in page


def test_empty_lists_say_so(root: SmallRoot) -> None:
    page = page_at(edition(root), addresses.DEADLINES)
    assert "Aucun contrat recensé ne finit dans ce délai." in section(page, "fin-6-mois")
    assert "Aucun contrat recensé n’est dans ce cas." in section(page, "echus")


def test_contract_on_two_regions_is_under_both_and_counts_once(root: SmallRoot) -> None:
    write(
        root,
        "loin",
        territoire='{communes: ["29232", "97801"]}',
        duree="{debut: 2020, fin: 2024}",
    )
    page = section(page_at(edition(root), addresses.DEADLINES), "echus")
    assert page.count('href="../contrats/loin/"') == 2
    assert "1\u00a0contrat est arrivé" in page


def test_successor_in_preparation_is_named(root: SmallRoot) -> None:
    write(root, "fini", duree="{debut: 2020, fin: 2024}")
    write(
        root,
        "suite",
        nom="CLS suivant",
        etat="en préparation",
        duree=None,
        precedent="fini",
        etat_constate="2026-09",
    )
    found = edition(root)
    known = followers(found.directory, found.statuses, found.directory.entries["fini"])
    assert [(follower.entry.id, follower.shared) for follower in known] == [("suite", None)]
    row = section(page_at(found, addresses.DEADLINES), "echus")
    # The name tells it already.
    assert '<a href="../contrats/suite/">CLS suivant, en préparation en 2026</a></td>' in row


def test_contract_in_force_on_the_same_ground_is_named(root: SmallRoot) -> None:
    write(root, "fini", duree="{debut: 2020, fin: 2024}", territoire='{communes: ["29232"]}')
    page = section(page_at(edition(root), addresses.DEADLINES), "echus")
    assert '<a href="../contrats/cornouaille-2023/">' in page
    assert "en cours sur les mêmes communes" in page
    assert "vraisemblablement" not in page


def test_contract_most_likely_in_force_on_the_same_ground_is_named_as_such(root: SmallRoot) -> None:
    brest = '{communes: ["29019"]}'
    write(root, "fini", duree="{debut: 2020, fin: 2024}", territoire=brest)
    write(root, "recent", nom="CLS récent", duree="{signature: 2025}", territoire=brest)
    page = section(page_at(edition(root), addresses.DEADLINES), "echus")
    assert ">CLS récent</a>, vraisemblablement en cours sur les mêmes communes" in page


def test_feeds(root: SmallRoot) -> None:
    files = made(calendar_sets(edition(root, "https://cls.example/")))
    assert list(files) == ["donnees/echeances.ics", "donnees/echeances-bretagne.ics"]
    # Replaced: no more; in preparation: not yet.
    (event,) = icalendar.Calendar.from_ical(files["donnees/echeances.ics"]).events
    assert event.start == date(2028, 12, 31)
    assert str(event["SUMMARY"]) == (
        "CLS de Cornouaille, 2023-2028\u00a0: fin en 2028, jour non renseigné"
    )
    assert str(event["URL"]) == "https://cls.example/contrats/cornouaille-2023/"
    assert made(calendar_sets(edition(root, "https://cls.example/"))) == files


def test_exact_end_is_said_to_the_day(root: SmallRoot) -> None:
    write(root, "quimper", nom="CLS de Quimper", duree="{debut: 2024, fin: 2027-07-01}")
    data = made(calendar_sets(edition(root)))["donnees/echeances.ics"]
    (event, _) = icalendar.Calendar.from_ical(data).events
    assert str(event["SUMMARY"]) == "CLS de Quimper\u00a0: fin le 1er\u00a0juillet\u00a02027"
    assert "URL" not in event

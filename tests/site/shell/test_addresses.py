import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.shell import addresses
from generator.territories.reference import load_reference

pages = st.lists(
    st.sampled_from(["contrats", "regions", "bretagne", "axes", "a", "b-2"]), max_size=4
).map(lambda parts: "".join(f"{part}/" for part in parts))


def follow(origin: str, link: str) -> str:
    """Where a browser goes from the page at `origin`."""
    place = origin.split("/")[:-1]
    for step in link.rstrip("/").split("/"):
        if step == "..":
            place.pop()
        elif step != ".":
            place.append(step)
    return "".join(f"{step}/" for step in place)


@given(pages, pages)
def test_a_relative_address_leads_there_from_anywhere(address: str, origin: str) -> None:
    link = addresses.relative(address, origin)
    assert not link.startswith("/")
    assert link.endswith("/")
    assert follow(origin, link) == address


@pytest.mark.parametrize(
    ("address", "origin", "link"),
    [
        ("contrats/quimper/", "", "contrats/quimper/"),
        ("", "contrats/quimper/", "../../"),
        ("regions/bretagne/", "contrats/quimper/", "../../regions/bretagne/"),
        ("comprendre/etapes/#etats", "contrats/", "../comprendre/etapes/#etats"),
        ("assets/donnees/carte/x.json", "carte/", "../assets/donnees/carte/x.json"),
        ("carte/", "carte/", "./"),
    ],
)
def test_relative_addresses(address: str, origin: str, link: str) -> None:
    assert addresses.relative(address, origin) == link


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("", "index.md"),
        ("contrats/", "contrats/index.md"),
        ("contrats/quimper-2023/", "contrats/quimper-2023/index.md"),
        ("comprendre/", "comprendre/index.md"),
        ("comprendre/axes/", "comprendre/axes.md"),
        ("contribuer/fichier/", "contribuer/fichier.md"),
    ],
)
def test_the_markdown_file_of_a_page(address: str, source: str) -> None:
    assert addresses.source_of(address) == source


@pytest.mark.parametrize(
    ("address", "origin", "link"),
    [
        ("contrats/quimper/", "", "contrats/quimper/index.md"),
        ("", "contrats/quimper/", "../../index.md"),
        ("comprendre/etapes/#etats", "contrats/", "../comprendre/etapes.md#etats"),
        ("contrats/", "comprendre/axes/", "../contrats/index.md"),
    ],
)
def test_links_between_markdown_files(address: str, origin: str, link: str) -> None:
    assert addresses.relative_source(address, origin) == link


def test_addresses_of_places_drop_accents_and_keep_codes() -> None:
    departements = load_reference().departements
    assert addresses.departement(departements["29"]) == "departements/29-finistere/"
    assert addresses.departement(departements["2A"]) == "departements/2a-corse-du-sud/"
    assert addresses.departement(departements["22"]) == "departements/22-cotes-d-armor/"
    assert addresses.departement(departements["974"]) == "departements/974-la-reunion/"
    everyone = {addresses.departement(value) for value in departements.values()}
    assert len(everyone) == 101


def test_addresses_published_once_and_for_all() -> None:
    assert addresses.contract("cornouaille-2023") == "contrats/cornouaille-2023/"
    assert addresses.region("bretagne") == "regions/bretagne/"
    assert addresses.axis("acces-aux-soins") == "axes/acces-aux-soins/"
    assert (addresses.HOME, addresses.MAP) == ("", "carte/")

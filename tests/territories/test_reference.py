import subprocess
import sys
from collections import Counter

import pytest

from generator.territories.reference import Reference, load_reference


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_counts_are_those_of_the_cog_2026(reference: Reference) -> None:
    assert sum(c.region is not None for c in reference.communes.values()) == 34_875
    assert len(reference.departements) == 101
    assert len(reference.regions) == 18
    assert len(reference.former) == 4_240
    assert Counter(epci.kind for epci in reference.epcis.values())["EPT"] == 11


def test_quimper(reference: Reference) -> None:
    quimper = reference.communes["29232"]
    assert quimper.name == "Quimper"
    assert quimper.postal_codes == ("29000",)
    assert (quimper.departement, quimper.region) == ("29", "53")
    assert quimper.population is not None
    assert 60_000 < quimper.population < 70_000
    assert quimper.epci == "200068120"
    epci = reference.epcis["200068120"]
    assert epci.name == "Communauté d'agglomération Quimper Bretagne Occidentale"
    assert "29232" in epci.communes


def test_a_commune_of_the_grand_paris_has_an_ept(reference: Reference) -> None:
    saint_denis = reference.communes["93066"]
    assert saint_denis.ept == "200057867"
    assert reference.epcis["200057867"].label == "Établissement public territorial Plaine Commune"
    assert reference.communes["75056"].ept is None


def test_every_membership_goes_both_ways(reference: Reference) -> None:
    for siren, epci in reference.epcis.items():
        assert epci.communes
        for code in epci.communes:
            commune = reference.communes[code]
            assert siren == (commune.ept if epci.kind == "EPT" else commune.epci)


def test_only_four_islands_have_no_epci(reference: Reference) -> None:
    alone = {c.name for c in reference.communes.values() if c.region and c.epci is None}
    assert alone == {"Île-de-Bréhat", "Île-de-Sein", "Ouessant", "L'Île-d'Yeu"}


def test_saint_martin_is_told_apart(reference: Reference) -> None:
    saint_martin = reference.communes["97801"]
    assert (saint_martin.departement, saint_martin.region) == ("978", None)
    assert "978" not in reference.departements
    assert reference.collectivites["978"].within == "à Saint-Martin"


def test_former_codes_lead_to_present_communes(reference: Reference) -> None:
    assert all(former.successor in reference.communes for former in reference.former.values())
    assert not set(reference.former) & set(reference.communes)
    pierrefitte = reference.former["93059"]
    assert (pierrefitte.name, pierrefitte.successor) == ("Pierrefitte-sur-Seine", "93066")


def codes(communes: object) -> list[str]:
    assert isinstance(communes, list | tuple)
    return [commune.code for commune in communes]


def test_an_arrondissement_s_postal_code_finds_the_city(reference: Reference) -> None:
    assert codes(reference.by_postal_code("69003")) == ["69123"]
    assert codes(reference.by_postal_code("75116")) == ["75056"]
    assert codes(reference.by_postal_code("13 008")) == ["13055"]


def test_a_postal_code_serves_several_communes(reference: Reference) -> None:
    found = reference.by_postal_code("01400")
    assert "01001" in codes(found)
    people = [commune.population or 0 for commune in found]
    assert people == sorted(people, reverse=True)
    assert reference.by_postal_code("99999") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("quimper", "29232"),
        ("ST MALO", "35288"),
        ("Le Mans", "72181"),
        ("mans", "72181"),
        ("L’Haÿ les Roses", "94038"),
        ("Évry Courcouronnes", "91228"),
    ],
)
def test_names_are_found_however_written(reference: Reference, name: str, code: str) -> None:
    assert code in codes(reference.by_name(name))


def test_homonyms_come_most_populous_first(reference: Reference) -> None:
    found = codes(reference.by_name("saint denis"))
    assert found[:2] == ["97411", "93066"]
    assert len(found) > 2


def test_no_name_bears_a_stray_space(reference: Reference) -> None:
    names = [commune.name for commune in reference.communes.values()]
    names += [epci.name for epci in reference.epcis.values()]
    assert [name for name in names if name != " ".join(name.split())] == []


def test_names_load_without_the_geometry_library() -> None:
    script = (
        "import sys; from generator.territories.reference import load_reference;"
        "load_reference(); sys.exit('shapely' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_columns_say_what_the_communes_say(reference: Reference) -> None:
    communes = reference.communes.values()
    assert reference.people == {c.code: c.population or 0 for c in communes}
    assert reference.names == {c.code: c.name for c in communes}
    assert {
        (code, place) for place, codes in reference.codes_by_departement.items() for code in codes
    } == {(c.code, c.departement) for c in communes}

import pytest

from generator.territories.reference import Reference, load_reference
from generator.territories.territory import UnknownCodeError, resolve


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_an_epci_and_a_commune_inside_it_count_once(reference: Reference) -> None:
    alone = resolve(reference, ["200068120"], [])
    again = resolve(reference, ["200068120"], ["29232", "29232"])
    assert again == alone
    assert alone.communes == reference.epcis["200068120"].communes
    assert alone.population == sum(reference.communes[c].population or 0 for c in alone.communes)


def test_places_come_by_people_covered(reference: Reference) -> None:
    territory = resolve(reference, [], ["75056", "29232", "59350"])
    assert territory.departements == ("75", "59", "29")
    assert territory.regions == ("11", "32", "53")


def test_saint_martin_has_no_region(reference: Reference) -> None:
    territory = resolve(reference, [], ["97801"])
    assert territory.departements == ("978",)
    assert territory.regions == ()


def test_an_unknown_code_is_named(reference: Reference) -> None:
    with pytest.raises(UnknownCodeError, match="unknown commune code: '99999'"):
        resolve(reference, [], ["99999"])
    with pytest.raises(UnknownCodeError, match="unknown EPCI code: '123456789'"):
        resolve(reference, ["123456789"], [])

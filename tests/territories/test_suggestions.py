import pytest

from generator.territories.reference import Reference, load_reference
from generator.territories.suggestions import MOST, suggest_communes, suggest_epcis


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("29322", "29232"),  # two digits swapped
        ("29233 ", "29233"),
        ("29000", "29232"),  # a postal code
        ("1001", "01001"),  # the leading zero lost, as spreadsheets do
        ("93059", "93066"),  # merged
        ("69383", "69123"),  # an arrondissement
        ("Quimpr", "29232"),
        ("Ville de Quimper", "29232"),
        ("Evry", "91228"),
    ],
)
def test_a_wrong_commune_code_gets_a_proposal(reference: Reference, wrong: str, meant: str) -> None:
    assert meant in [commune.code for commune in suggest_communes(reference, wrong)]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("200068102", "200068120"),
        ("20006812", "200068120"),
        ("200 068 120", "200068120"),
        ("Quimper Bretagne Occidental", "200068120"),
        ("CA quimper", "200068120"),
        ("plaine commune", "200057867"),
    ],
)
def test_a_wrong_siren_gets_a_proposal(reference: Reference, wrong: str, meant: str) -> None:
    assert meant in [epci.siren for epci in suggest_epcis(reference, wrong)]


def test_proposals_keep_to_their_limit(reference: Reference) -> None:
    assert len(suggest_communes(reference, "29231")) == MOST
    assert len(suggest_epcis(reference, "200068121")) <= MOST


@pytest.mark.parametrize("text", ["", "   ", "-", "?!", "zzzzzzzzzzzz"])
def test_nonsense_gets_no_proposal(reference: Reference, text: str) -> None:
    assert suggest_communes(reference, text) == []
    assert suggest_epcis(reference, text) == []

"""The irregularities that a contract may have, and what is refused."""

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.contract import Contract

CONTRACT: dict[str, Any] = {
    "nom": "Contrat local de santé de Cornouaille",
    "etat": "signé",
    "territoire": {"epci": ["200068120"]},
    "porteur": "Quimper Cornouaille Développement",
    "sources": [{"titre": "Quimper", "url": "https://www.quimper.bzh/cls"}],
}


def contract(**changes: Any) -> Contract:
    return Contract.model_validate({**CONTRACT, **changes})


def refusals(**changes: Any) -> list[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as caught:
        contract(**changes)
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


def test_the_format_whole() -> None:
    full = contract(
        rang="1",
        etat_constate="2024-09",
        precedent="pays-de-cornouaille-2018",
        territoire={
            "epci": ["200068120"],
            "communes": ["29155"],
            "precision": "quartiers prioritaires surtout",
        },
        duree={"signature": "2023-07-12", "debut": "2023-07", "fin": "2028", "annees": "5"},
        avenants=[{"date": "2019-06", "fin": "2020", "objet": "prolongation de deux ans"}],
        effectifs={"signataires": "25", "axes": "4", "actions": "21", "communes": "59"},
        signataires=[{"nom": "ARS Bretagne", "type": "ars"}],
        partenaires=[{"nom": "CPTS du Cap", "type": "cpts"}],
        enjeux=["part des plus de 75 ans supérieure à la moyenne régionale"],
        axes=[
            {
                "titre": "Promouvoir la santé à tous les âges",
                "rattachement": ["prevention-promotion", "gouvernance"],
                "actions": [
                    {
                        "titre": "Sport",
                        "themes": ["addictions"],
                        "publics": ["jeunes"],
                        "pilote": "Ville",
                    }
                ],
            }
        ],
        actions=[{"titre": "Action sans axe"}],
        clsm="true",
        articulations=["CPTS", "PTSM"],
        contact={"service": "Santé", "url": "https://www.quimper.bzh/sante"},
        documents=[{"titre": "Contrat signé", "url": "https://www.quimper.bzh/cls.pdf"}],
        a_verifier=["duree.fin"],
        note="Le nombre de signataires diffère selon les sources.",
    )
    assert full.rank == 1
    assert full.clsm is True
    assert full.duration.years == 5
    assert str(full.state_seen) == "2024-09"
    assert full.totals.communes == 59
    assert full.national_axes() == {"prevention-promotion", "gouvernance"}
    assert [(axis and axis.title, action.title) for axis, action in full.actions()] == [
        ("Promouvoir la santé à tous les âges", "Sport"),
        (None, "Action sans axe"),
    ]


@pytest.mark.parametrize(
    "irregularity",
    [
        pytest.param({"duree": {}}, id="no date at all"),
        pytest.param({"duree": {"signature": "2023-07", "debut": "2023-01"}}, id="signed late"),
        pytest.param({"duree": {"deliberation": "2023-06-29"}}, id="voted, perhaps not signed"),
        pytest.param({"duree": {"debut": "2023", "annees": "1"}}, id="one year"),
        pytest.param({"duree": {"debut": "2013", "fin": "2020"}}, id="eight years"),
        pytest.param({"duree": {"fin": "2020"}}, id="an end alone"),
        pytest.param({"avenants": [{"fin": "2020"}, {"objet": "nouvel axe"}]}, id="avenants"),
        pytest.param({"territoire": {"epci": ["243500741"]}}, id="across two régions"),
        pytest.param({"territoire": {"communes": ["2A004", "01004"]}}, id="Corse, leading zero"),
        pytest.param({"porteur": "Ville de Brest et Brest Métropole"}, id="several carriers"),
        pytest.param({"etat": "en préparation", "etape": "signature prévue"}, id="in preparation"),
        pytest.param({"effectifs": {"actions": "0"}}, id="a total of zero"),
        pytest.param({"clsm": "false"}, id="no CLSM"),
    ],
)
def test_real_contracts_are_irregular(irregularity: dict[str, Any]) -> None:
    irregular = contract(**irregularity)
    again = Contract.model_validate(irregular.model_dump(by_alias=True, exclude_none=True))
    assert again == irregular


@pytest.mark.parametrize(
    ("change", "kind", "place"),
    [
        ({"tiret": "x"}, "extra_forbidden", ("tiret",)),
        ({"nom": ""}, "vide", ("nom",)),
        ({"nom": " \n "}, "vide", ("nom",)),
        ({"nom": ["Quimper"]}, "string_type", ("nom",)),
        ({"nom": "x" * 2001}, "trop_long", ("nom",)),
        ({"porteur": "Quimper\x07"}, "caractere", ("porteur",)),
        ({"porteur": "Quimper\ue000"}, "caractere", ("porteur",)),
        ({"etat": "signe"}, "vocabulaire", ("etat",)),
        ({"etat": "en-préparation"}, "vocabulaire", ("etat",)),
        ({"rang": "0"}, "greater_than_equal", ("rang",)),
        ({"rang": "deux"}, "int_type", ("rang",)),
        ({"rang": "1.5"}, "int_type", ("rang",)),
        ({"rang": "²"}, "int_type", ("rang",)),
        ({"duree": {"annees": "21"}}, "less_than_equal", ("duree", "annees")),
        ({"duree": {"fin": "12/07/2023"}}, "date", ("duree", "fin")),
        ({"clsm": "oui"}, "booleen", ("clsm",)),
        ({"precedent": "Cornouaille 2018"}, "identifiant", ("precedent",)),
        ({"territoire": {"communes": ["2923"]}}, "code_commune", ("territoire", "communes", 0)),
        ({"territoire": {"communes": ["2C004"]}}, "code_commune", ("territoire", "communes", 0)),
        ({"territoire": {"epci": ["20006812"]}}, "siren", ("territoire", "epci", 0)),
        ({"signataires": [{"nom": "ARS"}]}, "missing", ("signataires", 0, "type")),
        ({"sources": []}, "too_short", ("sources",)),
        ({"contact": {"url": "www.quimper.bzh"}}, "url", ("contact", "url")),
    ],
)
def test_refusals(change: dict[str, Any], kind: str, place: tuple[int | str, ...]) -> None:
    assert refusals(**change) == [(kind, place)]


@pytest.mark.parametrize("key", sorted(CONTRACT))
def test_required_keys(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Contract.model_validate({name: value for name, value in CONTRACT.items() if name != key})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
        ("missing", (key,))
    ]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://exemple.fr/cls",
        "//exemple.fr",
        "https://",
        "https://localhost/cls",
        "https://jean:secret@exemple.fr/",
        "https://exemple.fr/a b",
        'https://exemple.fr/"onclick="x',
        "https://exemple.fr/<script>",
        "https://[::1",
        "https://exemple.fr:0/",
        "https://exemple.fr/`x`",
    ],
)
def test_addresses_that_no_page_may_link_to(url: str) -> None:
    assert refusals(documents=[{"titre": "Contrat", "url": url}]) == [
        ("url", ("documents", 0, "url"))
    ]


def test_white_space_is_folded_to_one_line() -> None:
    assert contract(nom="  Contrat \n local\u00a0 de\tsanté ").name == "Contrat local de santé"


def test_a_contract_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(contract(), "name", "Autre")  # noqa: B010 - mypy refuses the plain assignment

from __future__ import annotations

import pytest

from generator.directory.carrier import (
    CARRIER_KINDS,
    SEVERAL,
    UNKNOWN,
    carrier_inference,
    carrier_kind,
)
from generator.model.contract import Contract
from generator.territories.reference import load_reference

NO_CLUE = {
    "Plaine Commune",
    "Est Ensemble",
    "Paris Est Marne et Bois",
    "Vallée Sud-Grand Paris",
    "Paris Ouest La Défense",
    "Boucle Nord de Seine",
    "Paris Terres d'Envol",
    "Creuse Sud Ouest",
    "Creuse Confluence",
    "Aubrac Lot Causses Tarn",
    "Tours Métropole Val de Loire",
}
"""EPCI whose name says nothing that the rules know."""


def contract(carrier: str, **lists: list[dict[str, str]]) -> Contract:
    return Contract.model_validate(
        {
            "nom": "Contrat local de santé",
            "etat": "signé",
            "territoire": {"epci": ["200068120"]},
            "porteur": carrier,
            "sources": [{"titre": "Page", "url": "https://example.fr/"}],
            **lists,
        }
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ville d'Annonay", "commune"),
        ("Villes d'Évry et de Courcouronnes", "commune"),
        ("Ville de Colomiers (centre communal d'action sociale et de la santé)", "commune"),
        ("Centre communal d'action sociale des Mureaux", "ccas"),
        ("CIAS des Pays de L'Aigle et de La Marche", "ccas"),
        ("Communauté d'agglomération du Pays de Martigues", "epci"),
        ("Communautés de communes du Haut-Béarn et de la Vallée d'Ossau", "epci"),
        ("Agglo du Pays de Dreux", "epci"),
        ("Saint-Nazaire Agglo (CARENE)", "epci"),
        ("Le Grand Narbonne, communauté d'agglomération", "epci"),
        ("PETR du Pays Avallonnais", "petr"),
        ("Pôle d’équilibre territorial et rural Auxois Morvan", "petr"),
        ("Pays Médoc", "petr"),
        ("Syndicat mixte du Pays Vendômois", "syndicat-mixte"),
        ("Pôle métropolitain Nord Franche-Comté", "autre-collectivite"),
        ("Association Les îles du Ponant", "association"),
        ("Rennes Métropole et Ville de Rennes", SEVERAL),
        ("Ville et Eurométropole de Strasbourg", SEVERAL),
        ("Plateforme Santé Douaisis", UNKNOWN),
        ("Agence d'urbanisme de la métropole brestoise", UNKNOWN),
    ],
)
def test_name_says_the_kind(name: str, kind: str) -> None:
    assert carrier_inference(contract(name)) == (kind, False)


def test_type_of_the_signatory_of_that_name_comes_first() -> None:
    signed = contract("Pays Voironnais", signataires=[{"nom": "pays voironnais", "type": "epci"}])
    assert carrier_inference(signed) == ("epci", True)


def test_signatory_decides_against_partner() -> None:
    both = contract(
        "SYDEL du Pays Cœur d'Hérault",
        partenaires=[{"nom": "SYDEL du Pays Coeur d'Hérault", "type": "autre"}],
        signataires=[{"nom": "SYDEL du Pays Cœur d’Hérault", "type": "syndicat-mixte"}],
    )
    assert carrier_kind(both) == "syndicat-mixte"


def test_part_of_the_name_may_be_a_signatory() -> None:
    by_part = contract(
        "Pays Voironnais, par son CIAS", signataires=[{"nom": "Pays Voironnais", "type": "epci"}]
    )
    assert carrier_inference(by_part) == ("epci", False)


def test_every_city_and_epci_of_france_is_told_apart() -> None:
    reference = load_reference()
    # One commune in seven is enough: the whole list takes four seconds.
    sample = list(reference.communes.values())[::7]
    cities = {carrier_kind(contract(f"Ville de {commune.name}")) for commune in sample}
    assert cities == {"commune"}
    wrong = {
        epci.name
        for epci in reference.epcis.values()
        if carrier_kind(contract(epci.name)) != "epci"
    }
    assert wrong == NO_CLUE


def test_every_answer_has_a_label() -> None:
    assert {SEVERAL, UNKNOWN, "commune", "epci", "petr"} <= set(CARRIER_KINDS)

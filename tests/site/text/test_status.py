"""Every sentence that a status and dates make, to be read as a citizen would: each is true on the day given."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from generator.directory.directory import Entry
from generator.directory.status import status_on
from generator.model.contract import Contract
from generator.model.period import period_of
from generator.model.vocabulary import STATUSES
from generator.site.text.status import after_badge, dates, sentence
from generator.territories.reference import load_reference
from generator.territories.territory import resolve

ON = date(2026, 11, 24)

SIGNED = {
    # An end is known, by itself, by a length, by an avenant.
    "duree: {debut: 2023, fin: 2028}": "En cours jusqu’en 2028",
    "duree: {debut: 2023-07, fin: 2028-06}": "En cours jusqu’à juin 2028",
    "duree: {debut: 2023-07-12, fin: 2028-07-11}": "En cours jusqu’au 11 juillet 2028",
    "duree: {fin: 2026}": "En cours jusqu’en 2026",
    "duree: {debut: 2023, annees: 5}": "En cours jusqu’en 2027",
    "duree: {signature: 2023-07-12, annees: 5}": "En cours jusqu’au 11 juillet 2028",
    "duree: {signature: 2023-07, annees: 5}": "En cours jusqu’à juillet 2028",
    "duree: {debut: 2019, fin: 2023}\navenants: [{fin: 2027-06}]": "En cours jusqu’à juin 2027",
    "duree: {signature: 2020}\navenants: [{date: 2024, fin: 2026-12-31}]": "En cours jusqu’au 31 décembre 2026",
    "duree: {debut: 2017, fin: 2021}": "Échu depuis 2021",
    "duree: {debut: 2017-09, fin: 2021-08}": "Échu depuis août 2021",
    "duree: {debut: 2017-09-01, fin: 2021-08-31}": "Échu depuis le 31 août 2021",
    "duree: {debut: 2020-10-01, fin: 2022-10-01}": "Échu depuis le 1er octobre 2022",
    "duree: {fin: 2021}": "Échu depuis 2021",
    "duree: {signature: 2015-07-06, annees: 3}": "Échu depuis le 5 juillet 2018",
    "duree: {debut: 2015, fin: 2018}\navenants: [{date: 2018-10, fin: 2020}]": "Échu depuis 2020",
    "duree: {debut: 2027, fin: 2031}": "À venir : période 2027-2031",
    "duree: {debut: 2027-04, fin: 2031}": "À venir : période d’avril 2027 à 2031",
    "duree: {debut: 2027-01-01, annees: 4}": "À venir : période du 1er janvier 2027 au 31 décembre 2030",
    "duree: {debut: 2027}": "À venir : début en 2027, fin non renseignée",
    "duree: {debut: 2026-12-01}": "À venir : début le 1er décembre 2026, fin non renseignée",
    "duree: {signature: 2026-12-15}": "À venir : signature le 15 décembre 2026, fin non renseignée",
    "duree: {signature: 2027, annees: 3}": "À venir : signature en 2027, fin en 2030",
    # No end is known, and it is less than three years old.
    "duree: {debut: 2025}": "Vraisemblablement en cours : commencé en 2025, fin non renseignée",
    "duree: {debut: 2024-07}": "Vraisemblablement en cours : commencé en juillet 2024, fin non renseignée",
    "duree: {debut: 2024-07-01}":
        "Vraisemblablement en cours : commencé le 1er juillet 2024, fin non renseignée",
    "duree: {signature: 2024}": "Vraisemblablement en cours : signé en 2024, fin non renseignée",
    "duree: {signature: 2023-12}": "Vraisemblablement en cours : signé en décembre 2023, fin non renseignée",
    "duree: {signature: 2025-12-09}":
        "Vraisemblablement en cours : signé le 9 décembre 2025, fin non renseignée",
    "duree: {signature: 2025-12-09, debut: 2025}":
        "Vraisemblablement en cours : commencé en 2025, fin non renseignée",
    "duree: {deliberation: 2025-06-29}":
        "Vraisemblablement en cours : voté le 29 juin 2025, fin non renseignée",
    "duree: {deliberation: 2025-06, annees: 5}":
        "Vraisemblablement en cours : voté en juin 2025, pour 5 ans, fin non renseignée",
    "duree: {deliberation: 2024-03, signature: 2024-05}":
        "Vraisemblablement en cours : signé en mai 2024, fin non renseignée",
    "duree: {signature: 2024}\navenants: [{date: 2025-03}]":
        "Vraisemblablement en cours : signé en 2024, fin non renseignée",
    # From three to six years old, or of no known age.
    "duree: {debut: 2021}": "Échéance inconnue : commencé en 2021, fin non renseignée",
    "duree: {signature: 2023}": "Échéance inconnue : signé en 2023, fin non renseignée",
    "duree: {signature: 2022-05-31}": "Échéance inconnue : signé le 31 mai 2022, fin non renseignée",
    "duree: {deliberation: 2022}": "Échéance inconnue : voté en 2022, fin non renseignée",
    "duree: {deliberation: 2024-06, annees: 2}":
        "Échéance inconnue : voté en juin 2024, pour 2 ans, fin non renseignée",
    "etat_constate: 2025": "Échéance inconnue : signé au plus tard en 2025, début et fin non renseignés",
    "etat_constate: 2023-07-12":
        "Échéance inconnue : signé au plus tard le 12 juillet 2023, début et fin non renseignés",
    "duree: {annees: 3}\netat_constate: 2023-08":
        "Échéance inconnue : signé au plus tard en août 2023, pour 3 ans, début et fin non renseignés",
    "duree: {annees: 1}": "Échéance inconnue : conclu pour 1 an, début et fin non renseignés",
    "duree: {annees: 5}": "Échéance inconnue : conclu pour 5 ans, début et fin non renseignés",
    "duree: {}": "Échéance inconnue : début et fin non renseignés",
    # More than six years old.
    "duree: {debut: 2015}": "Vraisemblablement échu : commencé en 2015, fin non renseignée",
    "duree: {debut: 2019-09-01}": "Vraisemblablement échu : commencé le 1er septembre 2019, fin non renseignée",
    "duree: {debut: 2019}\netat_constate: 2023-01-30":
        "Vraisemblablement échu : commencé en 2019, fin non renseignée",
    "duree: {signature: 2019-11}": "Vraisemblablement échu : signé en novembre 2019, fin non renseignée",
    "duree: {deliberation: 2018-06-28}": "Vraisemblablement échu : voté le 28 juin 2018, fin non renseignée",
    "etat_constate: 2019-12-31":
        "Vraisemblablement échu : signé au plus tard le 31 décembre 2019, début et fin non renseignés",
}  # fmt: skip
"""What is known of a signed contract that no other has followed, and the sentence on 24 November 2026."""

REPLACED = {
    "etat: signé\nduree: {debut: 2018, fin: 2022}": "Remplacé : période 2018-2022",
    "etat: signé\nduree: {debut: 2018-03-01, fin: 2023-02-28}":
        "Remplacé : période du 1er mars 2018 au 28 février 2023",
    "etat: signé\nduree: {debut: 2023, fin: 2028}": "Remplacé : période 2023-2028",
    "etat: signé\nduree: {fin: 2022}": "Remplacé : période jusqu’en 2022",
    "etat: signé\nduree: {signature: 2015, annees: 3}": "Remplacé : signé en 2015, fin en 2018",
    "etat: signé\nduree: {debut: 2018}": "Remplacé : commencé en 2018, fin non renseignée",
    "etat: signé\nduree: {signature: 2012-12}": "Remplacé : signé en décembre 2012, fin non renseignée",
    "etat: signé\netat_constate: 2019-12-31":
        "Remplacé : signé au plus tard le 31 décembre 2019, début et fin non renseignés",
    "etat: signé\nduree: {}": "Remplacé : début et fin non renseignés",
    "etat: en préparation\netat_constate: 2024-09":
        "Remplacé : en préparation en septembre 2024, d’après la source",
    "etat: en préparation\netat_constate: 2019\nduree: {debut: 2020, fin: 2024}":
        "Remplacé : en préparation en 2019, d’après la source ; période annoncée : 2020-2024",
}  # fmt: skip

UNSIGNED = {
    "etat_constate: 2025": "En préparation en 2025, d’après la source",
    "etat_constate: 2024-09": "En préparation en septembre 2024, d’après la source",
    "etat_constate: 2025-04-04": "En préparation le 4 avril 2025, d’après la source",
    "etat_constate: 2025-11\nduree: {debut: 2025, fin: 2030}":
        "En préparation en novembre 2025, d’après la source ; période annoncée : 2025-2030",
    "etat_constate: 2025-11\nduree: {debut: 2025-07, annees: 5}":
        "En préparation en novembre 2025, d’après la source ; période annoncée : de juillet 2025 à juin 2030",
    "etat_constate: 2025-12\nduree: {fin: 2028}":
        "En préparation en décembre 2025, d’après la source ; fin annoncée : 2028",
    "etat_constate: 2025-12\nduree: {debut: 2027}":
        "En préparation en décembre 2025, d’après la source ; début annoncé : 2027",
    "etat_constate: 2025-12\nduree: {annees: 5}":
        "En préparation en décembre 2025, d’après la source ; durée annoncée : 5 ans",
    "etat_constate: 2025-12\nduree: {signature: 2026-03}":
        "En préparation en décembre 2025, d’après la source ; signature annoncée : mars 2026",
    "etat_constate: 2025-12\nduree: {signature: 2026-03, fin: 2030}":
        "En préparation en décembre 2025, d’après la source ; signature annoncée : mars 2026 ; fin annoncée : 2030",
    "duree: {deliberation: 2025-06-29}": "En préparation au moment du vote, le 29 juin 2025",
    "duree: {deliberation: 2025-06}\netat_constate: 2025-09":
        "En préparation en septembre 2025, d’après la source",
    "": "En préparation d’après une source dont la date n’est pas renseignée",
    "duree: {debut: 2026, fin: 2030}":
        "En préparation d’après une source dont la date n’est pas renseignée ; période annoncée : 2026-2030",
    "etat_constate: 2013-05": "Suite inconnue : en préparation en mai 2013, d’après la source",
    "etat_constate: 2023-06-29": "Suite inconnue : en préparation le 29 juin 2023, d’après la source",
    "etat_constate: 2022": "Suite inconnue : en préparation en 2022, d’après la source",
    "etat_constate: 2014-02\nduree: {debut: 2014}":
        "Suite inconnue : en préparation en février 2014, d’après la source ; début annoncé : 2014",
    "etat_constate: 2025-01\nduree: {debut: 2021, fin: 2025}":
        "Suite inconnue : en préparation en janvier 2025, d’après la source ; période annoncée : 2021-2025",
    "duree: {debut: 2019, fin: 2022}":
        "Suite inconnue : en préparation d’après une source dont la date n’est pas renseignée"
        " ; période annoncée : 2019-2022",
    "duree: {deliberation: 2020-01-30}":
        "Suite inconnue : en préparation au moment du vote, le 30 janvier 2020",
}  # fmt: skip
"""What is known of a contract that no source says to be signed."""

BESIDE = {
    "etat: signé\nduree: {debut: 2023, fin: 2028}": "[En cours] 2023-2028",
    "etat: signé\nduree: {signature: 2023-07-12, annees: 5}":
        "[En cours] signé le 12 juillet 2023, fin le 11 juillet 2028",
    "etat: signé\nduree: {fin: 2028}": "[En cours] jusqu’en 2028",
    "etat: signé\nduree: {debut: 2017, fin: 2021}": "[Échu] 2017-2021",
    "etat: signé\nduree: {debut: 2027, fin: 2031}": "[À venir] 2027-2031",
    "etat: signé\nduree: {debut: 2025}": "[Vraisemblablement en cours] commencé en 2025, fin non renseignée",
    "etat: signé\nduree: {debut: 2015}": "[Vraisemblablement échu] commencé en 2015, fin non renseignée",
    "etat: en préparation\netat_constate: 2024-09": "[En préparation] en septembre 2024, d’après la source",
    "etat: en préparation\netat_constate: 2013": "[Suite inconnue] en préparation en 2013, d’après la source",
}  # fmt: skip
"""What lists set beside a badge."""


def entry(known: str) -> Entry:
    contract = Contract.model_validate(
        {
            "nom": "Contrat local de santé",
            "territoire": {"communes": ["29232"]},
            "porteur": "Ville",
            "sources": [{"titre": "Page", "url": "https://exemple.fr/"}],
            **(yaml.safe_load(known) or {}),
        }
    )
    territory = resolve(load_reference(), (), ("29232",))
    return Entry("quimper", "", contract, territory, period_of(contract), "bretagne", ())


def status(known: Entry, *, replaced: bool = False) -> str:
    return status_on(known.contract, known.period, ON, replaced=replaced)


def plain(text: str) -> str:
    """`text` with plain spaces, once it is sure that none may break where it must not."""
    assert " :" not in text
    assert " ;" not in text
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("known", "told"), SIGNED.items())
def test_a_signed_contract(known: str, told: str) -> None:
    found = entry(f"etat: signé\n{known}")
    assert plain(sentence(status(found), found)) == told


@pytest.mark.parametrize(("known", "told"), REPLACED.items())
def test_a_contract_that_another_has_followed(known: str, told: str) -> None:
    found = entry(known)
    assert plain(sentence(status(found, replaced=True), found)) == told


@pytest.mark.parametrize(("known", "told"), UNSIGNED.items())
def test_a_contract_that_no_source_says_to_be_signed(known: str, told: str) -> None:
    found = entry(f"etat: en préparation\n{known}")
    assert plain(sentence(status(found), found)) == told


@pytest.mark.parametrize(("known", "told"), BESIDE.items())
def test_beside_a_badge(known: str, told: str) -> None:
    found = entry(known)
    id_ = status(found)
    assert plain(f"[{STATUSES[id_].label}] {dates(id_, found)}") == told


def test_a_sentence_is_its_badge_and_what_follows_it() -> None:
    for known in SIGNED:
        found = entry(f"etat: signé\n{known}")
        id_ = status(found)
        assert sentence(id_, found).startswith(STATUSES[id_].label)
        assert sentence(id_, found).endswith(after_badge(id_, found))


def test_every_status_is_in_the_tables() -> None:
    told = [*SIGNED.values(), *REPLACED.values(), *UNSIGNED.values()]
    for term in STATUSES.values():
        assert any(text.startswith(term.label) for text in told), term.id


def test_only_a_known_end_is_said_to_be_past() -> None:
    for text in (*SIGNED.values(), *UNSIGNED.values(), *REPLACED.values()):
        assert "depuis" not in text or text.startswith("Échu depuis")

"""For each rule, and each of its severities, the least change to a sound root that breaks it."""

from __future__ import annotations

from collections.abc import Callable

from generator.source.problem import Severity
from tests.small_root import BRETAGNE, GUADELOUPE, SmallRoot, contract_text

ERROR, WARNING, TO_COMPLETE = Severity.ERROR, Severity.WARNING, Severity.TO_COMPLETE
Spoil = Callable[[SmallRoot], object]

_QUIMPER, _BREST = "contracts/bretagne/quimper-2029.yml", "contracts/bretagne/brest-2029.yml"
_ARS = "{nom: ARS Bretagne, type: ars}"


def _contract(**changes: str | None) -> Spoil:
    """One more contract, sound but for those keys."""
    return _file(_QUIMPER, contract_text(**changes))


def _file(path: str, content: str | bytes) -> Spoil:
    return lambda root: root.write(path, content)


def _region(old: str, new: str) -> Spoil:
    return _file("regions/bretagne.yml", BRETAGNE.replace(old, new))


def _source(url: str) -> Spoil:
    return _contract(sources=f'[{{titre: Quimper, url: "{url}"}}]')


def _signed_by(name: str, kind: str, more: str = "") -> Spoil:
    return _contract(signataires=f"[{{nom: {name}, type: {kind}}}{more}]")


def _link(root: SmallRoot) -> None:
    link = root.path / "contracts/bretagne/lien.yml"
    link.symlink_to(root.path / "contracts/bretagne/cornouaille-2023.yml")


def _no_folder(root: SmallRoot) -> None:
    (root.path / "regions").rename(root.path / "anciennes-regions")


def _two_of_one_name(root: SmallRoot) -> None:
    root.write(_QUIMPER, contract_text())
    root.write("contracts/guadeloupe/quimper-2029.yml", contract_text())


SPOILS: dict[tuple[str, Severity], Spoil] = {
    ("cle-inconnue", ERROR): _contract(porteurs="Ville de Quimper"),
    ("cle-repetee", ERROR): _file(_QUIMPER, contract_text(note="une") + "note: deux\n"),
    ("cle-manquante", ERROR): _contract(porteur=None),
    ("type", ERROR): _contract(signataires="ARS Bretagne"),
    ("vide", ERROR): _contract(porteur=""),
    ("nombre", ERROR): _contract(rang="0"),
    ("vocabulaire", ERROR): _contract(partenaires="[{nom: CH de Quimper, type: hôpital}]"),
    ("date", ERROR): _contract(etat_constate="12/07/2023"),
    ("url", ERROR): _contract(contact="{url: www.exemple.fr}"),
    ("yaml", ERROR): _contract(note="Santé : agir"),
    ("caractere", ERROR): _contract(note='"à\\u202egauche"'),
    ("trop-long", ERROR): _contract(note="a" * 2001),
    ("taille", ERROR): _file(_QUIMPER, "#" * 300_000),
    ("identifiant", ERROR): _file("contracts/bretagne/Quimper 2029.yml", contract_text()),
    ("encodage", ERROR): _file(_QUIMPER, contract_text(note="été").encode("latin-1", "replace")),
    ("dossier", ERROR): _file("contracts/bretagnes/quimper-2029.yml", contract_text()),
    ("place", ERROR): _file("contracts/bretagne/quimper-2029.yaml", contract_text()),
    ("lien", ERROR): _link,
    ("lecture", ERROR): _no_folder,
    ("terme-repete", ERROR): _contract(actions="[{titre: Marche, themes: [jeunes, jeunes]}]"),
    ("texte-provisoire", ERROR): _contract(porteur="À compléter"),
    ("effectifs-hors-mesure", ERROR): _contract(effectifs="{axes: 4000}"),
    ("type-organisme", ERROR): _contract(partenaires="[{nom: ARS Bretagne, type: etat}]"),
    ("adresse-locale", ERROR): _source("https://intranet.local/cls"),
    ("adresse-secrete", ERROR): _source("https://exemple.fr/cls?token=a1b2c3d4e5"),
    ("adresse-raccourcie", ERROR): _source("https://bit.ly/cls-quimper"),
    ("territoire", ERROR): _contract(territoire="{precision: centre}"),
    ("code-commune", ERROR): _contract(territoire='{communes: ["2923"]}'),
    ("siren", ERROR): _contract(territoire='{epci: ["20006812"]}'),
    ("commune-inconnue", ERROR): _contract(territoire='{communes: ["29000"]}'),
    ("epci-inconnu", ERROR): _contract(territoire='{epci: ["200068121"]}'),
    ("commune-fusionnee", ERROR): _contract(territoire='{communes: ["29052"]}'),
    ("code-repete", ERROR): _contract(territoire='{epci: ["200068120", "200068120"]}'),
    ("region", ERROR): _contract(territoire='{communes: ["97105"]}'),
    ("territoire-eclate", ERROR): _contract(territoire='{epci: ["200068120", "200054807"]}'),
    ("ars-region", ERROR): _signed_by("ARS Normandie", "ars"),
    ("region-nom", ERROR): _region("nom: Bretagne", "nom: Bretagnes"),
    ("region-inconnue", ERROR): _region('"53"', '"54"'),
    ("code-region", ERROR): _region('"53"', '"5"'),
    ("collectivite-inconnue", ERROR): _file(
        "regions/guadeloupe.yml", GUADELOUPE.replace('"978"', '"979"')
    ),
    ("code-collectivite", ERROR): _file(
        "regions/guadeloupe.yml", GUADELOUPE.replace('"978"', '"97"')
    ),
    ("fin-avant-debut", ERROR): _contract(duree="{debut: 2023, fin: 2022-12}"),
    ("date-future", ERROR): _contract(etat_constate="2031"),
    ("avant-la-loi", ERROR): _contract(duree="{debut: 2005, fin: 2009}"),
    ("annees-contredites", ERROR): _contract(duree="{debut: 2019, fin: 2023, annees: 2}"),
    ("avenant-avant-signature", ERROR): _contract(
        duree="{signature: 2023, fin: 2026}", avenants="[{date: 2021, fin: 2028}]"
    ),
    ("etape", ERROR): _contract(etape="diagnostic"),
    ("precedent", ERROR): _contract(precedent="cornouaille-2017"),
    ("precedent-ailleurs", ERROR): _contract(
        precedent="cornouaille-2018", territoire='{communes: ["29019"]}'
    ),
    ("precedent-posterieur", ERROR): _contract(
        precedent="cornouaille-2023", duree="{debut: 2019, fin: 2022}"
    ),
    ("identifiant-double", ERROR): _two_of_one_name,
    ("ancien-identifiant", ERROR): _contract(anciens_identifiants="[cornouaille-2018]"),
    ("adresse-perdue", ERROR): _file("published-addresses.txt", "contrats/quimper-preparation/\n"),
    ("a-verifier", ERROR): _contract(a_verifier="[duree.fn]"),
    ("donnee-personnelle", ERROR): _contract(porteur="Mme Durand"),
    ("adresse-personnelle", ERROR): _source("https://www.linkedin.com/in/jeanne-martin"),
    ("signataires", WARNING): _signed_by("CPAM du Finistère", "cpam"),
    ("rang", WARNING): _contract(rang="2"),
    ("duree-inhabituelle", WARNING): _contract(duree="{debut: 2029, annees: 9}"),
    ("annees-contredites", WARNING): _contract(duree="{debut: 2019-01, fin: 2023-06, annees: 4}"),
    ("signature-avant-debut", WARNING): _contract(
        duree="{signature: 2021-03, debut: 2023-01, fin: 2026}"
    ),
    ("signature-apres-debut", WARNING): _contract(
        duree="{signature: 2026-09, debut: 2025, fin: 2029}"
    ),
    ("fin-avant-signature", WARNING): _contract(duree="{signature: 2025, fin: 2023}"),
    ("date-future", WARNING): _contract(avenants="[{date: 2031, fin: 2035}]"),
    ("avenant-raccourcit", WARNING): _contract(
        duree="{debut: 2020, fin: 2024}", avenants="[{fin: 2023, objet: nouvelle action}]"
    ),
    ("chevauchement", WARNING): _contract(
        precedent="cornouaille-2023", duree="{debut: 2027, fin: 2031}"
    ),
    ("meme-territoire", WARNING): _contract(
        territoire='{epci: ["200068120"], communes: ["29155"]}'
    ),
    ("fiche-double", WARNING): _contract(
        nom="Contrat local de santé de Cornouaille", duree="{debut: 2023-07, fin: 2028}"
    ),
    ("preparation-signee", WARNING): _contract(
        etat="en préparation", duree="{signature: 2025-03, fin: 2028}"
    ),
    ("preparation-finie", WARNING): _contract(
        etat="en préparation", duree="{debut: 2020, fin: 2024}"
    ),
    ("territoire-nom", WARNING): _contract(
        porteur="Ville de Quimper", territoire='{communes: ["29019"]}'
    ),
    ("code-superflu", WARNING): _contract(
        territoire='{epci: ["200068120"], communes: ["29232"]}'
    ),
    ("organisme-repete", WARNING): _signed_by("ARS Bretagne", "ars", f", {_ARS}"),
    ("repetition", WARNING): _contract(enjeux="[vieillissement, vieillissement]"),
    ("adresse-repetee", WARNING): _contract(
        documents='[{titre: A, url: "https://exemple.fr/a"}, {titre: B, url: "https://exemple.fr/a"}]'
    ),
    ("type-organisme", WARNING): _contract(
        partenaires="[{nom: CPTS du Cap, type: association}]"
    ),
    ("ars-region", WARNING): _contract(partenaires="[{nom: ARS Normandie, type: ars}]"),
    ("territoire-eclate", WARNING): _contract(territoire='{epci: ["200068120", "200072726"]}'),
    ("effectifs", WARNING): _contract(
        effectifs="{actions: 1}", actions="[{titre: Marche}, {titre: Jardin}]"
    ),
    ("effectifs-hors-mesure", WARNING): _contract(effectifs="{communes: 60}"),
    ("a-verifier-absent", WARNING): _contract(a_verifier="[rang]"),
    ("texte-provisoire", WARNING): _contract(note="Les axes restent à compléter"),
    ("elision", WARNING): _contract(note="Signé avec la ville de Audierne"),
    ("espaces", WARNING): _contract(note="Signé  en mairie"),
    ("majuscules", WARNING): _contract(enjeux="[ACCÈS AUX SOINS]"),
    ("reseau-social", WARNING): _source("https://www.facebook.com/VilleDeQuimper"),
    ("personne-probable", WARNING): _contract(porteur="Jeanne Martin"),
    ("fin-inconnue", TO_COMPLETE): _contract(duree="{debut: 2029}"),
    ("sans-axe", TO_COMPLETE): _contract(),
    ("sans-action", TO_COMPLETE): _contract(),
    ("sans-signataire", TO_COMPLETE): _contract(),
    ("etat-non-date", TO_COMPLETE): _contract(etat="en préparation"),
    ("etat-ancien", TO_COMPLETE): _contract(etat="en préparation", etat_constate="2020-05"),
    ("mention", TO_COMPLETE): _contract(connaissance="mention"),
    ("source-unique", TO_COMPLETE): _contract(),
}  # fmt: skip

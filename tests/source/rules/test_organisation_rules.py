"""Signatories and partners: the type that their name tells, and the ARS of the territory."""

import pytest

from tests.small_root import SmallRoot, contract_text, told

CITY = "{nom: Ville de Quimper, type: commune}"

Case = tuple[dict[str, str | None], str, str, str]

WRONG: dict[str, Case] = {
    "an ARS typed association": (
        {"signataires": f"[{{nom: ARS Bretagne, type: association}}, {CITY}]"},
        "erreur", "type-organisme", "association",
    ),
    "an ARS in full, typed etat": (
        {"partenaires": "[{nom: Agence régionale de santé, type: etat}]"}, "erreur", "type-organisme", "etat",
    ),
    "an association typed ars": (
        {"signataires": f"[{{nom: Les Amis de Quimper, type: ars}}, {CITY}]"}, "erreur", "type-organisme", "ars",
    ),
    "a CPAM typed caf": (
        {"partenaires": "[{nom: CPAM du Finistère, type: caf}]"}, "avertissement", "type-organisme", "caf",
    ),
    "a préfecture typed commune": (
        {"partenaires": "[{nom: Sous-préfecture de Brest, type: commune}]"},
        "avertissement", "type-organisme", "commune",
    ),
    "a city typed prefecture": (
        {"partenaires": "[{nom: Ville de Quimper, type: prefecture}]"},
        "avertissement", "type-organisme", "prefecture",
    ),
    "the ARS of another région": (
        {"signataires": f"[{{nom: ARS Normandie, type: ars}}, {CITY}]"}, "erreur", "ars-region", "ARS Normandie",
    ),
    "the ARS of a former région elsewhere": (
        {"signataires": f"[{{nom: ARS Rhône-Alpes, type: ars}}, {CITY}]"}, "erreur", "ars-region", "ARS Rhône-Alpes",
    ),
    "the ARS of another région beside its own": (
        {"signataires": "[{nom: ARS Bretagne, type: ars}, {nom: ARS Pays de la Loire, type: ars}]"},
        "avertissement", "ars-region", "ARS Pays de la Loire",
    ),
    "the ARS of another région as a partner": (
        {"partenaires": "[{nom: ARS Corse, type: ars}]"}, "avertissement", "ars-region", "ARS Corse",
    ),
}  # fmt: skip

RIGHT: dict[str, dict[str, str | None]] = {
    "its own ARS": {"signataires": f"[{{nom: ARS Bretagne, type: ars}}, {CITY}]"},
    "no région named": {"signataires": f"[{{nom: l'ARS, type: ars}}, {CITY}]"},
    "in full": {"signataires": f"[{{nom: Agence régionale de santé de Bretagne, type: ars}}, {CITY}]"},
    "a délégation": {
        "signataires": f"[{{nom: Délégation départementale du Finistère de l'ARS, type: ars}}, {CITY}]"
    },
    "two régions, two ARS": {
        "territoire": '{epci: ["243500741"]}',
        "signataires": "[{nom: ARS Bretagne, type: ars}, {nom: ARS Pays de la Loire, type: ars}]",
    },
    "a commune called Ars": {"partenaires": "[{nom: Ars-en-Ré, type: commune}]"},
    "words that begin alike": {
        "partenaires": "[{nom: Café des aidants, type: association}, {nom: Arsène, type: association}]"
    },
    "the medical order": {
        "partenaires": "[{nom: Conseil départemental de l'ordre des médecins, type: ordre-professionnel}]"
    },
    "the State by its préfecture": {"partenaires": "[{nom: État (préfecture du Finistère), type: prefecture}]"},
    "the health insurance": {"partenaires": "[{nom: Assurance maladie, type: cpam}]"},
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_wrong_organisations(root: SmallRoot, case: Case) -> None:
    changes, *expected = case
    problems = root.check(contract_text(**changes))
    assert told(problems) == [tuple(expected)]
    assert all(problem.expected and problem.proposal for problem in problems)


@pytest.mark.parametrize("changes", RIGHT.values(), ids=RIGHT)
def test_organisations_that_may_be(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert root.check(contract_text(**changes)) == []


@pytest.mark.parametrize(
    ("name", "folder", "territory"),
    [
        ("ARS Guadeloupe, Saint-Martin, Saint-Barthélemy", "guadeloupe", '{communes: ["97801"]}'),
        ("ARS Guadeloupe", "guadeloupe", '{communes: ["97105"]}'),
    ],
)
def test_an_ars_of_the_islands(root: SmallRoot, name: str, folder: str, territory: str) -> None:
    text = contract_text(
        territoire=territory,
        porteur="Collectivité de Guadeloupe et de Saint-Martin",
        signataires=f'[{{nom: "{name}", type: ars}}, {CITY}]',
    )
    assert root.check(text, f"contracts/{folder}/ile-2029.yml") == []


def test_the_fix_names_the_right_ars(root: SmallRoot) -> None:
    (problem,) = root.check(
        contract_text(signataires=f"[{{nom: ARS Grand-Est, type: ars}}, {CITY}]")
    )
    assert problem.proposal == "écrivez ARS Bretagne, ou corrigez le territoire"
    assert (
        root.check(contract_text(signataires=f"[{{nom: ARS Bretagne, type: ars}}, {CITY}]")) == []
    )

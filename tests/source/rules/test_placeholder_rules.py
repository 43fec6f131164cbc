"""Texts that stand where a fact is to come."""

import pytest

from tests.small_root import BRETAGNE, SmallRoot, contract_text, told


@pytest.mark.parametrize(
    "text",
    ["À compléter", "à compléter…", "[à définir]", "TODO", "todo :", "xxx", "XXX",
     "Nom du contrat", "Nom de l’organisme", "<nom du porteur>", "N/A", "non renseigné", "À préciser."],
)  # fmt: skip
def test_a_text_that_is_no_fact(root: SmallRoot, text: str) -> None:
    for key in ("nom", "porteur", "note"):
        problems = root.check(contract_text(**{key: f'"{text}"'}))
        assert told(problems) == [("erreur", "texte-provisoire", f'"{text}"')]
        assert problems[0].proposal


@pytest.mark.parametrize(
    "changes",
    [
        {"enjeux": "[TODO]"},
        {"actions": "[{titre: À venir}]"},
        {"axes": "[{titre: Titre de l'axe, rattachement: [gouvernance]}]"},
        {"signataires": "[{nom: Ville de Quimper, type: commune}, {nom: xxx, type: autre}]"},
        {"territoire": '{epci: ["200068120"], precision: à préciser}'},
    ],
)
def test_wherever_it_stands(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert [problem.rule for problem in root.check(contract_text(**changes))] == [
        "texte-provisoire"
    ]


@pytest.mark.parametrize(
    "text",
    ["Contrat local de santé de xxx", "Contrat local de santé TODO", "Lorem ipsum dolor sit amet",
     "Contrat local de santé (nom à compléter)", "Contrat local de santé de…"],
)  # fmt: skip
def test_a_text_that_is_partly_unwritten(root: SmallRoot, text: str) -> None:
    problems = root.check(contract_text(nom=f'"{text}"'))
    assert told(problems) == [("avertissement", "texte-provisoire", f'"{text}"')]


@pytest.mark.parametrize(
    "changes",
    [
        {"actions": "[{titre: Créer des environnements…}]"},
        {"actions": '[{titre: "Actions de prévention (vaccination, dépistage…)"}]'},
        {"actions": "[{titre: Un tiers-lieu à définir avec les habitants}]"},
        {"actions": "[{titre: Todo Mundo à Quimper}]"},
        {"note": "Les signataires du XXIe siècle et ceux du XXXe congrès"},
        {"note": "La page, incomplète, ne dit pas tous les axes […]"},
        {"enjeux": "[une offre de soins qui reste à venir dans le nord]"},
        {"porteur": "Titre de Bretagne"},
    ],
)
def test_facts_that_look_alike(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert root.check(contract_text(**changes)) == []


def test_regions_too(root: SmallRoot) -> None:
    root.write("regions/bretagne.yml", f"{BRETAGNE}reperes: [à compléter]\n")
    assert told(root.problems()) == [("erreur", "texte-provisoire", "à compléter")]

"""Slips of writing: each is told where it is, with what to write instead."""

import pytest

from tests.small_root import SmallRoot, contract_text, told

SLIPS = {
    "a town": ("Ville de Audierne et de Quimper", "elision", "de Audierne", "« d’Audierne »"),
    "an island": ("la mairie de Ouessant", "elision", "de Ouessant", "« d’Ouessant »"),
    "a common word": ("manque de eau potable", "elision", "de eau", "« d’eau »"),
    "an accent": ("l'offre de éducation", "elision", "de éducation", "« d’éducation »"),
    "with a capital": ("De Iroise au Cap", "elision", "De Iroise", "« D’Iroise »"),
    "two spaces": ("'signé en  mairie'", "espaces", "", "« en mairie »"),
    "a hard space and another": ("'signé en\u00a0 mairie'", "espaces", "", "« en mairie »"),
    "capitals": ("ACCÈS AUX SOINS", "majuscules", "ACCÈS AUX SOINS", "« Accès aux soins »"),
    "one long word": ("PRÉVENTION", "majuscules", "PRÉVENTION", "« Prévention »"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_fix(root: SmallRoot, slip: tuple[str, str, str, str]) -> None:
    text, rule, place, fix = slip
    problems = root.check(contract_text(note=text))
    assert told(problems) == [("avertissement", rule, place)]
    assert fix in (problems[0].proposal or "")


def test_the_fix_works_when_it_is_followed(root: SmallRoot) -> None:
    assert root.check(contract_text(note="Ville d’Audierne", enjeux="[Accès aux soins]")) == []


@pytest.mark.parametrize(
    "text",
    [
        "de A à Z",
        "de onze communes, de oui ou de non",
        "de un à trois ans",
        "l'avis de URPS et de ARS",
        "la ville de Ouagadougou",
        "de yaourts",
        "de Hennebont",
        "GHT NOVO, CPTS PEPS, CARSAT et URPS",
        "DDETSPP",
        "CPTS, URPS, MSA, CPAM, CAF, ARS, CCAS",
        '"l\'accès\\n  aux soins"',
    ],
)
def test_what_is_no_slip(root: SmallRoot, text: str) -> None:
    assert root.check(contract_text(note=text if text[0] == '"' else f'"{text}"')) == []


def test_an_address_is_left_as_it_is(root: SmallRoot) -> None:
    source = '[{titre: A, url: "https://www.quimper.bzh/PREVENTION%20DE%20LA%20SANTE"}]'
    assert root.check(contract_text(sources=source)) == []

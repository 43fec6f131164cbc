"""Each rule of the data format: what it says, how gravely, where, and what it proposes."""

import pytest

from generator.source.problem import Severity
from tests.small_root import SmallRoot, contract_text, underlined

ERROR, WARNING = Severity.ERROR, Severity.WARNING
ARS = "{nom: ARS Bretagne, type: ars}"

Case = tuple[dict[str, str | None], str, str, str | None]
"""What changes in a sound contract, then the rule, what the caret points at, and the proposal."""

ERRORS: dict[str, Case] = {
    "misspelt key": ({"porteurs": "x", "porteur": "y"}, "cle-inconnue", "porteurs", None),
    "accented key": ({"éffectifs": "{}"}, "cle-inconnue", "éffectifs", "« effectifs »"),
    "key of elsewhere": ({"signature": "2023"}, "cle-inconnue", "signature", "duree.signature"),
    "key below": ({"duree": "{debu: 2029, fin: 2033}"}, "cle-inconnue", "debu", "« debut »"),
    "missing": ({"porteur": None}, "cle-manquante", "n", "porteur: …"),
    "no state": ({"etat": None}, "cle-manquante", "n", "etat: …"),
    "no territory": ({"territoire": None}, "cle-manquante", "n", "territoire: …"),
    "no source": ({"sources": None}, "cle-manquante", "n", "sources: …"),
    "empty sources": ({"sources": "[]"}, "vide", "[", None),
    "empty name": ({"porteur": '""'}, "vide", '""', "remplissez"),
    "empty line": ({"porteur": ""}, "vide", "", "retirez"),
    "no code": ({"territoire": "{precision: centre}"}, "territoire", "territoire", "200068120"),
    "text for a list": ({"enjeux": "eau"}, "type", "eau", "enjeux: [eau]"),
    "text for a list of organisations": (
        {"signataires": "ARS Bretagne"}, "type", "ARS Bretagne", "signataires: [{nom: ARS Bretagne, type: …}]",
    ),
    "text for an organisation": (
        {"partenaires": '["CPTS : Cap"]'}, "type", '"CPTS : Cap"', 'écrivez {nom: "CPTS : Cap", type: …}',
    ),
    "address for a source": (
        {"sources": '["https://quimper.bzh"]'}, "type", '"https://quimper.bzh"', '{titre: …, url: "https://quimper.bzh"}',
    ),
    "not a number": ({"rang": "deux"}, "type", "deux", None),
    "too small a number": ({"rang": "0"}, "nombre", "0", None),
    "not a truth": ({"clsm": "oui"}, "type", "oui", "true ou false"),
    "list for a text": ({"porteur": "[Quimper, Brest]"}, "type", "[", "guillemets"),
    "state": ({"etat": "signe"}, "vocabulaire", "signe", "« signé »"),
    "theme": ({"actions": "[{titre: A, themes: [jeune]}]"}, "vocabulaire", "jeune", "« jeunes »"),
    "axis by its label": (
        {"axes": "[{titre: A, rattachement: [Accès aux soins]}]"}, "vocabulaire",
        "Accès aux soins", "« acces-aux-soins »",
    ),
    "organisation": (
        {"partenaires": "[{nom: CH, type: hôpital}]"}, "vocabulaire", "hôpital", "« hopital »",
    ),
    "French date": ({"duree": "{signature: 12/07/2023}"}, "date", "12/07/2023", "2023-07-12"),
    "date in words": ({"duree": "{fin: juillet 2023}"}, "date", "juillet 2023", "2023-07"),
    "date in many words": ({"duree": "{fin: 1er août 2023}"}, "date", "1er août 2023", "2023-08-01"),
    "impossible date": ({"etat_constate": "2023-02-30"}, "date", "2023-02-30", None),
    "address": ({"contact": "{url: www.quimper.bzh}"}, "url", "www.quimper.bzh", "https://www.quimper.bzh"),
    "address of a source": (
        {"sources": "[{titre: A, url: quimper}]"}, "url", "quimper", None,
    ),
    "commune code": ({"territoire": '{communes: ["2923"]}'}, "code-commune", '"2923"', "code INSEE"),
    "siren": ({"territoire": '{epci: ["20006812"]}'}, "siren", '"20006812"', None),
    "unknown commune": (
        {"territoire": '{communes: ["29999"]}'}, "commune-inconnue", '"29999"', "vouliez-vous dire 29",
    ),
    "postal code": (
        {"territoire": '{communes: ["29000"]}'}, "commune-inconnue", '"29000"', "29232 (Quimper, code postal 29000)",
    ),
    "merged commune": (
        {"territoire": '{communes: ["29052"]}'}, "commune-fusionnee", '"29052"', 'écrivez "29003" (Audierne)',
    ),
    "unknown EPCI": (
        {"territoire": '{epci: ["200068121"]}'}, "epci-inconnu",
        '"200068121"', "200068120 (Communauté d'agglomération Quimper",
    ),
    "repeated code": (
        {"territoire": '{epci: ["200068120", "200068120"]}'}, "code-repete", '"200068120"', "gardez-en un",
    ),
    "end before start": ({"duree": "{debut: 2023, fin: 2022-12}"}, "fin-avant-debut", "2022-12", None),
    "avenant ending before the start": (
        {"avenants": "[{fin: 2020}]"}, "fin-avant-debut", "2020", None,
    ),
    "stage of a signed contract": ({"etape": "diagnostic"}, "etape", "etape", "retirez"),
    "path": ({"a_verifier": "[duree.fn]"}, "a-verifier", "duree.fn", "« duree.fin »"),
    "unknown precedent": ({"precedent": "cornouaille-2017"}, "precedent", "cornouaille-2017", "« cornouaille-20"),
    "its own precedent": ({"precedent": "quimper-2029"}, "precedent", "quimper-2029", None),
    "another région": (
        {"territoire": '{communes: ["97105"]}'}, "region", "territoire", "contracts/guadeloupe/",
    ),
    "a person": ({"porteur": "Mme Durand"}, "donnee-personnelle", "Mme Durand", "Ville de Perpignan"),
}  # fmt: skip

WARNINGS: dict[str, Case] = {
    "neither ARS nor authority": (
        {"signataires": "[{nom: CPAM, type: cpam}]"}, "signataires", "signataires", None,
    ),
    "six months": (
        {"duree": "{debut: 2029-01, fin: 2029-06}"}, "duree-inhabituelle", "fin", "si elles sont justes",
    ),
    "nine years": ({"duree": "{debut: 2029, annees: 9}"}, "duree-inhabituelle", "annees", "si elles sont justes"),
    "signed late": (
        {"duree": "{signature: 2026-08, debut: 2025-12, fin: 2029}"},
        "signature-apres-debut", "2026-08", "rien à changer",
    ),
    "over before it was signed": (
        {"duree": "{signature: 2025, fin: 2023}"}, "fin-avant-signature", "2023", "note",
    ),
    "overlap": (
        {"precedent": "cornouaille-2023", "duree": "{debut: 2027, fin: 2031}"}, "chevauchement", "duree", None,
    ),
    "commune inside its EPCI": (
        {"territoire": '{epci: ["200068120"], communes: ["29232"]}'}, "code-superflu", '"29232"', "retirez",
    ),
    "organisation named twice": (
        {"signataires": f"[{ARS}, {{nom: A.R.S. BRETAGNE, type: ars}}, {{nom: ars bretagne, type: ars}}]"},
        "organisme-repete", "{", "une seule",
    ),
    "total below the list": (
        {"effectifs": "{actions: 1}", "actions": "[{titre: A}, {titre: B}]"}, "effectifs", "1", "total",
    ),
}  # fmt: skip


def check_case(root: SmallRoot, case: Case, severity: Severity) -> None:
    changes, rule, place, proposal = case
    problems = root.check(contract_text(**changes))
    assert [(problem.rule, problem.severity) for problem in problems] == [(rule, severity)]
    (problem,) = problems
    assert underlined(problem).strip() == place
    assert (proposal or "") in (problem.proposal or "")


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS)
def test_errors(root: SmallRoot, case: Case) -> None:
    check_case(root, case, ERROR)


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS)
def test_warnings(root: SmallRoot, case: Case) -> None:
    check_case(root, case, WARNING)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"signataires": f"[{ARS}]"},
        {"signataires": "[{nom: Quimper, type: commune}]"},
        {"etat": "en préparation", "duree": None, "signataires": "[{nom: CPAM, type: cpam}]"},
        {"duree": "{debut: 2029, annees: 1}"},
        {"duree": "{debut: 2029, annees: 8}"},
        {"duree": "{debut: 2029}"},
        {"duree": None},
        {"duree": "{debut: 2029-06, fin: 2034-06}"},
        {"duree": "{signature: 2026-06, debut: 2026, fin: 2030}"},
        {"duree": "{signature: 2026-06, debut: 2025-12, fin: 2029}"},
        {"duree": "{debut: 2029}", "avenants": "[{fin: 2034}]"},
        {"precedent": "cornouaille-2023", "duree": "{debut: 2028, fin: 2032}"},
        {"territoire": '{epci: ["200068120", "243500741"]}'},
        {
            "a_verifier": "[duree.fin, territoire.epci, axes.actions.themes]",
            "axes": "[{titre: A, rattachement: [gouvernance], actions: [{titre: B, themes: [jeunes]}]}]",
        },
    ],
)
def test_what_breaks_no_rule(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert root.check(contract_text(**changes)) == []


def test_all_problems_of_a_file_come_in_one_go(root: SmallRoot) -> None:
    problems = root.check(
        contract_text(
            etat="signe", duree="{fin: 12/07/2023}", tarif="gratuit", note="06 12 34 56 78"
        )
    )
    assert [(problem.rule, problem.line) for problem in problems] == [
        ("vocabulaire", 2),
        ("date", 5),
        ("cle-inconnue", 7),
        ("donnee-personnelle", 8),
    ]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("axes.1", None),
        ("axes.1.actions.1", None),
        ("axes.1.actions.2", "a-verifier-absent"),
        ("axes.2", "a-verifier-absent"),
        ("axes.0", "a-verifier"),
        ("axes.01", "a-verifier"),
        ("duree.1", "a-verifier-absent"),
        ("1.axes", "a-verifier"),
    ],
)
def test_a_path_may_say_the_place_of_an_item(root: SmallRoot, path: str, rule: str | None) -> None:
    axes = "[{titre: A, rattachement: [], actions: [{titre: B}]}]"
    found = {
        problem.rule
        for problem in root.check(contract_text(axes=axes, a_verifier=f"[{path}]"))
        if problem.rule.startswith("a-verifier")
    }
    assert found == ({rule} if rule else set())

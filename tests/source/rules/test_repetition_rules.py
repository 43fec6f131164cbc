"""The same fact twice in one list of a file."""

import pytest

from tests.small_root import BRETAGNE, SmallRoot, contract_text, told

AXIS = "{titre: %s, rattachement: [%s]}"
ACTION = "{titre: %s, themes: [%s]}"

Case = tuple[dict[str, str | None], str, str, str]

TWICE: dict[str, Case] = {
    "theme": (
        {"actions": f"[{ACTION % ('Aller vers', 'jeunes, eau, jeunes')}]"}, "erreur", "terme-repete", "jeunes",
    ),
    "theme of an axis's action": (
        {"axes": "[{titre: A, rattachement: [gouvernance], actions: [{titre: B, themes: [eau, eau]}]}]"},
        "erreur", "terme-repete", "eau",
    ),
    "rattachement": (
        {"axes": f"[{AXIS % ('A', 'gouvernance, gouvernance')}]"}, "erreur", "terme-repete", "gouvernance",
    ),
    "path to verify": ({"a_verifier": "[duree, duree]"}, "erreur", "terme-repete", "duree"),
    "axis": (
        {"axes": f"[{AXIS % ('Prévenir', 'gouvernance')}, {AXIS % ('PREVENIR', 'sante-mentale')}]"},
        "avertissement", "repetition", "PREVENIR",
    ),
    "action": (
        {"actions": f"[{ACTION % ('Aller vers', 'eau')}, {ACTION % ('Aller-vers', 'eau')}]"},
        "avertissement", "repetition", "Aller-vers",
    ),
    "action of an axis, and without axis": (
        {
            "axes": "[{titre: A, rattachement: [gouvernance], actions: [{titre: Aller vers}]}]",
            "actions": "[{titre: Aller vers.}]",
        },
        "avertissement", "repetition", "Aller vers.",
    ),
    "challenge": ({"enjeux": "[vieillissement, Vieillissement]"}, "avertissement", "repetition", "Vieillissement"),
    "scheme": ({"articulations": "[CPTS, PTSM, Cpts]"}, "avertissement", "repetition", "Cpts"),
    "audience": (
        {"actions": "[{titre: A, publics: [jeunes, Jeunes]}]"}, "avertissement", "repetition", "Jeunes",
    ),
    "avenant": (
        {"avenants": "[{fin: 2034, objet: suite}, {fin: 2034, objet: suite}]"}, "avertissement", "repetition", "{",
    ),
    "address of a source": (
        {"sources": '[{titre: A, url: "https://a.fr/cls"}, {titre: B, url: "https://a.fr/cls/"}]'},
        "avertissement", "adresse-repetee", '"https://a.fr/cls/"',
    ),
    "address of a document": (
        {"documents": '[{titre: A, url: "https://a.fr/1"}, {titre: B, url: "https://a.fr/1"}]'},
        "avertissement", "adresse-repetee", '"https://a.fr/1"',
    ),
}  # fmt: skip

ONCE: dict[str, dict[str, str | None]] = {
    "one theme of two actions": {
        "actions": "[{titre: A, themes: [eau]}, {titre: B, themes: [eau]}]"
    },
    "one rattachement of two axes": {
        "axes": f"[{AXIS % ('A', 'gouvernance')}, {AXIS % ('B', 'gouvernance')}]"
    },
    "one audience of two actions": {
        "actions": "[{titre: A, publics: [jeunes, aînés]}, {titre: B, publics: [jeunes]}]"
    },
    "an axis and its action of one name": {
        "axes": "[{titre: Santé mentale, rattachement: [sante-mentale], actions: [{titre: Santé mentale}]}]"
    },
    "a source that is a document too": {
        "sources": '[{titre: A, url: "https://a.fr/cls.pdf"}]',
        "documents": '[{titre: A, url: "https://a.fr/cls.pdf"}]',
    },
    "two pages of one site": {
        "sources": '[{titre: A, url: "https://a.fr/?p=1"}, {titre: B, url: "https://a.fr/?p=2"}]'
    },
    "two titles of another alphabet": {"actions": "[{titre: Υγεία}, {titre: Νερό}]"},
    "two avenants": {"avenants": "[{fin: 2034, objet: suite}, {fin: 2035, objet: suite}]"},
}


@pytest.mark.parametrize("case", TWICE.values(), ids=TWICE)
def test_told_when_twice(root: SmallRoot, case: Case) -> None:
    changes, *expected = case
    problems = root.check(contract_text(**changes))
    assert told(problems) == [tuple(expected)]
    assert all(problem.proposal for problem in problems)


@pytest.mark.parametrize("changes", ONCE.values(), ids=ONCE)
def test_silent_when_once(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert root.check(contract_text(**changes)) == []


def test_regions_too(root: SmallRoot) -> None:
    root.write(
        "regions/bretagne.yml",
        BRETAGNE.replace("consulte: 2026-11-22}", 'consulte: 2026-11-22}\n  - {titre: B, url: "https://exemple.fr/cls"}')
        + 'collectivites: ["977", "977"]\n'
        + f"axes_regionaux: [{AXIS % ('A', 'gouvernance, gouvernance')}, {AXIS % ('a', 'gouvernance')}]\n"
        + "reperes: [un fait, un fait]\n",
    )  # fmt: skip
    assert told(root.problems()) == [
        ("avertissement", "adresse-repetee", '"https://exemple.fr/cls"'),
        ("erreur", "terme-repete", '"977"'),
        ("erreur", "terme-repete", "gouvernance"),
        ("avertissement", "repetition", "a"),
        ("avertissement", "repetition", "un fait"),
    ]

"""The guide for contributors says what is true: its examples pass, and the errors that it quotes are ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from pydantic import BaseModel

from generator.model.contract import Contract
from generator.model.fields_told import FieldTold, fields_told
from generator.model.vocabulary import AXES, ORGANISATIONS, THEMES, Vocabulary
from generator.site.guide.view import file_guide_view
from generator.site.room import variables
from generator.site.shell import addresses
from generator.site.shell.templating import render
from generator.source.problem import Severity
from tests.small_root import SmallRoot, contract_text

GUIDE = re.sub(
    "[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]",
    " ",
    render("guide/file.md.j2", addresses.FILE_GUIDE, variables(file_guide_view())),
)


def part(heading: str) -> str:
    """The guide's text from a heading to the next one of its rank or above."""
    rank = heading.split(" ")[0]
    after = GUIDE[GUIDE.index(f"\n{heading}") + 1 + len(heading) :]
    return re.split(rf"^#{{2,{len(rank)}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of each row of a part's tables, their headings left out."""
    lines = [*text.splitlines(), ""]
    return [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line, following in pairwise(lines)
        if line.startswith("| ") and not following.startswith("|--")
    ]


def code(cell: str) -> str:
    """What a cell shows as code."""
    found = re.search("`(.+?)`", cell)
    assert found, cell
    return found[1]


def errors(root: SmallRoot, text: str) -> list[str]:
    """The errors of one more contract, each with its proposal."""
    return [
        f"{problem.message} ({problem.proposal})".replace("\N{NO-BREAK SPACE}", " ")
        for problem in root.check(text)
        if problem.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "heading", ["## Le fichier le plus court", "## Un exemple complet et commenté"]
)
def test_the_whole_examples_have_no_error(root: SmallRoot, heading: str) -> None:
    example = part(heading).partition("```yaml\n")[2].partition("```")[0]
    # The small root's only mainland région is Bretagne.
    assert errors(root, example.replace('"66136"', '"29232"')) == []


IN_PLACE = {
    "titre": "axes:\n  - rattachement: [gouvernance]\n    {}\n",
    "signature": "duree:\n  {}\n",
    "type": "signataires:\n  - nom: Ville de Quimper\n    {}\n",
    "epci": "territoire:\n  {}\n",
    "communes": "territoire:\n  {}\n",
    "url": "sources:\n  - titre: Page du contrat\n    {}\n",
}
"""Where a line of the table of errors stands in a contract, when it is not at the left margin."""


def contract_with(line: str) -> str:
    key = line.partition(":")[0]
    placed = IN_PLACE.get(key, "{}\n").format(line)
    top = placed.partition(":")[0]
    others = {"porteur": None} if top == "porteurs" else {}
    return contract_text(**{**others, top: None}) + placed


QUOTED = [(code(row[0]), row[1], row[2]) for row in rows(part("## Les erreurs fréquentes"))[:9]]


def test_the_table_of_errors_is_read_whole() -> None:
    assert QUOTED[0][0] == "titre: Santé : agir"
    assert QUOTED[-1][0] == "url: www.exemple.fr"


@pytest.mark.parametrize(("written", "answer", "mended"), QUOTED)
def test_each_quoted_error_is_what_the_check_answers(
    root: SmallRoot, written: str, answer: str, mended: str
) -> None:
    told = " ".join(errors(root, contract_with(written)))
    for words in answer.replace("et elle propose ", "").split(", "):
        assert words in told
    assert errors(root, contract_with(code(mended))) == []


def test_the_two_errors_that_are_told_in_words(root: SmallRoot) -> None:
    quoted = [row[1] for row in rows(part("## Les erreurs fréquentes"))[9:]]
    twice = errors(root, contract_text() + "note: une\nnote: deux\n")
    empty = errors(root, contract_text(porteur=""))
    assert [len(twice), len(empty), len(quoted)] == [1, 1, 2]
    assert quoted[0] in twice[0]
    assert quoted[1] in empty[0]


@pytest.mark.parametrize(
    ("heading", "terms"),
    [
        ("### Pour `rattachement`", AXES),
        ("### Pour `themes`", THEMES),
        ("### Pour `type`", ORGANISATIONS),
    ],
)
def test_the_lists_of_words_are_whole(heading: str, terms: Vocabulary) -> None:
    listed = [(code(row[0]), row[1]) for row in rows(part(heading))]
    assert listed == [(term.id, term.label) for term in terms.values()]


def test_every_key_of_a_contract_is_explained() -> None:
    explained = [code(row[0]) for row in rows(part("## Les clés, une par une"))]
    assert len(explained) == len(set(explained))
    told = fields_told(Contract)
    # The keys of what stands in several places, such as an action, are told in one of them.
    assert {_place(told, path) for path in explained} == {_place(told, path) for path in told}


def _place(told: Mapping[str, FieldTold], path: str) -> tuple[type[BaseModel] | None, str]:
    above, _, key = path.rpartition(".")
    return (told[above].below if above else None, key)


def test_a_key_is_told_with_its_meaning_example_and_place() -> None:
    lines = {code(row[0]): row for row in rows(part("## Les clés, une par une"))}
    signature = lines["duree.signature"]
    assert signature[1].startswith("Date de signature")
    assert signature[2] == "`2023-07-12`"
    assert "*Où la trouver :* la dernière page" in signature[1]
    assert signature[3] == "non"
    assert lines["etat"][2] == "`signé` ou `en préparation`"
    assert lines["territoire.epci"][2] == '`["200068120"]`'
    assert lines["a_verifier"][2] == "`[duree.fin, axes.2]`"


EXAMPLES = [
    (code(row[0]), example)
    for row in rows(part("## Les clés, une par une"))
    for example in re.findall("`(.+?)`", row[2])
    if "." not in row[0]
]


@pytest.mark.parametrize(("key", "example"), EXAMPLES)
def test_each_example_may_be_written_as_it_is_shown(
    root: SmallRoot, key: str, example: str
) -> None:
    malformed = {
        "yaml",
        "type",
        "date",
        "url",
        "vide",
        "vocabulaire",
        "cle-inconnue",
        "identifiant",
    }
    problems = root.check(contract_text(**{key: example}))
    assert not malformed & {problem.rule for problem in problems}

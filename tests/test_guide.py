"""The guide for contributors says what is true: its examples pass, and the errors that it quotes are ours."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator.model.contract import Contract
from generator.model.vocabulary import AXES, ORGANISATIONS, THEMES, Vocabulary
from generator.source.problem import Severity
from tests.small_root import SmallRoot, contract_text

ROOT = Path(__file__).parents[1]
GUIDE = (
    (ROOT / "docs/contribuer/fichier.md")
    .read_text(encoding="utf-8")
    .replace("\N{NO-BREAK SPACE}", " ")
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
    listed = {code(row[0]): row[1] for row in rows(part(heading))}
    assert {word: label.lower() for word, label in listed.items()} == {
        term.id: term.label.lower() for term in terms.values()
    }


def test_every_key_of_a_contract_is_explained() -> None:
    explained = {code(row[0]).partition(".")[0] for row in rows(part("## Les clés, une par une"))}
    assert explained == {field.alias or name for name, field in Contract.model_fields.items()}

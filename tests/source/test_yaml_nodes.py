"""What a contributor writes is what the model gets, and every value knows its place."""

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source.document import Document
from generator.source.problem import Problem, Severity, count
from generator.source.yaml_nodes import Node, parse


def read(text: str) -> tuple[Node | None, list[Problem]]:
    document = Document("essai.yml", text.split("\n"))
    return parse(document), document.problems


def plain(text: str) -> Any:
    node, problems = read(text)
    assert problems == []
    assert node is not None
    return node.plain()


def only_problem(text: str) -> Problem:
    _, problems = read(text)
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "on",
        "off",
        "true",
        "01004",
        "2A004",
        "1e3",
        "0x1F",
        "1_000",
        "2023-07-12",
        "12:30",
        ".inf",
    ],
)
def test_every_plain_value_stays_text(text: str) -> None:
    assert plain(f"clé: {text}\nliste: [{text}]\n{text}: valeur\n") == {
        "clé": text, "liste": [text], text: "valeur",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", " ~", " null", " NULL", " # rien"])
def test_an_empty_value_is_no_value(text: str) -> None:
    assert plain(f"note:{text}\n") == {"note": None}


@pytest.mark.parametrize("text", ["''", '""', '"~"', "'null'", '"null"'])
def test_a_quoted_value_is_text(text: str) -> None:
    assert plain(f"note: {text}\n") == {"note": text[1:-1]}


def test_long_texts_may_be_folded_and_comments_are_left_out() -> None:
    text = "# entête\nnote: >-\n  une ligne\n  et une autre\nenjeux:  # deux\n- âge\n- eau\n"
    assert plain(text) == {"note": "une ligne et une autre", "enjeux": ["âge", "eau"]}


def test_a_repeated_key_is_reported_where_it_comes_again_and_the_first_value_stays() -> None:
    node, problems = read("nom: Un\netat: signé\nnom: Deux\n")
    assert node is not None
    assert node.plain() == {"nom": "Un", "etat": "signé"}
    (problem,) = problems
    assert (problem.rule, problem.line, problem.column) == ("cle-repetee", 3, 1)
    assert problem.found == "déjà écrite ligne 1"


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("nom: !!python/object/apply:os.system [ls]", "étiquette", (1, 6)),
        ("nom: !secret x", "étiquette !secret interdite", (1, 6)),
        ("nom: &ancre Quimper", "ancre &ancre interdite", (1, 6)),
        ("nom: Quimper\nautre: *ancre", "renvoi *ancre interdit", (2, 8)),
        ("nom: [a\n", "liste entre crochets mal formée", (1, 6)),
        ("nom: {a: b\n", "groupe entre accolades mal formé", (1, 6)),
        ('nom: Quimper\nnote: "sans fin\n\n', "jamais refermé", (2, 7)),
        ("nom: a: b", "deux-points inattendus", (1, 7)),
        ("nom: Quimper\n\tetat: signé", "", (2, 1)),
        ("duree:\n\tdebut: 2023", "", (2, 1)),
        ("nom: Quimper\n  etat: signé", "deux-points inattendus", (2, 7)),
        ("nom: @quimper", "ne peut pas commencer une valeur", (1, 6)),
        ('nom: "\\q"', "caractère d’échappement inconnu", (1, 7)),
        ("nom: Quimper\x07", "caractère interdit U+0007", (1, 13)),
        ("nom: Quimper\n---\nnom: Brest\n", "deux documents", (2, 1)),
        ("[a, b]: c", "une clé doit être un mot", (1, 1)),
        ("- nom: Quimper", "une liste au premier niveau", (1, 1)),
        ("Quimper", "un texte seul au premier niveau", (1, 1)),
    ],
)
def test_what_the_format_refuses(text: str, words: str, place: tuple[int, int]) -> None:
    problem = only_problem(text)
    assert words in problem.message
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n", "---\n", "~\n"])
def test_an_empty_file_is_called_empty(text: str) -> None:
    assert only_problem(text).message == "fichier vide"


def test_a_billion_laughs_is_refused_at_once() -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    begin = time.process_time()
    document = Document("essai.yml", lines)
    parse(document)
    assert time.process_time() - begin < 1
    assert {problem.rule for problem in document.problems} == {"yaml"}
    assert count(document.told())[Severity.ERROR] == 12 + 11 * 9


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "a: " + "{b: " * 5000, "- " * 5000 + "x"])
def test_values_within_values_within_values(text: str) -> None:
    assert only_problem(text).message == "valeurs imbriquées trop profondément"


keys = st.text(alphabet="abcdefgéô_-", min_size=1, max_size=8).filter(lambda key: key[0] != "-")
values = st.recursive(
    st.text(
        alphabet=st.sampled_from("abcxyz éœ’'\":,#[]{}&*!|>%@`~-?\\0123\U0001f600"), max_size=20
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


@given(
    content=st.dictionaries(keys, values, min_size=1, max_size=5),
    style=st.sampled_from([True, False, None]),
)
def test_every_key_and_value_is_where_it_stands(
    content: dict[str, Any], style: bool | None
) -> None:
    text = yaml.safe_dump(content, allow_unicode=True, default_flow_style=style, width=10_000)
    node, problems = read(text)
    assert problems == []
    assert node is not None
    assert node.plain() == content
    _check_places(node, text.split("\n"))


def _check_places(node: Node, lines: list[str]) -> None:
    if isinstance(node.content, dict):
        for key, child in node.content.items():
            mark = node.key_mark((key,))
            source = lines[mark.line - 1][mark.column - 1 :][: mark.length]
            assert yaml.load(source, yaml.BaseLoader) == key
            _check_places(child, lines)
    elif isinstance(node.content, list):
        for child in node.content:
            _check_places(child, lines)
    else:
        mark = node.mark
        source = lines[mark.line - 1][mark.column - 1 :][: mark.length]
        assert yaml.load(source, yaml.BaseLoader) == node.content


def test_a_missing_value_is_shown_at_its_nearest_parent() -> None:
    node, _ = read("nom: Quimper\nduree: {debut: 2023}\n")
    assert node is not None
    assert node.mark_of(("duree", "fin")).column == 8
    assert node.key_mark(("duree", "debut")).column == 9
    assert node.find(("duree", "fin")) is None
    assert node.find(("nom", 0)) is None

import json

import pytest

from generator.source.document import Document, Mark
from generator.source.problem import Problem, Severity, as_github, as_json, as_text, count

PROBLEM = Problem(
    path="contracts/bretagne/quimper-2023.yml",
    line=12,
    column=20,
    severity=Severity.ERROR,
    rule="vocabulaire",
    message="« acces-au-soins » n’est pas dans la liste",
    found="« acces-au-soins »",
    expected="un de : acces-aux-soins",
    proposal="vouliez-vous dire « acces-aux-soins » ?",
    excerpt="    rattachement: [acces-au-soins]",
    length=14,
)


def test_text_shows_the_place_the_line_a_caret_and_the_advice() -> None:
    assert as_text(PROBLEM).split("\n") == [
        "contracts/bretagne/quimper-2023.yml:12:20: erreur: « acces-au-soins » n’est pas dans la liste"
        " [vocabulaire]",
        "   12 |     rattachement: [acces-au-soins]",
        "      |                    ^^^^^^^^^^^^^^",
        "      trouvé : « acces-au-soins »",
        "      attendu : un de : acces-aux-soins",
        "      proposition : vouliez-vous dire « acces-aux-soins » ?",
    ]


def test_text_without_a_line_nor_advice_is_one_line() -> None:
    problem = Problem("x.yml", 1, 1, Severity.WARNING, "vide", "fichier vide")
    assert as_text(problem) == "x.yml:1:1: avertissement: fichier vide [vide]"


@pytest.mark.parametrize("column", [1, 60, 400, 780])
def test_the_caret_stays_under_its_word_in_a_very_long_line(column: int) -> None:
    line = "a" * (column - 1) + "ICI" + "b" * (800 - column)
    problem = Problem("x.yml", 1, column, Severity.ERROR, "r", "m", excerpt=line, length=3)
    _, shown, caret = as_text(problem).split("\n")
    assert len(shown) < 130
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "ICI"


def test_control_characters_cannot_play_with_the_terminal() -> None:
    problem = Problem("x.yml", 1, 1, Severity.ERROR, "r", "m", excerpt="nom: \x1b[31m\trouge")
    assert "\x1b" not in as_text(problem)
    assert "nom: ·[31m·rouge" in as_text(problem)


def test_github_gets_one_command_a_problem() -> None:
    assert as_github(PROBLEM) == (
        "::error file=contracts/bretagne/quimper-2023.yml,line=12,col=20,title=vocabulaire::"
        "« acces-au-soins » n’est pas dans la liste%0ATrouvé : « acces-au-soins »"
        "%0AAttendu : un de : acces-aux-soins%0AProposition : vouliez-vous dire « acces-aux-soins » ?"
    )


def test_github_text_cannot_start_another_command() -> None:
    problem = Problem("a,b:c\n::error::.yml", 1, 1, Severity.WARNING, "r", "100 %\r\n::error::x")
    command = as_github(problem)
    assert "\n" not in command
    assert "\r" not in command
    assert command == (
        "::warning file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A.yml,line=1,col=1,title=r::"
        "100 %25%0D%0A::error::x"
    )


def test_json_holds_every_fact() -> None:
    (read,) = json.loads(as_json([PROBLEM]))
    assert read == {
        "path": PROBLEM.path,
        "line": 12,
        "column": 20,
        "severity": "erreur",
        "rule": "vocabulaire",
        "message": PROBLEM.message,
        "found": PROBLEM.found,
        "expected": PROBLEM.expected,
        "proposal": PROBLEM.proposal,
    }
    assert json.loads(as_json([])) == []


def test_problems_sort_by_file_then_place() -> None:
    def at(path: str, line: int, column: int) -> Problem:
        return Problem(path, line, column, Severity.ERROR, "r", "m")

    ordered = [at("a.yml", 2, 9), at("a.yml", 10, 1), at("a.yml", 10, 2), at("b.yml", 1, 1)]
    shuffled = [ordered[2], ordered[3], ordered[0], ordered[1]]
    assert sorted(shuffled, key=lambda problem: problem.sort_key) == ordered


def test_count_tells_zero_too() -> None:
    assert count([PROBLEM, PROBLEM]) == {Severity.ERROR: 2, Severity.WARNING: 0}


def test_a_document_shows_the_line_of_each_problem_and_tells_errors_from_warnings() -> None:
    document = Document("x.yml", ["nom: A", "rang: 2"])
    document.report("r", "m", Mark(2, 7), severity=Severity.WARNING)
    assert not document.has_errors
    document.report("r", "m", Mark(9, 1))
    assert document.has_errors
    assert [problem.excerpt for problem in document.problems] == ["rang: 2", None]

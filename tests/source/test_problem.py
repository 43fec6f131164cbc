import json

import pytest

from generator.model.vocabulary import THEMES
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
    assert r"nom: \x1b[31m\trouge" in as_text(problem)


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
        r"::warning file=a%2Cb%3Ac\n%3A%3Aerror%3A%3A.yml,line=1,col=1,title=r::"
        r"100 %25\r\n::error::x"
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
        "others": 0,
    }
    assert json.loads(as_json([])) == []


def test_problems_sort_by_file_then_place() -> None:
    def at(path: str, line: int, column: int) -> Problem:
        return Problem(path, line, column, Severity.ERROR, "r", "m")

    ordered = [at("a.yml", 2, 9), at("a.yml", 10, 1), at("a.yml", 10, 2), at("b.yml", 1, 1)]
    shuffled = [ordered[2], ordered[3], ordered[0], ordered[1]]
    assert sorted(shuffled, key=lambda problem: problem.sort_key) == ordered


def test_count_tells_zero_too() -> None:
    assert count([PROBLEM, PROBLEM]) == {
        Severity.ERROR: 2,
        Severity.WARNING: 0,
        Severity.TO_COMPLETE: 0,
    }


def test_a_document_shows_the_line_of_each_problem_and_tells_errors_from_warnings() -> None:
    document = Document("x.yml", ["nom: A", "rang: 2"])
    document.report("r", "m", Mark(2, 7), severity=Severity.WARNING)
    assert not document.has_errors
    document.report("r", "m", Mark(9, 1))
    assert document.has_errors
    assert [problem.excerpt for problem in document.problems] == ["rang: 2", None]


HOSTILE = "a\n::add-mask::b\x1b[31m\u202e##[add-mask]c\udcff"


def hostile() -> Problem:
    return Problem(
        f"contracts/{HOSTILE}.yml", 1, 3, Severity.ERROR, "r", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, 4
    )  # fmt: skip


def test_no_text_of_a_file_can_give_an_order_to_a_terminal_or_a_log() -> None:
    text, command = as_text(hostile()), as_github(hostile())
    assert len(text.split("\n")) == 6
    assert command.startswith("::error file=contracts/a")
    shown = r"a\n::add-mask::b\x1b[31m\u202e#\x23[add-mask]c\xff"
    assert text.count(shown) == 6
    for line in [*text.split("\n"), command]:
        assert line.isprintable()
        assert "##[" not in line
    assert not any(line.lstrip().startswith("::") for line in text.split("\n"))
    (read,) = json.loads(as_json([hostile()]).encode("utf-8"))
    assert read["path"] == f"contracts/{shown}.yml"
    assert {read[key] for key in ("message", "found", "expected", "proposal")} == {shown}


def test_the_caret_stays_under_its_word_after_what_is_shown_as_a_code() -> None:
    problem = Problem(
        "x.yml", 1, 7, Severity.ERROR, "r", "m", excerpt="\t\x1ba\u202e: ICI", length=3
    )
    _, shown, caret = as_text(problem).split("\n")
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "ICI"


def test_a_long_text_is_cut_and_a_vocabulary_is_not() -> None:
    document = Document("x.yml", ["x" * 9000])
    words = "un de : " + ", ".join(THEMES)
    document.report("r", "m" * 9000, found="f" * 9000, expected=words, proposal="p" * 9000)
    (problem,) = document.told()
    lines = as_text(problem).split("\n")
    assert max(map(len, (problem.message, problem.found or "", problem.proposal or ""))) == 300
    assert lines[-2] == f"      attendu : {words}"
    assert max(len(line) for line in lines if line != lines[-2]) < 340
    raw = Problem("x.yml", 1, 1, Severity.ERROR, "r", "\U0010ffff" * 9000, expected="e" * 9000)
    assert len(as_text(raw)) < 1400
    assert len(as_github(raw)) < 1400
    assert len(as_json([raw])) < 1700


def test_fifty_problems_are_told_errors_first_and_the_others_counted() -> None:
    document = Document("x.yml", ["ligne"] * 100)
    for line in range(1, 61):
        document.report("w", "m", Mark(line, 1), severity=Severity.WARNING)
    assert not document.has_errors
    for line in (90, 80):
        document.report("e", "m", Mark(line, 1))
    assert document.has_errors
    told = sorted(document.told(), key=lambda problem: problem.sort_key)
    assert [(problem.line, problem.rule) for problem in told] == [
        *((line, "w") for line in range(1, 49)), (80, "e"), (90, "e"), (1, "suite"),
    ]  # fmt: skip
    assert told[-1].message == "et 12 autres avertissements dans ce fichier"
    totals = count(told)
    assert (totals[Severity.ERROR], totals[Severity.WARNING]) == (2, 60)
    assert json.loads(as_json(told))[-1]["others"] == 12


def test_fifty_are_told_whole_and_one_more_is_counted() -> None:
    document = Document("x.yml")
    for _ in range(50):
        document.report("e", "m")
    assert {problem.others for problem in document.told()} == {0}
    document.report("e", "m")
    assert document.told()[-1].message == "et 1 autre erreur dans ce fichier"
    assert len(document.told()) == 51


def test_a_proposal_is_searched_only_for_a_problem_that_is_told() -> None:
    asked = []

    def search() -> str:
        asked.append(1)
        return "mieux"

    document = Document("x.yml")
    for _ in range(1000):
        document.report("e", "m", proposal=search)
    assert len(asked) == 50
    assert document.told()[0].proposal == "mieux"

"""The benchmark itself: sound projects, right arithmetic, a page that says what was seen."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.source.loader import load
from generator.source.problem import Severity
from generator.territories.reference import load_reference
from tests.benchmarks.corpus import FEWEST, write_corpus
from tests.benchmarks.measure import BenchmarkError, Cost, measured
from tests.benchmarks.page import page
from tests.benchmarks.results import Results, growth, table

RESULTS = Results(
    day="2026-12-01",
    commit="abc1234",
    machine={"processor": "AMD", "cores": "2", "memory": "23 GiB", "system": "Linux x86_64"},
    versions={"Python": "3.11.7", "mkdocs": "1.6.1"},
    sizes={"300": 300, "3000": 3_000},
    costs={
        "300": {
            "build": Cost(4.0, 6.0, 300),
            "edit": Cost(1.0, 1.0, 200),
            "before edit": Cost(9.0, 9.0, 200),
            "plain": Cost(10.0, 10.0, 90),
        },
        "3000": {
            "build": Cost(40.0, 60.0, 900),
            "edit": Cost(20.0, 20.0, 800),
            "plain": Cost(100.0, 100.0, 400),
        },
    },
    before="def5678",
)


@pytest.mark.slow
def test_a_made_project_is_sound_and_always_the_same(tmp_path: Path) -> None:
    count = FEWEST + 60
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write_corpus(tmp_path / name, count)
    corpus = load(tmp_path / "one", load_reference(), date.max)
    assert len(corpus.contracts) == count
    assert corpus.errors == []
    warnings = [p for p in corpus.problems if p.severity is Severity.WARNING]
    assert len(warnings) < count / 10
    one, other = (
        {
            str(path.relative_to(tmp_path / name)): path.read_bytes()
            for path in (tmp_path / name / "contracts").rglob("*.yml")
        }
        for name in ("one", "other")
    )
    assert one == other


def test_too_few_contracts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"{FEWEST} at least"):
        write_corpus(tmp_path / "root", FEWEST - 1)


@pytest.mark.parametrize("exponent", [0.5, 1.0, 2.0])
def test_growth_is_the_exponent(exponent: float) -> None:
    assert growth((300, 300**exponent), (3_000, 3_000**exponent)) == pytest.approx(exponent)


def test_budgets_compare_what_was_seen_with_what_was_promised() -> None:
    met = {(budget.name, budget.contracts): budget.is_met for budget in RESULTS.budgets()}
    assert met == {
        ("build", 300): True,
        ("build", 3_000): True,
        ("edit", 300): True,
        ("edit", 3_000): False,
        ("growth of build", 0): True,
        ("growth of edit", 0): False,
        ("memory", 3_000): True,
    }


def test_results_are_read_back(tmp_path: Path) -> None:
    RESULTS.write(tmp_path / "results.json")
    assert Results.read(tmp_path / "results.json") == RESULTS


def test_the_page_says_what_is_not_met_and_on_what_it_was_measured() -> None:
    text = page(RESULTS)
    for said in (
        "1er\u00a0décembre\u00a02026",
        "AMD",
        "Python 3.11.7",
        "abc1234",
        "def5678",
        "**non**",
    ):
        assert said in text, said
    assert text.count("**non**") == 2
    assert "3\u202f000" in text
    assert "--:" not in text  # an inline style


def test_the_table_has_a_line_for_each_operation() -> None:
    text = "\n".join(table(RESULTS))
    assert text.count("NOT MET") == 2
    assert "before edit" in text


def test_a_command_is_measured_with_its_children() -> None:
    work = "sum(range(10_000_000))"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{work}'])"
    cost = measured([sys.executable, "-c", code], Path(), {}, frozenset({0}))
    assert cost.cpu_s > 0.05
    assert cost.wall_s > 0


def test_a_command_that_fails_says_what_it_said() -> None:
    command = [sys.executable, "-c", "raise SystemExit('en panne')"]
    with pytest.raises(BenchmarkError, match="en panne"):
        measured(command, Path(), {}, frozenset({0}))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--sizes", "12"], "a number from 40"),
        (["--sizes", "trois"], "a number from 40"),
        (["--against", "nowhere"], "no such commit: nowhere"),
    ],
)
def test_wrong_arguments_are_told(arguments: list[str], told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert told in done.stderr

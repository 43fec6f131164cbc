"""What continuous integration does first with a contributor's file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_root import SmallRoot, contract_text

ROOT = Path(__file__).parents[1]
BAD = "contracts/bretagne/quimper-2029.yml"


@pytest.fixture
def checkout(root: SmallRoot) -> SmallRoot:
    """A small annuaire that continuous integration may run on, with this very Python as its venv.

    Its tests are replaced by one line, printed where they would begin.
    """
    shutil.copytree(ROOT / ".ci", root.path / ".ci")
    shutil.copytree(ROOT / "requirements", root.path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", root.path)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    head, _, tail = makefile.partition("\ntest: lint")
    assert tail
    after = tail[tail.index("\n\n") :]
    root.write("Makefile", f"{head}\ntest:\n\t@echo the tests begin{after}")
    venv = root.path / ".venv"
    venv.mkdir()
    (venv / "bin").symlink_to(Path(sys.executable).parent)
    (venv / "site.stamp").touch()
    return root


def run(checkout: SmallRoot, *, on_github: bool) -> subprocess.CompletedProcess[str]:
    # What a make above says to the makes below is not for this one.
    others = {"GITHUB_ACTIONS", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {key: value for key, value in os.environ.items() if key not in others}
    return subprocess.run(
        [".ci/run"],
        cwd=checkout.path,
        env={**environment, "PYTHONPATH": str(ROOT)}
        | ({"GITHUB_ACTIONS": "true"} if on_github else {}),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_wrong_file_is_told_of_by_its_own_errors_and_no_test_begins(checkout: SmallRoot) -> None:
    checkout.write(BAD, contract_text(etat="signe"))
    done = run(checkout, on_github=False)
    assert done.returncode != 0
    assert f"{BAD}:2:7: erreur: « signe » n’est pas dans la liste de « etat »" in done.stdout
    assert "the tests begin" not in done.stdout


def test_on_github_it_is_told_on_the_files_own_lines(checkout: SmallRoot) -> None:
    checkout.write(BAD, contract_text(etat="signe"))
    done = run(checkout, on_github=True)
    assert done.returncode != 0
    assert f"::error file={BAD},line=2,col=7,title=vocabulaire::" in done.stdout


def test_a_sound_file_without_its_first_line_goes_on_to_the_tests(checkout: SmallRoot) -> None:
    checkout.write(BAD, contract_text())
    done = run(checkout, on_github=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("the tests begin")

"""What `annuaire generate` leaves on a disk that is full or closed: the tree that was there, whole."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.small_root import SmallRoot
from tests.trees import tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
NEW = "2026-11-22"
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1  # linux/prctl.h, linux/capability.h


def _like_anyone() -> None:
    """A folder's mode binds root too: its right to write everywhere is given up."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def _full_after(size: int) -> None:
    """No file may pass `size` bytes: writing fails in the middle of one, as on a disk that fills up."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def generate(
    root: SmallRoot, output: Path, limit: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """`annuaire generate` in a process of its own, under `limit`."""
    command = [sys.executable, "-m", "generator.cli", "--root", str(root.path), "generate"]
    return subprocess.run(
        [*command, "--output", str(output), "--date", NEW],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An earlier tree, with a page that is not what would be written today; no test changes it."""
    folder = tmp_path_factory.mktemp("made")
    output = folder / "sortie" / "docs"
    result = generate(SmallRoot(folder / "annuaire"), output)
    assert result.returncode == 0, result.stderr
    (output / "index.md").write_text("la version d’hier", encoding="utf-8")
    return output


FAILURES: dict[str, tuple[int, Callable[[], None]]] = {
    "disk full at the first file": (0o755, partial(_full_after, 0)),
    "disk full in the middle of a file": (0o755, partial(_full_after, 100_000)),
    "folder in which nothing may be written": (0o555, _like_anyone),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_is_told_in_french_and_changes_nothing(
    root: SmallRoot, output: Path, failure: str
) -> None:
    mode, limit = FAILURES[failure]
    before = tree(output)
    output.parent.chmod(mode)
    try:
        result = generate(root, output, limit)
    finally:
        output.parent.chmod(0o755)
    assert result.returncode == 2
    assert result.stdout == ""
    told = [line for line in result.stderr.splitlines() if not line.endswith("…")]  # steps
    assert len(told) == 1
    assert told[0].startswith("annuaire: ")
    assert str(output) in told[0]
    assert "écriture impossible" in told[0]
    assert tree(output) == before
    assert [path.name for path in output.parent.iterdir()] == ["docs"]


def test_a_first_tree_is_there_whole_or_not_at_all(root: SmallRoot, tmp_path: Path) -> None:
    output = tmp_path / "sortie" / "docs"
    output.parent.mkdir()
    assert generate(root, output, partial(_full_after, 100_000)).returncode == 2
    assert list(output.parent.iterdir()) == []


def test_a_file_in_the_way_is_told(root: SmallRoot, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("trois ans de travail", encoding="utf-8")
    output = tmp_path / "fichier" / "docs"
    result = generate(root, output)
    assert result.returncode == 2
    assert str(output) in result.stderr
    assert "écriture impossible" in result.stderr
    assert (tmp_path / "fichier").read_text(encoding="utf-8") == "trois ans de travail"

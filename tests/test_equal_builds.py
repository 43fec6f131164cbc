"""The same files on the same day give the same bytes: whatever the path, clock, language or order."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.small_root import SmallRoot
from tests.trees import different, tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
DAY = "2026-11-22"
EPOCH = "1795348800"  # that day, for MkDocs's own dates
ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "COLUMNS": "40"}
OTHER = {
    "PYTHONHASHSEED": "20773", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8",
    # What a text is written in where nobody says it: ASCII.
    "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8",
}  # fmt: skip


def run(arguments: list[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Run a module of Python in `folder`; it must succeed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    result = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert result.returncode == 0, result.stderr


def write_backwards(folder: Path, source: Path) -> None:
    """A copy of `source` whose files are created in the opposite order, at another time."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            place = folder / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
            os.utime(place, (1, 1))


@pytest.fixture
def two_projects(root: SmallRoot, tmp_path: Path) -> tuple[Path, Path]:
    """Two projects of the same files, which MkDocs too can build: two paths, two orders, two times."""
    one, other = root.path, tmp_path / "un autre dossier" / "été" / "projet"
    shutil.copy(ROOT / "mkdocs.yml", one)
    for region in (ROOT / "regions").glob("*.yml"):
        if not (one / "regions" / region.name).exists():
            shutil.copy(region, one / "regions")
    shutil.copytree(ROOT / "docs", one / "docs")
    write_backwards(other, one)
    for project in (one, other):
        (project / "generator").symlink_to(ROOT / "generator")
    return one, other


def test_the_generated_tree_is_the_same(two_projects: tuple[Path, Path], tmp_path: Path) -> None:
    trees = []
    for project, environment in zip(two_projects, (ONE, OTHER), strict=True):
        output = tmp_path / f"sortie-{project.name}"
        run(
            ["generator.cli", "generate", "--output", str(output), "--date", DAY],
            project,
            environment,
        )
        trees.append(tree(output))
    assert len(trees[0]) > 100
    assert different(*trees) == []


def test_the_built_site_is_the_same(two_projects: tuple[Path, Path], tmp_path: Path) -> None:
    trees = []
    for project, environment in zip(two_projects, (ONE, OTHER), strict=True):
        site = tmp_path / f"site-{project.name}"
        run(
            ["mkdocs", "build", "--quiet", "--site-dir", str(site)],
            project,
            {**environment, "SOURCE_DATE_EPOCH": EPOCH},
        )
        trees.append(tree(site))
    assert {"index.html", "sitemap.xml.gz", "contrats/saint-martin/index.html"} <= trees[0].keys()
    assert different(*trees) == []

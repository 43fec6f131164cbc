"""Sites that tests look at: built once by MkDocs, whatever the number of processes that run the tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
FROZEN = Path(__file__).parent / "data/corpus"
"""Some fifty real contracts as they stood one day: correcting those of the project leaves them as they are."""

FROZEN_DAY = date(2026, 11, 24)
EPOCH = "1795478400"
"""The day of the frozen contracts, which their site is built at: its midnight in UTC, in seconds."""


def made_once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder `name` of `shared`, filled by `make` in the first process that wants it; others wait for it."""
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            # A process that failed may have left some of it: each tells the failure by itself.
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def project_of(corpus: Path, folder: Path) -> None:
    """Make `folder` a project of the hand-written pages, the generator, and the contracts of `corpus`."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "generator").symlink_to(ROOT / "generator")
    for name in ("contracts", "regions"):
        (folder / name).symlink_to(corpus / name)


def built(project: Path, site: Path, *options: str, epoch: str | None = EPOCH) -> str:
    """Build `project` with MkDocs into `site`; gives what it said. `epoch`: None is this very day."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if epoch:
        environment["SOURCE_DATE_EPOCH"] = epoch
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(site)],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stderr

"""What is measured: the commands of a checkout on one project, from nothing to one edit in a preview."""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import BenchmarkError, Cost, measured

DAY = date(2026, 11, 24)
_CHECKED = frozenset({0, 1})
_DONE = frozenset({0})
_EDITS = 3
_PATIENCE_S = 900


@dataclass(frozen=True)
class Project:
    """A project's folder, and the program that builds it."""

    root: Path
    code: Path
    """A checkout, whose `generator` the commands import."""

    def __post_init__(self) -> None:
        link = self.root / "generator"
        link.unlink(missing_ok=True)
        link.symlink_to(self.code / "generator")

    @property
    def environment(self) -> dict[str, str]:
        """What its commands run with."""
        return {"PYTHONPATH": str(self.code), "NO_MKDOCS_2_WARNING": "1"}

    def annuaire(self, *arguments: str, fine: frozenset[int] = _DONE) -> Cost:
        """The cost of one command."""
        command = [sys.executable, "-m", "generator.cli", *arguments]
        return measured(command, self.root, self.environment, fine)

    def build(self, on: date = DAY) -> Cost:
        """That of `make site`."""
        return self.annuaire("build", "--output", "build/site", "--date", on.isoformat())

    def forget(self) -> None:
        """Remove what earlier builds left."""
        for folder in (".cache", "build"):
            shutil.rmtree(self.root / folder, ignore_errors=True)


@dataclass(frozen=True)
class Operation:
    """Something to measure, after what makes it ready."""

    name: str
    run: Callable[[], Cost]
    prepare: Callable[[], object] = tuple

    def cost(self) -> Cost:
        """Of one run."""
        self.prepare()
        return self.run()


def operations(project: Project) -> Iterator[Operation]:
    """Each, in the order in which they must run."""
    contracts = sorted((project.root / "contracts").rglob("*.yml"))
    edited = contracts[len(contracts) // 2]
    added = edited.with_name("ajout-2026.yml")
    day = DAY.isoformat()
    yield Operation("check", partial(project.annuaire, "check", fine=_CHECKED))
    yield Operation(
        "generate",
        partial(project.annuaire, "generate", "--output", "build/md", "--date", day),
        project.forget,
    )
    yield Operation("build", project.build, project.forget)
    yield Operation("same", project.build)
    yield Operation("edit", project.build, partial(_edit, edited, "essai"))
    yield Operation("add", project.build, partial(_add, edited, added))
    yield Operation("day", partial(project.build, DAY + timedelta(1)))
    yield Operation("serve", partial(_served, project, edited), added.unlink)


def _edit(path: Path, word: str) -> None:
    """Change what the contract's page says of its carrier."""
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r'^porteur: "?(.*?)(?: \(\w+\))?"?$', rf'porteur: "\1 ({word})"', text, flags=re.M),
        encoding="utf-8",
    )


def _add(model: Path, path: Path) -> None:
    text = re.sub(r"^(precedent|rang): .*\n", "", model.read_text(encoding="utf-8"), flags=re.M)
    path.write_text(text.replace("nom: ", "nom: Nouveau ", 1), encoding="utf-8")


def _served(project: Project, path: Path) -> Cost:
    """From the saved file to the new page, the median of some edits after a first one."""
    with _server(project) as address:
        times = [_shown(address, path, f"mot{number}") for number in range(_EDITS + 1)][1:]
    return Cost(statistics.median(times), 0.0, 0.0)


@contextmanager
def _server(project: Project) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "-a", host]
    with subprocess.Popen(
        command,
        cwd=project.root,
        env={**os.environ, **project.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait(f"http://{host}/", "Annuaire")
            yield f"http://{host}/"
        finally:
            server.terminate()


def _shown(address: str, path: Path, word: str) -> float:
    time.sleep(1)  # the server looks for changes now and then: a save comes at any instant of that
    start = time.perf_counter()
    _edit(path, word)
    _wait(f"{address}contrats/{path.stem}/", word)
    return time.perf_counter() - start


def _wait(address: str, word: str) -> None:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE_S) as page:
                if word in page.read().decode("utf-8"):
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise BenchmarkError(f"{address} does not show « {word} »")

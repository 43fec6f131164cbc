"""A site built with what earlier builds left is the site built from nothing, byte for byte."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from jinja2 import BaseLoader, Environment

from generator.publish.cache import FILE, FOLDER
from generator.publish.digest import view_digest
from generator.site.files import SitePage
from generator.site.room import View
from generator.site.shell.templating import environment
from tests.incremental import GLOSSARY, PAGE, THEME, Project
from tests.small_root import CORNOUAILLE_2023, contract_text
from tests.trees import different, tree

pytestmark = pytest.mark.slow

SEQUENCES = int(os.environ.get("ANNUAIRE_SEQUENCES", "1"))
"""Sequences of changes that are tried; `make soak` tries 500."""

STEPS = 6

TEMPLATES = ("contract/page.md.j2", "shell/macros.md.j2", "explorer/page.md.j2")

texts = st.sampled_from(["Bien vieillir", "L’eau & l’air", "Écrans : en parler", "Santé *mentale*"])
years = st.integers(2024, 2031)


class Changed(BaseLoader):
    """The rooms' templates, some of them with a line more."""

    def __init__(self, loader: BaseLoader) -> None:
        self.loader = loader
        self.more: dict[str, str] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:
        source, name, _ = self.loader.get_source(environment, template)
        more = self.more.get(template, "")
        return source + more, name, lambda: self.more.get(template, "") == more


class Site(RuleBasedStateMachine):
    """Changes of every kind, one after the other; after each the site is as if built from nothing."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory(prefix="annuaire-")
        self.project = Project(Path(self.folder.name))
        self.templates = environment()
        assert self.templates.loader is not None
        self.loader = Changed(self.templates.loader)
        self.templates.loader = self.loader
        self.numbers = iter(range(1000))
        self.project.again()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.templates.loader = self.loader.loader
            self.folder.cleanup()

    def _write(self, name: str, text: str) -> None:
        self.project.root.write(name, text)
        self._compare()

    def _compare(self) -> None:
        assert different(self.project.again(), self.project.anew()) == []

    def _one(self, choice: int) -> str:
        paths = self.project.contracts()
        return paths[choice % len(paths)]

    @rule(choice=st.integers(0, 99), text=texts)
    def note(self, choice: int, text: str) -> None:
        path = self._one(choice)
        lines = [
            line for line in self.project.text(path).splitlines() if not line.startswith("note:")
        ]
        self._write(path, "\n".join([*lines, f'note: "{text}"', ""]))

    @rule(choice=st.integers(0, 99), end=years)
    def end(self, choice: int, end: int) -> None:
        path = self._one(choice)
        text = (
            self.project.text(path)
            .replace("fin: 2028", f"fin: {end}")
            .replace("fin: 2033", f"fin: {end}")
        )
        self._write(path, text)

    @rule(text=texts)
    def action(self, text: str) -> None:
        path = "contracts/bretagne/cornouaille-2023.yml"
        if path in self.project.contracts():
            title = "Écrans : en parler en famille"
            self._write(path, CORNOUAILLE_2023.replace(title, text))

    @rule(year=years, commune=st.sampled_from(["29232", "29039", "35238"]))
    def add(self, year: int, commune: str) -> None:
        number = next(self.numbers)
        name = f"Contrat local de santé de Quimper, numéro {number}"
        text = contract_text(
            nom=name,
            territoire=f'{{communes: ["{commune}"]}}',
            duree=f"{{debut: {year}, annees: 5}}",
        )
        self._write(f"contracts/bretagne/quimper-{number}.yml", text)

    @precondition(lambda self: len(self.project.contracts()) > 2)
    @rule(choice=st.integers(0, 99))
    def remove(self, choice: int) -> None:
        path = self._one(choice)
        if "cornouaille-2018" not in path:
            (self.project.root.path / path).unlink()
            self._compare()

    @rule()
    def rename(self) -> None:
        for path in self.project.contracts():
            if "saint-martin" in path:
                text = self.project.text(path)
                former = Path(path).stem
                (self.project.root.path / path).unlink()
                with suppress(ValueError):
                    text = text[: text.index("anciens_identifiants")]
                new = f"saint-martin-{next(self.numbers)}"
                self._write(
                    f"contracts/guadeloupe/{new}.yml", f"{text}anciens_identifiants: [{former}]\n"
                )

    @rule(days=st.sampled_from([1, 30, 800, -700]))
    def day(self, days: int) -> None:
        self.project.day += timedelta(days)
        self._compare()

    @rule(text=texts)
    def page(self, text: str) -> None:
        self._write("docs/comprendre/index.md", f"{PAGE}\n{text}\n")

    @rule(sense=st.sampled_from(["agence de santé", "autre chose"]))
    def glossary(self, sense: str) -> None:
        self._write(
            "docs/comprendre/glossaire.md", GLOSSARY.replace("agence régionale de santé", sense)
        )

    @rule(name=st.sampled_from(TEMPLATES), text=texts)
    def template(self, name: str, text: str) -> None:
        self.loader.more[name] = "" if name.startswith("shell") else f"\n\n{text}\n"
        if name.startswith("shell"):
            self.loader.more[name] = f"{{# {text} #}}"
        self._compare()

    @rule(text=texts)
    def theme(self, text: str) -> None:
        path = f"{THEME.as_posix()}/partials/copyright.html"
        self._write(path, f"{self.project.text(path)}<!-- {text} -->\n")

    @rule(name=st.sampled_from(["Annuaire des CLS", "Les contrats"]))
    def configuration(self, name: str) -> None:
        lines = self.project.text("mkdocs.yml").splitlines()
        self._write("mkdocs.yml", "\n".join([f"site_name: {name}", *lines[1:], ""]))

    @rule(size=st.integers(0, 200_000))
    def damage(self, size: int) -> None:
        path = self.project.root.path / FOLDER / FILE
        if path.exists():
            os.truncate(path, min(size, path.stat().st_size))
        self._compare()


def test_random_changes_leave_the_site_that_is_built_from_nothing() -> None:
    run_state_machine_as_test(
        Site,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_page_that_would_not_be_made_again_is_noticed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Planted: a digest that forgets what a contract does. The comparison must see it."""
    monkeypatch.setattr(
        "generator.publish.made.view_digest",
        lambda view: view_digest(view.head.title if hasattr(view, "head") else view),
    )
    project.again()
    path = "contracts/bretagne/cornouaille-2023.yml"
    project.root.write(path, CORNOUAILLE_2023.replace("en famille", "à l’école"))
    assert "contrats/cornouaille-2023/index.html" in different(project.again(), project.anew())


def test_nothing_is_made_again_when_nothing_changes_and_one_edit_makes_few(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.again()
    printed: list[str] = []
    monkeypatch.setattr("generator.publish.cores.sys.platform", "none")  # one process, to count
    kept = SitePage.printed

    def counted(page: SitePage, view: View) -> str:
        printed.append(page.path)
        return kept(page, view)

    monkeypatch.setattr(SitePage, "printed", counted)
    project.again()
    assert printed == []
    path = "contracts/bretagne/cornouaille-2023.yml"
    project.root.write(path, CORNOUAILLE_2023.replace("en famille", "à l’école"))
    project.again()
    assert "contrats/cornouaille-2023/index.md" in printed
    assert len(printed) < 20


BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]


def _environment(project: Project) -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": project.epoch, "NO_MKDOCS_2_WARNING": "1"}


def test_two_builds_at_once_share_the_cache(project: Project, tmp_path: Path) -> None:
    def start(name: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*BUILD, str(tmp_path / name)],
            cwd=project.root.path,
            env=_environment(project),
            stderr=subprocess.DEVNULL,
        )

    builds = [start("one"), start("other")]
    assert [build.wait(120) for build in builds] == [0, 0]
    expected = project.anew()
    assert different(tree(tmp_path / "one"), expected) == []
    assert different(tree(tmp_path / "other"), expected) == []
    assert different(project.again(), expected) == []


@pytest.mark.parametrize("after_s", [0.9, 1.8])
def test_a_build_that_is_killed_leaves_a_cache_that_serves(
    project: Project, tmp_path: Path, after_s: float
) -> None:
    with subprocess.Popen(
        [*BUILD, str(tmp_path / "killed")],
        cwd=project.root.path,
        env=_environment(project),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as build:
        with suppress(subprocess.TimeoutExpired):
            build.wait(after_s)
        with suppress(ProcessLookupError):
            os.killpg(build.pid, signal.SIGKILL)
    assert different(project.again(), project.anew()) == []

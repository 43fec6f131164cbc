"""Others at the same work: plain MkDocs and Zensical over the same Markdown, check-jsonschema over the same YAML."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from tests.benchmarks.measure import BenchmarkError, measured
from tests.benchmarks.operations import DAY, Operation, Project

_DONE = frozenset({0})
_CHECKED = frozenset({0, 1})
_PACKAGES = ("zensical", "check-jsonschema")


def peers(project: Project, tools: Path | None, scratch: Path) -> Iterator[Operation]:
    """Each; `tools` is the environment that `installed` made, if it could."""
    plain = scratch / "plain"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    yield Operation(
        "plain",
        partial(measured, mkdocs, plain, project.environment, _DONE),
        partial(_write_plain, project, plain),
    )
    if tools is None:
        return
    zensical = [str(tools / "bin" / "zensical"), "build", "--clean", "-f", "mkdocs.yml"]
    yield Operation("zensical", partial(measured, zensical, plain, {}, _DONE))
    contracts = sorted(str(path) for path in (project.root / "contracts").rglob("*.yml"))
    schema = project.root / "contracts" / "contrat.schema.json"
    check = [str(tools / "bin" / "check-jsonschema"), "--schemafile", str(schema), *contracts]
    yield Operation("jsonschema", partial(measured, check, project.root, {}, _CHECKED))


def installed(folder: Path) -> Path | None:
    """An environment of Python that holds the peers; None where they cannot be had."""
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *_PACKAGES]
        subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return None
    return folder


def _write_plain(project: Project, plain: Path) -> None:
    """The very Markdown that `annuaire generate` writes, for MkDocs with Material and its own search."""
    shutil.rmtree(plain, ignore_errors=True)
    shutil.copytree(project.root / "docs", plain / "docs")
    tree = plain / "tree"
    project.annuaire("generate", "--output", str(tree), "--date", DAY.isoformat())
    shutil.copytree(tree, plain / "docs", dirs_exist_ok=True)
    shutil.rmtree(tree)
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    config = yaml.safe_load(text)
    config["site_url"] = "http://127.0.0.1:8000/"
    config["site_dir"] = "site"
    config["plugins"] = [{"search": {"lang": "fr"}}]
    del config["theme"]["custom_dir"]
    extensions = config["markdown_extensions"]
    config["markdown_extensions"] = [name for name in extensions if "generator." not in str(name)]
    if not config["markdown_extensions"]:
        raise BenchmarkError("mkdocs.yml names no extension of Markdown")
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")

"""`annuaire addresses`: no address that was published is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import main
from generator.source.published import FILE
from tests.small_root import SmallRoot


@pytest.fixture
def site(root: SmallRoot) -> Path:
    built = root.path / "build/site"
    for page in ("", "contrats/a-2024/", "404.d/"):
        (built / page).mkdir(parents=True)
        (built / page / "index.html").write_text("<!doctype html>")
    for file in ("donnees/contrats.csv", "assets/shell/base.css", "404.html"):
        (built / file).parent.mkdir(parents=True, exist_ok=True)
        (built / file).write_text("")
    return built


def run(root: SmallRoot, *options: str) -> int:
    return main(["--root", str(root.path), "addresses", *options])


def test_the_list_grows_with_pages_and_public_files(root: SmallRoot, site: Path) -> None:
    assert run(root, "--write") == 0
    (site / "contrats/b-2025").mkdir()
    (site / "contrats/b-2025/index.html").write_text("<!doctype html>")
    assert run(root, "--write") == 0
    lines = (root.path / FILE).read_text().splitlines()
    assert lines[0].startswith("# Every address")
    assert lines[1:] == ["404.d/", "contrats/a-2024/", "contrats/b-2025/", "donnees/contrats.csv"]


def test_a_lost_address_is_told_and_the_list_keeps_it(
    root: SmallRoot, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "--write") == 0
    before = (root.path / FILE).read_text()
    (site / "contrats/a-2024/index.html").unlink()
    assert run(root, "--write") == 1
    assert "adresse perdue : contrats/a-2024/" in capsys.readouterr().err
    assert (root.path / FILE).read_text() == before


def test_without_a_built_site_it_says_what_to_run(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root) == 2
    assert "annuaire build" in capsys.readouterr().err


def test_a_renamed_file_keeps_its_address(root: SmallRoot) -> None:
    root.write(FILE, "contrats/\ncontrats/cornouaille-2023/\ncontrats/quimper-1999/\n")
    lost = [problem for problem in root.load().problems if problem.path == FILE]
    assert [(problem.line, problem.rule) for problem in lost] == [(3, "adresse-perdue")]
    assert "anciens_identifiants: [quimper-1999]" in str(lost[0].proposal)
    path = "contracts/bretagne/cornouaille-2023.yml"
    text = (root.path / path).read_text()
    root.write(path, f"{text}\nanciens_identifiants: [quimper-1999]\n")
    assert not root.load().errors

"""What a run of the tests says of the browser: how many used it, and a failure where none did."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]

FIXTURE = """
import pytest

@pytest.fixture(scope="session")
def browser():
    {browser}

@pytest.fixture
def page(browser):
    return browser

def test_without():
    pass
"""
RAN = "def test_ran(page): assert page == 1\n"
SKIPPED = "def test_skipped(browser): pytest.skip('tired')\n"
FAILED = "def test_failed(browser): raise AssertionError\n"


def run(folder: Path, tests: str, *options: str, browser: str = "return 1") -> tuple[int, str]:
    """Exit code and output of pytest on a file of these tests."""
    (folder / "test_it.py").write_text(FIXTURE.format(browser=browser) + tests, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.browser_tally", "-c", os.devnull]
    done = subprocess.run(
        [*command, "--rootdir", str(folder), "-p", "no:cacheprovider", *options, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


TWO = ("-p", "xdist", "-n", "2")


@pytest.mark.parametrize(
    ("tests", "told", "code", "options"),
    [
        (RAN, "Browser tests: 1 ran, 0 skipped\n", 0, ()),
        (RAN + FAILED, "Browser tests: 2 ran, 0 skipped\n", 1, ()),
        (SKIPPED, "Browser tests: 0 ran, 1 skipped\n", 1, ()),
        ("", "Browser tests: 0 ran, 0 skipped\n", 1, ()),
        (RAN + SKIPPED, "Browser tests: 1 ran, 1 skipped\n", 0, TWO),
        ("", "Browser tests: 0 ran, 0 skipped\n", 1, TWO),
    ],
)
def test_the_tally_is_told_and_none_fails_where_one_is_needed(
    tmp_path: Path, tests: str, told: str, code: int, options: tuple[str, ...]
) -> None:
    found, output = run(tmp_path, tests, "--need-browser", *options)
    assert told in output
    assert found == code
    assert re.fullmatch(r"(=+ )?.*\d+ \w+.* in [\d.]+s( =+)?", output.splitlines()[-1])


def test_none_is_told_and_passes_where_none_is_needed(tmp_path: Path) -> None:
    found, output = run(tmp_path, "")
    assert "Browser tests: 0 ran, 0 skipped\n" in output
    assert found == 0


def test_a_browser_that_does_not_start_fails_its_tests(tmp_path: Path) -> None:
    found, output = run(tmp_path, RAN, browser="raise OSError('no browser')")
    assert "Browser tests: 0 ran, 0 skipped, 1 could not start\n" in output
    assert found == 1


def test_our_own_browser_tests_fail_where_there_is_none(tmp_path: Path) -> None:
    test = "tests/browser/test_explorer.py::test_headings_sort_with_the_keyboard"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", test],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Browser tests: 0 ran, 0 skipped, 1 could not start\n" in done.stdout
    assert done.returncode == 1

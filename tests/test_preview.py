"""`mkdocs serve`: a saved file is shown, a wrong one is told of in the page, the last good site stays."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.incremental import ROOT, Project
from tests.small_root import CORNOUAILLE_2023, contract_text

pytestmark = pytest.mark.slow

PATH = "contracts/bretagne/cornouaille-2023.yml"
PAGE = "contrats/cornouaille-2023/"
PATIENCE_S = 60
NOTICE = 'class="admonition failure"'


class Served:
    """A project, and what its preview shows."""

    def __init__(self, project: Project, address: str) -> None:
        self.project = project
        self._address = address

    def page(self, path: str) -> str:
        """The page at `path`, empty where there is none."""
        try:
            with urllib.request.urlopen(self._address + path, timeout=PATIENCE_S) as page:
                text: str = page.read().decode("utf-8")
                return text
        except urllib.error.HTTPError:
            return ""

    def wait(self, path: str, condition: Callable[[str], bool]) -> str:
        """The page at `path` once it is so."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            if condition(text := self.page(path)):
                return text
            time.sleep(0.05)
        raise AssertionError(f"{path} is not so after {PATIENCE_S} s")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = Project(tmp_path_factory.mktemp("preview"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "-a", host]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command,
        cwd=project.root.path,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _answers(host)
            yield Served(project, f"http://{host}/")
        finally:
            server.send_signal(signal.SIGTERM)


def _answers(host: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://{host}/", timeout=PATIENCE_S).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the preview does not answer")


def test_what_is_saved_is_shown(served: Served) -> None:
    served.project.root.write(PATH, CORNOUAILLE_2023.replace("en famille", "à l’école"))
    served.wait(PAGE, lambda page: "à l’école" in page)
    # What another page says of it too.
    served.wait("themes/jeunes/", lambda page: "à l’école" in page)


def test_a_wrong_file_is_told_in_each_page_and_the_next_save_mends_it(served: Served) -> None:
    served.project.root.write(PATH, CORNOUAILLE_2023)
    served.wait(PAGE, lambda page: "en famille" in page)
    wrong = CORNOUAILLE_2023.replace("porteur:", "porteur <script>alert(1)</script>:")
    served.project.root.write(PATH, wrong)
    page = served.wait(PAGE, lambda page: NOTICE in page)
    assert f"{PATH}:6:1" in page  # its line
    assert "erreur" in page
    assert "en famille" in page  # the last good page stays
    assert "<script>alert" not in page
    assert NOTICE in served.page("")
    assert served.page("sitemap.xml").startswith("<?xml")
    served.project.root.write(PATH, CORNOUAILLE_2023.replace("en famille", "entre amis"))
    page = served.wait(PAGE, lambda page: NOTICE not in page)
    assert "entre amis" in page


def test_a_new_contract_gets_its_page_and_loses_it(served: Served) -> None:
    new = served.project.root.write("contracts/bretagne/quimper-2029.yml", contract_text())
    served.wait("contrats/quimper-2029/", lambda page: "Quimper Bretagne Occidentale" in page)
    new.unlink()
    served.wait("contrats/quimper-2029/", lambda page: not page)


def test_a_page_written_by_hand_is_followed(served: Served) -> None:
    page = served.project.root.path / "docs/comprendre/index.md"
    page.write_text(page.read_text("utf-8") + "\nUne phrase de plus.\n", "utf-8")
    served.wait("comprendre/", lambda text: "Une phrase de plus" in text)


def test_a_file_that_is_wrong_while_a_page_changes_does_not_empty_the_site(served: Served) -> None:
    good = served.project.text(PATH)
    served.project.root.write(PATH, "nom: [\n")
    page = Path(served.project.root.path / "docs/comprendre/index.md")
    page.write_text(page.read_text("utf-8") + "\nUne autre phrase.\n", "utf-8")
    assert "Cornouaille" in served.wait(PAGE, lambda text: NOTICE in text)
    served.project.root.write(PATH, good)
    served.wait("comprendre/", lambda text: "Une autre phrase" in text and NOTICE not in text)

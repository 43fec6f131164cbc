"""`annuaire build` on a small root: what is published, what is said, what is left, whoever stops it."""

from __future__ import annotations

import os
import select
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.site import is_our_site
from tests.small_root import SmallRoot

pytestmark = pytest.mark.slow

CONFIGURATION = """\
site_name: Essai
theme: {name: mkdocs}
plugins: []
hooks: [hook.py]
"""
WAIT = """
import os, signal
def on_post_build(config):
    if "GATE" in os.environ:
        os.open(os.environ["GATE"], os.O_WRONLY)  # tells the test that the build has come here
        open(os.environ["GATE"] + ".in").read()  # and waits for it
"""


@pytest.fixture
def project(root: SmallRoot) -> SmallRoot:
    """A root that MkDocs builds in an instant: its own theme, one page, no plugin."""
    root.write("mkdocs.yml", CONFIGURATION)
    root.write("docs/index.md", "# Bienvenue\n")
    root.write("hook.py", WAIT)
    return root


class Gate:
    """A place in the build where it tells the test that it is there, and waits."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "gate"
        os.mkfifo(self.path)
        os.mkfifo(f"{self.path}.in")

    def reached(self) -> int:
        """Wait for the build; the descriptor given ends when the build's process does."""
        return os.open(self.path, os.O_RDONLY)

    def open(self) -> None:
        """Let the build go on."""
        with Path(f"{self.path}.in").open("w"):
            pass

    def ended(self, alive: int) -> bool:
        """Whether the build's process ends by itself; else it is let go on, so as to end."""
        if select.select([alive], [], [], 60)[0]:
            return True
        self.open()
        return False


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    return Gate(tmp_path)


def launched(
    project: SmallRoot, *arguments: str, gate: Gate | None = None
) -> subprocess.Popen[str]:
    environment = {**os.environ, **({"GATE": str(gate.path)} if gate else {})}
    return subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "--root", str(project.path), "build", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def build(project: SmallRoot, *arguments: str | Path) -> int:
    return main(["--root", str(project.path), "build", *map(str, arguments)])


def built(project: SmallRoot) -> Path:
    """A first edition, published."""
    assert build(project) == 0
    return project.path / "build" / "site"


def change(project: SmallRoot) -> None:
    project.write("docs/index.md", "# Nouvelle édition\n")


def page(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def test_the_site_is_published_and_nothing_else_is_left(
    project: SmallRoot, capfd: pytest.CaptureFixture[str]
) -> None:
    site = built(project)
    assert "Bienvenue" in page(site)
    change(project)
    assert build(project) == 0
    assert "Nouvelle édition" in page(site)
    assert list(site.parent.iterdir()) == [site]
    files = [path for path in site.rglob("*") if path.is_file()]
    assert not [path for path in files if path.name.startswith(".")]
    out, err = capfd.readouterr()
    assert out.endswith(f"{len(files)} fichiers publiés dans {site}\n")
    assert err == ""


def test_a_web_server_reads_what_is_published_whatever_the_umask(
    project: SmallRoot, tmp_path: Path
) -> None:
    for command in ("build", "generate"):
        output = tmp_path / command / "www" / "site"
        subprocess.run(
            [
                *(sys.executable, "-m", "generator.cli", "--root", str(project.path)),
                *(command, "--output", str(output), "--date", "2026-11-22"),
            ],
            umask=0o077,
            check=True,
        )
        modes = {
            (path.is_dir(), stat.S_IMODE(path.stat().st_mode))
            for path in (tmp_path / command, output.parent, output, *output.rglob("*"))
        }
        assert modes == {(True, 0o755), (False, 0o644)}


def test_a_build_that_warns_fails_and_keeps_the_last_site(
    project: SmallRoot, capfd: pytest.CaptureFixture[str]
) -> None:
    site = built(project)
    project.write("docs/index.md", "# Nouvelle édition\n\n[perdue](nulle-part.md)\n")
    assert build(project) == 1
    assert "Bienvenue" in page(site)
    assert list(site.parent.iterdir()) == [site]
    err = capfd.readouterr().err
    assert "nulle-part.md" in err
    assert err.endswith(f"annuaire: le site n’est pas construit : {site} n’a pas changé\n")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_request_to_stop_ends_the_build_and_keeps_the_last_site(
    project: SmallRoot, gate: Gate, number: signal.Signals, code: int
) -> None:
    site = built(project)
    change(project)
    process = launched(project, gate=gate)
    alive = gate.reached()
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert gate.ended(alive)
    assert (process.returncode, out) == (code, "")
    assert err == "annuaire: interrompu, rien n’a été publié\n"
    assert "Bienvenue" in page(site)
    assert list(site.parent.iterdir()) == [site]


def test_a_killed_build_ends_with_its_child_and_the_next_one_cleans(
    project: SmallRoot, gate: Gate
) -> None:
    site = built(project)
    change(project)
    process = launched(project, gate=gate)
    alive = gate.reached()
    process.kill()
    process.communicate()
    assert gate.ended(alive)
    assert "Bienvenue" in page(site)
    assert build(project) == 0
    assert "Nouvelle édition" in page(site)
    assert list(site.parent.iterdir()) == [site]


def test_two_builds_of_one_folder_are_one_too_many(
    project: SmallRoot, gate: Gate, capfd: pytest.CaptureFixture[str]
) -> None:
    site = built(project)
    change(project)
    process = launched(project, gate=gate)
    alive = gate.reached()
    assert build(project) == 2
    err = capfd.readouterr().err
    assert f"{site} est en cours d’écriture par le processus {process.pid}, depuis le" in err
    assert f"« kill {process.pid} »" in err
    gate.open()
    assert process.wait() == 0
    process.communicate()
    os.close(alive)
    assert "Nouvelle édition" in page(site)
    assert list(site.parent.iterdir()) == [site]


def test_two_builds_of_two_folders_are_well(project: SmallRoot, gate: Gate, tmp_path: Path) -> None:
    day = ("--date", "2026-11-22")
    process = launched(project, *day, gate=gate)
    alive = gate.reached()
    assert build(project, "--output", tmp_path / "autre", *day) == 0
    gate.open()
    process.communicate()
    os.close(alive)
    assert process.returncode == 0
    assert page(tmp_path / "autre") == page(project.path / "build" / "site")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("these.txt", "these.txt existe et n’est pas un dossier : choisissez un autre nom"),
        (".", "contient des fichiers qui ne viennent pas d’annuaire build"),
        ("lien", "lien est un lien vers mon-site : donnez ce dossier lui-même"),
        ("clone", "clone contient .git, qui ne vient pas d’annuaire build"),
        ("mon-site", "mon-site contient des fichiers qui ne viennent pas d’annuaire build"),
        ("these.txt/site", "écriture impossible, un fichier porte déjà ce nom"),
        ("n" * 300, "écriture impossible, le nom est trop long"),
        ("/", "/ est un point de montage, qui ne se remplace pas"),
    ],
)
def test_what_is_not_ours_is_never_replaced(
    project: SmallRoot,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    given: str,
    told: str,
) -> None:
    home = tmp_path / "home"
    (home / "mon-site").mkdir(parents=True)
    (home / "mon-site" / "index.html").write_text("bonjour", encoding="utf-8")
    (home / "these.txt").write_text("trois ans de travail", encoding="utf-8")
    (home / "lien").symlink_to("mon-site")
    (home / "clone" / ".git").mkdir(parents=True)
    before = sorted(home.rglob("*"))
    project.write("hook.py", "raise SystemExit('MkDocs was run')")
    assert build(project, "--output", home / given) == 2
    assert told in capfd.readouterr().err
    assert sorted(home.rglob("*")) == before


def test_a_site_of_ours_is_replaced_wherever_it_is(project: SmallRoot, tmp_path: Path) -> None:
    output = tmp_path / "www"
    for name in ("404.html", "sitemap.xml", "contrats/a/index.html"):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("ancienne édition", encoding="utf-8")
    assert not is_our_site(output)
    for name in ("contrats", "echeances", "regions"):
        (output / name).mkdir(exist_ok=True)
        (output / name / "index.html").write_text("ancienne édition", encoding="utf-8")
    assert is_our_site(output)
    assert build(project, "--output", output) == 0
    assert not (output / "contrats").exists()


def test_the_folder_of_the_project_is_ours_even_half_written(project: SmallRoot) -> None:
    project.write("build/site/index.html", "mkdocs build was stopped here")
    assert "Bienvenue" in page(built(project))


def test_a_full_disk_is_told_in_french(
    project: SmallRoot, capfd: pytest.CaptureFixture[str]
) -> None:
    site = built(project)
    project.write(
        "hook.py",
        "import errno, os\n"
        "def on_post_build(config):\n"
        "    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), config.site_dir)\n",
    )
    assert build(project) == 1
    err = capfd.readouterr().err
    assert "tree : le disque est plein\n" in err
    assert "Traceback" not in err
    assert "Bienvenue" in page(site)
    assert list(site.parent.iterdir()) == [site]


def test_the_day_is_the_one_asked_for(
    project: SmallRoot, capfd: pytest.CaptureFixture[str]
) -> None:
    project.write(
        "hook.py",
        "import os\nfrom generator.clock import build_date\n"
        "def on_page_markdown(text, **_):\n    return f'Au {build_date()}'\n",
    )
    assert build(project, "--date", "2026-11-22") == 0
    assert "Au 2026-11-22" in page(project.path / "build" / "site")
    assert build(project, "--date", "demain") == 2
    assert "date « demain » mal formée" in capfd.readouterr().err


def test_a_folder_without_configuration_is_no_root(
    root: SmallRoot, capfd: pytest.CaptureFixture[str]
) -> None:
    assert build(root) == 2
    assert f"pas de fichier mkdocs.yml dans {root.path}" in capfd.readouterr().err

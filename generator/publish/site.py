"""From the project's folder to its published site: MkDocs builds it aside, then it takes its place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.publish.errors import PublishError, told
from generator.publish.workspace import Workspace, place_of, workspace

DEFAULT_OUTPUT = Path("build", "site")
"""Where the site is published, from the project's folder; `mkdocs build` alone empties it too."""

_SIGNS = (
    "404.html",
    "sitemap.xml",
    "contrats/index.html",
    "echeances/index.html",
    "regions/index.html",
)
"""Pages that every edition of the site has, their addresses being permanent, and no other site."""

_OF_THE_SYSTEM = {".DS_Store"}


class BuildFailedError(Exception):
    """MkDocs did not build the site, and has said why; the text, in French, says what follows."""


def publish_site(root: Path, output: Path, on: date | None = None) -> int:
    """Build the site of `root` and publish it as `output`; gives the number of its files.

    `on` is the day of the statuses, else SOURCE_DATE_EPOCH's, else today. A failure or an
    interruption leaves `output` as it was. Raises PublishError, BuildFailedError.
    """
    default = place_of(root / DEFAULT_OUTPUT)

    def objection(folder: Path) -> str | None:
        # What is hidden was not built: a clone's .git, an .htaccess.
        hidden = sorted(path.name for path in folder.glob(".*") if path.name not in _OF_THE_SYSTEM)
        if hidden:
            return f"contient {hidden[0]}, qui ne vient pas d’annuaire build"
        if folder == default or is_our_site(folder):
            return None
        return "contient des fichiers qui ne viennent pas d’annuaire build"

    with workspace(output, objection) as work:
        _build(root, work, on)
        if not work.tree.is_dir():
            raise PublishError(f"{output} : MkDocs n’a rien écrit")
        return work.publish()


def is_our_site(folder: Path) -> bool:
    """Whether `folder` is an edition of the site, of this version or of an earlier one."""
    return all((folder / name).is_file() for name in _SIGNS)


def _build(root: Path, work: Workspace, on: date | None) -> None:
    temporary = work.scratch / "tmp"
    with told(work.output):
        temporary.mkdir()
    command = [
        *(sys.executable, "-m", "generator.publish.build_process"),
        *("build", "--strict", "--site-dir", str(work.tree)),
    ]
    with subprocess.Popen(
        command,
        cwd=root,
        env=_environment(temporary, on),
        stdin=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for the command, which then ends its child
    ) as process:
        try:
            code = process.wait()
        except BaseException:
            _kill(process)
            raise
    if code < 0:
        raise BuildFailedError(
            f"MkDocs a été arrêté par le système (signal {-code}) : {work.output} n’a pas changé"
        )
    if code:
        raise BuildFailedError(f"le site n’est pas construit : {work.output} n’a pas changé")


def _environment(temporary: Path, on: date | None) -> Mapping[str, str]:
    """What the child sees: its temporary files are ours, hence removed even when it is killed."""
    environment = {
        **os.environ,
        **{name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")},
        # Material prints a page of warning on MkDocs 2 at each run; our requirements keep MkDocs 1.
        "NO_MKDOCS_2_WARNING": "1",
    }
    if on is not None:
        midnight = datetime.combine(on, time(), tzinfo=UTC)
        environment["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    return environment


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child and those that it started."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()

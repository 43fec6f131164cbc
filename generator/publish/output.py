"""Writing a generated tree: all of it or none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.publish.errors import told
from generator.publish.made import MadeFile
from generator.publish.progress import Progress
from generator.publish.workspace import workspace

MARKER = ".annuaire"
"""File that says that a folder was written by us, hence may be replaced."""


def write_tree(output: Path, files: Iterable[MadeFile], progress: Progress) -> int:
    """Replace `output` by `files` and give their number. Raises PublishError.

    The tree is written beside `output` and takes its place once complete, so that a failure leaves
    what was there. A folder that holds something else than our own output is never replaced.
    """
    with workspace(output, _objection) as work:
        for file in files:
            with told(output):
                _write(work.tree / file.path, file.read())
        progress.step("Publication")
        with told(output):
            _write(work.tree / MARKER, "Dossier écrit par annuaire generate.\n".encode())
        return work.publish() - 1


def _objection(folder: Path) -> str | None:
    if (folder / MARKER).is_file():
        return None
    return "contient des fichiers qui ne viennent pas d’annuaire generate"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

"""Writing a generated tree: all of it or none."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.site.files import SiteFile

MARKER = ".annuaire"
"""File that says that a folder was written by us, hence may be replaced."""


class OutputError(Exception):
    """The folder cannot be written; its text says why, in French."""


def write_tree(output: Path, files: Sequence[SiteFile]) -> int:
    """Replace `output` by `files` and give their number. Raises OutputError.

    The tree is written beside `output` and moved there once complete, so that a failure leaves what
    was there. A folder that holds something else than our own output is never replaced.
    """
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output} existe et n’est pas un dossier")
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        raise OutputError(
            f"{output} contient des fichiers qui ne viennent pas d’annuaire : choisissez un autre dossier"
        )
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=".annuaire-") as scratch:
            tree = Path(scratch) / "tree"
            for file in files:
                _write(tree / file.path, file.content)
            (tree / MARKER).write_text("Dossier écrit par annuaire generate.\n", encoding="utf-8")
            if output.exists():
                output.replace(Path(scratch) / "previous")
            tree.replace(output)
    except OSError as error:
        raise OutputError(f"{output} : écriture impossible ({error.strerror})") from None
    return len(files)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

"""`annuaire schema`: the JSON Schemas beside the data, and each file's line to its schema."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.source.schema_files import files_without_line, stale_schemas
from generator.source.visible import visible


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--check", action="store_true", help="dire seulement s’ils sont périmés, sans rien écrire"
    )


def run(options: argparse.Namespace) -> int:
    """Write what is stale; with --check, say so, and 1 when something is."""
    stale = stale_schemas(options.root)
    if options.check:
        for path, _ in stale:
            print(f"{_shown(options, path)} : périmé")
        if stale:
            print("Lancez « annuaire schema » pour les mettre à jour.", file=sys.stderr)
        return 1 if stale else 0
    for path, text in stale:
        _write(path, text)
        print(f"{_shown(options, path)} : écrit")
    for path, text in files_without_line(options.root):
        _write(path, text)
        print(f"{_shown(options, path)} : ligne du schéma écrite")
    return 0


def _shown(options: argparse.Namespace, path: Path) -> str:
    return visible(path.relative_to(options.root).as_posix())


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")  # ends of lines stay what they are

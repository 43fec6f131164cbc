"""The command line `annuaire`: what it is called with, and which command answers."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from generator.cli import addresses, build, check, generate, schema
from generator.cli.french import in_french
from generator.cli.misuse import misuse
from generator.source.loader import CONTRACTS, REGIONS
from generator.source.visible import visible


@dataclass(frozen=True, slots=True)
class _Command:
    about: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


_COMMANDS = {
    "check": _Command(
        "vérifier les fichiers et montrer chaque problème", check.add_arguments, check.run
    ),
    "schema": _Command(
        "écrire les schémas JSON à côté des données", schema.add_arguments, schema.run
    ),
    "build": _Command(
        "construire le site et le publier d’un seul coup", build.add_arguments, build.run
    ),
    "addresses": _Command(
        "vérifier qu’aucune adresse publiée ne se perd", addresses.add_arguments, addresses.run
    ),
    "generate": _Command(
        "écrire les pages Markdown et les données du site", generate.add_arguments, generate.run
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 when all is well, 1 on errors in files, 2 on misuse."""
    _print_anything()
    with in_french():
        options = _parser().parse_args(arguments)
    root: Path = options.root
    for folder in (CONTRACTS, REGIONS):
        if not _is_folder(root / folder):
            return misuse(
                f"pas de dossier {folder}/ dans {root} : lancez la commande à la racine du projet"
            )
    run = _COMMANDS[options.command].run
    return run(options)


def _print_anything() -> None:
    """Let a terminal that lacks a character show its code, instead of stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long to be any
        return False


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"annuaire: {visible(message)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="annuaire", description="L’annuaire des contrats locaux de santé.")
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="DOSSIER",
        help="racine du projet (défaut : ici)",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMANDE")
    for name, command in _COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.about))
    return parser

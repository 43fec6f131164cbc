"""The command line `annuaire`: reads arguments, calls, prints."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from generator.cli_french import in_french
from generator.clock import build_date
from generator.source.loader import CONTRACTS, REGIONS, load
from generator.source.problem import Problem, Severity, as_github, as_json, as_text, count
from generator.source.schema_files import files_without_line, stale_schemas
from generator.source.visible import visible
from generator.territories.reference import load_reference

DEFAULT_REPOSITORY = "https://github.com/annuaire-cls/annuaire-cls"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 when all is well, 1 on errors in files, 2 on misuse."""
    _print_anything()
    with in_french():
        options = _parser().parse_args(arguments)
    root: Path = options.root
    for folder in (CONTRACTS, REGIONS):
        if not _is_folder(root / folder):
            return _misuse(
                f"pas de dossier {folder}/ dans {root} : lancez la commande à la racine du projet"
            )
    command: str = options.command
    if command == "check":
        return _check(options)
    if command == "schema":
        return _schema(options)
    if command == "build":
        return _stoppable(_build, options)
    return _stoppable(_generate, options)


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


def _check(options: argparse.Namespace) -> int:
    root: Path = options.root
    selection = []
    for given in options.paths:
        name = _inside(root, given)
        if name is None:
            return _misuse(f"{given} : ni fichier ni dossier de {CONTRACTS}/ ou de {REGIONS}/")
        selection.append(name)
    try:
        on = build_date(options.date)
    except ValueError as error:
        return _misuse(str(error))
    corpus = load(root, load_reference(), on)
    problems = [problem for problem in corpus.problems if _selected(problem, selection)]
    totals = count(problems)
    _print_problems(problems, options.format)
    if options.format != "json":
        print(_summary(len(corpus.contracts), len(corpus.regions), totals), file=sys.stderr)
    failed = totals[Severity.ERROR] or (options.strict and totals[Severity.WARNING])
    return 1 if failed else 0


def _print_problems(problems: Sequence[Problem], style: str) -> None:
    if style == "json":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # as JSON is, whatever the terminal (RFC 8259)
        print(as_json(problems))
        return
    show = as_github if style == "github" else as_text
    for problem in problems:
        print(show(problem))
        if style == "text":
            print()


def _summary(contracts: int, regions: int, totals: dict[Severity, int]) -> str:
    return (
        f"{contracts} contrats et {regions} régions lus sans erreur ; "
        f"{totals[Severity.ERROR]} erreur(s), {totals[Severity.WARNING]} avertissement(s)"
    )


def _schema(options: argparse.Namespace) -> int:
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


def _generate(options: argparse.Namespace) -> int:
    # Imported here because folium and shapely take longer to load than a whole check takes.
    from generator.publish.build import SourceError, build
    from generator.publish.errors import PublishError
    from generator.publish.output import write_tree

    try:
        on = build_date(options.date)
        files = build(options.root, on, options.repository, options.site_url)
        written = write_tree(options.output, files)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    except (PublishError, ValueError) as error:
        return _misuse(str(error))
    print(f"{written} fichiers écrits dans {visible(str(options.output))}")
    return 0


def _build(options: argparse.Namespace) -> int:
    from generator.publish.errors import PublishError
    from generator.publish.site import DEFAULT_OUTPUT, BuildFailedError, publish_site

    root: Path = options.root
    output: Path = options.output or root / DEFAULT_OUTPUT
    if not (root / "mkdocs.yml").is_file():
        return _misuse(
            f"pas de fichier mkdocs.yml dans {root} : lancez la commande à la racine du projet"
        )
    try:
        written = publish_site(root, output, _day(options.date))
    except BuildFailedError as error:
        print(f"annuaire: {visible(str(error))}", file=sys.stderr)
        return 1
    except (PublishError, ValueError) as error:
        return _misuse(str(error))
    print(f"{written} fichiers publiés dans {visible(str(output))}")
    return 0


def _day(text: str) -> date | None:
    if not text:
        return None
    return build_date(text)


def _stoppable(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run `command`, which publishes a folder; Ctrl-C or kill ends it before it has."""
    from generator.publish.interruption import Interrupted, interruptible

    try:
        with interruptible():
            return command(options)
    except Interrupted as stop:
        print("annuaire: interrompu, rien n’a été publié", file=sys.stderr)
        return stop.code


def _inside(root: Path, given: Path) -> str | None:
    """`given` as a path below the root's data folders, with forward slashes, or None."""
    base = root.resolve()
    for path in (given, root / given):
        try:
            # The parent alone is resolved: a symbolic link must be seen as the link that it is.
            place = path.parent.resolve() / path.name
            exists = path.exists() or path.is_symlink()
        except (OSError, RuntimeError):  # a name too long to be any, links that lead in a circle
            continue
        if exists and place.is_relative_to(base):
            name = place.relative_to(base)
            if name.parts and name.parts[0] in {CONTRACTS, REGIONS}:
                return name.as_posix()
    return None


def _selected(problem: Problem, selection: Sequence[str]) -> bool:
    return not selection or any(
        problem.path == name or problem.path.startswith(f"{name}/") for name in selection
    )


def _misuse(message: str) -> int:
    print(f"annuaire: {visible(message)}", file=sys.stderr)
    return 2


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
    check = commands.add_parser("check", help="vérifier les fichiers et montrer chaque problème")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="CHEMIN", help="fichiers ou dossiers (défaut : tous)"
    )
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    check.add_argument("--strict", action="store_true", help="échouer aussi sur un avertissement")
    check.add_argument(
        "--date", default="", metavar="AAAA-MM-JJ", help="jour après lequel une date est à venir"
    )
    schema = commands.add_parser("schema", help="écrire les schémas JSON à côté des données")
    schema.add_argument(
        "--check", action="store_true", help="dire seulement s’ils sont périmés, sans rien écrire"
    )
    build = commands.add_parser("build", help="construire le site et le publier d’un seul coup")
    build.add_argument(
        "--output", type=Path, metavar="DOSSIER", help="dossier publié (défaut : build/site)"
    )
    build.add_argument("--date", default="", metavar="AAAA-MM-JJ", help="jour des statuts")
    generate = commands.add_parser(
        "generate", help="écrire les pages Markdown et les données du site"
    )
    generate.add_argument("--output", type=Path, required=True, metavar="DOSSIER")
    generate.add_argument("--date", default="", metavar="AAAA-MM-JJ", help="jour des statuts")
    generate.add_argument(
        "--repository", default=DEFAULT_REPOSITORY, metavar="ADRESSE", help="dépôt public du projet"
    )
    generate.add_argument(
        "--site-url", default="", metavar="ADRESSE", help="adresse du site, pour les calendriers"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

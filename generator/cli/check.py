"""`annuaire check`: every problem of every file."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.cli.misuse import misuse
from generator.clock import build_date
from generator.source.loader import CONTRACTS, REGIONS, load
from generator.source.problem import (
    Problem,
    Severity,
    as_github,
    as_json,
    as_line,
    as_text,
    count,
)
from generator.territories.reference import load_reference


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="CHEMIN", help="fichiers ou dossiers (défaut : tous)"
    )
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="échouer aussi sur un avertissement")
    parser.add_argument(
        "--all", action="store_true", help="montrer en entier ce qui est à compléter"
    )
    parser.add_argument(
        "--date",
        default="",
        metavar="AAAA-MM-JJ",
        help="jour de la vérification (défaut : aujourd’hui)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when one is an error, or with --strict a warning."""
    root: Path = options.root
    selection = []
    for given in options.paths:
        name = _inside(root, given)
        if name is None:
            return misuse(f"{given} : ni fichier ni dossier de {CONTRACTS}/ ou de {REGIONS}/")
        selection.append(name)
    try:
        on = build_date(options.date)
    except ValueError as error:
        return misuse(str(error))
    corpus = load(root, load_reference(), on)
    problems = [problem for problem in corpus.problems if _selected(problem, selection)]
    totals = count(problems)
    if options.format == "json":
        _print_json(problems)
    else:
        for line in _lines(problems, options.format, in_full=options.all):
            print(line)
        print(_summary(len(corpus.contracts), len(corpus.regions), totals), file=sys.stderr)
    failed = totals[Severity.ERROR] or (options.strict and totals[Severity.WARNING])
    return 1 if failed else 0


def _print_json(problems: Sequence[Problem]) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as JSON is, whatever the terminal (RFC 8259)
    print(as_json(problems))


def _lines(problems: Sequence[Problem], style: str, *, in_full: bool) -> Iterator[str]:
    """What is to complete, in short unless `in_full`, then warnings, then errors: those are read last."""
    for severity in reversed(Severity):
        told = [problem for problem in problems if problem.severity is severity]
        if severity is Severity.TO_COMPLETE and not in_full:
            if style == "text":  # a pull request is no place for what was missing before it
                yield from map(as_line, _by_file(told))
                yield from [""] if told else []
        elif style == "github":
            yield from map(as_github, told)
        else:
            yield from (f"{as_text(problem)}\n" for problem in told)


def _by_file(problems: Iterable[Problem]) -> Iterator[list[Problem]]:
    return (list(of_file) for _, of_file in groupby(problems, key=lambda problem: problem.path))


def _summary(contracts: int, regions: int, totals: dict[Severity, int]) -> str:
    return (
        f"{contracts} contrats et {regions} régions lus sans erreur ; "
        f"{totals[Severity.ERROR]} erreur(s), {totals[Severity.WARNING]} avertissement(s), "
        f"{totals[Severity.TO_COMPLETE]} point(s) à compléter"
    )


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

"""argparse in French, with the strings of the Python that runs the tests."""

from __future__ import annotations

import argparse
import ast
import gettext
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from generator.cli.french import DOMAIN, LOCALES, in_french

CATALOGUE = LOCALES / "fr" / "LC_MESSAGES" / DOMAIN

FOR_PROGRAMMERS = {
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
}
"""What argparse says of a parser that is ill made, which no user can bring about."""


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that speaks German, with a screen of 80 columns."""
    for name, value in {"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8", "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="annuaire")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMANDE")
    command = commands.add_parser("check")
    command.add_argument("path", type=Path, metavar="CHEMIN")
    command.add_argument("--count", type=int)
    command.add_argument("--country")
    command.add_argument("--format", choices=["text", "json"])
    command.add_argument("--pair", nargs=2)
    command.add_argument("--one", nargs=1)
    command.add_argument("--some", nargs="+")
    either = command.add_mutually_exclusive_group()
    either.add_argument("--strict", action="store_true")
    either.add_argument("--lax", action="store_true")
    needed = commands.add_parser("write").add_mutually_exclusive_group(required=True)
    needed.add_argument("--here", action="store_true")
    needed.add_argument("--there", action="store_true")
    return made


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "arguments manquants : COMMANDE"),
        ("chk", "argument COMMANDE : choix inconnu : 'chk'"),
        ("check", "arguments manquants : CHEMIN"),
        ("check x y", "arguments inconnus : y"),
        ("check x --fast", "arguments inconnus : --fast"),
        ("check x --count", "argument --count : une valeur est attendue"),
        ("check x --count two", "argument --count : valeur incorrecte : 'two' (attendu : int)"),
        ("check x --coun 2", "option ambiguë : --coun peut être --count, --country"),
        ("check x --format xml", "argument --format : choix inconnu : 'xml' (au choix : "),
        ("check x --one", "argument --one : 1 valeur est attendue"),
        ("check x --pair 1", "argument --pair : 2 valeurs sont attendues"),
        ("check x --some", "argument --some : une valeur au moins est attendue"),
        ("check x --lax --strict", "argument --strict : ne va pas avec l’argument --lax"),
        ("check x --lax=1", "argument --lax : aucune valeur n’est attendue : '1' est de trop"),
        ("write", "un de ces arguments est à donner : --here --there"),
    ],
)
def test_misuse(capsys: pytest.CaptureFixture[str], arguments: str, message: str) -> None:
    with in_french(), pytest.raises(SystemExit) as stop:
        parser().parse_args(arguments.split())
    assert stop.value.code == 2
    usage, _, told = capsys.readouterr().err.rpartition("\nannuaire")
    assert usage.startswith("utilisation : annuaire ")
    assert told.startswith((f": {message}", f" {arguments.split(' ')[0]}: {message}"))


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    with in_french(), pytest.raises(SystemExit) as stop:
        parser().parse_args(["check", "--help"])
    assert stop.value.code == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("utilisation : annuaire check [-h] ")
    assert "à donner :" in told
    assert "options :" in told
    assert [line.split() for line in told if "--help" in line] == [
        ["-h,", "--help", "montrer", "cette", "aide"]
    ]


def test_the_machine_speaks_its_own_language_again(monkeypatch: pytest.MonkeyPatch) -> None:
    domain = gettext.textdomain()
    with pytest.raises(LookupError), in_french():
        raise LookupError
    assert os.environ["LANGUAGE"] == "de"
    assert gettext.textdomain() == domain
    monkeypatch.delenv("LANGUAGE")
    with in_french():
        assert gettext.gettext("usage: ") == "utilisation : "
    assert "LANGUAGE" not in os.environ
    assert gettext.gettext("usage: ") == "usage: "


def said_by_argparse() -> Iterator[str]:
    """Each message that the source of argparse hands to gettext."""
    source = Path(argparse.__file__).read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"_", "ngettext"}
        ):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def test_all_that_argparse_says_to_a_user_is_in_the_catalogue() -> None:
    known = {each for ids in written() for each in ids}
    said = set(said_by_argparse())
    assert "usage: " in said
    assert said - FOR_PROGRAMMERS - known == set()


def test_the_catalogue_in_use_is_the_one_that_is_written() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        in_use = texts(read_mo(file))
    told = "run pybabel compile --domain annuaire --directory generator/cli/locale"
    assert in_use == written(), told


def test_the_same_places_are_filled_in_both_languages() -> None:
    for ids, strings in written().items():
        places = {tuple(sorted(re.findall(r"%(?:\(\w+\))?[a-z]", text))) for text in ids + strings}
        assert len(places) == 1, ids


def written() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The French of each message, with its plurals, as the translator wrote it."""
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        return texts(read_po(file, locale="fr"))


def texts(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        several(message.id): several(message.string or "") for message in catalogue if message.id
    }


def several(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)

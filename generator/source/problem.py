"""Problem: something wrong in a file, and one function for each way of showing it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is; the values are the French words shown."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, at one place; every text in it is French and meant for contributors."""

    path: str
    """Path of the file, relative to the project's root, with forward slashes."""
    line: int
    """Line, from 1."""
    column: int
    """Column in characters, from 1."""
    severity: Severity
    rule: str
    """Stable id of the rule that is broken, such as cle-inconnue."""
    message: str
    """What is wrong."""
    found: str | None = None
    expected: str | None = None
    proposal: str | None = None
    """What to write instead."""
    excerpt: str | None = None
    """The source line."""
    length: int = 1
    """How many characters of the line the caret underlines."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then by place in it."""
        return (self.path, self.line, self.column, self.rule, self.message)


def count(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems of each severity, zero included."""
    totals = dict.fromkeys(Severity, 0)
    for problem in problems:
        totals[problem.severity] += 1
    return totals


def as_text(problem: Problem) -> str:
    """Several lines for a terminal: place and message, excerpt with a caret, then the advice."""
    lines = [
        f"{problem.path}:{problem.line}:{problem.column}: {problem.severity}: {problem.message}"
        f" [{problem.rule}]"
    ]
    if problem.excerpt is not None:
        shown, column = _window(problem.excerpt, problem.column)
        gutter = f"{problem.line:>5} | "
        caret = "^" * max(1, min(problem.length, len(shown) - column + 1))
        lines.append(gutter + shown)
        lines.append(" " * (len(gutter) - 2) + "| " + " " * (column - 1) + caret)
    for label, text in (
        ("trouvé", problem.found),
        ("attendu", problem.expected),
        ("proposition", problem.proposal),
    ):
        if text:
            lines.append(f"      {label} : {text}")
    return "\n".join(lines)


def as_github(problem: Problem) -> str:
    """One workflow command of GitHub Actions, which shows the problem on the pull request's lines."""
    level = "error" if problem.severity is Severity.ERROR else "warning"
    body = "\n".join(
        part
        for part in (
            problem.message,
            problem.found and f"Trouvé : {problem.found}",
            problem.expected and f"Attendu : {problem.expected}",
            problem.proposal and f"Proposition : {problem.proposal}",
        )
        if part
    )
    place = f"file={_github_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{level} {place},title={_github_property(problem.rule)}::{_github_data(body)}"


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects, one a problem, keys as in `Problem` without the excerpt."""
    return json.dumps(
        [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "severity": str(problem.severity),
                "rule": problem.rule,
                "message": problem.message,
                "found": problem.found,
                "expected": problem.expected,
                "proposal": problem.proposal,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


_WIDTH = 110


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around `column`, control characters made visible, and the new column."""
    visible = "".join("·" if unicodedata.category(char)[0] == "C" else char for char in line)
    start = max(0, column - 1 - _WIDTH // 2) if len(visible) > _WIDTH else 0
    shown = visible[start : start + _WIDTH]
    prefix = "…" if start else ""
    suffix = "…" if start + _WIDTH < len(visible) else ""
    return prefix + shown + suffix, column - start + len(prefix)


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")

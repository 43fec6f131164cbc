"""Problem: something wrong in a file, and one function for each way of showing it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.source.visible import cut, visible

SHOWN_LIMIT = 300
"""Longest text that a problem shows, in characters."""
EXPECTED_LIMIT = 1000
"""Longest « attendu »: the words of a vocabulary are to be seen, to the last."""


class Severity(StrEnum):
    """How grave a problem is, the gravest first; the values are the French words shown."""

    ERROR = "erreur"
    """Stops publication."""
    WARNING = "avertissement"
    """Something is probably wrong."""
    TO_COMPLETE = "à compléter"
    """Nothing is wrong: something is missing."""


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
    others: int = 0
    """How many problems of the file, untold, this one stands for; 0 for one that is told itself."""

    @property
    def sort_key(self) -> tuple[str, bool, int, int, str, str]:
        """By file, then by place in it; « et N autres » comes last."""
        return (self.path, self.others > 0, self.line, self.column, self.rule, self.message)


def count(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems of each severity, zero included, and the untold ones too."""
    totals = dict.fromkeys(Severity, 0)
    for problem in problems:
        totals[problem.severity] += problem.others or 1
    return totals


def counted(count: int, severity: Severity) -> str:
    """« 1 autre erreur », « 3 autres points à compléter »: problems that are not told."""
    noun = "point" if severity is Severity.TO_COMPLETE else str(severity)
    plural = "s" if count > 1 else ""
    kind = f" {severity}" if severity is Severity.TO_COMPLETE else ""
    return f"{count} autre{plural} {noun}{plural}{kind}"


def as_text(problem: Problem) -> str:
    """Several lines for a terminal: place and message, excerpt with a caret, then the advice."""
    lines = [
        f"{visible(problem.path)}:{problem.line}:{problem.column}: {problem.severity}:"
        f" {_shown(problem.message)} [{problem.rule}]"
    ]
    if problem.excerpt is not None:
        gutter = f"{problem.line:>5} | "
        before, word, after = _window(problem.excerpt, problem.column, problem.length)
        lines.append(gutter + before + word + after)
        lines.append(f"{'| ':>{len(gutter)}}{' ' * len(before)}{'^' * max(1, len(word))}")
    lines += [f"      {label} : {text}" for label, text in _advice(problem)]
    return "\n".join(lines)


def as_line(problems: Sequence[Problem]) -> str:
    """One line for what one file lacks: « contracts/…/x.yml: à compléter : fin inconnue, aucun axe »."""
    first = problems[0]
    told = ", ".join(_shown(problem.message) for problem in problems)
    return f"{visible(first.path)}: {first.severity} : {told}"


_GITHUB_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.TO_COMPLETE: "notice",
}


def as_github(problem: Problem) -> str:
    """One workflow command of GitHub Actions, which shows the problem on the pull request's lines."""
    advice = [f"{label.capitalize()} : {text}" for label, text in _advice(problem)]
    body = "\n".join([_shown(problem.message), *advice])
    place = f"file={_github_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{_GITHUB_LEVELS[problem.severity]} {place},title={_github_property(problem.rule)}::{_github_data(body)}"


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects, one a problem, keys as in `Problem` without the excerpt."""
    return json.dumps(
        [
            {
                "path": visible(problem.path),
                "line": problem.line,
                "column": problem.column,
                "severity": str(problem.severity),
                "rule": problem.rule,
                "message": _shown(problem.message),
                "found": problem.found and _shown(problem.found),
                "expected": problem.expected and _shown(problem.expected, EXPECTED_LIMIT),
                "proposal": problem.proposal and _shown(problem.proposal),
                "others": problem.others,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


def _advice(problem: Problem) -> list[tuple[str, str]]:
    """What follows the message: a French label and its text, for those that the problem has."""
    texts = (
        ("trouvé", problem.found, SHOWN_LIMIT),
        ("attendu", problem.expected, EXPECTED_LIMIT),
        ("proposition", problem.proposal, SHOWN_LIMIT),
    )
    return [(label, _shown(text, limit)) for label, text, limit in texts if text]


def _shown(text: str, limit: int = SHOWN_LIMIT) -> str:
    # Cut before too, for an escape is up to ten times longer than what it stands for.
    return cut(visible(text[: limit + 1]), limit)


_WIDTH = 110


def _window(line: str, column: int, length: int) -> tuple[str, str, str]:
    """What a long line shows before the underlined part, that part and what follows, all visible."""
    start = max(0, column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
    end = start + _WIDTH
    first = column - 1
    last = min(end, first + length)
    before, word, after = line[start:first], line[first:last], line[last:end]
    return (
        ("…" if start else "") + visible(before),
        visible(word),
        visible(after) + ("…" if end < len(line) else ""),
    )


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(visible(text)).replace(":", "%3A").replace(",", "%2C")

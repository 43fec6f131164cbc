"""Document: the text of one file, and the problems found in it so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.source.problem import EXPECTED_LIMIT, SHOWN_LIMIT, Problem, Severity, counted
from generator.source.visible import cut


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text: line and column from 1, length in characters on that line."""

    line: int
    column: int
    length: int = 1


START = Mark(1, 1)
"""Where a problem of the whole file is shown."""


PROBLEM_LIMIT = 50
"""As many problems of a file are told, errors first; the others are counted."""

Advice: TypeAlias = "str | Callable[[], str | None] | None"
"""What to write instead, or how to find it where the search takes time."""


@dataclass(slots=True)
class Document:
    """A file being read: its path relative to the root, its lines and what is wrong with it."""

    path: str
    lines: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)
    """The first problems of each severity, `PROBLEM_LIMIT` at most of each, in no order."""
    _totals: Counter[Severity] = field(default_factory=Counter)

    def report(
        self,
        rule: str,
        message: str,
        mark: Mark = START,
        *,
        severity: Severity = Severity.ERROR,
        found: str | None = None,
        expected: str | None = None,
        proposal: Advice = None,
    ) -> None:
        """Note one problem at `mark`, or only count it once the file has too many."""
        is_told = not self.is_full(severity)
        self._totals[severity] += 1
        if not is_told:
            return
        has_line = 0 < mark.line <= len(self.lines)
        self.problems.append(
            Problem(
                path=self.path,
                line=mark.line,
                column=mark.column,
                severity=severity,
                rule=rule,
                message=cut(message, SHOWN_LIMIT),
                found=found and cut(found, SHOWN_LIMIT),
                expected=expected and cut(expected, EXPECTED_LIMIT),
                proposal=_found(proposal),
                excerpt=self.lines[mark.line - 1] if has_line else None,
                length=mark.length,
            )
        )

    def report_untold(self, count: int, severity: Severity = Severity.ERROR) -> None:
        """Count `count` problems that would not be told: see `is_full`."""
        self._totals[severity] += count

    def is_full(self, severity: Severity = Severity.ERROR) -> bool:
        """Whether one more problem of this severity would only be counted."""
        return self._totals[severity] >= PROBLEM_LIMIT

    @property
    def has_errors(self) -> bool:
        """Whether one problem at least is an error."""
        return self._totals[Severity.ERROR] > 0

    def told(self) -> list[Problem]:
        """At most `PROBLEM_LIMIT` problems, errors first, then how many others of each severity."""
        told: list[Problem] = []
        rest: list[Problem] = []
        for severity in Severity:
            of_severity = [problem for problem in self.problems if problem.severity is severity]
            kept = of_severity[: PROBLEM_LIMIT - len(told)]
            told += kept
            others = self._totals[severity] - len(kept)
            if others:
                rest.append(self._rest(severity, others))
        return told + rest

    def _rest(self, severity: Severity, others: int) -> Problem:
        return Problem(
            path=self.path,
            line=START.line,
            column=START.column,
            severity=severity,
            rule="suite",
            message=f"et {counted(others, severity)} dans ce fichier",
            proposal="corrigez d’abord les problèmes montrés, puis relancez la vérification",
            others=others,
        )


def _found(proposal: Advice) -> str | None:
    text = proposal() if callable(proposal) else proposal
    return text and cut(text, SHOWN_LIMIT)

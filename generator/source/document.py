"""Document: the text of one file, and the problems found in it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.source.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text: line and column from 1, length in characters on that line."""

    line: int
    column: int
    length: int = 1


START = Mark(1, 1)
"""Where a problem of the whole file is shown."""


@dataclass(slots=True)
class Document:
    """A file being read: its path relative to the root, its lines and what is wrong with it."""

    path: str
    lines: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)

    def report(
        self,
        rule: str,
        message: str,
        mark: Mark = START,
        *,
        severity: Severity = Severity.ERROR,
        found: str | None = None,
        expected: str | None = None,
        proposal: str | None = None,
    ) -> None:
        """Note one problem at `mark`."""
        has_line = 0 < mark.line <= len(self.lines)
        self.problems.append(
            Problem(
                path=self.path,
                line=mark.line,
                column=mark.column,
                severity=severity,
                rule=rule,
                message=message,
                found=found,
                expected=expected,
                proposal=proposal,
                excerpt=self.lines[mark.line - 1] if has_line else None,
                length=mark.length,
            )
        )

    @property
    def has_errors(self) -> bool:
        """Whether one problem at least is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

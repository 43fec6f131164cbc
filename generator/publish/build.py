"""From the project's folder to the files of its site: what both shells do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from generator.directory.directory import Directory
from generator.site.files import SiteFile, site_files
from generator.source.loader import load
from generator.source.problem import Problem, Severity, as_text
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes


class SourceError(Exception):
    """The YAML files hold errors, so that no site can be made; its text shows every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(
            "\n".join(as_text(problem) for problem in problems)
            + f"\n{len(problems)} erreur(s) dans les fichiers : le site n’est pas construit."
        )


def build(root: Path, on: date, repository: str, site_url: str = "") -> Iterator[SiteFile]:
    """Every generated file of the site. Raises SourceError when a YAML file holds an error."""
    corpus = load(root, load_reference())
    errors = [problem for problem in corpus.problems if problem.severity is Severity.ERROR]
    if errors:
        raise SourceError(errors)
    yield from site_files(
        Directory(corpus, load_reference(), load_shapes()), on, repository, site_url
    )


def build_date(text: str = "") -> date:
    """The day of the statuses: `text` (ISO), else SOURCE_DATE_EPOCH (seconds, UTC), else today.

    Raises ValueError, in French, when one of them is no date.
    """
    if text:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"date « {text} » mal formée : AAAA-MM-JJ attendu") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"SOURCE_DATE_EPOCH vaut « {epoch} » : des secondes étaient attendues"
        ) from None

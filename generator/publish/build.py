"""From the project's folder to the files of its site: what both shells do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.clock import today
from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.opendata.exports import EXPORTS
from generator.site.files import SiteFile, site_files
from generator.source.loader import load
from generator.source.problem import Problem, Severity, as_text, count
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes


class SourceError(Exception):
    """The YAML files hold errors, so that no site can be made; its text shows every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(
            "\n".join(as_text(problem) for problem in problems)
            + f"\n{count(problems)[Severity.ERROR]} erreur(s) dans les fichiers : le site n’est pas construit."
        )


def build(root: Path, on: date, repository: str, site_url: str = "") -> Iterator[SiteFile]:
    """Every generated file of the site as of the day `on`: pages, what they load, and public files.

    `repository` is the address where readers propose corrections; `site_url` the site's own. Raises
    SourceError when a YAML file holds an error. A past day is no reason to call newer facts future:
    they are judged by the real day.
    """
    corpus = load(root, load_reference(), max(on, today()))
    if corpus.errors:
        raise SourceError(corpus.errors)
    directory = Directory(corpus, load_reference(), load_shapes())
    edition = Edition(directory, on, repository.rstrip("/"), site_url)
    yield from site_files(edition)
    for export in EXPORTS:
        yield SiteFile(export.path, export.write(edition))

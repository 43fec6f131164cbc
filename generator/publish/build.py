"""From the project's folder to the files of its site: what both shells do."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.clock import today
from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.directory.grounds import Grounds
from generator.opendata.exports import EXPORTS
from generator.publish.cache import Cache
from generator.publish.made import MadeFile, Maker
from generator.publish.outlines import OutlineKeeper
from generator.publish.progress import Progress
from generator.site.files import FileGroup, file_groups
from generator.site.room import FileSet, SiteFiles
from generator.source.loader import load
from generator.source.problem import Problem, Severity, as_text, count
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes

_SELDOM = (50_000, 20, 50)
"""How seldom Python looks for cycles of references while a site is built: there are few among the tens of thousands
of objects that live to its end, and the usual search, after 700 new objects, is about a twentieth of the time."""


class SourceError(Exception):
    """The YAML files hold errors, so that no site can be made; its text shows every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(
            "\n".join(as_text(problem) for problem in problems)
            + f"\n{count(problems)[Severity.ERROR]} erreur(s) dans les fichiers : le site n’est pas construit."
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site is built for, beside its contracts."""

    on: date
    """The day of the statuses."""
    repository: str
    """Address where readers propose corrections."""
    site_url: str = ""
    """The site's own address; empty where it is not known."""


def edition_of(root: Path, settings: Settings, grounds: Grounds | None = None) -> Edition:
    """The directory of `root`, on a day. A past day is no reason to call newer facts future.

    Raises SourceError when a YAML file holds an error.
    """
    corpus = load(root, load_reference(), max(settings.on, today()))
    if corpus.errors:
        raise SourceError(corpus.errors)
    directory = Directory(corpus, load_reference(), load_shapes(), grounds)
    return Edition(directory, settings.on, settings.repository.rstrip("/"), settings.site_url)


def build(
    root: Path,
    settings: Settings,
    cache: Cache,
    progress: Progress,
    grounds: Grounds | None = None,
) -> Iterator[MadeFile]:
    """Every generated file of the site: pages, what they load, and public files.

    `grounds` are those of the process's earlier builds, for outlines to be joined once.
    Every core works. Raises SourceError, CoreError.
    """
    gc.set_threshold(*_SELDOM)
    progress.step("Lecture des contrats")
    grounds = grounds or Grounds(load_shapes(), OutlineKeeper(cache))
    edition = edition_of(root, settings, grounds)
    groups: list[FileGroup | FileSet] = [*file_groups(edition), partial(_exports, edition)]
    yield from Maker(edition, cache).files(groups, progress)


def _exports(edition: Edition) -> SiteFiles:
    for export in EXPORTS:
        yield export.path, export.write(edition)

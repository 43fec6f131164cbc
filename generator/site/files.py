"""The heart: an Edition in, every generated file of the site out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.directory.edition import Edition
from generator.site.room import FileSet, PageKind, SiteFiles, View, printed
from generator.site.rooms import ROOMS
from generator.site.shell import addresses
from generator.site.shell.assets import room_assets
from generator.site.shell.day import day_style
from generator.site.shell.style_sheets import COMMON, sheet_files


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A generated file: its path in the documentation's folder, and its content."""

    path: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that is still to be printed: one subject (a contract, a région) of a kind of pages."""

    kind: PageKind
    subject: Any

    @property
    def path(self) -> str:
        """That of its Markdown, in the documentation's folder."""
        return addresses.source_of(self.kind.address(self.subject))

    def view(self, edition: Edition) -> View:
        """What it shows on the edition's day."""
        return self.kind.view(edition, self.subject)

    def printed(self, view: View) -> str:
        """Its Markdown."""
        return printed(self.kind, self.kind.address(self.subject), view)


def site_pages(edition: Edition) -> Iterator[SitePage]:
    """Every page of the site."""
    for room in ROOMS:
        for kind in room.pages:
            for subject in kind.subjects(edition):
                yield SitePage(kind, subject)


FileGroup = Callable[[], SiteFiles]
"""Gives some files, worked out when it is called."""


def file_groups(edition: Edition) -> Iterator[FileGroup | FileSet]:
    """What gives the files that pages load."""
    for room in ROOMS:
        for files in room.files:
            yield partial(files, edition)
        for sets in room.sets:
            yield from sets(edition)
    yield partial(day_style, edition)
    yield room_assets
    yield page_styles


def page_styles() -> SiteFiles:
    """The style sheets of every page, and of each kind of pages."""
    return sheet_files([COMMON, *(kind.styles for room in ROOMS for kind in room.pages)])


def site_files(edition: Edition) -> Iterator[SiteFile]:
    """Every page (Markdown) and every file that pages load, on the edition's day.

    Reads no clock, network nor file but the packed reference and our own assets.
    """
    for page in site_pages(edition):
        yield SiteFile(page.path, page.printed(page.view(edition)))
    for group in file_groups(edition):
        for path, content in group() if callable(group) else group.files():
            yield SiteFile(path, content)

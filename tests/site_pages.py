"""Short ways to the pages that the rooms make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.directory.edition import Edition
from generator.site.files import SitePage
from generator.site.room import PageKind
from generator.site.rooms import ROOMS


def kinds() -> Iterator[PageKind]:
    """Every kind of page."""
    for room in ROOMS:
        yield from room.pages


def page_of(kind: PageKind, edition: Edition, subject: Any) -> str:
    """The Markdown of a kind's page."""
    page = SitePage(kind, subject)
    return page.printed(page.view(edition))


def page_at(edition: Edition, address: str) -> str:
    """The Markdown of the page at `address`. Raises LookupError where no room makes it."""
    for kind in kinds():
        for subject in kind.subjects(edition):
            if kind.address(subject) == address:
                return page_of(kind, edition, subject)
    raise LookupError(address)


def one_of_each_kind(edition: Edition) -> Iterator[tuple[PageKind, Any]]:
    """Each kind of page with its first subject."""
    for kind in kinds():
        for subject in kind.subjects(edition):
            yield kind, subject
            break

"""Room: a feature of the site as a value: its kinds of pages, and the files that they fetch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol

from generator.directory.edition import Edition
from generator.site.shell.front_matter import front_matter
from generator.site.shell.style_sheets import sheet_paths
from generator.site.shell.templating import render

SiteFiles = Iterator[tuple[str, str | bytes]]
"""Site path and content of each file."""


class FileSet(Protocol):
    """Some files as a plain value: a frozen dataclass, from which the same ones are always made.

    A field that takes no part in its equality reads the packed reference, and nothing else.
    """

    def files(self) -> SiteFiles:
        """Site path and content of each file."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: to browsers, to the search and to the theme."""

    title: str
    description: str
    search: Mapping[str, Any] | None = None
    """What `search_meta` gives; None for a page without kind."""
    toc: bool = True
    """Whether the page's own headings are listed beside it."""
    searched: bool = True
    """Whether the search leads to it; False where it repeats what another page says."""
    navigation: bool = False
    """Whether the pages around it in the navigation's tree are listed beside it."""


class View(Protocol):
    """What a template prints: a frozen dataclass, whose fields are the template's variables."""

    @property
    def head(self) -> Head:
        """What the page says of itself."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: one for each of its subjects (a contract, a région), or just one."""

    template: str
    """Path below generator/site/, such as contract/page.md.j2."""
    address: Callable[[Any], str]
    view: Callable[[Edition, Any], View]
    subjects: Callable[[Edition], Iterable[Any]]
    styles: tuple[str, ...] = ()
    """Style sheets that its pages load beside those of every page, such as contract/contract.css."""


def single(
    template: str, address: str, view: Callable[[Edition], View], styles: tuple[str, ...] = ()
) -> PageKind:
    """A kind of which there is one page."""
    return PageKind(
        template, lambda _: address, lambda edition, _: view(edition), lambda _: (None,), styles
    )


@dataclass(frozen=True, slots=True)
class Room:
    """A feature: the folder that holds all of it, its kinds of pages and its data files."""

    name: str
    """Name of its folder in generator/site/."""
    pages: tuple[PageKind, ...] = ()
    files: tuple[Callable[[Edition], SiteFiles], ...] = ()
    """What its scripts fetch, or a reader downloads."""
    sets: tuple[Callable[[Edition], Iterable[FileSet]], ...] = ()
    """The same, where it costs more to make than the values that it is made of."""
    tab: str = ""
    """What the navigation calls its first page; empty where it has no tab."""


def printed(kind: PageKind, address: str, view: View) -> str:
    """The Markdown of the page at `address`: its front matter, then its template filled with its view."""
    text = render(kind.template, address, variables(view))
    return f"{_front_matter(view.head, kind.styles)}\n\n{text}"


def variables(view: View) -> dict[str, Any]:
    """The fields of a view by name: what its template may print."""
    return {field.name: getattr(view, field.name) for field in fields(view)}  # type: ignore[arg-type]


def _front_matter(head: Head, styles: Sequence[str]) -> str:
    told = {} if head.search is None else {"recherche": head.search}
    search = told if head.searched else {"recherche": {**(head.search or {}), "exclue": True}}
    loaded = {"styles": sheet_paths(styles)} if styles else {}
    shown = {"navigation": head.navigation, "toc": head.toc}
    hidden = [part for part, is_shown in shown.items() if not is_shown]
    hide = {"hide": hidden} if hidden else {}
    return front_matter(title=head.title, description=head.description, **search, **loaded, **hide)

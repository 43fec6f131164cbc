"""The files of an edition, made on every core; a page is printed where its view or its template is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.directory.edition import Edition
from generator.publish.cache import Cache, Packed, key_of, pack
from generator.publish.cores import cores, each
from generator.publish.digest import TemplateDigests, program_digest, view_digest
from generator.publish.progress import Progress
from generator.site.files import SitePage, site_pages
from generator.site.room import SiteFiles, View
from generator.site.shell.templating import environment

_DIGESTS = "views"
"""Kind of the entries that give, for a view and its template, the digest of the Markdown."""
_TEXTS = "markdown"
"""Kind of those that give the Markdown, by its digest."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A generated file, whose content may lie in the cache until it is asked for."""

    path: str
    """In the documentation's folder."""
    digest: bytes
    """Of its content."""
    read: Callable[[], str | bytes]


@dataclass(frozen=True, slots=True)
class _Page:
    """What a process sends of a page."""

    key: bytes
    digest: bytes
    text: Packed | None
    """None where the cache has it."""


class Maker:
    """Makes the files of one edition."""

    def __init__(self, edition: Edition, cache: Cache) -> None:
        self._edition = edition
        self._cache = cache
        self._templates = TemplateDigests(environment())
        self._known = cache.all_of(_DIGESTS)
        self._program = program_digest()

    def files(
        self, groups: Sequence[Callable[[], SiteFiles]], progress: Progress
    ) -> Iterator[MadeFile]:
        """Every page, then the files that `groups` give. Raises CoreError."""
        pages = list(site_pages(self._edition))
        self._prepare(pages)
        progress.step("Pages et données", len(pages) + len(groups))
        # Data first: one group of them is as long as hundreds of pages.
        items: list[Callable[[], SiteFiles] | SitePage] = [*groups, *pages]
        made = progress.counted(each(self._make, items, cores()))
        data = [next(made) for _ in groups]
        for page, one in zip(pages, made, strict=True):
            assert isinstance(one, _Page)
            yield self._kept(page, one)
        self._cache.save()
        for group in data:
            assert isinstance(group, list)
            for path, content in group:
                yield MadeFile(path, key_of(content), partial(_same, content))

    def _prepare(self, pages: Sequence[SitePage]) -> None:
        """Work out, before the processes part, what each of them would work out again."""
        for page in pages:
            self._templates.of(page.kind.template)
            environment().get_template(page.kind.template)
        self._edition.prepare()

    def _make(
        self, item: SitePage | Callable[[], SiteFiles]
    ) -> _Page | list[tuple[str, str | bytes]]:
        return self._page(item) if isinstance(item, SitePage) else list(item())

    def _page(self, page: SitePage) -> _Page:
        view = page.view(self._edition)
        key = key_of(
            self._program,
            self._templates.of(page.kind.template),
            *page.kind.styles,
            page.path,
            view_digest(view),
        )
        known = self._known.get(key)
        return _Page(key, known, None) if known else self._printed(page, view, key)

    def _printed(self, page: SitePage, view: View, key: bytes) -> _Page:
        text = page.printed(view).encode("utf-8")
        return _Page(key, key_of(text), pack(text))

    def _kept(self, page: SitePage, made: _Page) -> MadeFile:
        """The file of a page, whose text the cache has or is given."""
        if made.text is None and not self._cache.has(_TEXTS, made.digest):
            # Another build has just removed it.
            made = self._printed(page, page.view(self._edition), made.key)
        if made.text is None:
            self._cache.use(_DIGESTS, made.key)
        else:
            self._cache.put(_TEXTS, made.digest, made.text)
            self._cache.put(_DIGESTS, made.key, pack(made.digest))
        return MadeFile(page.path, made.digest, partial(self._read, page, made.digest))

    def _read(self, page: SitePage, digest: bytes) -> str:
        text = self._cache.get(_TEXTS, digest)
        return page.printed(page.view(self._edition)) if text is None else text.decode("utf-8")


def _same(content: str | bytes) -> str | bytes:
    return content

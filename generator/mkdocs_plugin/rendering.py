"""The HTML of every page, made on every core where no earlier build made the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.mkdocs_plugin.page import ARTICLE, HTML, Facts, MarkdownFile, ReadyPage
from generator.mkdocs_plugin.surroundings import are_known, surroundings_digest
from generator.publish.cache import Cache, Packed, key_of, pack, unpack
from generator.publish.cores import cores, each
from generator.publish.digest import program_digest
from generator.publish.progress import Progress
from generator.publish.search_index import Index, article_of

_FACTS = "facts"
"""Kind of the entry that holds what MkDocs asks of a page; its parts are of their own kinds."""

_PAGE = "main.html"
"""The theme's template of a page."""

_LOG = logging.getLogger("mkdocs")


@dataclass(frozen=True, slots=True)
class _Job:
    page: ReadyPage
    key: bytes


@dataclass(slots=True)
class _Made:
    """What a process sends of a page."""

    parts: dict[str, Packed]
    """By kind of entry."""
    said: list[tuple[str, int, str]]
    """Logger, level and text of each message that the page gave rise to."""


class Renderer:
    """Makes the pages of one build ready."""

    def __init__(
        self,
        config: MkDocsConfig,
        files: Files,
        nav: Navigation,
        cache: Cache,
        progress: Progress,
        previewing: bool,
    ) -> None:
        self._config = config
        self._files = files
        self._nav = nav
        self._cache = cache
        self._progress = progress
        self._documents = files.documentation_pages()
        self.environment = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
        """The theme's templates, compiled once for all that is made of them."""
        self._is_kept = are_known(config)
        for page in nav.pages:
            if page.title is None:  # the navigation shows that of its Markdown
                page.read_source(config)
        self._apart: dict[tuple[str, bytes], Packed] = {}
        """What is made for this build alone, by kind and key."""
        self._surroundings = surroundings_digest(config, nav, previewing)

    def make_ready(self, files: Sequence[File]) -> None:
        """Give the page of each of `files` its facts and its HTML. Raises CoreError, and what MkDocs raises."""
        jobs = [job for job in self._jobs(files) if not self._is_known(job)]
        self._progress.step("Pages HTML", len(jobs))
        if jobs:
            self.environment.get_template(_PAGE)  # before the processes part
        made = each(self._make, jobs, cores())
        for job, page in zip(jobs, self._progress.counted(made), strict=True):
            self._take(job, page)
        self._cache.save()
        self._progress.end()

    def search_index(self) -> Index:
        """The index of the pages, which must be ready; its making goes on while something else is done.

        Raises SearchIndexError.
        """
        pages = {
            file.dest_uri: file.page
            for file in sorted(self._documents, key=lambda file: file.dest_uri)
            if isinstance(file.page, ReadyPage) and file.page.facts and file.page.facts.article
        }
        digests = (page.facts.article for page in pages.values() if page.facts)
        articles = ((path, page.article()) for path, page in pages.items())
        return Index(self._cache, key_of(program_digest(), *pages, *digests), articles)

    def _jobs(self, files: Sequence[File]) -> Iterator[_Job]:
        for file in files:
            if isinstance(file.page, ReadyPage):
                yield _Job(file.page, key_of(self._surroundings, file.src_uri, _digest(file)))

    def _is_known(self, job: _Job) -> bool:
        """Make the page ready from the cache, if an earlier build made the same."""
        if not self._is_kept or not self._cache.has(HTML, job.key):
            return False
        data = self._cache.get(_FACTS, job.key)
        if data is None:
            return False
        facts = Facts.read(data)
        if any(self._files.get_file_from_path(path) is None for path in facts.targets):
            return False
        job.page.be_ready(facts, partial(self._part, job))
        return True

    def _make(self, job: _Job) -> _Made:
        with _collected() as said:
            page, html = self._rendered(job.page)
        article = (article_of(html) or "").encode("utf-8")
        facts = replace(page, article=key_of(article).hex() if article else "")
        parts = {
            _FACTS: facts.as_bytes(),
            HTML: html.encode("utf-8", "xmlcharrefreplace"),
            ARTICLE: article,
        }
        return _Made({kind: pack(part) for kind, part in parts.items()}, said)

    def _take(self, job: _Job, made: _Made) -> None:
        for name, level, text in made.said:
            logging.getLogger(name).log(level, "%s", text)
        for kind, part in made.parts.items():
            if self._is_kept and not made.said:
                self._cache.put(kind, job.key, part)
            else:
                self._apart[kind, job.key] = part
        facts = Facts.read(self._part(job, _FACTS))
        job.page.be_ready(facts, partial(self._part, job))

    def _part(self, job: _Job, kind: str) -> bytes:
        apart = self._apart.get((kind, job.key))
        part = unpack(apart) if apart else self._cache.get(kind, job.key)
        if part is None:
            # Another build has just removed it, or it is damaged.
            self._apart.update(
                {(kind, job.key): part for kind, part in self._make(job).parts.items()}
            )
            return self._part(job, kind)
        return part

    def _rendered(self, page: ReadyPage) -> tuple[Facts, str]:
        """The page as MkDocs makes it: the same steps, the same events of plugins."""
        config, files = self._config, _Asked(self._files)
        ready, page.facts = page.facts, None
        config._current_page = page
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        facts = _facts(page, files.found)
        page.active = True
        context = get_context(self._nav, self._documents, config, page)
        template = self.environment.get_template(page.meta.get("template", _PAGE))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
        html = config.plugins.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        config._current_page = None
        page.facts = ready
        return facts, html


class _Asked(Files):
    """The same files, that remembers which of them links led to."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._all = files
        self.found: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        file = self._all.get_file_from_path(path)
        if file is not None:
            self.found.add(file.src_uri)
        return file


def _facts(page: ReadyPage, targets: set[str]) -> Facts:
    links = page.links_to_anchors or {}
    return Facts(
        title=page.title or "",
        anchors=sorted(page.present_anchor_ids or ()),
        links={file.src_uri: anchors for file, anchors in links.items()},
        targets=sorted(targets),
        article="",
    )


def _digest(file: File) -> bytes:
    return file.made.digest if isinstance(file, MarkdownFile) else key_of(file.content_bytes)


@contextmanager
def _collected() -> Iterator[list[tuple[str, int, str]]]:
    """What MkDocs says meanwhile, in place of its saying it: a process has its own counts of warnings."""
    said: list[tuple[str, int, str]] = []

    class _Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append((record.name, record.levelno, record.getMessage()))

    handlers, propagates = _LOG.handlers, _LOG.propagate
    _LOG.handlers, _LOG.propagate = [_Collector()], False
    try:
        yield said
    finally:
        _LOG.handlers, _LOG.propagate = handlers, propagates

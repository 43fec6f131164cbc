"""What MkDocs calls as it builds and serves, and where the work lies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import site
from generator.clock import build_date
from generator.directory.grounds import Grounds
from generator.mkdocs_plugin.page import MarkdownFile, ReadyPage
from generator.mkdocs_plugin.preview import Built, Contents, Preview
from generator.mkdocs_plugin.rendering import Renderer
from generator.publish.build import Settings, SourceError, build
from generator.publish.cache import FOLDER, Cache
from generator.publish.cores import CoreError
from generator.publish.made import MadeFile
from generator.publish.outlines import OutlineKeeper
from generator.publish.progress import Progress
from generator.publish.search_index import Index, SearchIndexError
from generator.site.rooms import tabs
from generator.site.shell.front_matter import FrontMatterError, read_front_matter
from generator.site.shell.glossary import EXTENSION
from generator.site.shell.html_blocks import anchors_of
from generator.source.loader import CONTRACTS, REGIONS
from generator.territories.shapes import load_shapes


class AnnuaireConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    repository = config_options.URL()
    """Address of the public repository, where readers propose corrections."""
    date = config_options.Type(str, default="")
    """Day of the statuses, ISO; today, or SOURCE_DATE_EPOCH, when empty."""


class AnnuairePlugin(BasePlugin[AnnuaireConfig]):
    """Adds the directory's pages to the hand-written ones."""

    serving = False
    _cache: Cache | None = None
    _grounds: Grounds | None = None
    _contents: Contents
    _index: Index | None = None
    _built: Built
    _environment: Environment | None = None

    @cached_property
    def _progress(self) -> Progress:
        return Progress(sys.stderr)

    def on_startup(self, *, command: str, **_: object) -> None:
        """Remember whether MkDocs serves or builds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the rooms' tabs before the hand-written pages, and find the glossary beside `mkdocs.yml`."""
        config.nav = [*({label: source} for label, source in tabs()), *(config.nav or [])]
        settings = config.mdx_configs.get(EXTENSION)
        if settings:
            settings["glossary"] = str(Path(config.config_file_path).parent / settings["glossary"])
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the index of the search beside the pages."""
        if self._index is not None:
            self._progress.step("Recherche")
            try:
                self._index.put(Path(config.site_dir))
            except SearchIndexError as error:
                raise PluginError(str(error)) from None
        self._progress.end()

    def on_build_error(self, **_: object) -> None:
        """Leave the terminal's line free for the error, and no program at work."""
        self._progress.end()
        if self._index is not None:
            self._index.stop()

    def on_shutdown(self) -> None:
        """Forget what the last builds did not ask for."""
        if self._cache is not None:
            self._cache.close()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Generate every page; errors in the YAML files stop the build before anything is written."""
        self._environment = None
        try:
            self._contents = self._made(config)
        except (SourceError, CoreError, ValueError) as error:
            raise PluginError(str(error)) from None
        for made in self._contents.values():
            files.append(_file(made, config))
        labels = dict(_labels(config.nav))
        for file in files.documentation_pages():
            ReadyPage(labels.get(file.src_uri), file, config)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make every page ready, now that all that stands around them is known."""
        cache, progress = self._kept(config), self._progress
        renderer = Renderer(config, files, nav, cache, progress, self.serving)
        try:
            renderer.make_ready(files.documentation_pages())
            # A preview goes without, and the search says so.
            self._index = None if self.serving else renderer.search_index()
        except (CoreError, SearchIndexError) as error:
            raise PluginError(str(error)) from None
        self._built = Built(config, files, renderer, self._contents)
        self._environment = renderer.environment
        progress.step("Site")
        return nav

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """Tell the theme whether it makes a preview, whose reloading script is inline."""
        env.globals["previewing"] = self.serving
        return self._environment or env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """Hold that MkDocs read the front matter as it was written: else it would show it."""
        if isinstance(page, ReadyPage) and page.facts is not None:
            return markdown  # made already, from a front matter that was read then
        try:
            written = read_front_matter(page.file.content_string)
        except FrontMatterError as error:
            raise PluginError(f"{page.file.src_uri} : {error}") from None
        if written != page.meta:
            raise PluginError(
                f"{page.file.src_uri} : l’en-tête n’a pas été relu comme il est écrit"
            )
        return markdown

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """Tell MkDocs the anchors of what its parsers did not read, for it to check the links that lead there."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors_of(html)
        return html

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """Follow the contracts and the régions, our templates, scripts and styles."""
        root, ours = _root(config), Path(site.__path__[0])
        for folder in (root / CONTRACTS, root / REGIONS, ours):
            server.watch(str(folder))
        preview = Preview(
            contents=lambda: self._made(self._built.config),
            built=lambda: self._built,
            build=server.builder,
            others=(Path(config.docs_dir), Path(config.config_file_path), ours),
        )
        server.builder = preview.follow
        server.set_app(preview.app(server.serve_request))
        return server

    def _made(self, config: MkDocsConfig) -> Contents:
        """What contracts and régions give. Raises SourceError, CoreError, ValueError."""
        settings = Settings(
            build_date(self.config.date), self.config.repository, config.site_url or ""
        )
        cache, progress = self._kept(config), self._progress
        self._grounds = self._grounds or Grounds(load_shapes(), OutlineKeeper(cache))
        files = build(_root(config), settings, cache, progress, self._grounds)
        try:
            return {made.path: made for made in files}
        finally:
            self._progress.end()

    def _kept(self, config: MkDocsConfig) -> Cache:
        """The cache, opened once for all the builds of a process."""
        if self._cache is None:
            self._cache = Cache(_root(config) / FOLDER)
        return self._cache


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _file(made: MadeFile, config: MkDocsConfig) -> File:
    """A generated file, for MkDocs: the Markdown of a page stays where it is until it is asked for."""
    if not made.path.endswith(".md"):
        return File.generated(config, made.path, content=made.read())
    file = MarkdownFile.generated(config, made.path, content="")
    assert isinstance(file, MarkdownFile)
    file.made = made
    return file


def _labels(nav: Any) -> Iterator[tuple[str, str]]:
    """The Markdown file of each page that the navigation names, and the name that it gives it."""
    for item in nav if isinstance(nav, list) else ():
        for label, target in item.items() if isinstance(item, dict) else ():
            if isinstance(target, str):
                yield target, label
            else:
                yield from _labels(target)

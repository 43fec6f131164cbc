"""The adapter to MkDocs, and nothing more: hands it the generated files."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.clock import build_date
from generator.publish.build import SourceError, build
from generator.publish.search_index import SearchIndexError, index_site
from generator.site.rooms import tabs
from generator.site.shell.front_matter import FrontMatterError, read_front_matter
from generator.site.shell.glossary import EXTENSION
from generator.site.shell.html_blocks import anchors_of
from generator.source.loader import CONTRACTS, REGIONS


class AnnuaireConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    repository = config_options.URL()
    """Address of the public repository, where readers propose corrections."""
    date = config_options.Type(str, default="")
    """Day of the statuses, ISO; today, or SOURCE_DATE_EPOCH, when empty."""


class AnnuairePlugin(BasePlugin[AnnuaireConfig]):
    """Adds the directory's pages to the hand-written ones."""

    serving = False

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
        """Index the pages for the search; a preview goes without, and the search says so."""
        if self.serving:
            return
        try:
            index_site(Path(config.site_dir))
        except SearchIndexError as error:
            raise PluginError(str(error)) from None

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Generate every page; errors in the YAML files stop the build before anything is written."""
        root = Path(config.config_file_path).parent
        try:
            generated = list(
                build(
                    root,
                    build_date(self.config.date),
                    self.config.repository,
                    config.site_url or "",
                )
            )
        except (SourceError, ValueError) as error:
            raise PluginError(str(error)) from None
        for file in generated:
            files.append(File.generated(config, file.path, content=file.content))
        return files

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """Tell the theme whether it makes a preview, whose reloading script is inline."""
        env.globals["previewing"] = self.serving
        return env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """Hold that MkDocs read the front matter as it was written: else it would show it."""
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
        """Rebuild when a contract, a région, a template, a script or a style changes."""
        root = Path(config.config_file_path).parent
        for folder in (root / CONTRACTS, root / REGIONS, Path(__file__).parent / "site"):
            server.watch(str(folder))
        return server

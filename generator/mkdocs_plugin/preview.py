"""`mkdocs serve`: what is saved is shown at once, and a file that is wrong is told of in the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from generator.mkdocs_plugin.page import MarkdownFile, ReadyPage
from generator.mkdocs_plugin.rendering import Renderer
from generator.publish.build import SourceError
from generator.publish.made import MadeFile

_LOG = get_plugin_logger("annuaire")

Contents = Mapping[str, MadeFile]
"""What contracts and régions gave, by path."""


@dataclass(slots=True)
class Built:
    """A whole build of MkDocs', and what it takes to make some of its pages again."""

    config: MkDocsConfig
    files: Files
    renderer: Renderer
    contents: Contents
    """What stands in the site."""


class Preview:
    """Follows the files while a server shows the site.

    As long as contracts and régions alone change, only what changes in the site is made and written;
    for anything else MkDocs builds it whole. A wrong file changes nothing but the notice in each page.
    """

    def __init__(
        self,
        contents: Callable[[], Contents],
        built: Callable[[], Built],
        build: Callable[[], object],
        others: Iterable[Path],
    ) -> None:
        self._contents = contents
        """Makes what contracts and régions give. Raises SourceError."""
        self._built = built
        self._build = build
        self._others = tuple(others)
        """Files and folders of which any change asks for a whole build."""
        self._state = self._state_of_others()
        self.problems = ""
        """What is wrong in the files, in French; empty when nothing is."""

    def follow(self) -> None:
        """Bring the site up to date with the files."""
        try:
            contents = self._contents()
        except SourceError as error:
            self.problems = str(error)
            _LOG.error("%s", error)
            return
        state = self._state_of_others()
        built = self._built()
        if state != self._state or contents.keys() != built.contents.keys():
            # MkDocs empties the site first: it is called only now that the files are known to be right.
            self._build()
            self._state = state
        else:
            _write(contents, built)
            built.contents = contents
        self.problems = ""

    def app(self, serve: WSGIApplication) -> WSGIApplication:
        """What `serve` answers, with the notice of what is wrong in each page."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not self.problems:
                return serve(environ, start_response)
            return self._with_notice(serve, environ, start_response)

        return answer

    def _with_notice(
        self, serve: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[..., object]:
            begun.append((status, headers))
            return _nothing

        body = b"".join(serve(environ, start))
        ((status, headers),) = begun
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            body = _noticed(body, self.problems)
            kept = [(name, value) for name, value in headers if name != "Content-Length"]
            headers = [*kept, ("Content-Length", str(len(body)))]
        start_response(status, headers)
        return [body]

    def _state_of_others(self) -> Mapping[str, tuple[int, int]]:
        """Date and size of each of the other files, by path."""
        return {
            str(file): (status.st_mtime_ns, status.st_size)
            for other in self._others
            for file in (other.rglob("*") if other.is_dir() else (other,))
            if file.is_file()
            for status in (file.stat(),)
        }


def _write(contents: Contents, built: Built) -> None:
    """Put in the site what is not as it was."""
    pages: list[File] = []
    for path, made in contents.items():
        file = built.files.get_file_from_path(path)
        if file is None or made.digest == built.contents[path].digest:
            continue
        if isinstance(file, MarkdownFile):
            file.made = made
            pages.append(file)
        else:
            _replace(Path(file.abs_dest_path), made.read())
    built.renderer.make_ready(pages)
    for file in pages:
        assert isinstance(file.page, ReadyPage)
        file.page.render(built.config, built.files)
        _replace(Path(file.abs_dest_path), file.page.print().encode("utf-8"))
    for file in pages:
        assert file.page is not None
        file.page.validate_anchor_links(
            files=built.files, log_level=built.config.validation.links.anchors
        )


def _noticed(page: bytes, problems: str) -> bytes:
    """A page with the notice at the top of its article, or of itself where it has none."""
    notice = (
        '<div class="admonition failure" role="alert">'
        '<p class="admonition-title">Un fichier contient une erreur\u202f: '
        "cette page est celle d’avant sa modification</p>"
        f"<pre><code>{escape(problems)}</code></pre></div>"
    ).encode()
    start = page.find(b"<article")
    end = page.find(b">", start if start >= 0 else page.find(b"<body"))
    return page[: end + 1] + notice + page[end + 1 :]


def _replace(path: Path, content: bytes) -> None:
    """Write a file of the site, that a reader never finds half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def _nothing(_: bytes) -> None:
    """WSGI's way to write, that the server does not use."""

"""Pages whose HTML is there before MkDocs asks for it: made on every core, or by an earlier build."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.publish.made import MadeFile

HTML, ARTICLE = "html", "article"
"""Parts of a page that is ready: what is published, what the search reads."""

TEMPLATE = "ready.html"
"""Prints the page as it is."""


class MarkdownFile(File):
    """The Markdown of a generated page, read when it is asked for."""

    made: MadeFile

    @property  # type: ignore[misc]  # nobody sets it
    def content_string(self) -> str:
        """The Markdown."""
        return self.made.read().decode("utf-8")


@dataclass(frozen=True, slots=True)
class Facts:
    """What MkDocs asks of a page beside its HTML: to name it, and to check the links between pages."""

    title: str
    anchors: list[str]
    """Ids that a link may lead to."""
    links: dict[str, dict[str, str]]
    """By page (its Markdown's path), each anchor that it links to, and the link as it is written."""
    targets: list[str]
    """Files (their paths among the sources) that its links lead to."""
    article: str
    """Digest of what the search reads of it; empty where it reads nothing."""

    def as_bytes(self) -> bytes:
        """In JSON."""
        return json.dumps(asdict(self), ensure_ascii=True).encode("ascii")

    @classmethod
    def read(cls, data: bytes) -> Facts:
        """What `as_bytes` wrote."""
        return cls(**json.loads(data))


class ReadyPage(Page):
    """A page that MkDocs puts in its place, once it is ready, and does not make."""

    facts: Facts | None = None
    """None as long as the page is not ready."""
    _part: Callable[[str], bytes]

    def be_ready(self, facts: Facts, part: Callable[[str], bytes]) -> None:
        """From now on MkDocs puts the page in its place, and does not make it.

        `part` gives what `HTML` and `ARTICLE` name, as often as it is asked for.
        """
        self.facts = facts
        self._part = part

    def print(self) -> str:
        """The whole HTML of a page that is ready."""
        return self._part(HTML).decode("utf-8")

    def article(self) -> str:
        """What the search reads of a page that is ready."""
        return self._part(ARTICLE).decode("utf-8")

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the Markdown of a page that is not ready."""
        if self.facts is None:
            super().read_source(config)
        else:
            self.markdown = ""
            self.meta = {"title": self.facts.title, "template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the content of a page that is not ready."""
        if self.facts is None:
            super().render(config, files)
            return
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(self.facts.anchors)
        self.links_to_anchors = {
            file: anchors
            for path, anchors in self.facts.links.items()
            if (file := files.get_file_from_path(path)) is not None
        }

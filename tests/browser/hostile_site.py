"""The site of hostile files: built once, served, and read for what became of each text."""

from __future__ import annotations

import http.server
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

from tests.browser.hostile_texts import Hand, contracts, region
from tests.sites import FROZEN, built, project_of

READING = (Path(__file__).parent / "hostile_reading.js").read_text(encoding="utf-8")
MARK = re.compile(r"z\d+f\d+z")
TILES = "https://data.geopf.fr/"
"""The one host besides ours that a page may ask."""


@dataclass(frozen=True)
class Site:
    """The built site, what was written in its files, and where each text was then read."""

    folder: Path
    url: str
    hand: Hand
    seen: set[tuple[str, str]]
    """Marks, and the places where what was written stands whole."""

    def check(
        self, page: Page, place: str, *, addresses: list[str] | None = None, asked: str = ""
    ) -> set[str]:
        """Read the page (or those at `addresses`), which must be sound; gives the marks found whole.

        `asked`: the mark that was typed, and is repeated alone.
        """
        written = {mark: text.text for mark, text in self.hand.written.items()}
        given = {"written": written, "links": sorted(self.hand.addresses), "tiles": TILES}
        pages = page.evaluate(READING, {**given, "addresses": addresses})
        wrong = [
            f"{read['address']}: {what}"
            for read in pages
            for what in read["wrong"]
            if not (asked and what.startswith(f"{asked} is not as written"))
        ]
        assert not wrong, "\n".join(wrong[:30])
        marks = {mark for read in pages for mark, _ in read["seen"]}
        for read in pages:
            kind = place or kind_of(read["address"])
            self.seen.update(
                (mark, kind if how == "text" else f"{kind}, {how}") for mark, how in read["seen"]
            )
        return marks

    def check_text(self, text: str, place: str) -> set[str]:
        """The marks of a text out of a file; around each, what was written stands whole.

        But entities in Pagefind's files: it reads twice those that a text is made of.
        """
        if re.fullmatch(r"[a-z0-9_ -]*", text):
            return set()  # words of a text joined by hyphens, for an address
        given = plain(text)
        marks = set()
        for match in MARK.finditer(given):
            expected = plain(self.hand.written[match.group()].text)
            if "pf_" in place and "&" in expected:
                continue
            start = match.start() - expected.index(match.group())
            assert given[max(0, start) : start + len(expected)] == expected, (
                f"{place}: {given[max(0, start) : start + len(expected)]} for {expected}"
            )
            marks.add(match.group())
        self.seen.update((mark, place) for mark in marks)
        return marks

    def summary(self) -> str:
        """How much was looked at."""
        written = self.hand.written
        read = {(written[mark].attack, written[mark].field, place) for mark, place in self.seen}
        attacks, fields, places = (len({triple[part] for triple in read}) for part in range(3))
        return (
            f"{len(read)} times an attack × a field × a place was read as written "
            f"({attacks} attacks, {fields} fields, {places} places)"
        )

    def marks(self, field: str, files: Iterable[int] | None = None) -> set[str]:
        """Marks of all that was written in a field, of those files."""
        return {
            mark
            for mark, text in self.hand.written.items()
            if text.field == field and (files is None or int(mark[1:].partition("f")[0]) in files)
        }


def plain(text: str) -> str:
    """`text` without what French typography changes; the same as in hostile_reading.js."""
    bare = re.sub(r"[\s\x85\u200b\ufeff]+", "", text)
    return bare.replace("’", "'").replace("…", "...").lower()


def kind_of(address: str) -> str:
    """The kind of page at an address: those of one folder are of one kind."""
    parts = [part for part in address.split("/") if part]
    if len(parts) < 2:
        return "page " + (parts[0] if parts else "accueil")
    return f"page {parts[0]}/…"


def build(folder: Path) -> tuple[Hand, Path]:
    """Write hostile contracts and régions, and build their site with MkDocs; gives its folder."""
    corpus, project, site = folder / "corpus", folder / "project", folder / "site"
    hand = Hand()
    files = {f"contracts/bretagne/{id_}": content for id_, content in contracts(hand)}
    for turn, path in enumerate(sorted((FROZEN / "regions").glob("*.yml"))):
        real = yaml.safe_load(path.read_text(encoding="utf-8"))
        files[f"regions/{path.stem}"] = region(hand, real, 3 * turn)
    for name, content in files.items():
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (corpus / f"{name}.yml").write_text(yaml.safe_dump(content), encoding="utf-8")
    project_of(corpus, project)
    built(project, site, "--quiet")
    return hand, site


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass

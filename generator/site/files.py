"""The heart: an Edition in, every generated file of the site out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.site.rooms import ROOMS
from generator.site.shell import addresses
from generator.site.shell.assets import room_assets


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A generated file: its path in the documentation's folder, and its content."""

    path: str
    content: str | bytes


def site_files(edition: Edition) -> Iterator[SiteFile]:
    """Every page (Markdown) and every file that pages load, on the edition's day.

    Reads no clock, network nor file but the packed reference and our own assets.
    """
    for room in ROOMS:
        for kind in room.pages:
            for address, page in kind.pages(edition):
                yield SiteFile(addresses.source_of(address), page)
    for room in ROOMS:
        for files in room.files:
            for path, content in files(edition):
                yield SiteFile(path, content)
        for sets in room.sets:
            for made in sets(edition):
                for path, content in made.files():
                    yield SiteFile(path, content)
    for path, content in room_assets():
        yield SiteFile(path, content)

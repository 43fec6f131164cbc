"""The files of an edition, made on every core where the values that they are made of are new."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.directory.edition import Edition
from generator.publish.cache import Cache, Packed, key_of, pack, unpack
from generator.publish.cores import cores, each
from generator.publish.digest import TemplateDigests, program_digest, view_digest
from generator.publish.progress import Progress
from generator.site.files import FileGroup, SitePage, site_pages
from generator.site.room import FileSet
from generator.site.shell.templating import environment

_DIGESTS, _CONTENTS = "digests", "contents"
"""Kinds of entries: for some values, the digest of each file that they make; a file, by its digest."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A generated file, whose content may lie in the cache until it is asked for."""

    path: str
    """In the documentation's folder."""
    digest: bytes
    """Of its content."""
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class _Made:
    """What a process sends of a page, or of a set of files."""

    key: bytes
    """Of the values that it is made of; empty where they were not looked at."""
    digests: dict[str, bytes]
    """By path."""
    contents: dict[str, Packed]
    """By path; empty where the cache has them."""


class Maker:
    """Makes the files of one edition."""

    def __init__(self, edition: Edition, cache: Cache) -> None:
        self._edition = edition
        self._cache = cache
        self._templates = TemplateDigests(environment())
        self._program = program_digest()
        self._known = cache.all_of(_DIGESTS)

    def files(
        self, groups: Sequence[FileGroup | FileSet], progress: Progress
    ) -> Iterator[MadeFile]:
        """Every page, and the files that `groups` give. Raises CoreError."""
        pages = list(site_pages(self._edition))
        self._prepare(pages)
        # Groups first: one of them is as long as hundreds of pages.
        items = [*groups, *pages]
        progress.step("Pages et données", len(items))
        made = progress.counted(each(self._make, items, cores()))
        for item, one in zip(items, made, strict=True):
            yield from self._kept(item, one)
        self._cache.save()

    def _prepare(self, pages: Sequence[SitePage]) -> None:
        """Work out, before the processes part, what each of them would work out again."""
        for template in {page.kind.template for page in pages}:
            self._templates.of(template)
            if not self._known:
                environment().get_template(template)
        self._edition.prepare()

    def _make(self, item: FileGroup | FileSet | SitePage) -> _Made:
        """A page or group, without its contents where an earlier build made the same."""
        return self._made(item, self._known)

    def _made(self, item: FileGroup | FileSet | SitePage, known: Mapping[bytes, bytes]) -> _Made:
        if isinstance(item, SitePage):
            view = item.view(self._edition)
            template = self._templates.of(item.kind.template)
            key = key_of(self._program, template, *item.kind.styles, item.path, view_digest(view))
            return _known_as(key, known) or _packed(key, [(item.path, item.printed(view))])
        if callable(item):
            return _packed(b"", item())
        key = key_of(self._program, view_digest(item))
        return _known_as(key, known) or _packed(key, item.files())

    def _kept(self, item: FileGroup | FileSet | SitePage, made: _Made) -> Iterator[MadeFile]:
        """The files of a page or group, whose contents the cache has or is given."""
        if not made.key:
            for path, content in made.contents.items():
                yield MadeFile(path, made.digests[path], partial(unpack, content))
            return
        if not made.contents and not all(
            self._cache.has(_CONTENTS, digest) for digest in made.digests.values()
        ):
            made = self._made(item, {})  # another build has just removed some
        if not made.contents:
            self._cache.use(_DIGESTS, made.key)
        else:
            text = json.dumps({path: digest.hex() for path, digest in made.digests.items()})
            self._cache.put(_DIGESTS, made.key, pack(text.encode("ascii")))
        for path, content in made.contents.items():
            self._cache.put(_CONTENTS, made.digests[path], content)
        for path, digest in made.digests.items():
            yield MadeFile(path, digest, partial(self._read, item, path, digest))

    def _read(self, item: FileGroup | FileSet | SitePage, path: str, digest: bytes) -> bytes:
        content = self._cache.get(_CONTENTS, digest)
        return unpack(self._made(item, {}).contents[path]) if content is None else content


def _known_as(key: bytes, known: Mapping[bytes, bytes]) -> _Made | None:
    text = known.get(key)
    if text is None:
        return None
    digests = {path: bytes.fromhex(digest) for path, digest in json.loads(text).items()}
    return _Made(key, digests, {})


def _packed(key: bytes, files: Iterable[tuple[str, str | bytes]]) -> _Made:
    digests, contents = {}, {}
    for path, content in files:
        data = content.encode("utf-8") if isinstance(content, str) else content
        digests[path] = key_of(data)
        contents[path] = pack(data)
    return _Made(key, digests, contents)

"""From the pages of a site to the index that its search reads, made by Pagefind's program.

Not by way of its Python API: in 1.5, `add_html_file` waits 0.1 s for each page, `get_files` hangs on an
index of more than 2 MiB, a program that dies is waited for without end, and an error leaves it running.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.cache import Cache, pack
from generator.publish.search_order import put_in_order

FOLDER = "pagefind"
"""The folder of the site that holds the index; the scripts of the search know it."""

_KIND = "search"
"""Kind of the cache's entries: an index, all of its files in one."""

_TIME_LIMIT_S = 300

_LEFT_OUT = '<meta name="recherche" content="exclue">'
"""In the head of a page that repeats others (see `Head.searched`)."""

_META = re.compile(r"<meta data-pagefind-[^>]*>")
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_LANGUAGE = re.compile(r"<html\b[^>]*\blang=\"([\w-]+)\"")
_CHANGED = re.compile(
    r"<[^>]*>|\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)(?:['’]|&#39;|&#x27;|&rsquo;)(?=[\w<])",
    re.IGNORECASE,
)
"""A tag, or an elided word with its apostrophe."""

_UNKNOWN = re.compile(r"\bnon\srenseignée?s?\b(?: dans les sources)?", re.IGNORECASE)
"""What the sources do not say, wherever a page says so: « rens… » is the beginning of a city's name too."""
_OF_WHAT = re.compile(r",?\s*(?:\b(?:début et fin|fin|début|date)\s+)?\Z", re.IGNORECASE)
_LONGEST = 40
"""Characters before that may say what is not known."""

_DETAILS = '<span class="details">'

_EXCLUDED = (
    ".headerlink",  # the ¶ of each heading
    ".absent",  # « non renseigné »
    ".fil",  # breadcrumb
    ".frise",  # the other contracts of the territory
    ".frise__legende",
    ".precision",  # how something is counted, what a word means
    ".entete dt",  # the same on each contract
    ".tableau",  # contracts that have a page of their own
    ".carte",
    ".dessin",
    ".perimetre",
    ".a-verifier",
    ".corriger",
    ".redite",  # a sentence that many pages share
    ".reserve",
    ".etat",  # the status is a badge of the result
    ".appui",
    ".chiffres",
    "noscript",
)
"""Parts of an article that say nothing of their own page."""

_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Ready-made interfaces that Pagefind writes beside the index; the site has its own."""


class SearchIndexError(Exception):
    """The index could not be made; its text says why, in French."""


class Index:
    """The index of some pages, by an earlier build or by Pagefind's program, at work beside this process."""

    def __init__(self, cache: Cache, key: bytes, articles: Iterable[tuple[str, str]]) -> None:
        """Begin with what `article_of` gave, by each page's path in the site; `key` names all of it.

        Raises SearchIndexError.
        """
        self._cache = cache
        self._key = key
        self._known = cache.get(_KIND, key)
        self._program = None if self._known else _Program(articles)

    def put(self, site: Path) -> None:
        """Write it into the folder `pagefind/` of `site`, once it is made, in place of an earlier one.

        Raises SearchIndexError, OSError.
        """
        if self._known is not None:
            files = _from_bytes(self._known)
        else:
            assert self._program is not None
            files = self._program.files()
            self._cache.put(_KIND, self._key, pack(_as_bytes(files)))
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        for folder in {Path(path).parent for path in files}:
            (site / FOLDER / folder).mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            (site / FOLDER / path).write_bytes(content)

    def stop(self) -> None:
        """Leave it unfinished, and nothing behind."""
        if self._program is not None:
            self._program.stop()


def _as_bytes(files: Mapping[str, bytes]) -> bytes:
    """The files one after the other, behind a line of JSON that gives the length of each by its path."""
    lengths = {path: len(content) for path, content in files.items()}
    return json.dumps(lengths).encode("ascii") + b"\n" + b"".join(files.values())


def _from_bytes(data: bytes) -> dict[str, bytes]:
    head, _, rest = data.partition(b"\n")
    files, start = {}, 0
    for path, length in json.loads(head).items():
        files[path] = rest[start : start + length]
        start += length
    return files


class _Program:
    """Pagefind at work on a folder of its own."""

    def __init__(self, articles: Iterable[tuple[str, str]]) -> None:
        program = _program()
        self._folder = TemporaryDirectory(prefix="annuaire-recherche-")
        self._work = Path(self._folder.name)
        self._words = self._work / "words"
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.stop)
        try:
            if not _write_articles(articles, self._work / "pages"):
                raise SearchIndexError("la recherche ne trouve aucune page à indexer")
            self._process = self._started(program)
        except BaseException:
            self.stop()
            raise

    def files(self) -> dict[str, bytes]:
        """Wait for it: the index's files, by their path in its folder. Raises SearchIndexError."""
        index = self._work / FOLDER
        try:
            self._wait()
            put_in_order(index)
            return {
                path.relative_to(index).as_posix(): path.read_bytes()
                for path in sorted(index.rglob("*"))
                if path.is_file() and not any(map(path.match, _UNUSED))
            }
        finally:
            self.stop()

    def stop(self) -> None:
        """End it, if it still works, and remove its folder."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()
        atexit.unregister(self.stop)

    def _started(self, program: Path) -> subprocess.Popen[bytes]:
        command = [
            str(program),
            "--site=pages",
            f"--output-path={FOLDER}",
            f"--exclude-selectors={', '.join(_EXCLUDED)}",
            "--silent",
        ]
        # Pagefind reads its settings from the environment and from the current folder too.
        environment = {key: value for key, value in os.environ.items() if "PAGEFIND" not in key}
        try:
            # To a file, not to a pipe, which nobody empties meanwhile.
            with self._words.open("wb") as words:
                return subprocess.Popen(
                    command, cwd=self._work, env=environment, stdout=words, stderr=words
                )
        except OSError as error:
            raise _failed(error) from None

    def _wait(self) -> None:
        assert self._process is not None
        try:
            code = self._process.wait(_TIME_LIMIT_S)
        except subprocess.TimeoutExpired as error:
            raise _failed(error) from None
        if code:
            words = self._words.read_text("utf-8", "replace").replace("\0", "").strip()
            raise _failed(words or f"code {code}")
        if not (self._work / FOLDER / "pagefind-entry.json").is_file():
            raise SearchIndexError("Pagefind n’a pas écrit l’index de la recherche")


def article_of(html: str) -> str | None:
    """The page that Pagefind is given for the page `html`: its metadata and its article.

    Pagefind takes « l’eau » for one word, which a search for « eau » would not find: so elided words
    get a space after them, which the site's script takes out again from what it shows. What the
    styles keep apart, as a term and its definition, has no space in between either.
    """
    article = _ARTICLE.search(html)
    if article is None or _LEFT_OUT in html:
        return None
    language = _LANGUAGE.search(html)
    apart = (
        _without_unknown(article.group())
        .replace("</dd><dd>", " ; </dd><dd>")
        .replace("</dd></div>", " ; </dd></div>")
    )
    body = _CHANGED.sub(_parted, apart)
    return (
        f'<!doctype html><html lang="{language.group(1) if language else "fr"}">'
        f"<head>{''.join(_META.findall(html))}</head><body>{body}</body></html>"
    )


def _without_unknown(html: str) -> str:
    kept, start = [], 0
    for match in _UNKNOWN.finditer(html):
        split = max(match.start() - _LONGEST, start)
        kept += [html[start:split], _OF_WHAT.sub("", html[split : match.start()])]
        start = match.end()
    return "".join([*kept, html[start:]])


def _parted(match: re.Match[str]) -> str:
    text = match.group()
    if text == "</dt>":
        return "\N{NO-BREAK SPACE}: </dt>"
    if text.startswith("<span"):
        return f" — {text}" if text == _DETAILS else f" {text}"
    return text if text.startswith("<") else f"{text} "


def _write_articles(articles: Iterable[tuple[str, str]], target: Path) -> int:
    count = 0
    for place, article in articles:
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        (target / place).write_text(article, "utf-8")
        count += 1
    return count


def _failed(why: object) -> SearchIndexError:
    return SearchIndexError(f"Pagefind, qui construit la recherche, a échoué : {why}")


def _program() -> Path:
    """The executable of Pagefind, that a wheel brings."""
    try:
        from pagefind.service import get_executable

        path = get_executable()
    except (ImportError, FileNotFoundError):
        path = None
    if path is None or not path.is_file():
        raise SearchIndexError(
            "le programme Pagefind, qui construit la recherche, est introuvable : "
            "installez-le avec « pip install 'pagefind[bin]' »"
        )
    return path

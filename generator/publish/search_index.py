"""From the pages of a built site to the index that its search reads, made by Pagefind's program.

Not by way of its Python API: in 1.5, `add_html_file` waits 0.1 s for each page, `get_files` hangs on an
index of more than 2 MiB, a program that dies is waited for without end, and an error leaves it running.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.search_order import put_in_order

FOLDER = "pagefind"
"""The folder of the site that holds the index; the scripts of the search know it."""

_TIME_LIMIT_S = 300

_META = re.compile(r"<meta data-pagefind-[^>]*>")
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_LANGUAGE = re.compile(r"<html\b[^>]*\blang=\"([\w-]+)\"")
_CHANGED = re.compile(
    r"<[^>]*>|\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)(?:['’]|&#39;|&#x27;|&rsquo;)(?=[\w<])",
    re.IGNORECASE,
)
"""A tag, or an elided word with its apostrophe."""

_DETAILS = '<span class="details">'

_EXCLUDED = (
    ".headerlink",  # the ¶ of each heading
    ".fil",  # breadcrumb
    ".tableau",  # contracts that have a page of their own
    ".carte",
    ".dessin",
    ".a-verifier",
    ".corriger",
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


def index_site(site: Path) -> int:
    """Write the index of the pages of `site` into its folder `pagefind/`, in place of an earlier one.

    Only `<article>` is read, with the `<meta data-pagefind-…>` of the page; what has no article, and
    404.html, is no page. Returns how many pages were indexed. Raises SearchIndexError.
    """
    program = _program()
    with TemporaryDirectory(prefix="annuaire-recherche-") as folder:
        work = Path(folder)
        count = _write_articles(site, work / "pages")
        if not count:
            raise SearchIndexError(f"la recherche ne trouve aucune page à indexer dans {site}")
        _run(program, work)
        put_in_order(work / FOLDER)
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        shutil.copytree(work / FOLDER, site / FOLDER, ignore=shutil.ignore_patterns(*_UNUSED))
    return count


def article_of(html: str) -> str | None:
    """The page that Pagefind is given for the page `html`: its metadata and its article.

    Pagefind takes « l’eau » for one word, which a search for « eau » would not find: so elided words
    get a space after them, which the site's script takes out again from what it shows. What the
    styles keep apart, as a term and its definition, has no space in between either.
    """
    article = _ARTICLE.search(html)
    if article is None:
        return None
    language = _LANGUAGE.search(html)
    body = _CHANGED.sub(_parted, article.group().replace("</dd><dd>", " ; </dd><dd>"))
    return (
        f'<!doctype html><html lang="{language.group(1) if language else "fr"}">'
        f"<head>{''.join(_META.findall(html))}</head><body>{body}</body></html>"
    )


def _parted(match: re.Match[str]) -> str:
    text = match.group()
    if text == "</dt>":
        return "\N{NO-BREAK SPACE}: </dt>"
    if text.startswith("<span"):
        return f" — {text}" if text == _DETAILS else f" {text}"
    return text if text.startswith("<") else f"{text} "


def _write_articles(site: Path, target: Path) -> int:
    count = 0
    for path in sorted(site.rglob("*.html")):
        place = path.relative_to(site)
        page = None if place == Path("404.html") else article_of(path.read_text("utf-8"))
        if page is not None:
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            (target / place).write_text(page, "utf-8")
            count += 1
    return count


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
            "installez-le avec « pip install 'pagefind[extended]' »"
        )
    return path


def _run(program: Path, work: Path) -> None:
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
        done = subprocess.run(
            command,
            cwd=work,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_TIME_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchIndexError(
            f"Pagefind, qui construit la recherche, a échoué : {error}"
        ) from None
    if done.returncode:
        words = (done.stderr or done.stdout).strip() or f"code {done.returncode}"
        raise SearchIndexError(f"Pagefind, qui construit la recherche, a échoué : {words}")
    if not (work / FOLDER / "pagefind-entry.json").is_file():
        raise SearchIndexError("Pagefind n’a pas écrit l’index de la recherche")

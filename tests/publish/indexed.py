"""The index of a folder of HTML pages, by the real Pagefind."""

from __future__ import annotations

from pathlib import Path

from generator.publish.cache import Cache, key_of
from generator.publish.search_index import Index, article_of


def index_site(site: Path, cache: Cache | None = None) -> int:
    """Write the index of the pages of `site` in it; gives their number."""
    articles = {
        path.relative_to(site).as_posix(): article
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
        and (article := article_of(path.read_text(encoding="utf-8"))) is not None
    }
    key = key_of(*articles, *articles.values())
    Index(cache or Cache(), key, articles.items()).put(site)
    return len(articles)

"""A sample of pages is printed from nothing, and compared with what the cache gave."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.publish.build import Settings, edition_of
from generator.publish.cache import key_of
from generator.publish.made import MadeFile
from generator.publish.progress import Progress
from generator.site.files import SitePage, site_pages

_ONE_IN = 16
"""The share of the pages that one day's sample holds; other days have other samples."""


class StaleError(Exception):
    """Pages are not what they would be from nothing; the text, in French, names them."""


def verify(
    root: Path, settings: Settings, files: Mapping[str, MadeFile], progress: Progress
) -> int:
    """Compare a sample of `files`, by path, and give the number of pages. Raises StaleError, SourceError."""
    edition = edition_of(root, settings)
    sample = [page for page in site_pages(edition) if _is_drawn(page, settings)]
    progress.step("Vérification", len(sample))
    stale = [
        page.path
        for page in progress.counted(sample)
        if files[page.path].read() != page.printed(page.view(edition)).encode("utf-8")
    ]
    if stale:
        raise StaleError(
            f"{len(stale)} page(s) sur {len(sample)} ne sont pas ce qu’elles seraient sans cache : "
            f"{', '.join(stale[:10])}. Supprimez le dossier .cache, relancez la commande, "
            "et signalez-le : c’est un défaut du programme."
        )
    return len(sample)


def _is_drawn(page: SitePage, settings: Settings) -> bool:
    return key_of(page.path, settings.on.isoformat())[0] % _ONE_IN == 0

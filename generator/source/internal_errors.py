"""The last safety net: a mistake of this program, met in one file, hides the problems of no other."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.source.document import Document

INTERNAL = "interne"
"""Rule of the problems that are ours and not the contributor's; tests assert that there is none."""


@contextmanager
def internal_errors_told(document: Document) -> Iterator[None]:
    """Turn any exception of the block into a problem of `document`."""
    try:
        yield
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        document.report(
            INTERNAL,
            "le programme ne sait pas lire ce fichier : l’erreur est dans le programme",
            found=f"{type(error).__name__} dans {Path(place.filename).name}, ligne {place.lineno} : {error}",
            proposal="ouvrez un signalement (« Issue ») dans le dépôt du projet, avec ce message et ce fichier",
        )

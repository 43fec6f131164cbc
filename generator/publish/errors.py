"""Why a folder is not published, in French."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REASONS = {
    errno.EACCES: "droits insuffisants",
    errno.EPERM: "droits insuffisants",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "le quota du disque est atteint",
    errno.EEXIST: "un fichier porte déjà ce nom",
    errno.ENAMETOOLONG: "le nom est trop long",
    errno.ENOTDIR: "un élément du chemin n’est pas un dossier",
    errno.ELOOP: "des liens y tournent en rond",
    errno.EBUSY: "le système s’en sert (point de montage ?)",
    errno.EXDEV: "le dossier est d’une autre couche du système de fichiers, supprimez-le d’abord",
}


class PublishError(Exception):
    """The folder cannot be written; its text says why, in French."""


def reason(error: OSError) -> str:
    """What the system refuses, in French where it is a usual thing."""
    number = error.errno
    if number is None and isinstance(error, shutil.Error):
        # A copy of a tree gives a list of failures, each with the system's words.
        found = re.search(r"\[Errno (\d+)\]", str(error))
        number = int(found.group(1)) if found else None
    if number in _REASONS:
        return _REASONS[number]
    return error.strerror or str(error)


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn what the system refuses into a PublishError on `place`."""
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise PublishError(f"{place} : écriture impossible, {reason(error)}{where}") from None

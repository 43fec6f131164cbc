"""The addresses that a built site promises to keep, and those that it has lost."""

from __future__ import annotations

from pathlib import Path

_PAGE = "index.html"
_FOLDERS = ("donnees", "api")
"""What others fetch by its address; what the site's own scripts fetch may change at any time."""


def addresses_of(site: Path) -> set[str]:
    """Address of each page of the built site and of each public file, from its root."""
    pages = {
        f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./")
        for path in site.rglob(_PAGE)
    }
    files = {
        path.relative_to(site).as_posix()
        for folder in _FOLDERS
        for path in (site / folder).rglob("*")
        if path.is_file() and path.name != _PAGE
    }
    return pages | files

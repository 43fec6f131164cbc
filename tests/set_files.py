"""The files that sets of them make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.site.room import FileSet


def made(sets: Iterable[FileSet]) -> dict[str, Any]:
    """Content of every file of the sets by its site path."""
    return {path: content for each in sets for path, content in each.files()}

"""Published files are for everyone to read, whatever the umask of who publishes them."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = 0o755
_FILE = 0o644


def make_readable(tree: Path) -> int:
    """Let the web server read `tree` and all that it holds; gives the number of files."""
    count = 0
    tree.chmod(_FOLDER)
    for folder, folders, files in os.walk(tree):
        for name in folders:
            _set(Path(folder, name), _FOLDER)
        for name in files:
            _set(Path(folder, name), _FILE)
        count += len(files)
    return count


def make_folders(path: Path) -> None:
    """Make `path` and its missing parents, for everyone to go through."""
    if not path.is_dir():
        make_folders(path.parent)
        path.mkdir(exist_ok=True)
        path.chmod(_FOLDER)


def _set(path: Path, mode: int) -> None:
    # What a link leads to may be someone else's.
    if not path.is_symlink():
        path.chmod(mode)

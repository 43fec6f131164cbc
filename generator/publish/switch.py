"""A whole folder takes the place of another, and what a killed run left is mended.

Where the system exchanges two names (Linux, macOS), the published folder is never missing. Elsewhere
it is a link that is replaced at once, `site -> .site.annuaire/tree-…`; only where a true folder must
give way, or where there are no links either, are there two moves, and the next run puts back what
the first of them took away.
"""

from __future__ import annotations

import errno
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from generator.publish.exchange import can_exchange, exchange

_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_PREVIOUS = "previous"
"""Name in the hidden folder of what was published, between the two moves."""
_SCRATCH = "work-"
_TREE = "tree-"


def hidden_folder(target: Path) -> Path:
    """The folder beside `target` where the next tree is made, and the lock is."""
    return target.with_name(f".{target.name}.annuaire")


def new_scratch(hidden: Path) -> Path:
    """A new folder of one run, in `hidden`."""
    return Path(tempfile.mkdtemp(dir=hidden, prefix=_SCRATCH))


def is_our_link(target: Path) -> bool:
    """Whether `target` is a link that an earlier switch made."""
    return target.is_symlink() and target.readlink().parent == Path(hidden_folder(target).name)


def switch(tree: Path, target: Path, scratch: Path) -> None:
    """Publish `tree` as `target`, whose former content goes to `scratch` or to the hidden folder."""
    if can_exchange(scratch):
        if target.is_dir():
            exchange(tree, target)
        else:
            target.unlink(missing_ok=True)  # a link to a tree that someone removed
            tree.rename(target)
        return
    link = _linked(tree, target, scratch)
    if target.is_dir() and not target.is_symlink():
        target.rename(hidden_folder(target) / _PREVIOUS)
    link.replace(target)


def _linked(tree: Path, target: Path, scratch: Path) -> Path:
    """A link to `tree`, moved where it can stay; `tree` itself where there are no links."""
    if sys.platform == "win32":
        return tree  # links ask for a privilege there, and are not replaced at once
    hidden = hidden_folder(target)
    link = scratch / "link"
    home = hidden / scratch.name.replace(_SCRATCH, _TREE, 1)
    try:
        link.symlink_to(Path(hidden.name) / home.name)
    except OSError as error:
        if error.errno in _NO_LINKS:
            return tree
        raise
    hidden.chmod(0o755)  # the web server goes through it
    tree.rename(home)
    return link


def restore(target: Path) -> None:
    """Put back what a run killed between its two moves had taken away. The lock must be held."""
    previous = hidden_folder(target) / _PREVIOUS
    if previous.is_dir() and not target.exists():
        target.unlink(missing_ok=True)
        previous.rename(target)


def clean(target: Path) -> None:
    """Remove all that is in the hidden folder and no longer serves. The lock must be held.

    What the system does not let go stays for the next run.
    """
    hidden = hidden_folder(target)
    with suppress(OSError):
        served = target.readlink().name if is_our_link(target) else None
        for entry in list(hidden.iterdir()):
            if entry.name.startswith((_SCRATCH, _TREE)) and entry.name != served:
                shutil.rmtree(entry, ignore_errors=True)
        if target.exists():
            # Renamed first: what is half removed must never be restored.
            aside = hidden / f"{_SCRATCH}{_PREVIOUS}"
            (hidden / _PREVIOUS).rename(aside)
            shutil.rmtree(aside, ignore_errors=True)

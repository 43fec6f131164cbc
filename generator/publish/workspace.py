"""Where a folder is made before it is published: hidden beside it, and held by one process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.publish.errors import PublishError, told
from generator.publish.interruption import uninterrupted
from generator.publish.lock import lock
from generator.publish.readable import make_folders, make_readable
from generator.publish.switch import clean, hidden_folder, is_our_link, new_scratch, restore, switch

Objection = Callable[[Path], str | None]
"""Why a folder that holds something is not ours to replace, in French; None when it is."""


@dataclass(frozen=True)
class Workspace:
    """A run's own folder, removed at its end."""

    output: Path
    """The published folder, as the user named it."""
    scratch: Path
    _target: Path

    @property
    def tree(self) -> Path:
        """Where the new content of the published folder is to be written."""
        return self.scratch / "tree"

    def publish(self) -> int:
        """Put `tree` in its place, in one step, and give the number of its files. Raises PublishError."""
        with told(self.output):
            count = make_readable(self.tree)
            with uninterrupted():
                switch(self.tree, self._target, self.scratch)
                clean(self._target)
        return count


@contextmanager
def workspace(output: Path, objection: Objection) -> Iterator[Workspace]:
    """Hold the folder `output`, after mending what a killed run left of it. Raises PublishError.

    Nothing is made beside a folder that may not be replaced.
    """
    with ExitStack() as stack:
        with told(output):
            target = place_of(output)
            _check(output, target, objection)
            make_folders(target.parent)
            stack.enter_context(lock(hidden_folder(target) / "lock", output))
            restore(target)
            clean(target)
            _check(output, target, objection)
            stack.callback(clean, target)
            scratch = new_scratch(hidden_folder(target))
        yield Workspace(output, scratch, target)


def place_of(output: Path) -> Path:
    """The absolute path of `output`, whose last part is not followed where it is a link."""
    if output.name in {"", ".."}:
        return Path(os.path.realpath(output))
    return Path(os.path.realpath(output.parent)) / output.name


def _check(output: Path, target: Path, objection: Objection) -> None:
    """Raise PublishError when what stands at `target` must stay there."""
    if target.is_symlink() and not is_our_link(target):
        raise PublishError(
            f"{output} est un lien vers {target.readlink()} : donnez ce dossier lui-même"
        )
    if not target.exists():
        return
    if not target.is_dir():
        raise PublishError(f"{output} existe et n’est pas un dossier : choisissez un autre nom")
    if os.path.ismount(target):  # Path.is_mount raises on Windows before Python 3.12
        raise PublishError(
            f"{output} est un point de montage, qui ne se remplace pas : "
            f"donnez un dossier qu’il contient, comme {output / 'site'}"
        )
    if any(target.iterdir()) and (why := objection(target)):
        raise PublishError(f"{output} {why} : choisissez un autre dossier")
    if not os.access(target, os.W_OK):
        raise PublishError(
            f"{output} est en lecture seule : rendez-le modifiable, ou choisissez un autre dossier"
        )

"""One writer at a time: a lock that the system releases when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from generator.publish.errors import PublishError

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        # Windows forbids to read what is locked: a byte far from the holder's name is.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class LockHeldError(PublishError):
    """Another process writes the same folder; the text says which, since when, and what to do."""


@contextmanager
def lock(path: Path, output: Path) -> Iterator[None]:
    """Hold the file `path`, for the writing of `output`, whatever becomes of this process.

    The file and its folder, both made here, are gone at the end. Raises LockHeldError, OSError.
    """
    descriptor = _held(path, output)
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {int(time.time())}\n".encode())
        yield
    finally:
        # Removed while still held: who opened it meanwhile sees that it is no longer in its place.
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()
        os.close(descriptor)


def _held(path: Path, output: Path) -> int:
    """A descriptor of the file that stands at `path`, locked."""
    while True:
        with suppress(FileExistsError):  # not exist_ok, which fails when it is removed just then
            path.parent.mkdir(mode=0o700)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            continue  # the last holder has just removed the folder
        if _locked(descriptor, path, output):
            return descriptor
        os.close(descriptor)


def _locked(descriptor: int, path: Path, output: Path) -> bool:
    """Whether the lock is taken; false when the file was removed meanwhile by its last holder."""
    try:
        _take(descriptor)
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
    except OSError as error:
        held = _holder(descriptor, output) if error.errno in _HELD else None
        os.close(descriptor)
        if held is None:
            raise
        raise LockHeldError(held) from None


def _holder(descriptor: int, output: Path) -> str:
    words = os.read(descriptor, 100).split()
    if len(words) != 2 or not all(word.isdigit() for word in words):
        return (
            f"{output} est en cours d’écriture par un autre processus : attendez qu’il finisse, "
            "puis relancez la commande"
        )
    process = int(words[0])
    since = datetime.fromtimestamp(int(words[1]), tz=UTC).astimezone()
    return (
        f"{output} est en cours d’écriture par le processus {process}, depuis le "
        f"{since:%d/%m/%Y à %H:%M:%S} : attendez qu’il finisse, ou arrêtez-le "
        f"(« kill {process} »), puis relancez la commande"
    )

"""Two folders that take each other's place in one step, where the system knows how to."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import tempfile
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux, renameat2(2)
_RENAME_SWAP = 2  # macOS, renamex_np(2)
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


class NoExchangeError(Exception):
    """Neither this system nor this file system exchanges two names."""


def exchange(one: Path, other: Path) -> None:
    """Give each the other's name, at once. Raises NoExchangeError, OSError."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, ctypes.c_uint(_RENAME_SWAP))
        elif sys.platform == "linux":
            failed = library.renameat2(
                ctypes.c_int(_AT_FDCWD),
                first,
                ctypes.c_int(_AT_FDCWD),
                second,
                ctypes.c_uint(_RENAME_EXCHANGE),
            )
        else:
            raise NoExchangeError
    except (AttributeError, TypeError):
        # An old C library, or Windows, which has no library of the process itself.
        raise NoExchangeError from None
    if failed:
        number = ctypes.get_errno()
        if number in _UNKNOWN:
            raise NoExchangeError
        raise OSError(number, os.strerror(number), str(other))


def can_exchange(folder: Path) -> bool:
    """Whether the file system of `folder` exchanges two folders, seen by doing so in it."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="exchange-") as trial:
        one, other = Path(trial) / "one", Path(trial) / "other"
        one.mkdir()
        other.mkdir()
        try:
            exchange(one, other)
        except NoExchangeError:
            return False
    return True

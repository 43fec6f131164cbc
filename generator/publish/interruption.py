"""A request to stop (Ctrl-C, kill, a closed terminal), as an exception that lets things be put in order."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class Interrupted(BaseException):
    """The process was asked to stop; `code` is the exit code that says so to a shell."""

    def __init__(self, number: int) -> None:
        self.code = 128 + number
        super().__init__(number)


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise Interrupted at the first request to stop; later ones do not disturb the tidying up."""

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in taken:
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted(number)

    # What the caller chose to ignore (nohup) stays ignored.
    taken = {each: signal.getsignal(each) for each in _SIGNALS}
    taken = {each: former for each, former in taken.items() if former is not signal.SIG_IGN}
    try:
        for each in taken:
            signal.signal(each, stop)
        yield
    finally:
        for each, former in taken.items():
            signal.signal(each, former)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hear no request to stop: what has begun is a matter of an instant, and is finished."""
    former = {each: signal.signal(each, signal.SIG_IGN) for each in _SIGNALS}
    try:
        yield
    finally:
        for each, handler in former.items():
            signal.signal(each, handler)

"""One function over many items, on every core."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

_ENOUGH = 16
"""Items for each process below which it costs more than it does."""

_SHARES = 8
"""Batches for each core: enough for the last ones to end at about the same time."""

_DIE_WITH_PARENT = 1  # Linux, prctl(2): PR_SET_PDEATHSIG

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class CoreError(Exception):
    """A process was ended by the system; the text, in French, says so."""


def cores() -> int:
    """How many processes may work at once: the cores that this one was given, where forking is safe."""
    # Libraries of macOS do not stand a fork, and Windows knows none.
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def each(
    function: Callable[[_Item], _Result], items: Sequence[_Item], processes: int
) -> Iterator[_Result]:
    """`function` of each of `items`, in their order, worked out by that many processes.

    Each sees all that this one has in memory; results alone are sent, and must be picklable. What
    `function` raises is raised here. Raises CoreError.
    """
    executor = _executor(processes) if len(items) >= processes * _ENOUGH else None
    if executor is None:
        yield from map(function, items)
        return
    _work[:] = [function, items]
    size = max(len(items) // (processes * _SHARES), 1)
    # Else the search for cycles would write to, hence copy, all that the processes share.
    gc.freeze()
    try:
        starts = range(0, len(items), size)
        for batch in executor.map(_batch, starts, (start + size for start in starts)):
            yield from batch
    except BrokenProcessPool:
        raise CoreError(
            "un des processus de la construction a été arrêté par le système (mémoire pleine ?)"
        ) from None
    finally:
        executor.shutdown(cancel_futures=True)
        gc.unfreeze()
        _work.clear()


def _executor(processes: int) -> ProcessPoolExecutor | None:
    """None where one process is enough, or the system has no shared memory to spare."""
    if processes < 2:
        return None
    try:
        context = multiprocessing.get_context("fork")
        return ProcessPoolExecutor(processes, context, _begin, (os.getpid(),))
    except (OSError, ImportError):
        return None


_work: list[Any] = []
"""The function and its items, for the processes to find as they are forked."""


def _batch(start: int, stop: int) -> list[Any]:
    function, items = _work
    return [function(item) for item in items[start:stop]]


def _begin(parent: int) -> None:
    """A request to stop is the parent's business; its death, however it comes, is the child's too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)

"""What a command costs: wall and processor time of all its processes, and the memory they hold at most."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_BETWEEN_S = 0.2


class BenchmarkError(Exception):
    """A command under measure failed; the text says what it said."""


@dataclass(frozen=True)
class Cost:
    """Of one run of a command."""

    wall_s: float
    cpu_s: float
    """User and system time, of the command and of the processes that it waited for."""
    memory_mib: float
    """The most that its processes held together, what they share counted once (PSS), sampled; Linux only."""


def measured(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], fine: frozenset[int]
) -> Cost:
    """Run `command` in `folder`. Raises BenchmarkError when its exit code is none of `fine`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        watch = _Watch(process.pid)
        _, said = process.communicate()
        wall = time.perf_counter() - start
        memory = watch.stopped()
    if process.returncode not in fine:
        raise BenchmarkError(f"{' '.join(command)}\n{said.decode('utf-8', 'replace')[-2_000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, memory)


class _Watch:
    """Samples the memory of a process and of its descendants."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stopped(self) -> float:
        self._over.set()
        self._thread.join()
        return self._most

    def _sample(self) -> None:
        while not self._over.wait(_BETWEEN_S):
            self._most = max(self._most, sum(map(_held_mib, _family(self._process))))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield from _family(int(child))
    except OSError:
        return  # it has ended, or this is no Linux


def _held_mib(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

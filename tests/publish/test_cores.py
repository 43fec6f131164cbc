"""One function over many items on every core: the same results as on one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publish.cores import CoreError, each

MANY = list(range(500))


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7, 500])
def test_results_come_in_the_order_of_the_items(processes: int, count: int) -> None:
    items = MANY[:count]
    assert list(each(lambda item: item * item, items, processes)) == [item * item for item in items]


def test_many_items_are_shared_out() -> None:
    def process(_: int) -> int:
        time.sleep(0.001)  # else the first takes all before the second is there
        return os.getpid()

    assert len(set(each(process, MANY, 2)) - {os.getpid()}) == 2
    assert set(each(process, MANY[:20], 2)) == {os.getpid()}


def test_what_goes_wrong_is_raised_here() -> None:
    def refuse(item: int) -> int:
        if item == 321:
            raise ValueError(f"no {item}")
        return item

    with pytest.raises(ValueError, match="no 321"):
        list(each(refuse, MANY, 2))
    assert list(each(abs, MANY, 2)) == MANY


def test_a_process_that_the_system_ends_is_told_in_french() -> None:
    def die(item: int) -> int:
        if item == 99:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(CoreError, match="arrêté par le système"):
        list(each(die, MANY, 2))


def test_no_process_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import os, sys, time; from pathlib import Path\n"
        "from generator.publish.cores import each\n"
        "def work(_): (Path(sys.argv[1]) / str(os.getpid())).touch(); time.sleep(0.2)\n"
        "list(each(work, list(range(5000)), 2))"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)]) as process:
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.01)
        process.kill()
    for path in tmp_path.iterdir():
        for _ in range(1000):
            if not _is_alive(int(path.name)):
                break
            time.sleep(0.01)
        assert not _is_alive(int(path.name))


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"

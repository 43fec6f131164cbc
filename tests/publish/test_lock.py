"""One writer at a time, by real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish import lock as lock_module
from generator.publish.lock import LockHeldError, lock

HOLD = """
import sys
from pathlib import Path
from generator.publish.lock import lock
with lock(Path(sys.argv[1]), Path("build/site")):
    print("held", flush=True)
    sys.stdin.read()
"""
CONTEND = """
import sys
from pathlib import Path
from generator.publish.lock import LockHeldError, lock
path, alone, left = Path(sys.argv[1]), Path(sys.argv[2]), 200
while left:
    try:
        with lock(path, path):
            alone.touch(exist_ok=False)  # fails when another process is here too
            alone.unlink()
            left -= 1
    except LockHeldError:
        pass
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".site.annuaire" / "lock"


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process, which holds the lock until its standard input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_who_holds_it_is_told_since_when_and_what_to_do(
    path: Path, holder: subprocess.Popen[str]
) -> None:
    with (
        pytest.raises(
            LockHeldError,
            match=rf"^build/site est en cours d’écriture par le processus {holder.pid}, "
            r"depuis le \d\d/\d\d/\d{4} à \d\d:\d\d:\d\d : attendez qu’il finisse, "
            rf"ou arrêtez-le \(« kill {holder.pid} »\), puis relancez la commande$",
        ),
        lock(path, Path("build/site")),
    ):
        pass


def test_a_holder_that_has_not_yet_given_its_name_is_a_holder(
    path: Path, holder: subprocess.Popen[str]
) -> None:
    path.write_text("")
    with pytest.raises(LockHeldError, match="par un autre processus"), lock(path, path):
        pass


def test_a_killed_holder_holds_no_more(path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    assert path.exists()
    with lock(path, path):
        pass


def test_nothing_is_left_of_it(path: Path) -> None:
    with lock(path, path):
        assert path.is_file()
    assert not path.parent.exists()


@pytest.mark.parametrize("another", [False, True], ids=["gone", "another has come"])
def test_a_file_that_its_last_holder_has_removed_meanwhile_is_no_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch, another: bool
) -> None:
    take = lock_module._take
    taken: list[int] = []

    def take_late(descriptor: int) -> None:
        if not taken:
            path.unlink()
            if another:
                path.touch()
        take(descriptor)
        taken.append(os.fstat(descriptor).st_ino)

    monkeypatch.setattr(lock_module, "_take", take_late)
    with lock(path, path):
        assert path.stat().st_ino == taken[-1]
    assert len(taken) == 2


def test_there_is_one_holder_at_a_time(path: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    contenders = [
        subprocess.Popen(
            [sys.executable, "-c", CONTEND, str(path), str(alone)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    assert [process.communicate()[1] for process in contenders] == ["", "", ""]
    assert not path.parent.exists()

"""The cache: what it gives is what was put, and nothing that happens to its file stops a build."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.cache import FILE, KEPT_RUNS, Cache, key_of, pack, unpack

ENTRIES = {key_of(str(number)): bytes([number]) * 5_000 for number in range(40)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a cache that one build has filled."""
    fill(tmp_path / "cache")
    return tmp_path / "cache"


def fill(folder: Path) -> None:
    """One build that puts every entry."""
    with closing(Cache(folder)) as cache:
        for key, value in ENTRIES.items():
            cache.put("page", key, pack(value))


def found(folder: Path) -> int:
    """How many entries one build finds; each is as it was put."""
    with closing(Cache(folder)) as cache:
        values = {key: cache.get("page", key) for key in ENTRIES}
    assert all(value in (None, ENTRIES[key]) for key, value in values.items())
    return sum(value is not None for value in values.values())


@given(st.lists(st.text() | st.binary()), st.lists(st.text() | st.binary()))
def test_other_parts_have_another_key(one: list[str | bytes], other: list[str | bytes]) -> None:
    def as_bytes(parts: list[str | bytes]) -> list[bytes]:
        return [part if isinstance(part, bytes) else part.encode() for part in parts]

    assert (key_of(*one) == key_of(*other)) == (as_bytes(one) == as_bytes(other))


@given(st.binary())
def test_what_is_packed_is_read_back(value: bytes) -> None:
    assert unpack(pack(value)) == value


def test_the_next_build_finds_what_was_put(folder: Path) -> None:
    assert found(folder) == len(ENTRIES)
    with closing(Cache(folder)) as cache:
        key = next(iter(ENTRIES))
        assert cache.has("page", key)
        assert not cache.has("other", key)
        assert cache.get("other", key) is None
        assert cache.all_of("page") == ENTRIES


def test_what_no_build_asks_for_is_removed_after_some(folder: Path) -> None:
    kept, *_ = ENTRIES
    for _ in range(KEPT_RUNS):
        with closing(Cache(folder)) as cache:
            cache.use("page", kept)
    assert found(folder) == 1


def test_without_a_folder_the_build_remembers_and_the_next_does_not() -> None:
    cache = Cache()
    cache.put("page", b"key", pack(b"value"))
    cache.save()
    assert cache.get("page", b"key") == b"value"
    cache.close()
    assert Cache().get("page", b"key") is None


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    chance = random.Random(7)
    for _ in range(400):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _other_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def _without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE entries")


def _with_text(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entries SET value = 'texte'")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "bits flipped": _flip,
    "cut in the middle": _cut,
    "emptied": lambda path: path.write_bytes(b""),
    "something else": lambda path: path.write_text("une lettre de la mairie\n" * 400),
    "of another version": _other_version,
    "without its tables": _without_tables,
    "with texts for values": _with_text,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_gives_nothing_wrong_and_is_mended(folder: Path, damage: str) -> None:
    DAMAGES[damage](folder / FILE)
    found(folder)
    for _ in range(2):
        fill(folder)
    assert found(folder) == len(ENTRIES)


@pytest.mark.parametrize("obstacle", ["folder in its place", "file for a folder", "read-only"])
def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, obstacle: str) -> None:
    folder = tmp_path / "cache"
    if obstacle == "file for a folder":
        folder.write_text("", encoding="utf-8")
    else:
        folder.mkdir()
    if obstacle == "folder in its place":
        (folder / FILE).mkdir()
    script = (
        "import os, sys; from pathlib import Path\n"
        "from generator.publish.cache import Cache, pack\n"
        "os.getuid() or os.setuid(65534)\n"  # root writes everywhere
        "cache = Cache(Path(sys.argv[1])); cache.put('page', b'key', pack(b'value')); cache.save()\n"
        "assert cache.get('page', b'key') == b'value'; cache.close()"
    )
    folder.chmod(0o555)
    tmp_path.chmod(0o755)
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True, timeout=60)


def test_a_forked_process_reads(folder: Path) -> None:
    key, value = next(iter(ENTRIES.items()))
    with closing(Cache(folder)) as cache:
        for _ in range(3):
            child = os.fork()
            if not child:
                os._exit(cache.get("page", key) != value)
            assert os.waitpid(child, 0)[1] == 0
        assert cache.get("page", key) == value
        cache.put("page", b"new", pack(b"value"))
    assert found(folder) == len(ENTRIES)


WRITER = """
import sys
from pathlib import Path
from generator.publish.cache import Cache, key_of, pack
while True:
    cache = Cache(Path(sys.argv[1]))
    for number in range(40):
        cache.put("page", key_of(str(number)), pack(bytes([number]) * 5_000))
    cache.close()
    print("written", flush=True)
"""


@pytest.mark.slow
def test_builds_that_are_killed_as_they_write_leave_it_whole(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    chance = random.Random(3)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            for _ in range(chance.randrange(1, 6)):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        assert found(folder) == len(ENTRIES)


@pytest.mark.slow
def test_two_builds_at_once_share_it(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    script = WRITER.replace("while True:", "for _ in range(25):")
    builds = [
        subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [build.wait(120) for build in builds] == [0, 0]
    assert found(folder) == len(ENTRIES)

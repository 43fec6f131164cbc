"""What earlier builds made, by a key that names all that it was made of.

It changes nothing but the time: an entry that is lost, damaged or of another version is made anew, and a
cache that cannot be read or written is done without.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NewType

FOLDER = ".cache"
"""Name of its folder, in the project's."""
FILE = "annuaire.sqlite"

VERSION = 1
"""Of the tables; a file of another version is emptied."""

KEPT_RUNS = 8
"""Builds after which an entry that none of them asked for is removed."""

_WAIT_S = 20.0
"""How long a build waits for another one that is writing, before it does without."""

_DIGEST_SIZE = 16

_TABLES = (
    "CREATE TABLE IF NOT EXISTS entries"
    " (kind TEXT, key BLOB, value BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID",
    # Apart from the values, which SQLite would write again with each new number.
    "CREATE TABLE IF NOT EXISTS uses"
    " (kind TEXT, key BLOB, run INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY)",
    f"PRAGMA user_version = {VERSION}",
)

_NAMES = ("entries", "uses", "runs")

Packed = NewType("Packed", bytes)

_Place = tuple[str, bytes]
"""Kind and key of an entry."""


def key_of(*parts: str | bytes | memoryview) -> bytes:
    """The key of what is made of `parts` and of nothing else."""
    digest = hashlib.blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        # Its length first: « ab », « c » is not « a », « bc ».
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


class Cache:
    """Entries in a file of SQLite, that two builds may share and that a kill does not harm.

    What is put is there for the rest of the build, even where it cannot be written; what an earlier
    build put may vanish at any time, and `get` says so. A forked process reads, and leaves writing to its parent.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / FILE if folder else None
        self._connection: sqlite3.Connection | None = None
        self._owner = self._process = os.getpid()
        self._fresh: dict[_Place, Packed] = {}
        """What was put and is not in the file yet."""
        self._used: set[_Place] = set()
        self._run = 0
        if self._path is not None:
            with self._harmless():
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._open(self._path)

    def get(self, kind: str, key: bytes) -> bytes | None:
        """What was put under `key`; None when it is not there, or not as it was put."""
        packed: object = self._fresh.get((kind, key))
        if packed is None:
            with self._harmless():
                rows = self._rows("SELECT value FROM entries WHERE kind = ? AND key = ?", kind, key)
                packed = next((value for (value,) in rows), None)
        if packed is None:
            return None
        self._used.add((kind, key))
        return _checked(packed)

    def has(self, kind: str, key: bytes) -> bool:
        """Whether something was put under `key`, which counts as asked for."""
        found = (kind, key) in self._fresh
        if not found:
            with self._harmless():
                found = any(
                    self._rows("SELECT 1 FROM entries WHERE kind = ? AND key = ?", kind, key)
                )
        if found:
            self._used.add((kind, key))
        return found

    def all_of(self, kind: str) -> Mapping[bytes, bytes]:
        """Every entry of a kind of small ones, by key; none of them counts as asked for."""
        found: dict[bytes, bytes] = {}
        with self._harmless():
            for key, packed in self._rows("SELECT key, value FROM entries WHERE kind = ?", kind):
                value = _checked(packed)
                if value is not None:
                    found[key] = value
        return found

    def put(self, kind: str, key: bytes, value: Packed) -> None:
        """Keep `value` under `key`, for this build and the next ones."""
        self._fresh[kind, key] = value

    def use(self, kind: str, key: bytes) -> None:
        """Count the entry as asked for by this build."""
        self._used.add((kind, key))

    def save(self) -> None:
        """Write what was put. Where it cannot be written it stays in memory, for this build alone."""
        with self._harmless():
            if self._connection is None or not self._fresh or os.getpid() != self._owner:
                return
            with self._transaction(self._connection):
                self._write(self._connection)
            self._fresh = {}

    def close(self) -> None:
        """Write what was put, and remove what the last builds did not ask for."""
        self.save()
        with self._harmless():
            if self._connection is None or os.getpid() != self._owner:
                return
            with self._transaction(self._connection) as execute:
                self._write(self._connection)
                execute("DELETE FROM uses WHERE run <= ?", (self._run - KEPT_RUNS,))
                execute("DELETE FROM entries WHERE (kind, key) NOT IN (SELECT kind, key FROM uses)")
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()
            self._connection.close()
        self._connection = None

    def _write(self, connection: sqlite3.Connection) -> None:
        """In a transaction: what was put, with its use, so that another build does not remove it."""
        if not self._run:
            connection.execute("INSERT INTO runs DEFAULT VALUES")
            ((self._run,),) = connection.execute("SELECT max(number) FROM runs")
            connection.execute("DELETE FROM runs WHERE number < ?", (self._run,))
        connection.executemany(
            "INSERT OR REPLACE INTO entries VALUES (?, ?, ?)",
            ((kind, key, value) for (kind, key), value in self._fresh.items()),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO uses VALUES (?, ?, ?)",
            [(kind, key, self._run) for kind, key in self._used.union(self._fresh)],
        )
        self._used.clear()

    def _rows(self, statement: str, *values: str | bytes) -> Iterator[tuple[bytes, ...]]:
        if self._connection is not None:
            if os.getpid() != self._process:
                self._process = os.getpid()
                # SQLite forbids a child to use what its parent opened, and to close it.
                self._of_parent = self._connection
                self._connection = _connected(self._path)
            yield from self._connection.execute(statement, values)

    def _open(self, path: Path) -> None:
        """Connect, after emptying a file that is damaged or of another version."""
        self._connection = _connected(path)
        try:
            if _is_ours(self._connection):
                return
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            pass
        self._connection.close()
        _remove(path)
        self._connection = _connected(path)
        self._connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        self._connection.execute("PRAGMA journal_mode = WAL")
        with self._transaction(self._connection) as execute:
            for statement in _TABLES:
                execute(statement)

    @contextmanager
    def _transaction(
        self, connection: sqlite3.Connection
    ) -> Iterator[Callable[..., sqlite3.Cursor]]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection.execute
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _harmless(self) -> Iterator[None]:
        """Go on without the file when it fails, and without a damaged one for ever."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            if self._connection is not None and os.getpid() == self._process:
                with suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = None
            damaged = isinstance(error, sqlite3.DatabaseError)
            if (
                damaged
                and not isinstance(error, sqlite3.OperationalError)
                and self._path is not None
            ):
                with suppress(OSError):
                    _remove(self._path)


def _connected(path: Path | None) -> sqlite3.Connection:
    assert path is not None
    # MkDocs' server builds in another thread than the one that opened it, one at a time.
    connection = sqlite3.connect(
        path, timeout=_WAIT_S, isolation_level=None, check_same_thread=False
    )
    # What a power cut would lose is made again.
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    ((version,),) = connection.execute("PRAGMA user_version")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return version == VERSION and tables.issuperset(_NAMES)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def pack(value: bytes) -> Packed:
    """`value` as it is kept: compressed, with its own digest."""
    packed = zlib.compress(value, 1)
    return Packed(hashlib.blake2b(packed, digest_size=_DIGEST_SIZE).digest() + packed)


def unpack(packed: Packed) -> bytes:
    """What `pack` was given."""
    return zlib.decompress(packed[_DIGEST_SIZE:])


def _checked(data: object) -> bytes | None:
    """What was packed into `data`, that the file gave; None where it is damaged, or someone else's."""
    if not isinstance(data, bytes):
        return None
    if (
        hashlib.blake2b(data[_DIGEST_SIZE:], digest_size=_DIGEST_SIZE).digest()
        != data[:_DIGEST_SIZE]
    ):
        return None
    return unpack(Packed(data))

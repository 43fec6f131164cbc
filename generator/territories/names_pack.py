"""The packed names: columns of text in one JSON object, compressed with zlib.

A column is split when the pack is read, and made into objects only where one is looked up: reading
35,000 communes as objects would cost more than the whole command line.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

Columns = dict[str, list[str]]
Tables = dict[str, Columns]

Place = TypeVar("Place")


def pack_tables(tables: Tables) -> bytes:
    """Pack tables of columns; no cell may hold a line break."""
    text = {
        table: {name: "\n".join(cells) for name, cells in columns.items()}
        for table, columns in tables.items()
    }
    document = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return zlib.compress(document.encode(), level=9)


def unpack_tables(packed: bytes) -> Tables:
    """Read what `pack_tables` wrote."""
    document: dict[str, dict[str, str]] = json.loads(zlib.decompress(packed))
    return {
        table: {name: cells.split("\n") for name, cells in columns.items()}
        for table, columns in document.items()
    }


def read_tables(path: Path) -> Tables:
    """Read the packed names at `path`."""
    return unpack_tables(path.read_bytes())


class LazyTable(Mapping[str, Place]):
    """Rows by code, each made into its object at its first lookup."""

    def __init__(self, codes: Sequence[str], build: Callable[[int], Place]) -> None:
        self._rows = {code: row for row, code in enumerate(codes)}
        self._build = build
        self._built: dict[str, Place] = {}

    def __getitem__(self, code: str) -> Place:
        place = self._built.get(code)
        if place is None:
            place = self._built[code] = self._build(self._rows[code])
        return place

    def __contains__(self, code: object) -> bool:
        return code in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

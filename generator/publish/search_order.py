"""The same index of the search at each build: Pagefind writes its filters in an order of chance."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

_MARK = b"pagefind_dcd"
"""What each of Pagefind's files begins with, once unpacked; CBOR (RFC 8949) follows."""
_TEXTS, _LISTS, _PLAIN = (2, 3), 4, (0, 1)
"""Major types of CBOR: what holds bytes, what holds items, what holds nothing more."""
_FILTERS = 3
"""Place of the filters in a language's metadata: pairs of a name and a file's."""


def put_in_order(index: Path) -> bool:
    """Sort each filter's values and the filters themselves, and rename their files to match.

    Pagefind 1.5 keeps both in hash maps, whose order changes at each run, and reads them in any
    order. An index that is not as Pagefind 1.5 writes it is left as it is: then returns False.
    """
    entry_file = index / "pagefind-entry.json"
    before: set[Path] = set()
    after: dict[Path, bytes] = {}
    try:
        entry = json.loads(entry_file.read_text("utf-8"))
        for language in entry["languages"].values():
            language["hash"] = _order_language(index, language["hash"], before, after)
    except (ValueError, LookupError, OSError):
        return False
    for path in before:
        path.unlink()
    for path, body in after.items():
        path.write_bytes(gzip.compress(_MARK + body, mtime=0))
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    entry_file.write_text(text, "utf-8")
    return True


def _order_language(index: Path, name: str, before: set[Path], after: dict[Path, bytes]) -> str:
    """The new name of a language's metadata; the files to remove and to write are noted."""
    path = index / f"pagefind.{name}.pf_meta"
    head, parts = _items(_unpacked(path))
    filters_head, filters = _items(parts[_FILTERS])
    renamed = []
    for filter_ in filters:
        old = _items(filter_)[1][1][1:].decode("ascii")  # after its length, in one byte
        old_path = index / "filter" / f"{old}.pf_filter"
        body = _ordered(old_path)
        new = _name_like(old, body)
        before.add(old_path)
        after[index / "filter" / f"{new}.pf_filter"] = body
        renamed.append(filter_.replace(old.encode(), new.encode()))
    parts[_FILTERS] = filters_head + b"".join(sorted(renamed))
    body = head + b"".join(parts)
    before.add(path)
    name = _name_like(name, body)
    after[index / f"pagefind.{name}.pf_meta"] = body
    return name


def _ordered(path: Path) -> bytes:
    """The content of a filter's file, its values sorted."""
    head, (name, values) = _items(_unpacked(path))
    values_head, each = _items(values)
    return head + name + values_head + b"".join(sorted(each))


def _name_like(name: str, body: bytes) -> str:
    """A name for the file of `body`, as long as `name` and of the same language."""
    language, _, digest = name.rpartition("_")
    return f"{language}_{hashlib.sha256(body).hexdigest()[: len(digest)]}"


def _unpacked(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{path.name} is no file of Pagefind's")
    return data[len(_MARK) :]


def _items(data: bytes) -> tuple[bytes, list[bytes]]:
    """The head of a list in CBOR, and each of its items still in CBOR."""
    kind, count, at = _head(data, 0)
    if kind != _LISTS:
        raise ValueError("a list was expected")
    head, items = data[:at], []
    for _ in range(count):
        end = _end(data, at)
        items.append(data[at:end])
        at = end
    return head, items


def _end(data: bytes, at: int) -> int:
    """Where the item that begins at `at` ends."""
    kind, count, at = _head(data, at)
    if kind in _TEXTS:
        return at + count
    if kind == _LISTS:
        for _ in range(count):
            at = _end(data, at)
    elif kind not in _PLAIN:
        raise ValueError(f"unexpected type {kind}")
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The type of the item at `at`, its number or length, and where its content begins."""
    try:
        kind, count = divmod(data[at], 32)
    except IndexError:
        raise ValueError("the end comes too soon") from None
    if count < 24:
        return kind, count, at + 1
    size = 1 << (count - 24)
    if size > 8:
        raise ValueError("a length was expected")
    return kind, int.from_bytes(data[at + 1 : at + 1 + size]), at + 1 + size

"""The files that browsers load: where each is published, and what a script brings with it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

ROOT = "assets/"
"""Each room's scripts and pictures are published in a folder of the room's name; for styles, see `style_sheets`."""

_PUBLISHED = (".js", ".svg")
_IMPORT = re.compile(r'^(?:import|export)\b[^;"(]*"(\.{1,2}/[^"]+)"', re.MULTILINE)


def asset(path: str) -> str:
    """Site path of a room's file: `finder/main.js` → assets/finder/main.js."""
    return f"{ROOT}{path}"


def room_assets() -> Iterator[tuple[str, bytes]]:
    """Site path and content of every room's scripts and pictures."""
    for room in sorted(files("generator.site").iterdir(), key=lambda item: item.name):
        if room.is_dir():
            for file in sorted(room.iterdir(), key=lambda item: item.name):
                if file.name.endswith(_PUBLISHED):
                    yield asset(f"{room.name}/{file.name}"), file.read_bytes()


@cache
def modules_of(main: str) -> tuple[str, ...]:
    """Site paths of the modules that the module `main` imports, whatever the depth, sorted.

    Named in the page, all are fetched at once. What is imported only when it is asked for is left out.
    """
    found: set[str] = set()
    waiting = [main]
    while waiting:
        module = waiting.pop()
        text = (files("generator.site") / module).read_text(encoding="utf-8")
        for specifier in _IMPORT.findall(text):
            imported = posixpath.normpath(posixpath.join(posixpath.dirname(module), specifier))
            if imported not in found:
                found.add(imported)
                waiting.append(imported)
    return tuple(asset(module) for module in sorted(found))

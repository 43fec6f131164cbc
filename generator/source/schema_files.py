"""The JSON Schemas beside the data, and the line of each file that leads an editor to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.model.contract import Contract
from generator.model.region import Region
from generator.source.loader import CONTRACT_SCHEMA, CONTRACTS, REGION_SCHEMA, REGIONS

_LINE = "# yaml-language-server: $schema="
_GIVEN = re.compile(rf"^{re.escape(_LINE)}[^\r\n]*", re.MULTILINE)


def schema_text(model: type[BaseModel]) -> str:
    """The JSON Schema (2020-12) of `model`, French titles and descriptions, as text."""
    schema = model.model_json_schema(by_alias=True)
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **_tidy(schema)},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def stale_schemas(root: Path) -> list[tuple[Path, str]]:
    """Each schema beside the data that is not what the models say, with the text it should hold."""
    expected = (
        (root / CONTRACTS / CONTRACT_SCHEMA, schema_text(Contract)),
        (root / REGIONS / REGION_SCHEMA, schema_text(Region)),
    )
    return [(path, text) for path, text in expected if not _holds(path, text)]


def files_without_line(root: Path) -> list[tuple[Path, str]]:
    """Each YAML file whose line to its schema is missing or wrong, with the text it should hold.

    The line is a help to editors, never a duty: whoever writes a file may leave it out. Files that
    cannot be read as UTF-8 are left to `check`, which says so.
    """
    return [(path, text) for path, text in _with_lines(root) if _text(path) != text]


def _with_lines(root: Path) -> Iterator[tuple[Path, str]]:
    for folder, pattern, schema in (
        (CONTRACTS, "*/*.yml", f"../{CONTRACT_SCHEMA}"),
        (REGIONS, "*.yml", REGION_SCHEMA),
    ):
        for path in sorted((root / folder).glob(pattern)):
            text = _text(path) if path.is_file() and not path.is_symlink() else None
            if text is not None:
                yield path, _with_line(text, schema)


def _with_line(text: str, schema: str) -> str:
    # A byte order mark, which some editors write, must stay first.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    line = f"{_LINE}{schema}"
    given = _GIVEN.search(body)
    if given:
        return f"{mark}{body[: given.start()]}{line}{body[given.end() :]}"
    end = "\r\n" if body.partition("\n")[0].endswith("\r") else "\n"
    return f"{mark}{line}{end}{body}"


def _holds(path: Path, text: str) -> bool:
    """Whether the file says `text`, its ends of lines aside: Git may have changed them."""
    held = _text(path)
    return held is not None and held.replace("\r\n", "\n") == text


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _tidy(value: Any) -> Any:
    """Without pydantic's « default: null » and empty defaults, which editors would write out."""
    if isinstance(value, dict):
        kept = {
            key: _tidy(item)
            for key, item in value.items()
            if not (key == "default" and (item is None or item == [] or isinstance(item, dict)))
        }
        options = kept.get("anyOf")
        if isinstance(options, list) and {"type": "null"} in options:
            options.remove({"type": "null"})
            if len(options) == 1:
                del kept["anyOf"]
                kept = {**options[0], **kept}
        return kept
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return value

"""The JSON Schemas beside the data, and the line of each file that leads an editor to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.model.contract import Contract
from generator.model.region import Region
from generator.source.loader import CONTRACT_SCHEMA, CONTRACTS, REGION_SCHEMA, REGIONS

_LINE = "# yaml-language-server: $schema="


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


def stale_files(root: Path) -> list[tuple[Path, str]]:
    """Each file that is not as it should be, with the text it should hold.

    Files that cannot be read as UTF-8 are left to `check`, which says so.
    """
    return [(path, text) for path, text in _expected(root) if _text(path) != text]


def _expected(root: Path) -> Iterator[tuple[Path, str]]:
    yield root / CONTRACTS / CONTRACT_SCHEMA, schema_text(Contract)
    yield root / REGIONS / REGION_SCHEMA, schema_text(Region)
    for folder, pattern, schema in (
        (CONTRACTS, "*/*.yml", f"../{CONTRACT_SCHEMA}"),
        (REGIONS, "*.yml", REGION_SCHEMA),
    ):
        for path in sorted((root / folder).glob(pattern)):
            text = _text(path) if path.is_file() and not path.is_symlink() else None
            if text is not None:
                yield path, _with_line(text, schema)


def _with_line(text: str, schema: str) -> str:
    first, _, rest = text.partition("\n")
    body = rest if first.startswith(_LINE) else text
    return f"{_LINE}{schema}\n{body}"


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

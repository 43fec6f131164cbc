"""A value as one would write it in a YAML file, on one line, for a page that shows how."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

_QUOTED = re.compile(r"\d{5,}|.*[,:#\[\]{}\"'&*!|>%@`].*|", re.DOTALL)
"""Texts that need quotes, or that read better with them: codes, addresses, what holds a comma."""


def flow(value: object) -> str:
    """`value` in YAML's flow style: plain where it may be, between straight quotes elsewhere."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if _QUOTED.fullmatch(value) else value
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(flow, value))}]"
    return str(value)

"""What the check says of a YAML text, or of one value."""

from __future__ import annotations

import yaml

from generator.source.document import Document
from generator.source.personal_data import check_personal_data
from generator.source.problem import Problem
from generator.source.yaml_nodes import parse


def problems_in(text: str) -> list[Problem]:
    """The problems of a file with that text."""
    document = Document("x.yml", text.split("\n"))
    node = parse(document)
    assert node is not None
    check_personal_data(node, document)
    return document.problems


def problems_of(value: str, key: str = "note", style: str | None = None) -> list[Problem]:
    """The problems of a file that holds nothing else."""
    return problems_in(written(value, key, style))


def written(value: str, key: str = "note", style: str | None = None, width: int = 10_000) -> str:
    """The YAML text that gives `value` to `key`."""
    return yaml.safe_dump({key: value}, allow_unicode=True, width=width, default_style=style)


def traces(value: str, key: str = "note") -> list[str]:
    """What is found in a value."""
    return [
        (problem.found or "").removeprefix("« ").removesuffix(" »")
        for problem in problems_of(value, key)
    ]

"""The comments of a YAML file: what stands after a # that no text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from generator.source.yaml_loader import SafeLoader

_MODELINE = re.compile(r"# yaml-language-server: \$schema=\S+")
_SIGN = re.compile(r"(?<!\S)#")


@dataclass(frozen=True, slots=True)
class Comment:
    """What follows a # up to the end of its line."""

    line: int
    """From 1."""
    column: int
    """That of the first character after the #, from 1."""
    text: str


def comments(lines: Sequence[str]) -> Iterator[Comment]:
    """The comments of a file that can be read, the editors' modeline aside."""
    first = 1 if lines and _MODELINE.fullmatch(lines[0]) else 0
    if not any("#" in line for line in lines[first:]):
        return
    signs = [
        (number, match.start())
        for number, line in enumerate(lines[first:], start=first)
        for match in _SIGN.finditer(line)
    ]
    if not signs:
        return
    texts = list(_texts(lines))
    index, commented = 0, -1
    for line, column in signs:
        while index < len(texts) and texts[index][1] <= (line, column):
            index += 1
        if line == commented or (index < len(texts) and texts[index][0] <= (line, column)):
            continue
        commented = line
        yield Comment(line + 1, column + 2, lines[line][column + 1 :])


def _texts(lines: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where every text of the file begins and ends, as (line, column) from 0, in order."""
    try:
        for token in yaml.scan("\n".join(lines) + "\n", Loader=SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                in_block = token.style in ("|", ">")  # a comment may follow the sign itself
                begin = (start.line + 1, 0) if in_block else (start.line, start.column)
                yield begin, (end.line, end.column)
    except yaml.YAMLError:
        return  # after a second ---, which is an error of its own

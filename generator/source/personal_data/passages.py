"""The passages of a file where a person's data may stand: values, keys and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

import yaml

from generator.model.fields import TEXT_LIMIT
from generator.source.document import Document, Mark
from generator.source.personal_data.comments import Comment, comments
from generator.source.personal_data.source_places import Place, source_places
from generator.source.yaml_nodes import Node

_ORGANISATIONS = (
    ("porteur",),
    ("signataires", "nom"),
    ("partenaires", "nom"),
    ("axes", "actions", "pilote"),
    ("actions", "pilote"),
    ("contact", "service"),
    ("ars", "nom"),
)
"""The keys that lead to an organisation's name, through lists and mappings."""

_LOOKED_AT = 2 * TEXT_LIMIT
"""Characters of a value or of a key that are looked at: a longer one is refused for its length."""


class Where(Enum):
    """The part of the file that a passage is."""

    VALUE = auto()
    KEY = auto()
    COMMENT = auto()


@dataclass(frozen=True)
class Passage:
    """A text of the file; `writing` is what tells where its characters stand."""

    where: Where
    text: str
    writing: yaml.Event | Sequence[Comment]
    document: Document

    def mark(self, start: int, end: int) -> Mark:
        """Where text[start:end] stands in the file; of several lines, the first."""
        (line, column), (last_line, last_column) = self._places[start], self._places[end - 1]
        after_line, after = self._places[end]
        if last_line != line:
            after = len(self.document.lines[line].rstrip())
        elif after_line != line:
            after = last_column + 1
        return Mark(line + 1, column + 1, max(1, after - column))

    @cached_property
    def _places(self) -> list[Place]:
        """The place of each character, and last the end; made where something is found only."""
        if isinstance(self.writing, yaml.Event):
            assert isinstance(self.writing, yaml.ScalarEvent)
            return source_places(self.writing, self.document.lines, len(self.text))
        return _comment_places(self.writing)


def passages(root: Node, document: Document) -> Iterator[Passage]:
    """Every passage of the file."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.content, str):
            yield Passage(Where.VALUE, node.content[:_LOOKED_AT], node.event, document)
        elif isinstance(node.content, list):
            waiting += node.content
        elif node.content is not None:
            waiting += node.content.values()
            for key, key_node in node.keys.items():
                yield Passage(Where.KEY, key[:_LOOKED_AT], key_node.event, document)
    yield from comment_passages(document)


def organisations(root: Node) -> Iterator[tuple[Node, str]]:
    """The values that must be an organisation's name."""
    for keys in _ORGANISATIONS:
        for node in _at(root, keys):
            if isinstance(node.content, str):
                yield node, node.content


def _at(node: Node, keys: Sequence[str]) -> Iterator[Node]:
    if isinstance(node.content, list):
        for item in node.content:
            yield from _at(item, keys)
    elif not keys:
        yield node
    elif isinstance(node.content, dict) and keys[0] in node.content:
        yield from _at(node.content[keys[0]], keys[1:])


def comment_passages(document: Document) -> Iterator[Passage]:
    """The comments; those of lines that follow one another are one text."""
    block: list[Comment] = []
    for comment in comments(document.lines):
        if block and not _continues(comment, block[-1], document):
            yield _comment_passage(block, document)
            block = []
        block.append(comment)
    if block:
        yield _comment_passage(block, document)


def _continues(comment: Comment, before: Comment, document: Document) -> bool:
    alone = not document.lines[comment.line - 1][: comment.column - 2].strip()
    return alone and comment.line == before.line + 1


def _comment_passage(block: Sequence[Comment], document: Document) -> Passage:
    text = "\n".join(comment.text for comment in block)
    return Passage(Where.COMMENT, text, tuple(block), document)


def _comment_places(block: Sequence[Comment]) -> list[Place]:
    return [
        (comment.line - 1, comment.column - 1 + index)
        for comment in block
        for index in range(len(comment.text) + 1)
    ]

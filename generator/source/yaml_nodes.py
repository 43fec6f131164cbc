"""Safe YAML that keeps line and column: text, lists and mappings, and nothing else.

Every scalar stays text (`yes`, `on`, `01004`, `2023-07-12`): what a value means is the model's
business. Tags, anchors and aliases are refused, so that no file can build an object or grow in
memory, and a key written twice is reported instead of one silently winning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias, cast

import yaml

from generator.source.document import Document, Mark
from generator.source.visible import QUOTED_LIMIT, cut, quoted
from generator.source.yaml_errors import report_character, report_syntax
from generator.source.yaml_loader import SafeLoader

DEPTH_LIMIT = 12
"""Deepest nesting; our format needs five levels."""

VALUE_LIMIT = 10_000
"""As many keys and values a file may hold: thirty times the fullest real contract."""

PathKey: TypeAlias = str | int
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

_NO_KEYS: Mapping[str, Node] = MappingProxyType({})


@dataclass(slots=True)
class Node:
    """A value of the file and where it stands; `content` is None for an empty value."""

    event: yaml.Event
    """What the parser saw here, with its place."""
    content: str | list[Node] | dict[str, Node] | None
    keys: Mapping[str, Node] = field(default_factory=lambda: _NO_KEYS)
    """For a mapping, the node of each key."""

    @property
    def mark(self) -> Mark:
        """Where the value stands; made on demand, for few values of few files have a problem."""
        return _mark(self.event)

    def plain(self) -> Plain:
        """The value alone, without positions."""
        if isinstance(self.content, dict):
            return {key: child.plain() for key, child in self.content.items()}
        if isinstance(self.content, list):
            return [child.plain() for child in self.content]
        return self.content

    def find(self, path: Sequence[PathKey]) -> Node | None:
        """The node at `path` below this one, or None."""
        node: Node | None = self
        for key in path:
            if node is None:
                return None
            node = node._child(key)
        return node

    def _child(self, key: PathKey) -> Node | None:
        if isinstance(self.content, dict):
            # A mapping may stand where a list of them is asked for (see `OneOrMany`): it is its only item.
            return self if key == 0 else self.content.get(str(key))
        if isinstance(self.content, list) and isinstance(key, int) and key < len(self.content):
            return self.content[key]
        return None

    def mark_of(self, path: Sequence[PathKey]) -> Mark:
        """Where the value at `path` stands, or else its nearest existing parent."""
        for end in range(len(path), -1, -1):
            node = self.find(path[:end])
            if node is not None:
                return node.mark
        return self.mark

    def key_mark(self, path: Sequence[PathKey]) -> Mark:
        """Where the key that ends `path` stands, or else as `mark_of`."""
        parent = self.find(path[:-1])
        if parent is not None and path and isinstance(path[-1], str):
            key = parent.keys.get(path[-1])
            if key is not None:
                return key.mark
        return self.mark_of(path)

    def texts(self) -> Iterator[tuple[Node, str]]:
        """Every node that is a text, and that text, in no order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node.content, str):
                yield node, node.content
            elif node.content is not None:
                children = node.content
                waiting.extend(children.values() if isinstance(children, dict) else children)


def parse(document: Document) -> Node | None:
    """The top mapping of `document`, or None where it cannot be read; problems go to the document."""
    try:
        loader = SafeLoader("\n".join(document.lines) + "\n")
    except yaml.reader.ReaderError as error:  # without libyaml, the whole text is checked at once
        report_character(error, document)
        return None
    try:
        return _Builder(loader, document).document()
    except yaml.MarkedYAMLError as error:
        report_syntax(error, document)
    except yaml.reader.ReaderError as error:
        report_character(error, document)
    except RecursionError:
        document.report(
            "yaml",
            "valeurs imbriquées trop profondément",
            expected="cinq niveaux suffisent à une fiche",
        )
    except _TooManyValuesError as error:
        document.report(
            "taille",
            "fichier trop chargé",
            _mark(error.event),
            expected=f"{VALUE_LIMIT} clés et valeurs au plus, listes comprises",
            proposal="ne gardez que les faits principaux du contrat",
        )
    finally:
        loader.dispose()
    return None


class _TooManyValuesError(Exception):
    def __init__(self, event: yaml.Event) -> None:
        super().__init__()
        self.event = event
        """The first value too many."""


_IN_FULL = "la valeur écrite en entier, sans ancre ni étiquette"


class _Builder:
    """Builds our nodes from the parser's events, which alone show anchors, aliases and tags."""

    def __init__(self, loader: SafeLoader, document: Document) -> None:
        self._loader = loader
        self._document = document
        self._values = 0
        # It gives None after the end of the stream only, where nothing is asked for.
        self._next = cast("Callable[[], yaml.Event]", loader.get_event)

    def document(self) -> Node | None:
        self._next()  # stream start
        if isinstance(self._loader.peek_event(), yaml.StreamEndEvent):
            self._document.report(
                "vide", "fichier vide", expected="les clés d’une fiche, au moins nom"
            )
            return None
        self._next()  # document start
        node = self._node(self._next(), 0)
        self._next()  # document end
        following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            self._report(
                following, "yaml", "deux documents dans un fichier", "un seul, sans ligne ---"
            )
        if node.content is None:
            self._document.report(
                "vide", "fichier vide", expected="les clés d’une fiche, au moins nom"
            )
            return None
        if not isinstance(node.content, dict):
            kind = "une liste" if isinstance(node.content, list) else "un texte seul"
            self._document.report(
                "type",
                f"{kind} au premier niveau du fichier",
                node.mark,
                expected="des clés suivies de deux-points : nom: …, etat: …",
            )
            return None
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._values += 1
        if self._values > VALUE_LIMIT:
            raise _TooManyValuesError(event)
        if isinstance(event, yaml.AliasEvent):
            self._report(event, "yaml", f"renvoi *{_brief(event.anchor)} interdit", _IN_FULL)
            return Node(event, None)
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.anchor:
            self._report(event, "yaml", f"ancre &{_brief(event.anchor)} interdite", _IN_FULL)
        if event.tag:
            self._report(event, "yaml", f"étiquette {_brief(event.tag)} interdite", _IN_FULL)
        if isinstance(event, yaml.ScalarEvent):
            return Node(event, _scalar(event))
        if depth >= DEPTH_LIMIT:
            raise RecursionError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, start: yaml.Event, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Node(start, items)

    def _mapping(self, start: yaml.Event, depth: int) -> Node:
        children: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key_node = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            key = key_node.content
            if not isinstance(key, str):
                self._document.report("type", "une clé doit être un mot", key_node.mark)
            elif key in children:
                self._document.report(
                    "cle-repetee",
                    f"clé {quoted(key)} écrite deux fois",
                    key_node.mark,
                    found=f"déjà écrite ligne {keys[key].mark.line}",
                    proposal="gardez une seule des deux, ou réunissez leurs valeurs",
                )
            else:
                children[key] = value
                keys[key] = key_node
        return Node(start, children, keys)

    def _report(self, event: yaml.Event, rule: str, message: str, expected: str) -> None:
        self._document.report(rule, message, _mark(event), expected=expected)


def _brief(name: object) -> str:
    return cut(str(name), QUOTED_LIMIT)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    # In YAML an empty, ~ or null plain scalar is « no value »; quoted, it is text.
    if event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL"):
        return None
    return str(event.value)


def _mark(event: yaml.Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    assert start is not None  # a parser's event has its marks
    assert end is not None
    length = end.column - start.column if end.line == start.line else 1
    return Mark(start.line + 1, start.column + 1, max(1, length))

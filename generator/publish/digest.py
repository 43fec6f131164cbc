"""Digests of what pages are made of: the program, a template with all that it includes, a view."""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable
from numbers import Real
from typing import Any

from jinja2 import Environment, meta
from pydantic import BaseModel

from generator.publish.cache import key_of

_PROGRAM = (".py", ".txt", ".z", ".zip")
"""What the program is made of beside its templates: modules, lists, and the reference of territories."""


@cache
def program_digest() -> bytes:
    """Of our modules as they were at the first call, of Python, and of the version of every package installed."""
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    own = (
        part
        for file in _files_in(files("generator"), _PROGRAM)
        for part in (file.name, file.read_bytes())
    )
    return key_of(sys.version, *packages, *own)


def folder_digest(folder: Traversable, *endings: str) -> bytes:
    """Of the files of a folder, and of its folders, whose names end so."""
    parts = ((file.name, file.read_bytes()) for file in _files_in(folder, endings))
    return key_of(*(part for pair in parts for part in pair))


def _files_in(folder: Traversable, endings: tuple[str, ...]) -> Iterator[Traversable]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            yield from _files_in(file, endings)
        elif file.name.endswith(endings):
            yield file


class TemplateDigests:
    """Of each template of an environment, with those that it includes, imports and extends."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._known: dict[str, bytes] = {}

    def of(self, name: str) -> bytes:
        """The digest of one; it is read once, as templates do not change while they print."""
        if name not in self._known:
            self._known[name] = key_of(*(part for pair in self._closure(name) for part in pair))
        return self._known[name]

    def _closure(self, name: str) -> list[tuple[str, str]]:
        loader = self._environment.loader
        assert loader is not None
        found: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found[current] = loader.get_source(self._environment, current)[0]
            parsed = self._environment.parse(found[current])
            for other in meta.find_referenced_templates(parsed):
                if other is None:
                    raise TypeError(f"{current} names a template that only its view knows")
                waiting.append(other)
        return sorted(found.items())


def view_digest(view: object) -> bytes:
    """Of a view's values, whatever their identity: two builds give the same for the same page.

    A set has an order only as a field of a dataclass. Raises TypeError on what is no plain value: a
    function, an object that is no dataclass.
    """
    target = io.BytesIO()
    pickler = _Values(target, protocol=5)
    # Else an equal value, met twice, is written once or twice by its identity.
    pickler.fast = True
    pickler.dump(view)
    return key_of(target.getbuffer())


class _Values(pickle.Pickler):
    """Writes values, and the names of their classes alone."""

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if issubclass(kind, str):
            return _class, (kind.__name__, str.__str__(value))
        if is_dataclass(kind):
            return _class, (kind.__name__, *(_in_order(getattr(value, n)) for n in _names(kind)))
        if issubclass(kind, Real):
            return _class, (kind.__name__, repr(value))
        if issubclass(kind, Enum):
            return _class, (kind.__name__, value.name)
        if issubclass(kind, BaseModel):
            return _class, (kind.__name__, *value.__dict__.items())
        if issubclass(kind, date):
            return _class, (kind.__name__, value.isoformat())
        if value is _class:
            return "_class"
        raise TypeError(f"{kind.__qualname__} is no plain value for a view")


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    # What is not compared is where the value takes from, as the outlines of a drawing: the program's own.
    return tuple(field.name for field in fields(kind) if field.compare)


def _in_order(value: Any) -> Any:
    return ("set", sorted(value)) if isinstance(value, frozenset) else value


def _class(*_: object) -> None:
    """Stands in a digest for the class of a value; nothing is ever read back."""

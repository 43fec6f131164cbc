"""The keys that a YAML file may hold, as the models tell them: one source for messages and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import get_args

from pydantic import BaseModel


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a mapping of `model` may hold, as written in YAML."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def model_at(model: type[BaseModel], path: Iterable[str | int]) -> type[BaseModel] | None:
    """The model that describes the mapping at `path`, or None when a plain value stands there."""
    current: type[BaseModel] | None = model
    for key in path:
        if isinstance(key, int):
            continue
        if current is None:
            return None
        current = children_of(current).get(key)
    return current


@cache
def key_paths(model: type[BaseModel]) -> tuple[str, ...]:
    """Every key of `model` and below as a dotted path, such as duree.fin."""
    return tuple(_walk(model, ""))


def place_of_key(key: str, model: type[BaseModel]) -> str | None:
    """Where in `model` a key of this name stands, as a dotted path, when there is just one place."""
    places = [path for path in key_paths(model) if path.rpartition(".")[2] == key and "." in path]
    return places[0] if len(places) == 1 else None


def titles_of(path: str, model: type[BaseModel]) -> tuple[str, ...]:
    """The French title of each key along a dotted path. Raises KeyError on an unknown key."""
    key, _, rest = path.partition(".")
    for name, info in model.model_fields.items():
        if (info.alias or name) == key:
            below = titles_of(rest, children_of(model)[key]) if rest else ()
            return (info.title or key, *below)
    raise KeyError(path)


@cache
def children_of(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """The model of what stands under each key that holds a mapping, or a list of them."""
    children = {}
    for name, info in model.model_fields.items():
        found = next(_models_in(info.annotation), None)
        if found is not None:
            children[info.alias or name] = found
    return children


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _walk(model: type[BaseModel], prefix: str) -> Iterator[str]:
    children = children_of(model)
    for key in keys_of(model):
        yield prefix + key
        if key in children:
            yield from _walk(children[key], f"{prefix}{key}.")

"""What each field of a file says of itself: label, meaning, example, where it is found, what is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.about import About
from generator.model.keys import children_of
from generator.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FieldTold:
    """A field of a model or of one below it, as its declaration tells it."""

    path: str
    """Its key after those that lead to it, such as duree.fin."""
    label: str
    description: str
    """What it is, in French: the field's docstring."""
    examples: tuple[Any, ...]
    """Sound values, as plain text, numbers, lists and mappings."""
    required: bool
    about: About
    vocabulary: Vocabulary | None
    """The closed list that its words, or itself, are chosen from."""
    below: type[BaseModel] | None
    """The model of what stands under it, or of each item of its list."""
    _names: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its own key, without those that lead to it."""
        return self.path.rpartition(".")[2]

    def value(self, model: BaseModel) -> Any:
        """Its value in a file; None where there is none. It must not stand in a list's item."""
        found: Any = model
        for name in self._names:
            found = None if found is None else getattr(found, name)
        return found


@cache
def fields_told(model: type[BaseModel]) -> Mapping[str, FieldTold]:
    """Every field of `model` and below by its dotted path, in the order of the declarations."""
    return {told.path: told for told in _walk(model, "", ())}


def _walk(model: type[BaseModel], prefix: str, names: tuple[str, ...]) -> Iterator[FieldTold]:
    children = children_of(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        below = children.get(key)
        yield _told(prefix + key, info, below, (*names, name))
        if below is not None:
            yield from _walk(below, f"{prefix}{key}.", (*names, name))


def _told(
    path: str, info: FieldInfo, below: type[BaseModel] | None, names: tuple[str, ...]
) -> FieldTold:
    extra = info.json_schema_extra
    return FieldTold(
        path=path,
        label=info.title or path,
        description=info.description or "",
        examples=tuple(info.examples or ()),
        required=info.is_required(),
        about=extra if isinstance(extra, About) else About(),
        vocabulary=next(_vocabularies(info.annotation, *info.metadata), None),
        below=below,
        _names=names,
    )


def _vocabularies(*parts: object) -> Iterator[Vocabulary]:
    for part in parts:
        if isinstance(part, Vocabulary):
            yield part
        else:
            yield from _vocabularies(*get_args(part))

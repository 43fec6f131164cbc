"""Facets: by what a list can be narrowed, with the choices that its rows really offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.territories.text_keys import fold

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet and how many rows have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet as the form shows it."""

    id: str
    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Dimension(Generic[Item]):
    """How a facet is read from a row: the values that the row has, none, one or several."""

    id: str
    """Name of the facet in the address (?id=value) and in the row's data attribute."""
    label: str
    values: Callable[[Item], Iterable[str]]
    labels: Mapping[str, str]
    """Label of each value, in the order in which choices are shown."""


def by_label(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels of a facet's values in French alphabetical order."""
    return dict(sorted(labels.items(), key=lambda pair: fold(pair[1])))


def facets(dimensions: Sequence[Dimension[Item]], items: Sequence[Item]) -> list[Facet]:
    """Each dimension with the choices that at least one item has."""
    found = []
    for dimension in dimensions:
        counts = Counter(value for item in items for value in set(dimension.values(item)))
        choices = [
            Choice(value, label, counts[value])
            for value, label in dimension.labels.items()
            if counts[value]
        ]
        found.append(Facet(dimension.id, dimension.label, choices))
    return found


def attributes(dimensions: Sequence[Dimension[Item]], item: Item) -> dict[str, str]:
    """The values of an item by facet id, joined by spaces, for its row's data attributes."""
    return {dimension.id: " ".join(sorted(set(dimension.values(item)))) for dimension in dimensions}

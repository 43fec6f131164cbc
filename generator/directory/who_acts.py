"""Who already acts on a theme: first the neighbours of a territory, then its likes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.surroundings import Surroundings
from generator.model.axis import Action

NEIGHBOUR, ALIKE = "voisin", "comparable"

MOST = 5
"""Contracts named for a theme."""


@dataclass(frozen=True, slots=True)
class Acting:
    """A contract that has actions on a theme."""

    entry: Entry
    link: str
    """« voisin » or « comparable »."""
    actions: tuple[Action, ...]


def who_acts(edition: Edition, theme: str, entry: Entry) -> list[Acting]:
    """The contracts that have an action on `theme` (id of `THEMES`), as the sources cite them.

    The neighbours of `entry`, then the others by likeness of their territories, `MOST` in all; its own
    chain is left out. Of contracts that follow each other, one: the one that stands for its
    territory, if it has such an action.
    """
    around = edition.surroundings
    entries = edition.directory.entries
    actions = edition.actions_by_theme.get(theme, {})
    found = _one_a_chain(around, [entries[id_] for id_ in actions])
    ordered = _ordered(around, entry, found)
    return [Acting(entries[id_], link, actions[id_]) for id_, link in islice(ordered, MOST)]


def _ordered(
    around: Surroundings, entry: Entry, found: Mapping[str, Entry]
) -> Iterator[tuple[str, str]]:
    near = [other.id for other in around.neighbours(entry) if other.id in found]
    yield from ((id_, NEIGHBOUR) for id_ in near)
    likes = [
        other.id
        for other in around.comparables.like(entry.id)
        if other.id in found
        and other.id not in near
        and not around.neighbourhood.same_chain(entry.id, other.id)
    ]
    likes.sort(key=lambda id_: not around.neighbourhood.is_live(id_))
    yield from ((id_, ALIKE) for id_ in likes)


def _one_a_chain(around: Surroundings, acting: Iterable[Entry]) -> dict[str, Entry]:
    neighbourhood = around.neighbourhood
    kept: dict[str, Entry] = {}
    # What stands comes first, then the latest.
    order = sorted(acting, key=lambda entry: (_start(entry), entry.id), reverse=True)
    order.sort(key=lambda entry: entry.id not in neighbourhood.standing)
    for entry in order:
        if not any(neighbourhood.same_chain(entry.id, other) for other in kept):
            kept[entry.id] = entry
    return kept


def _start(entry: Entry) -> str:
    return str(entry.period.first_day or "")

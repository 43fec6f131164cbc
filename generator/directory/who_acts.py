"""Who already acts on a theme: first the neighbours of a territory, then its likes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from generator.directory.directory import Directory, Entry
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


class WhoActs:
    """Of each theme, the contracts that act on it; reduced once, whoever asks."""

    def __init__(self, directory: Directory, around: Surroundings) -> None:
        self._entries = directory.entries
        self._around = around

    def on(self, theme: str, entry: Entry) -> list[Acting]:
        """The contracts that have an action on `theme` (id of `THEMES`), as the sources cite them.

        The neighbours of `entry`, then the others by likeness of their territories, `MOST` in all; its own
        chain is left out. Of contracts that follow each other, one: the one that stands for its
        territory, if it has such an action.
        """
        acting = self._acting.get(theme, {})
        return [
            Acting(self._entries[id_], link, acting[id_])
            for id_, link in islice(self._ordered(entry, acting), MOST)
        ]

    def _ordered(
        self, entry: Entry, acting: Mapping[str, tuple[Action, ...]]
    ) -> Iterator[tuple[str, str]]:
        near = [other.id for other in self._around.neighbours(entry) if other.id in acting]
        yield from ((id_, NEIGHBOUR) for id_ in near)
        around = self._around.neighbourhood
        left_out = {*near, *around.chain(entry.id)}
        likes = self._around.comparables.likest(entry.id, acting.keys() - left_out)
        likes.sort(key=lambda id_: not around.is_live(id_))
        yield from ((id_, ALIKE) for id_ in likes)

    @cached_property
    def _acting(self) -> Mapping[str, Mapping[str, tuple[Action, ...]]]:
        """The actions that the sources cite by theme and by contract id, one contract of a chain."""
        themes: dict[str, dict[str, tuple[Action, ...]]] = {}
        for entry in self._entries.values():
            for _, action in entry.contract.actions():
                for theme in action.themes:
                    of_theme = themes.setdefault(theme, {})
                    of_theme[entry.id] = (*of_theme.get(entry.id, ()), action)
        return {
            theme: {id_: actions[id_] for id_ in self._one_a_chain(actions)}
            for theme, actions in themes.items()
        }

    def _one_a_chain(self, ids: Iterable[str]) -> Iterator[str]:
        around = self._around.neighbourhood
        # What stands comes first, then the latest.
        order = sorted(ids, key=lambda id_: (_start(self._entries[id_]), id_), reverse=True)
        order.sort(key=lambda id_: id_ not in around.standing)
        told: set[str] = set()
        for id_ in order:
            if id_ not in told:
                told |= around.chain(id_)
                yield id_


def _start(entry: Entry) -> str:
    return str(entry.period.first_day or "")

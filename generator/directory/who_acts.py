"""Who already acts on a theme: first the neighbours of a territory, then its likes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from generator.directory.comparables import Likeness, Ranks
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


@dataclass(frozen=True, slots=True)
class _Acting:
    """The contracts that act on one theme."""

    actions: Mapping[str, tuple[Action, ...]]
    """Those on the theme, by contract id."""
    groups: tuple[Ranks, Ranks]
    """The live contracts, then the others."""


class WhoActs:
    """Of each theme, the contracts that act on it; reduced once, whoever asks."""

    def __init__(self, directory: Directory, around: Surroundings) -> None:
        self._entries = directory.entries
        self._around = around

    def on(self, themes: Iterable[str], entry: Entry) -> dict[str, list[Acting]]:
        """By theme (id of `THEMES`), the contracts that have an action on it, as the sources cite them.

        The neighbours of `entry`, then the others by likeness of their territories, `MOST` in all; its own
        chain is left out. Of contracts that follow each other, one: the one that stands for its
        territory, if it has such an action.
        """
        near = [other.id for other in self._around.neighbours(entry)]
        likeness = self._around.comparables.like(entry.id)
        left_out = {*near, *self._around.neighbourhood.chain(entry.id)}
        return {
            theme: self._first(self._acting[theme], near, likeness, left_out)
            for theme in themes
            if theme in self._acting
        }

    def _first(
        self, acting: _Acting, near: Iterable[str], likeness: Likeness, left_out: Collection[str]
    ) -> list[Acting]:
        actions = acting.actions
        found = [(id_, NEIGHBOUR) for id_ in near if id_ in actions]
        likes = chain.from_iterable(map(likeness.order, acting.groups))
        alike = ((other.id, ALIKE) for other in likes if other.id not in left_out)
        return [
            Acting(self._entries[id_], link, actions[id_])
            for id_, link in islice(chain(found, alike), MOST)
        ]

    @cached_property
    def _acting(self) -> Mapping[str, _Acting]:
        """By theme, one contract of a chain."""
        themes: dict[str, dict[str, tuple[Action, ...]]] = {}
        for entry in self._entries.values():
            for _, action in entry.contract.actions():
                for theme in action.themes:
                    of_theme = themes.setdefault(theme, {})
                    of_theme[entry.id] = (*of_theme.get(entry.id, ()), action)
        return {
            theme: self._grouped({id_: actions[id_] for id_ in self._one_a_chain(actions)})
            for theme, actions in themes.items()
        }

    def _grouped(self, actions: Mapping[str, tuple[Action, ...]]) -> _Acting:
        is_live, group = self._around.neighbourhood.is_live, self._around.comparables.group
        live = [id_ for id_ in actions if is_live(id_)]
        return _Acting(actions, (group(live), group(list(actions.keys() - live))))

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

"""Who already acts on a theme: first the neighbours of a territory, then its likes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from generator.directory import Directory, Entry
from generator.model.contract import Action
from generator.site import addresses, french
from generator.site.edition import Edition, short_name
from generator.site.pages.rows import departement_names
from generator.site.surroundings import Surroundings, surroundings

NEIGHBOUR, ALIKE = "voisin", "comparable"

_Found = tuple[Entry, tuple[Action, ...]]


@dataclass(frozen=True, slots=True)
class Acting:
    """A contract that has actions on a theme."""

    address: str
    name: str
    place: str
    carrier: str
    status: str
    link: str
    """« voisin » or « comparable »; empty where nobody asks from a territory of his own."""
    actions: tuple[Action, ...]


def who_acts(
    edition: Edition, theme: str, entry: Entry | None = None, limit: int | None = 5
) -> list[Acting]:
    """The contracts that have an action on `theme` (id of `THEMES`), as the sources cite them.

    Of contracts that follow each other, one: the one that stands for its territory, if it has such an
    action. For `entry`: its neighbours, then the others by likeness of their territories, its own
    chain left out. Without: live contracts by territory, then those that are over.
    """
    around = surroundings(edition)
    found = _one_a_chain(around, _by_theme(edition.directory).get(theme, {}))
    ordered = _for_all(edition, around, found) if entry is None else _for(around, entry, found)
    return [_acting(edition, link, *found[id_]) for id_, link in islice(ordered, limit)]


def _for(
    around: Surroundings, entry: Entry, found: Mapping[str, _Found]
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
    likes.sort(key=around.neighbourhood.is_past)
    yield from ((id_, ALIKE) for id_ in likes)


def _for_all(
    edition: Edition, around: Surroundings, found: Mapping[str, _Found]
) -> Iterator[tuple[str, str]]:
    entries = edition.in_order(entry for entry, _ in found.values())
    entries.sort(key=lambda entry: around.neighbourhood.is_past(entry.id))
    return ((entry.id, "") for entry in entries)


def _one_a_chain(around: Surroundings, found: Mapping[str, _Found]) -> dict[str, _Found]:
    neighbourhood = around.neighbourhood
    kept: dict[str, _Found] = {}
    # What stands comes first, then the latest.
    order = sorted(found, key=lambda id_: (_start(found[id_][0]), id_), reverse=True)
    order.sort(key=lambda id_: id_ not in neighbourhood.standing)
    for id_ in order:
        if not any(neighbourhood.same_chain(id_, other) for other in kept):
            kept[id_] = found[id_]
    return kept


def _start(entry: Entry) -> str:
    return str(entry.period.first_day or "")


@lru_cache(maxsize=1)
def _by_theme(directory: Directory) -> Mapping[str, Mapping[str, _Found]]:
    themes: dict[str, dict[str, _Found]] = {}
    for entry in directory.entries.values():
        by_theme: dict[str, list[Action]] = {}
        for _, action in entry.contract.actions():
            for theme in action.themes:
                by_theme.setdefault(theme, []).append(action)
        for theme, actions in by_theme.items():
            themes.setdefault(theme, {})[entry.id] = entry, tuple(actions)
    return themes


def _acting(edition: Edition, link: str, entry: Entry, actions: tuple[Action, ...]) -> Acting:
    return Acting(
        address=addresses.contract(entry.id),
        name=short_name(entry),
        place=french.enumerate_words(departement_names(edition.directory, entry)),
        carrier=entry.contract.carrier,
        status=edition.status(entry),
        link=link,
        actions=actions,
    )

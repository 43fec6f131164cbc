"""The page of a theme: who acts on it, territory by territory."""

from __future__ import annotations

from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.model.vocabulary import Term
from generator.site.axes.action_groups import ActionGroup, action_groups
from generator.site.room import Head
from generator.site.shell.in_force import running_numbers
from generator.site.shell.search_meta import search_meta
from generator.site.text import french


@dataclass(frozen=True, slots=True)
class ThemeView:
    """What `theme.md.j2` prints."""

    head: Head
    term: Term
    numbers: list[tuple[str, str]]
    groups: list[ActionGroup]


def theme_view(edition: Edition, term: Term) -> ThemeView:
    """What is shown on the page of one theme."""
    groups = action_groups(edition, lambda _axis, action: term.id in action.themes)
    entries = [edition.directory.entries[group.contract.id] for group in groups]
    return ThemeView(
        head=Head(
            title=term.label,
            description=french.typography(
                f"{term.label} : les actions des contrats locaux de santé sur ce thème, territoire par "
                "territoire, avec leur porteur et leurs sources."
            ),
            search=search_meta(kind="theme"),
        ),
        term=term,
        numbers=[
            (french.number(sum(len(group.actions) for group in groups)), "actions citées"),
            (french.number(len(groups)), "contrats concernés"),
            *running_numbers(edition, entries),
        ],
        groups=groups,
    )

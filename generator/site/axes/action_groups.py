"""Actions that have something in common, gathered by contract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.model.axis import Action, Axis
from generator.site.shell.rows import Row, row


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Some actions of one contract."""

    contract: Row
    anchor: str
    actions: Sequence[Action]


def action_groups(
    edition: Edition, keep: Callable[[Axis | None, Action], bool]
) -> list[ActionGroup]:
    """The actions that `keep` chooses, by contract in territory order."""
    groups = []
    for entry in edition.in_order(edition.directory.entries.values()):
        actions = [action for axis, action in entry.contract.actions() if keep(axis, action)]
        if actions:
            groups.append(ActionGroup(row(edition, entry), entry.id, actions))
    return groups

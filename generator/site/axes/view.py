"""The index of axes and the page of each one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.model.vocabulary import AXES, NATIONAL_AXES, Term
from generator.site.axes.action_groups import ActionGroup, action_groups
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.in_force import running_numbers
from generator.site.shell.rows import Row, rows
from generator.site.shell.search_meta import search_meta
from generator.site.text import french


@dataclass(frozen=True, slots=True)
class _AxisRow:
    address: str
    label: str
    definition: str
    contracts: int
    actions: int


@dataclass(frozen=True, slots=True)
class AxesView:
    """What `page.md.j2` prints."""

    head: Head
    groups: list[tuple[str, list[_AxisRow]]]
    without: int


def axes_view(edition: Edition) -> AxesView:
    """What is shown on the index of axes."""
    lines = {id_: _axis_row(edition, term) for id_, term in AXES.items()}
    return AxesView(
        head=Head(
            title="Les axes",
            description=french.typography(
                "Les contrats locaux de santé par axe : accès aux soins, prévention, parcours de santé, "
                "environnement, santé mentale, participation, gouvernance."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        groups=[
            ("Les quatre axes nationaux", [lines[id_] for id_ in NATIONAL_AXES]),
            (
                "Les axes transversaux",
                [line for id_, line in lines.items() if id_ not in NATIONAL_AXES],
            ),
        ],
        without=sum(not entry.contract.axes for entry in edition.directory.entries.values()),
    )


@dataclass(frozen=True, slots=True)
class AxisView:
    """What `axis.md.j2` prints."""

    head: Head
    term: Term
    numbers: list[tuple[str, str]]
    groups: list[ActionGroup]
    rows: list[Row]


def axis_view(edition: Edition, term: Term) -> AxisView:
    """What is shown on the page of one axis."""
    entries = edition.directory.of_axis(term.id)
    groups = _groups(edition, term)
    return AxisView(
        head=Head(
            title=term.label,
            description=french.typography(
                f"{term.label} : les contrats locaux de santé et les actions qui s’y rattachent, "
                "territoire par territoire."
            ),
            search=search_meta(kind="axe", axes=[term.id]),
        ),
        term=term,
        numbers=[
            (french.number(len(entries)), "contrats rattachés"),
            *running_numbers(edition, entries),
            (french.number(sum(len(group.actions) for group in groups)), "actions citées"),
        ],
        groups=groups,
        rows=rows(edition, entries),
    )


def _axis_row(edition: Edition, term: Term) -> _AxisRow:
    return _AxisRow(
        addresses.axis(term.id),
        term.label,
        term.definition,
        contracts=len(edition.directory.of_axis(term.id)),
        actions=sum(len(group.actions) for group in _groups(edition, term)),
    )


def _groups(edition: Edition, term: Term) -> list[ActionGroup]:
    return action_groups(
        edition, lambda axis, _action: axis is not None and term.id in axis.national
    )

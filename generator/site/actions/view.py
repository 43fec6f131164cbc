"""The page of every action, to look through by theme, public, région and status."""

from __future__ import annotations

from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.directory.whereabouts import region_names, region_slugs, regions_in_order
from generator.model.axis import Action
from generator.model.vocabulary import AXES, STATUSES, THEMES, Term
from generator.site.room import Head
from generator.site.shell.facets import Dimension, Facet, attributes, by_label, facets
from generator.site.shell.rows import Row, row
from generator.site.shell.search_meta import search_meta
from generator.site.text import french
from generator.territories.text_keys import fold, slugify


@dataclass(frozen=True, slots=True)
class _ActionRow:
    action: Action
    axes: tuple[str, ...]
    """Ids of the axes that its own axis is attached to."""
    contract: Row
    slugs: tuple[str, ...]
    """Of the régions that the contract touches."""
    regions: str


@dataclass(frozen=True, slots=True)
class ActionsView:
    """What `page.md.j2` prints."""

    head: Head
    lines: list[tuple[_ActionRow, dict[str, str]]]
    facets: list[Facet]
    themes: list[tuple[Term, int]]


def actions_view(edition: Edition) -> ActionsView:
    """What is shown on the page of all actions."""
    lines = _lines(edition)
    dimensions = _dimensions(edition, lines)
    return ActionsView(
        head=Head(
            title="Les actions",
            description=french.typography(
                f"Les {len(lines)} actions que citent les sources des contrats locaux de santé, par thème, "
                "public, région et statut."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        lines=[(line, attributes(dimensions, line)) for line in lines],
        facets=facets(dimensions, lines),
        themes=_themes(lines),
    )


def _lines(edition: Edition) -> list[_ActionRow]:
    lines = []
    for entry in edition.in_order(edition.directory.entries.values()):
        contract = row(edition, entry)
        slugs = tuple(region_slugs(edition.directory, entry))
        regions = french.enumerate_words(region_names(edition.directory, entry))
        lines += [
            _ActionRow(action, axis.national if axis else (), contract, slugs, regions)
            for axis, action in entry.contract.actions()
        ]
    return lines


def _dimensions(edition: Edition, lines: list[_ActionRow]) -> list[Dimension[_ActionRow]]:
    audiences = {slugify(name): name for line in lines for name in line.action.audiences}
    return [
        Dimension(
            "theme",
            "Thème",
            lambda line: line.action.themes,
            by_label({term.id: term.label for term in THEMES.values()}),
        ),
        Dimension(
            "public",
            "Public",
            lambda line: [slugify(name) for name in line.action.audiences],
            by_label(audiences),
        ),
        Dimension(
            "region",
            "Région",
            lambda line: line.slugs,
            {region.slug: region.region.name for region in regions_in_order(edition.directory)},
        ),
        Dimension(
            "statut",
            "Statut du contrat",
            lambda line: [line.contract.status],
            {term.id: term.label for term in STATUSES.values()},
        ),
        Dimension(
            "axe",
            "Axe",
            lambda line: line.axes,
            {term.id: term.label for term in AXES.values()},
        ),
    ]


def _themes(lines: list[_ActionRow]) -> list[tuple[Term, int]]:
    """Every theme in alphabetical order, with its number of actions."""
    ordered = sorted(THEMES.values(), key=lambda term: fold(term.label))
    return [(term, sum(term.id in line.action.themes for line in lines)) for term in ordered]

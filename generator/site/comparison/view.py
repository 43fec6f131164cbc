"""The page that compares contracts, the page of each contract beside its neighbours, their data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.whereabouts import departement_names, regions_in_order
from generator.model.vocabulary import STATUSES, THEMES
from generator.site.comparison.files import (
    ComparedContract,
    ComparisonIndex,
    CoveredCommunes,
    ListedContract,
)
from generator.site.comparison.table import (
    PARTS,
    Profile,
    SidePart,
    profile,
    side_by_side,
)
from generator.site.drawing.neighbour_map import NeighbourMap, neighbour_map
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.assets import asset, modules_of
from generator.site.shell.neighbours import NeighboursPart, beside, neighbours_part
from generator.site.shell.rows import Row, row, rows
from generator.site.shell.search_meta import search_meta
from generator.site.text import french

MOST = 6
"""Contracts that one table holds."""

_MAIN = "comparison/main.js"


@dataclass(frozen=True, slots=True)
class _Acting:
    row: Row
    link: str
    titles: tuple[str, ...]
    """Of its actions."""


@dataclass(frozen=True, slots=True)
class _Theme:
    address: str
    label: str
    acting: list[_Acting]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """What `page.md.j2` prints."""

    head: Head
    most: int
    main: str
    modules: tuple[str, ...]
    data: str
    on: date
    sections: list[tuple[str, list[tuple[str, str, str]]]]
    total: int


def choice_view(edition: Edition) -> ChoiceView:
    """What is shown on the page where contracts are chosen and compared."""
    entries = edition.directory.entries
    return ChoiceView(
        head=Head(
            title="Comparer des contrats",
            description=french.typography(
                "Comparer de deux à six contrats locaux de santé côte à côte : dates, signataires, axes, "
                "actions par thème. Copie en CSV ou en Markdown."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        most=MOST,
        main=asset(_MAIN),
        modules=modules_of(_MAIN),
        data=addresses.COMPARISON_DATA,
        on=edition.on,
        sections=_sections(edition),
        total=len(entries),
    )


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What `contract.md.j2` prints."""

    head: Head
    part: NeighboursPart
    facts: list[tuple[str, tuple[str, ...]]]
    compared: list[tuple[str, str]]
    """Address and name of each contract that the table sets side by side."""
    sides: list[SidePart]
    map: NeighbourMap | None
    themes: list[_Theme]
    compare: str
    choice: str
    source: str


def comparison_view(edition: Edition, entry: Entry) -> ComparisonView:
    """What is shown on the page of a contract beside its neighbours; its top prints as one sheet."""
    part = neighbours_part(edition, entry)
    entries = [entry, *beside(edition, entry)]
    profiles = [profile(edition, other) for other in entries]
    return ComparisonView(
        head=Head(
            title=f"{edition.name(entry)} : les contrats voisins",
            description=french.typography(
                f"{part.rows[0].told.name} à côté des contrats voisins : dates, signataires, axes, actions, "
                "et qui agit déjà sur les mêmes thèmes."
            ),
            searched=False,
            toc=False,
        ),
        part=part,
        facts=_facts(profiles[0]),
        compared=[(known.address, known.name) for known in profiles],
        sides=side_by_side(profiles),
        map=neighbour_map(edition, entry, entries[1:]),
        themes=_themes(edition, entry),
        compare=addresses.COMPARE,
        choice=",".join(known.id for known in profiles),
        source=addresses.contract(entry.id),
    )


def compare_sets(
    edition: Edition,
) -> Iterator[ComparedContract | ComparisonIndex | CoveredCommunes]:
    """Every file that the page of comparison fetches."""
    labels = {id_: term.label for id_, term in STATUSES.items()}
    entries = edition.in_order(edition.directory.entries.values())
    yield ComparisonIndex(tuple(_listed(edition, entry) for entry in entries), PARTS, labels)
    communes = tuple(entry.territory.communes for entry in entries)
    yield CoveredCommunes(communes, edition.directory.reference)
    around = edition.surroundings
    for entry in entries:
        yield ComparedContract(
            profile(edition, entry),
            tuple(other.id for other in around.neighbours(entry)[: MOST - 1]),
            tuple(other.id for other in around.alike(entry)),
        )


def _listed(edition: Edition, entry: Entry) -> ListedContract:
    shown = profile(edition, entry)
    return ListedContract(
        entry.id,
        shown.name,
        french.enumerate_words(departement_names(edition.directory, entry)),
        shown.status,
        entry.id in edition.surroundings.neighbourhood.standing,
        tuple(entry.contract.former_ids),
    )


def _facts(known: Profile) -> list[tuple[str, tuple[str, ...]]]:
    """What the sheet tells beside the map; what the table below it tells again is left out."""
    found = known.parts["identite"] or {}
    labels = PARTS[0].rows
    shown = ("lieu", "etape", "rang", "signature", "periode", "porteur", "communes", "densite")
    return [(labels[id_], found[id_]) for id_ in shown if id_ in found]


def _themes(edition: Edition, entry: Entry) -> list[_Theme]:
    cited = {theme for _, action in entry.contract.actions() for theme in action.themes}
    acting = edition.who_acts.on(cited, entry)
    return [
        _Theme(
            addresses.theme(id_),
            term.label,
            [
                _Acting(
                    row(edition, found.entry),
                    found.link,
                    tuple(action.title for action in found.actions),
                )
                for found in acting[id_]
            ],
        )
        for id_, term in THEMES.items()
        if id_ in cited
    ]


def _sections(edition: Edition) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Name of each région, with the id, name and status of the contracts it holds."""
    directory = edition.directory
    return [
        (
            region.region.name,
            [
                (listed.id, listed.name, listed.status)
                for listed in rows(edition, directory.of_region(region.slug))
            ],
        )
        for region in regions_in_order(directory)
        if directory.of_region(region.slug)
    ]

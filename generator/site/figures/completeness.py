"""What the files tell, and what they do not: by information, then by région."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.directory import figures
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.facts import COUNTED
from generator.directory.whereabouts import regions_in_order
from generator.site.drawing.charts import bar_svg, chart_table
from generator.site.shell import addresses
from generator.site.text import french


@dataclass(frozen=True, slots=True)
class Completeness:
    """Of the contracts that may have an information, how many do."""

    chart: Markup
    columns: list[str]
    """Label of each information."""
    rows: list[tuple[str, str, int, list[str]]]
    """Address and name of each région, its contracts, and the share that has each information."""


def completeness(edition: Edition, entries: Sequence[Entry]) -> Completeness:
    """Of all contracts, and of those of each région."""
    directory = edition.directory
    found = figures.completeness(entries)
    rows = []
    for region in regions_in_order(directory):
        its_own = directory.of_region(region.slug)
        shares = [_share(*counts) for counts in figures.completeness(its_own).values()]
        rows.append((addresses.region(region.slug), region.region.name, len(its_own), shares))
    return Completeness(_chart(found), [COUNTED[fact][1].label for fact in found], rows)


def _share(known: int, total: int) -> str:
    return french.percent(known / total) if total else "–"


def _chart(found: dict[str, tuple[int, int]]) -> Markup:
    rows = [
        (
            COUNTED[fact][1].label,
            (f"{french.number(known)} / {french.number(total)}", _share(known, total)),
            bar_svg([known / (total or 1)]),
        )
        for fact, (known, total) in found.items()
    ]
    return chart_table(
        "Ce que les données disent", ("Information", "Contrats qui l’ont", "Part"), rows
    )

"""The index of every contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.directory.edition import Edition
from generator.site.explorer.contract_facets import contract_dimensions
from generator.site.room import Head
from generator.site.shell.facets import Facet, attributes, facets
from generator.site.shell.rows import Row, row
from generator.site.shell.search_meta import search_meta
from generator.site.text import french


@dataclass(frozen=True, slots=True)
class ContractsView:
    """What `page.md.j2` prints."""

    head: Head
    finder: Markup
    on: date
    rows: list[tuple[Row, dict[str, str]]]
    facets: list[Facet]


def contracts_view(edition: Edition, finder: Markup) -> ContractsView:
    """What is shown on the index of contracts."""
    entries = edition.in_order(edition.directory.entries.values())
    dimensions = contract_dimensions(edition, entries)
    return ContractsView(
        head=Head(
            title="Tous les contrats",
            description=french.typography(
                f"Les {len(entries)} contrats locaux de santé recensés, par territoire : statut, période, "
                "porteur, population."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        finder=finder,
        on=edition.on,
        rows=[(row(edition, entry), attributes(dimensions, entry)) for entry in entries],
        facets=facets(dimensions, entries),
    )

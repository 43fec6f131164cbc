"""The index of every contract."""

from __future__ import annotations

from generator.site import addresses, french
from generator.site.edition import Edition
from generator.site.facets import attributes, facets
from generator.site.finder import finder_html
from generator.site.pages.contract_facets import contract_dimensions
from generator.site.pages.rows import rows
from generator.site.search_meta import search_meta
from generator.site.templating import render


def contracts_page(edition: Edition) -> str:
    """The Markdown of the index of contracts."""
    entries = edition.directory.entries.values()
    lines = rows(edition, entries)
    dimensions = contract_dimensions(edition, entries)
    context = {
        "description": french.typography(
            f"Les {len(entries)} contrats locaux de santé recensés, par territoire : statut, période, "
            "porteur, population."
        ),
        "recherche": search_meta(kind="liste"),
        "finder": finder_html(edition, addresses.CONTRACTS),
        "on": edition.on,
        "rows": [(line, attributes(dimensions, line.entry)) for line in lines],
        "facets": facets(dimensions, [line.entry for line in lines]),
    }
    return render("contracts.md.j2", addresses.CONTRACTS, context)

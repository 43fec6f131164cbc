"""The index of every contract."""

from __future__ import annotations

from generator.directory.edition import Edition
from generator.site.explorer.contract_facets import contract_dimensions
from generator.site.finder.form import finder_html
from generator.site.shell import addresses
from generator.site.shell.facets import attributes, facets
from generator.site.shell.rows import rows
from generator.site.shell.search_meta import search_meta
from generator.site.shell.templating import render
from generator.site.text import french


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
    return render("explorer/page.md.j2", addresses.CONTRACTS, context)

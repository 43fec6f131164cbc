"""Former addresses of a contract: small pages that lead to today's, for ever."""

from __future__ import annotations

from collections.abc import Iterator

from generator.directory.edition import Edition
from generator.site.shell import addresses
from generator.site.shell.templating import render


def former_pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """Site path and HTML of the page at each address that a contract's former ids had."""
    for entry in edition.directory.entries.values():
        for former in entry.contract.former_ids:
            for at in (addresses.contract, addresses.comparison):
                yield f"{at(former)}index.html", _page(edition, at(former), at(entry.id))


def _page(edition: Edition, former: str, today: str) -> str:
    target = addresses.relative(today, former)
    # Without the site's own address, which the repository's example lacks, a relative one is the best known.
    canonical = f"{edition.site_url.rstrip('/')}/{today}" if edition.site_url else target
    return render("contract/former.html.j2", former, {"target": target, "canonical": canonical})

"""The page of the map of every contract, and the map that a région's page holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.directory.edition import Edition
from generator.directory.whereabouts import regions_in_order
from generator.site.map.block import MapScripts, map_html
from generator.site.map.data import (
    COUNTRY,
    map_files,
    national_views,
    region_views,
)
from generator.site.map.interactive_map import InteractiveMap
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.rows import Row, rows
from generator.site.shell.search_meta import search_meta
from generator.site.text import french


@dataclass(frozen=True, slots=True)
class _Section:
    address: str
    name: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class MapView:
    """What `page.md.j2` prints."""

    head: Head
    finder: Markup
    on: date
    total: int
    map: Markup
    sections: list[_Section]


def map_view(edition: Edition, finder: Markup) -> MapView:
    """What is shown on the map of all contracts, with the same information as a list."""
    directory = edition.directory
    entries = directory.entries.values()
    return MapView(
        head=Head(
            title="Carte",
            description=french.typography(
                f"Carte des {french.plural(len(entries), 'contrat local', 'contrats locaux')} de santé "
                "en France : périmètre, statut et période de chacun, et la même information en liste."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        finder=finder,
        on=edition.on,
        total=len(entries),
        map=map_html(_national_map(edition), addresses.MAP),
        sections=_sections(edition),
    )


def region_map(edition: Edition, slug: str, page_address: str) -> Markup:
    """The HTML block of a région's map, for the page at `page_address`."""
    return map_html(_region_map(edition, slug), page_address)


def map_script_sets(edition: Edition) -> Iterator[MapScripts]:
    """The script of each map."""
    maps = [
        _national_map(edition),
        *(_region_map(edition, slug) for slug in edition.directory.regions),
    ]
    yield MapScripts(tuple((map_.files, map_.views[0].bounds) for map_ in maps))


def _national_map(edition: Edition) -> InteractiveMap:
    directory = edition.directory
    return InteractiveMap(
        "Carte des contrats locaux de santé",
        map_files(COUNTRY),
        national_views(directory),
        edition.counts(directory.entries.values()),
    )


def _region_map(edition: Edition, slug: str) -> InteractiveMap:
    directory = edition.directory
    region = directory.regions[slug]
    official = directory.reference.regions[region.region.insee_code]
    return InteractiveMap(
        french.typography(f"Carte des contrats locaux de santé {official.within}"),
        map_files(slug),
        region_views(directory, region),
        edition.counts(directory.of_region(slug)),
    )


def _sections(edition: Edition) -> list[_Section]:
    directory = edition.directory
    return [
        _Section(
            addresses.region(region.slug),
            region.region.name,
            rows(edition, directory.of_region(region.slug)),
        )
        for region in regions_in_order(directory)
    ]

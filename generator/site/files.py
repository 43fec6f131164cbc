"""The heart: a Directory and a day in, every generated file of the site out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.model.vocabulary import AXES, THEMES
from generator.site.actions.view import actions_page
from generator.site.axes.theme import theme_page
from generator.site.axes.view import axes_page, axis_page
from generator.site.comparison.view import compare_files, compare_page, comparison_page
from generator.site.contract.view import contract_page
from generator.site.deadlines.calendars import calendar_files
from generator.site.deadlines.view import deadlines_page
from generator.site.explorer.view import contracts_page
from generator.site.figures.view import figures_page
from generator.site.finder.form import finder_files
from generator.site.home.view import home_page
from generator.site.map.block import vendor_files
from generator.site.map.view import map_data_files, map_page, map_script_files
from generator.site.regions.departement import departement_page
from generator.site.regions.view import region_page, regions_page
from generator.site.shell import addresses
from generator.site.shell.assets import room_assets


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A generated file: its path in the documentation's folder, and its content."""

    path: str
    content: str | bytes


def site_files(
    directory: Directory, on: date, repository: str, site_url: str = ""
) -> Iterator[SiteFile]:
    """Every page (Markdown) and data file of the site, on the day `on`.

    Reads no clock, network nor file but the packed reference and our own assets. `repository` is the
    address where readers propose corrections; `site_url` is the site's own, for the calendars.
    """
    edition = Edition(directory, on, repository.rstrip("/"))
    for address, content in _pages(edition):
        yield SiteFile(addresses.source_of(address), content)
    for path, text in map_data_files(edition):
        yield SiteFile(path, text)
    for path, text in map_script_files(edition):
        yield SiteFile(path, text)
    for path, text in compare_files(edition):
        yield SiteFile(path, text)
    for path, text in finder_files(edition):
        yield SiteFile(path, text)
    for path, data in calendar_files(edition, site_url):
        yield SiteFile(path, data)
    for path, data in vendor_files():
        yield SiteFile(path, data)
    for path, data in room_assets():
        yield SiteFile(path, data)


def _pages(edition: Edition) -> Iterator[tuple[str, str]]:
    directory = edition.directory
    yield addresses.HOME, home_page(edition)
    yield addresses.MAP, map_page(edition)
    yield addresses.CONTRACTS, contracts_page(edition)
    for entry in directory.entries.values():
        yield addresses.contract(entry.id), contract_page(edition, entry)
    yield addresses.REGIONS, regions_page(edition)
    for region in directory.regions.values():
        yield addresses.region(region.slug), region_page(edition, region)
    for code, departement in directory.reference.departements.items():
        if directory.of_departement(code):
            yield addresses.departement(departement), departement_page(edition, departement)
    yield addresses.AXES, axes_page(edition)
    for term in AXES.values():
        yield addresses.axis(term.id), axis_page(edition, term)
    yield addresses.ACTIONS, actions_page(edition)
    yield addresses.COMPARE, compare_page(edition)
    for entry in directory.entries.values():
        yield addresses.comparison(entry.id), comparison_page(edition, entry)
    yield addresses.DEADLINES, deadlines_page(edition)
    yield addresses.FIGURES, figures_page(edition)
    for term in THEMES.values():
        yield addresses.theme(term.id), theme_page(edition, term)

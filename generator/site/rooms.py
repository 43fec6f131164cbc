"""The rooms of the site: every kind of page, and every file that scripts fetch or readers download.

A new kind of page is a folder and a line here. What a room shows of another is handed to it here: rooms
do not know each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from generator.directory.directory import Entry, RegionEntry
from generator.directory.edition import Edition
from generator.model.vocabulary import AXES, THEMES
from generator.site.actions.view import actions_view
from generator.site.axes.theme import theme_view
from generator.site.axes.view import axes_view, axis_view
from generator.site.comparison.view import choice_view, compare_sets, comparison_view
from generator.site.contract.former import former_pages
from generator.site.contract.view import contract_view
from generator.site.deadlines.calendars import calendar_sets
from generator.site.deadlines.view import deadlines_view
from generator.site.explorer.view import contracts_view
from generator.site.figures.view import figures_view
from generator.site.finder.form import finder_html, finder_sets
from generator.site.guide.view import file_guide_view, rules_view
from generator.site.home.view import home_view
from generator.site.map.block import SHEET, map_style, vendor_files
from generator.site.map.data import map_data_sets
from generator.site.map.view import map_script_sets, map_view, region_map
from generator.site.regions.departement import departement_view
from generator.site.regions.view import RegionView, region_view, regions_view
from generator.site.room import PageKind, Room, View, single
from generator.site.search.words import word_files
from generator.site.shell import addresses, day
from generator.site.to_complete.view import to_complete_view
from generator.territories.reference import Departement


def _contracts(edition: Edition) -> Iterable[Entry]:
    return edition.directory.entries.values()


def _departements(edition: Edition) -> Iterator[Departement]:
    """Those that have a contract."""
    directory = edition.directory
    for code, departement in directory.reference.departements.items():
        if directory.of_departement(code):
            yield departement


def _region(edition: Edition, region: RegionEntry) -> RegionView:
    map_ = region_map(edition, region.slug, addresses.region(region.slug))
    return region_view(edition, region, map_)


def _with_finder(
    template: str, address: str, view: Callable[[Edition, Markup], View], *styles: str
) -> PageKind:
    """A kind of which there is one page, that is handed the finder."""
    return single(
        template,
        address,
        lambda edition: view(edition, finder_html(edition, address)),
        ("shell/combobox.css", "finder/finder.css", *styles),
    )


ROOMS = (
    Room(
        "home",
        (_with_finder("home/page.md.j2", addresses.HOME, home_view, "home/home.css"),),
        tab="Accueil",
    ),
    Room(
        "map",
        (_with_finder("map/page.md.j2", addresses.MAP, map_view, SHEET),),
        (lambda _: map_style(), lambda _: vendor_files()),
        (map_data_sets, map_script_sets),
        tab="Carte",
    ),
    Room(
        "explorer",
        (
            _with_finder(
                "explorer/page.md.j2", addresses.CONTRACTS, contracts_view, "explorer/explorer.css"
            ),
        ),
        tab="Contrats",
    ),
    Room(
        "contract",
        (
            PageKind(
                "contract/page.md.j2",
                lambda entry: addresses.contract(entry.id),
                contract_view,
                _contracts,
                ("contract/contract.css", "drawing/outlines.css", "drawing/timeline.css"),
            ),
        ),
        (former_pages,),
    ),
    Room(
        "comparison",
        (
            single(
                "comparison/page.md.j2",
                addresses.COMPARE,
                choice_view,
                ("shell/combobox.css", "comparison/table.css", "comparison/comparison.css"),
            ),
            PageKind(
                "comparison/contract.md.j2",
                lambda entry: addresses.comparison(entry.id),
                comparison_view,
                _contracts,
                (
                    "drawing/outlines.css",
                    "comparison/table.css",
                    "comparison/sheet.css",
                    day.STYLE,
                ),
            ),
        ),
        sets=(compare_sets,),
        tab="Comparer",
    ),
    Room(
        "regions",
        (
            single(
                "regions/page.md.j2",
                addresses.REGIONS,
                regions_view,
                ("drawing/outlines.css", "regions/regions.css"),
            ),
            PageKind(
                "regions/region.md.j2",
                lambda region: addresses.region(region.slug),
                _region,
                lambda edition: edition.directory.regions.values(),
                ("drawing/timeline.css", SHEET, day.STYLE),
            ),
            PageKind(
                "regions/departement.md.j2",
                addresses.departement,
                departement_view,
                _departements,
                ("drawing/outlines.css", day.STYLE),
            ),
        ),
        tab="Régions",
    ),
    Room(
        "axes",
        (
            single("axes/page.md.j2", addresses.AXES, axes_view),
            PageKind(
                "axes/axis.md.j2",
                lambda term: addresses.axis(term.id),
                axis_view,
                lambda _: AXES.values(),
            ),
            PageKind(
                "axes/theme.md.j2",
                lambda term: addresses.theme(term.id),
                theme_view,
                lambda _: THEMES.values(),
            ),
        ),
        tab="Axes",
    ),
    Room(
        "actions",
        (
            single(
                "actions/page.md.j2",
                addresses.ACTIONS,
                actions_view,
                ("explorer/explorer.css", "actions/actions.css"),
            ),
        ),
        tab="Actions",
    ),
    Room(
        "deadlines",
        (single("deadlines/page.md.j2", addresses.DEADLINES, deadlines_view),),
        sets=(calendar_sets,),
        tab="Échéances",
    ),
    Room(
        "figures",
        (
            single(
                "figures/page.md.j2",
                addresses.FIGURES,
                figures_view,
                ("drawing/charts.css", "figures/figures.css"),
            ),
        ),
        tab="Chiffres",
    ),
    Room(
        "to_complete",
        (single("to_complete/page.md.j2", addresses.TO_COMPLETE, to_complete_view),),
    ),
    Room(
        "guide",
        (
            single(
                "guide/file.md.j2",
                addresses.FILE_GUIDE,
                lambda _: file_guide_view(),
                ("guide/guide.css",),
            ),
            single(
                "guide/rules.md.j2", addresses.RULES, lambda _: rules_view(), ("guide/guide.css",)
            ),
        ),
    ),
    Room("search", files=(word_files,)),
    Room("finder", sets=(finder_sets,)),
)
"""In the order of the navigation's tabs."""


def tabs() -> list[tuple[str, str]]:
    """The navigation's tabs that are rooms: label, and Markdown file of the first page."""
    return [
        (room.tab, addresses.source_of(room.pages[0].address(None))) for room in ROOMS if room.tab
    ]

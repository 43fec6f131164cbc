"""The index of régions and the page of each one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.directory.directory import Entry, RegionEntry
from generator.directory.edition import Edition
from generator.directory.in_force import InForce, in_force
from generator.directory.whereabouts import place_name, places_of_region, regions_in_order
from generator.model.period import Period
from generator.model.region import Region
from generator.site.drawing.drawing import Drawing, Ground
from generator.site.drawing.outlines import Layer
from generator.site.drawing.timeline import region_timeline
from generator.site.regions.statements import (
    CensusLine,
    Statement,
    brief_census,
    census_lines,
    statements,
)
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.in_force import Numbers, in_force_numbers
from generator.site.shell.rows import Row, rows
from generator.site.shell.search_meta import search_meta
from generator.site.shell.templating import Page
from generator.site.text import french
from generator.territories.places import OVERSEAS_REGIONS


@dataclass(frozen=True, slots=True)
class _RegionRow:
    address: str
    name: str
    agency: str
    total: int
    census: str
    """What others count, briefly; empty where nobody is known to."""
    today: InForce


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    anchor: str
    address: str | None
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """What `page.md.j2` prints."""

    head: Head
    on: date
    rows: list[_RegionRow]
    mainland: Drawing
    overseas: list[tuple[str, Drawing]]


def regions_view(edition: Edition) -> RegionsView:
    """What is shown on the index of régions."""
    regions = regions_in_order(edition.directory)
    return RegionsView(
        head=Head(
            title="Les régions",
            description=french.typography(
                "Les contrats locaux de santé région par région : combien sont recensés, combien sont en "
                "cours ou vraisemblablement en cours, combien d’habitants ils couvrent."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        on=edition.on,
        rows=[_region_row(edition, region) for region in regions],
        mainland=_regions_drawing(edition, "Les régions de métropole", overseas=False),
        overseas=[
            (region.region.name, _regions_drawing(edition, region.region.name, only=region))
            for region in regions
            if region.region.insee_code in OVERSEAS_REGIONS
        ],
    )


@dataclass(frozen=True, slots=True)
class RegionView:
    """What `region.md.j2` prints."""

    head: Head
    region: Region
    path: str
    within: str
    numbers: Numbers
    total: int
    census: list[CensusLine]
    statements: list[Statement]
    map: Markup
    timeline: Markup
    project_period: str | None
    sections: list[_Section]
    correction_url: str


def region_view(edition: Edition, region: RegionEntry, map_: Markup) -> RegionView:
    """What is shown on a région's page."""
    directory = edition.directory
    entries = directory.of_region(region.slug)
    official = directory.reference.regions[region.region.insee_code]
    today = in_force(edition, entries, places_of_region(directory, region))
    project = region.region.health_project
    return RegionView(
        head=Head(
            title=region.region.name,
            description=french.typography(
                f"Les contrats locaux de santé {official.within} : {french.plural(len(entries), 'contrat')} "
                f"sur la carte et par département, {region.region.agency.name}, axes, sources."
            ),
            search=search_meta(
                kind="region",
                territory=region.region.agency.name,
                regions=[region.region.name],
            ),
        ),
        region=region.region,
        path=region.path,
        within=official.within,
        numbers=in_force_numbers(today, len(entries), "de la région"),
        total=len(entries),
        census=census_lines(region.region),
        statements=statements(region.region),
        map=map_,
        timeline=region_timeline(edition, region.slug),
        project_period=french.period(Period(project.start, project.end)) if project else None,
        sections=_sections(edition, region, entries),
        correction_url=edition.edit_url(region.path),
    )


def _regions_drawing(
    edition: Edition, title: str, *, overseas: bool = True, only: RegionEntry | None = None
) -> Drawing:
    """An inline SVG of régions, each a link to its page: all but the overseas ones, or just one."""
    shown = [only] if only else regions_in_order(edition.directory)
    page = Page(addresses.REGIONS)
    layers = []
    for region in shown:
        code = region.region.insee_code
        if code in OVERSEAS_REGIONS and not overseas:
            continue
        total = french.plural(len(edition.directory.of_region(region.slug)), "contrat")
        layers.append(
            Layer(
                "dessin__region",
                (Ground("region", (code,)),),
                f"{region.region.name} : {total}",
                page.href(addresses.region(region.slug)),
                "" if only else region.region.name,
            )
        )
    return Drawing(title, tuple(layers), edition.directory.grounds)


def _region_row(edition: Edition, region: RegionEntry) -> _RegionRow:
    directory = edition.directory
    entries = directory.of_region(region.slug)
    return _RegionRow(
        address=addresses.region(region.slug),
        name=region.region.name,
        agency=region.region.agency.name,
        total=len(entries),
        census=brief_census(region.region),
        today=in_force(edition, entries, places_of_region(directory, region)),
    )


def _sections(edition: Edition, region: RegionEntry, entries: list[Entry]) -> list[_Section]:
    directory = edition.directory
    sections = []
    for code in places_of_region(directory, region):
        departement = directory.reference.departements.get(code)
        touching = [entry for entry in entries if code in entry.territory.departements]
        name = place_name(directory, code)
        sections.append(
            _Section(
                title=f"{name} ({code})",
                anchor=f"dep-{code.lower()}",
                address=addresses.departement(departement) if departement and touching else None,
                rows=rows(edition, touching),
            )
        )
    return sections

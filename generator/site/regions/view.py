"""The index of régions and the page of each one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.directory.directory import Directory, Entry, RegionEntry
from generator.directory.edition import Edition
from generator.directory.whereabouts import place_name
from generator.model.period import Period
from generator.site.drawing.outlines import Layer, draw
from generator.site.drawing.timeline import region_timeline
from generator.site.map.view import region_map
from generator.site.shell import addresses
from generator.site.shell.rows import Row, rows
from generator.site.shell.search_meta import search_meta
from generator.site.shell.templating import Page, render
from generator.site.text import french
from generator.territories.text_keys import fold

OVERSEAS = frozenset({"01", "02", "03", "04", "06"})
"""INSEE codes of the five overseas régions, each drawn by itself."""


@dataclass(frozen=True, slots=True)
class _RegionRow:
    address: str
    name: str
    agency: str
    total: int
    current: int
    population: int
    share: float | None
    """Percentage of the région's inhabitants."""


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    anchor: str
    address: str | None
    rows: list[Row]


def regions_page(edition: Edition) -> str:
    """The Markdown of the index of régions."""
    regions = edition.directory.regions.values()
    context = {
        "description": french.typography(
            "Les contrats locaux de santé région par région : combien sont recensés, combien sont en "
            "cours, combien d’habitants ils couvrent."
        ),
        "on": edition.on,
        "recherche": search_meta(kind="liste"),
        "rows": [_region_row(edition, region) for region in _in_order(regions)],
        "mainland": _regions_drawing(edition, "Les régions de métropole", overseas=False),
        "overseas": [
            (region.region.name, _regions_drawing(edition, region.region.name, only=region))
            for region in _in_order(regions)
            if region.region.insee_code in OVERSEAS
        ],
    }
    return render("regions/page.md.j2", addresses.REGIONS, context)


def region_page(edition: Edition, region: RegionEntry) -> str:
    """The Markdown of a région's page."""
    directory = edition.directory
    entries = directory.of_region(region.slug)
    official = directory.reference.regions[region.region.insee_code]
    line = _region_row(edition, region)
    project = region.region.health_project
    address = addresses.region(region.slug)
    context = {
        "description": french.typography(
            f"Les contrats locaux de santé {official.within} : {french.plural(len(entries), 'contrat')} "
            f"sur la carte et par département, {region.region.agency.name}, axes, sources."
        ),
        "region": region.region,
        "recherche": search_meta(
            kind="region",
            territory=region.region.agency.name,
            regions=[region.region.name],
        ),
        "path": region.path,
        "within": official.within,
        "on": edition.on,
        "numbers": [
            (french.number(line.total), "contrats recensés"),
            (french.number(line.current), "contrats en cours"),
            (french.number(line.population), "habitants couverts par un contrat en cours"),
            (
                f"{french.decimal(line.share or 0, 0)}{french.NBSP}%",
                "de la population de la région",
            ),
        ],
        "map": region_map(edition, region.slug, address),
        "timeline": region_timeline(edition, region.slug),
        "project_period": project and french.period(Period(project.start, project.end)),
        "sections": _sections(edition, region, entries),
        "correction_url": f"{edition.repository}/edit/main/{region.path}",
    }
    return render("regions/region.md.j2", address, context)


def _regions_drawing(
    edition: Edition, title: str, *, overseas: bool = True, only: RegionEntry | None = None
) -> Markup:
    """An inline SVG of régions, each a link to its page: all but the overseas ones, or just one."""
    shown = [only] if only else _in_order(edition.directory.regions.values())
    page = Page(addresses.REGIONS)
    outlines = edition.directory.shapes.regions()
    layers = []
    for region in shown:
        code = region.region.insee_code
        if code in OVERSEAS and not overseas:
            continue
        total = french.plural(len(edition.directory.of_region(region.slug)), "contrat")
        layers.append(
            Layer(
                "dessin__region",
                [outlines[code]],
                f"{region.region.name} : {total}",
                page.href(addresses.region(region.slug)),
                "" if only else region.region.name,
            )
        )
    return draw(title, layers)


def _in_order(regions: Iterable[RegionEntry]) -> list[RegionEntry]:
    return sorted(regions, key=lambda entry: fold(entry.region.name))


def _region_row(edition: Edition, region: RegionEntry) -> _RegionRow:
    directory = edition.directory
    entries = directory.of_region(region.slug)
    current = edition.in_force(entries)
    codes = _place_codes(directory, region)
    covered = directory.coverage(current, codes).population
    everyone = directory.everyone(codes).population
    return _RegionRow(
        address=addresses.region(region.slug),
        name=region.region.name,
        agency=region.region.agency.name,
        total=len(entries),
        current=len(current),
        population=covered,
        share=100 * covered / everyone if everyone else None,
    )


def _place_codes(directory: Directory, region: RegionEntry) -> list[str]:
    """Codes of the région's départements, then of the overseas collectivités its ARS serves."""
    departements = [
        code
        for code, departement in directory.reference.departements.items()
        if departement.region == region.region.insee_code
    ]
    return [*departements, *region.region.overseas]


def _sections(edition: Edition, region: RegionEntry, entries: list[Entry]) -> list[_Section]:
    directory = edition.directory
    sections = []
    for code in _place_codes(directory, region):
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

"""The page of figures: each with its formula, its date, its limits and the list behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.directory import figures
from generator.directory.carrier import CARRIER_KINDS, SEVERAL, UNKNOWN
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.figures import Partition, Tally
from generator.directory.whereabouts import place_name, places_of_region, regions_in_order
from generator.model.vocabulary import AXES, ORGANISATIONS, STATUSES, THEMES, Family
from generator.site.drawing.charts import PATTERNS, Bar, bar_chart, bar_svg, chart_table
from generator.site.figures.completeness import Completeness, completeness
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.search_meta import search_meta
from generator.site.shell.templating import Page
from generator.site.text import french
from generator.territories.text_keys import fold

_SIGNED = ",".join(
    id_
    for id_, term in STATUSES.items()
    if term.family not in (Family.IN_PREPARATION, Family.LOST_FROM_SIGHT)
)
"""Statuses of signed contracts, as the list's address takes them."""


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Contracts by axis and région."""

    columns: list[tuple[str, str]]
    """Address and label of each axis."""
    rows: list[tuple[str, str, list[int], int]]
    """Address and name of each région, contracts by axis, contracts with an axis."""


@dataclass(frozen=True, slots=True)
class _Coverage:
    country: Partition
    patterns: Markup
    by_region: Markup
    by_place: Markup


@dataclass(frozen=True, slots=True)
class _Dates:
    signed: Tally
    lengths: Tally
    signed_chart: Markup
    lengths_chart: Markup


@dataclass(frozen=True, slots=True)
class _Organisations:
    carriers: Tally
    carriers_matched: int
    carriers_chart: Markup
    signatories: Tally
    signatories_chart: Markup


@dataclass(frozen=True, slots=True)
class _Subjects:
    axes: Tally
    axes_chart: Markup
    themes: Tally
    themes_chart: Markup
    themes_absent: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What `page.md.j2` prints."""

    head: Head
    on: date
    total: int
    coverage: _Coverage
    dates: _Dates
    organisations: _Organisations
    subjects: _Subjects
    matrix: _Matrix
    completeness: Completeness


def figures_view(edition: Edition) -> FiguresView:
    """What is shown on the page."""
    entries = list(edition.directory.entries.values())
    page = Page(addresses.FIGURES)
    return FiguresView(
        head=Head(
            title="Les chiffres",
            description=french.typography(
                "Les contrats locaux de santé en chiffres : habitants et communes couverts, signatures par "
                "année, durées, porteurs, signataires, axes, thèmes, et ce que les données ne disent pas."
            ),
            search=search_meta(kind="liste"),
        ),
        on=edition.on,
        total=len(entries),
        coverage=_coverage(edition, page),
        dates=_dates(entries, page),
        organisations=_organisations(entries, page),
        subjects=_subjects(entries, page),
        matrix=_matrix(edition),
        completeness=completeness(edition, entries),
    )


def _coverage(edition: Edition, page: Page) -> _Coverage:
    directory = edition.directory
    places = figures.coverage_by_place(directory, edition.statuses)
    regions = [
        (region, places_of_region(directory, region)) for region in regions_in_order(directory)
    ]
    region_rows = [
        (
            page.anchor(addresses.region(region.slug), region.region.name),
            figures.together(places[code] for code in codes),
            len(directory.of_region(region.slug)),
        )
        for region, codes in regions
    ]
    country = figures.together(partition for _, partition, _ in region_rows)
    place_rows = [
        (_place(edition, page, code), places[code], len(directory.of_departement(code)))
        for code in sorted(code for _, codes in regions for code in codes)
    ]
    return _Coverage(
        country=country,
        patterns=PATTERNS,
        by_region=_partition_chart("Habitants par région", "Région", region_rows),
        by_place=_partition_chart(
            "Habitants par département", "Département ou collectivité", place_rows
        ),
    )


def _place(edition: Edition, page: Page, code: str) -> str | Markup:
    """The département's name, with a link where it has a page."""
    directory = edition.directory
    label = f"{place_name(directory, code)} ({code})"
    departement = directory.reference.departements.get(code)
    if departement is None or not directory.of_departement(code):
        return label
    return page.anchor(addresses.departement(departement), label)


def _partition_chart(
    caption: str, head: str, rows: Sequence[tuple[str | Markup, Partition, int]]
) -> Markup:
    heads = (
        head,
        "Habitants",
        "sous un contrat en cours",
        "vraisemblablement en cours seulement",
        "échéance inconnue seulement",
        "aucun des trois",
        "Communes en cours, sur toutes",
        "Contrats recensés",
    )
    return chart_table(caption, heads, [_partition_row(*row) for row in rows])


def _partition_row(
    label: str | Markup, partition: Partition, contracts: int
) -> tuple[str | Markup, list[str], Markup]:
    everyone = partition.everyone
    parts = (partition.current, partition.likely, partition.unknown_end, partition.none)
    shares = [part.population / (everyone.population or 1) for part in parts]
    cells = [french.number(everyone.population), *(french.percent(share) for share in shares)]
    cells.append(
        f"{french.number(partition.current.communes)} / {french.number(everyone.communes)}"
    )
    # What the shares rest on: where few contracts are known, they say little of the place.
    cells.append(french.number(contracts))
    return label, cells, bar_svg(shares[:3])


def _narrowed(page: Page, facet: str, value: str, label: str) -> Markup:
    """A link to the list of contracts, narrowed to those that have this value."""
    return page.anchor(f"{addresses.CONTRACTS}?{facet}={value}", label)


def _dates(entries: Sequence[Entry], page: Page) -> _Dates:
    years, lengths = figures.signature_years(entries), figures.lengths(entries)
    return _Dates(
        signed=years,
        lengths=lengths,
        signed_chart=_tally_chart(
            "Contrats par année de signature",
            "Année",
            years,
            {year: _narrowed(page, "signature", year, year) for year in years.counts},
        ),
        lengths_chart=_tally_chart(
            "Contrats par durée",
            "Durée",
            lengths,
            {years: _length(int(years)) for years in lengths.counts},
        ),
    )


def _length(years: int) -> str:
    return french.plural(years, "an") if years else "moins d’un an"


def _organisations(entries: Sequence[Entry], page: Page) -> _Organisations:
    carriers, matched = figures.carrier_kinds(entries)
    signatories = figures.signatory_kinds(entries)
    return _Organisations(
        carriers=carriers,
        carriers_matched=matched,
        carriers_chart=_tally_chart(
            "Contrats par type de porteur",
            "Type de porteur",
            carriers,
            {
                id_: _narrowed(page, "porteur", id_, term.label)
                for id_, term in CARRIER_KINDS.items()
            },
            by_frequency=True,
        ),
        signatories=signatories,
        signatories_chart=_tally_chart(
            "Contrats par type de signataire nommé",
            "Type d’organisme",
            signatories,
            {
                id_: _narrowed(page, "signataire", f"{id_}&amp;statut={_SIGNED}", term.label)
                for id_, term in ORGANISATIONS.items()
            },
            by_frequency=True,
        ),
    )


def _subjects(entries: Sequence[Entry], page: Page) -> _Subjects:
    axes, themes = figures.axes(entries), figures.themes(entries)
    actions = figures.actions_by_theme(entries)
    ordered = sorted(themes.counts, key=lambda id_: (-themes.counts[id_], fold(THEMES[id_].label)))
    return _Subjects(
        axes=axes,
        axes_chart=_tally_chart(
            "Contrats par axe national ou transversal",
            "Axe",
            axes,
            {id_: page.anchor(addresses.axis(id_), term.label) for id_, term in AXES.items()},
            by_frequency=True,
        ),
        themes=themes,
        themes_chart=bar_chart(
            "Contrats et actions par thème",
            ("Thème", "Contrats", "Actions citées"),
            [
                Bar(
                    page.anchor(addresses.theme(id_), THEMES[id_].label),
                    themes.counts[id_],
                    (french.number(themes.counts[id_]), french.number(actions[id_])),
                )
                for id_ in ordered
            ],
        ),
        themes_absent=french.enumerate_words(
            [term.label for id_, term in THEMES.items() if id_ not in themes.counts]
        ),
    )


def _tally_chart(
    caption: str,
    head: str,
    tally: Tally,
    labels: Mapping[str, str | Markup],
    *,
    by_frequency: bool = False,
) -> Markup:
    ids = list(tally.counts)
    if by_frequency:
        ids.sort(key=lambda id_: (id_ in {SEVERAL, UNKNOWN}, -tally.counts[id_]))
    bars = [
        Bar(
            labels.get(id_, id_),
            tally.counts[id_],
            (french.number(tally.counts[id_]), french.percent(tally.counts[id_] / tally.known)),
        )
        for id_ in ids
    ]
    return bar_chart(caption, (head, "Contrats", "Part"), bars)


def _matrix(edition: Edition) -> _Matrix:
    directory = edition.directory
    rows = []
    for region in regions_in_order(directory):
        tally = figures.axes(directory.of_region(region.slug))
        counts = [tally.counts.get(id_, 0) for id_ in AXES]
        rows.append((addresses.region(region.slug), region.region.name, counts, tally.known))
    return _Matrix(
        [(addresses.axis(id_), term.label) for id_, term in AXES.items()],
        rows,
    )

"""Time lines of contracts: a table whose rows hold a bar, inline SVG made at build.

The words of a row say all that its bar shows, so the drawing is hidden from screen readers. Places
along a bar are percentages: the drawing takes any width, and its text keeps the page's size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.model.period import EndOrigin, initial_period
from generator.model.vocabulary import STATUSES
from generator.site.drawing.spans import Span, spans
from generator.site.shell import addresses
from generator.site.shell.escaping import safe
from generator.site.shell.templating import Page
from generator.site.text import french
from generator.site.text.status import dates

LABELS = 6
"""About how many years are written above the bars: more would touch on a phone."""

_WEDGES = {"debut": "M0 1L2 0V2z", "fin": "M0 0L2 1 0 2z"}
_LEGEND = {
    "debut": "bout effilé : date connue au mois ou à l’année près",
    "fin": "bout effilé : date connue au mois ou à l’année près",
    "avenant-fin": "bout effilé : date connue au mois ou à l’année près",
    "avenant": "partie claire : prolongation par avenant",
    "inconnue-fin": "pointillé et « ? » : fin inconnue",
    "inconnu-debut": "pointillé et « ? » : début inconnu",
    "vu": "rond : vu en préparation à cette date",
}


@dataclass(frozen=True, slots=True)
class _Line:
    entry: Entry
    status: str
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Whole years side by side over the width of a bar."""

    first: int
    years: int

    @classmethod
    def of(cls, lines: Iterable[_Line], on: date) -> _Scale:
        years = {
            day.year for line in lines for span in line.spans for day in (span.start, span.end)
        }
        first = min(years | {on.year})
        return cls(first, max(years | {on.year}) - first + 1)

    def at(self, day: date) -> float:
        """Percentage of the width."""
        length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
        part = (day - date(day.year, 1, 1)).days / length
        return 100 * (day.year - self.first + part) / self.years


def chain_timeline(edition: Edition, entry: Entry) -> Markup:
    """The successive contracts of the territory of `entry`, for its page; empty if it has one alone."""
    chain = edition.directory.chain(entry)
    lines = [_line(edition, step) for step in sorted(chain, key=_begins)]
    dated = [line for line in lines if line.spans]
    if len(dated) < 2:
        return Markup("")
    page = Page(addresses.contract(entry.id))
    return _table(edition, page, "Les contrats de ce territoire dans le temps", [lines], entry)


def region_timeline(edition: Edition, slug: str) -> Markup:
    """The contracts of a région, those of one territory together, for its page; empty without a date."""
    entries = edition.directory.of_region(slug)
    chains: dict[str, list[_Line]] = {}
    for entry in sorted(entries, key=_begins):
        oldest = edition.directory.chain(entry)[0].id
        chains.setdefault(oldest, []).append(_line(edition, entry))
    by_latest = {lines[-1].entry.id: lines for lines in chains.values()}
    latest = edition.in_order(lines[-1].entry for lines in chains.values())
    groups = [[line for line in by_latest[entry.id] if line.spans] for entry in latest]
    dated = [group for group in groups if group]
    if not dated:
        return Markup("")
    page = Page(addresses.region(slug))
    name = edition.directory.regions[slug].region.name
    undated = [entry for entry in edition.in_order(entries) if not spans(entry)]
    caption = f"{name} : les contrats dans le temps, territoire par territoire"
    return _table(edition, page, caption, dated) + _undated(edition, page, undated)


def _line(edition: Edition, entry: Entry) -> _Line:
    return _Line(entry, edition.status(entry), spans(entry, edition.directory.followed_on(entry)))


def _begins(entry: Entry) -> tuple[date, str]:
    return entry.period.first_day or entry.period.last_day or date.max, entry.id


def _table(
    edition: Edition,
    page: Page,
    caption: str,
    groups: Sequence[Sequence[_Line]],
    here: Entry | None = None,
) -> Markup:
    lines = [line for group in groups for line in group]
    scale = _Scale.of(lines, edition.on)
    ground = _ground(scale, edition.on)
    body = Markup("").join(
        Markup("<tbody>\n{}</tbody>\n").format(
            Markup("").join(_row(edition, page, line, scale, ground, here) for line in group)
        )
        for group in groups
    )
    return Markup(
        '<table class="frise">\n<caption>{}</caption>\n'
        '<thead><tr><th scope="col">Contrat</th><th scope="col">'
        '<div class="frise__mots">Statut et dates</div>{}</th></tr></thead>\n'
        '{}</table>\n<p class="precision frise__legende">{}.</p>\n'
    ).format(safe(caption), _years(scale), body, safe(_legend(lines, edition.on)))


def _row(
    edition: Edition, page: Page, line: _Line, scale: _Scale, ground: Markup, here: Entry | None
) -> Markup:
    entry = line.entry
    if here is not None and entry.id == here.id:
        opening = Markup('<tr aria-current="true">')
        name = Markup("<strong>{}</strong> (cette page)").format(safe(edition.name(entry)))
    else:
        opening = Markup("<tr>")
        name = page.anchor(addresses.contract(entry.id), edition.name(entry))
    unsigned = " frise__barre--annonce" if _is_unsigned(entry) else ""
    drawn = "".join(_drawn(span, scale) for span in line.spans)
    # All is escaped, and Markup.format would take three times as long.
    return Markup(
        f'{opening}<th scope="row">{name}</th>'
        f'<td><svg class="frise__barre{unsigned} statut--{line.status}" aria-hidden="true">'
        f"{ground}{drawn}</svg>"
        f'<div class="frise__mots"><span class="statut statut--{line.status}">'
        f"{safe(STATUSES[line.status].label)}</span> {safe(_words(line))}</div></td></tr>\n"
    )


def _is_unsigned(entry: Entry) -> bool:
    return entry.contract.state == "en préparation"


def _words(line: _Line) -> str:
    """All that the bar tells, after the badge of the status."""
    entry = line.entry
    words = dates(line.status, entry)
    if entry.period.end_origin is EndOrigin.AMENDMENT:
        agreed = initial_period(entry.contract).end
        planned = f" (fin prévue d’abord : {french.partial_date(agreed)})" if agreed else ""
        words += f", prolongé par avenant{planned}"
    return words


def _drawn(span: Span, scale: _Scale) -> str:
    x = scale.at(span.start)
    width = scale.at(span.end) - x
    if span.kind == "borne":
        return f'<rect x="{x:.1f}%" y="3" width="3" height="12"/>'
    if span.kind == "vu":
        return f'<circle cx="{x + width / 2:.1f}%" cy="9" r="5"/>'
    if span.kind in {"inconnue-fin", "inconnu-debut"}:
        return _unknown(span.kind, x, width)
    css = ' class="frise__avenant"' if span.kind.startswith("avenant") else ""
    wedge = _WEDGES.get(span.kind.removeprefix("avenant-"))
    if wedge is None:
        return f'<rect{css} x="{x:.1f}%" y="3" width="{width:.1f}%" height="12"/>'
    return (
        f'<svg{css} x="{x:.1f}%" y="3" width="{width:.1f}%" height="12" viewBox="0 0 2 2"'
        f' preserveAspectRatio="none"><path d="{wedge}"/></svg>'
    )


def _unknown(kind: str, x: float, width: float) -> str:
    """A dotted line that fades away from what is known, and a question mark at its far end."""
    third = width / 3
    marks = (1, 2, 3) if kind == "inconnue-fin" else (3, 2, 1)
    dots = "".join(
        f'<line class="frise__inconnu--{mark}" x1="{x + third * place:.1f}%"'
        f' x2="{x + third * (place + 1):.1f}%" y1="9" y2="9"/>'
        for place, mark in enumerate(marks)
    )
    far = x + width if kind == "inconnue-fin" else x
    anchor = "end" if far > 95 else "start" if far < 5 else "middle"
    return f'{dots}<text x="{far:.1f}%" y="14" text-anchor="{anchor}">?</text>'


def _ground(scale: _Scale, on: date) -> Markup:
    """The years behind a bar, and the month of the edition."""
    ticks = "m1 0v1" + "m1-1v1" * (scale.years - 2) if scale.years > 1 else ""
    return Markup(
        '<svg class="frise__ans" viewBox="0 0 {} 1" preserveAspectRatio="none"><path d="M0 0{}"/></svg>'
        '<line class="frise__jour" x1="{:.1f}%" x2="{:.1f}%" y2="18"/>'
    ).format(scale.years, ticks, scale.at(_middle(on)), scale.at(_middle(on)))


def _years(scale: _Scale) -> Markup:
    step = next(step for step in (1, 2, 5, 10, 100) if scale.years <= LABELS * step)
    labels = Markup("").join(
        Markup('<text x="{:.1f}%" y="12">{}</text>').format(scale.at(date(year, 1, 1)), year)
        for year in range(scale.first, scale.first + scale.years)
        # The last year's label would be cut off if its own place is narrow.
        if year % step == 0 and scale.at(date(year, 1, 1)) <= 90
    )
    return Markup('<svg class="frise__axe" aria-hidden="true">{}</svg>').format(labels)


def _legend(lines: Iterable[_Line], on: date) -> str:
    kinds = {span.kind for line in lines for span in line.spans}
    said = list(dict.fromkeys(text for kind, text in _LEGEND.items() if kind in kinds))
    if any(_is_unsigned(line.entry) for line in lines):
        said.append("contour tireté : vu en préparation, ou annoncé")
    said.append(f"trait vertical : {french.month(on)}")
    legend = " ; ".join(said)
    return legend[:1].upper() + legend[1:]


def _middle(on: date) -> date:
    # A day is less than a pixel: the page changes with the month.
    return on.replace(day=15)


def _undated(edition: Edition, page: Page, entries: Sequence[Entry]) -> Markup:
    if not entries:
        return Markup("")
    names = Markup(f"{french.NARROW}; ").join(
        page.anchor(addresses.contract(entry.id), edition.name(entry)) for entry in entries
    )
    return Markup('<p class="precision">Sans aucune date dans les sources{}: {}.</p>\n').format(
        french.NBSP, names
    )

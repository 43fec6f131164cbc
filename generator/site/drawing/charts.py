"""Bar charts as inline SVG, each bar in the row of the table that gives its figures.

The table is the equivalent of the chart, so the bars are hidden from screen readers. Lengths are percentages
of the cell: a bar takes any width without being scaled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.site.shell.escaping import safe

PATTERNS = Markup(
    '<svg class="graphique__motifs" aria-hidden="true" width="0" height="0"><defs>'
    '<pattern id="hachures" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="2" height="5"/></pattern>'
    '<pattern id="points" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<circle cx="3" cy="3" r="1"/></pattern></defs></svg>'
)
"""The hatching of a second part and the dots of a third; once a page that has stacked bars."""

_FILLS = ("", ' fill="url(#hachures)"', ' fill="url(#points)"')


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart."""

    label: str | Markup
    """Text, or a link to the list behind the row."""
    value: float
    figures: Sequence[str]
    """What the columns after the label show, as they are printed."""


def bar_chart(caption: str, heads: Sequence[str], bars: Sequence[Bar]) -> Markup:
    """A table of the bars, the longest filling its cell. `heads`: of the label, then of each figure."""
    longest = max((bar.value for bar in bars), default=0)
    rows = [
        (bar.label, bar.figures, bar_svg([bar.value / longest if longest else 0])) for bar in bars
    ]
    return chart_table(caption, heads, rows)


def chart_table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[tuple[str | Markup, Sequence[str], Markup]],
) -> Markup:
    """A table whose rows are a label, a drawing and figures; `heads`: of the label, then of each figure."""
    head = Markup('<th scope="col">{}</th><td></td>').format(safe(heads[0])) + Markup("").join(
        Markup('<th scope="col" class="nombre">{}</th>').format(safe(title)) for title in heads[1:]
    )
    body = Markup("").join(_row(*row) for row in rows)
    return Markup(
        '<div class="tableau" role="region" aria-label="{}" tabindex="0">\n'
        '<table class="graphique">\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n'
        "<tbody>\n{}</tbody>\n</table>\n</div>"
    ).format(safe(caption), safe(caption), head, body)


def bar_svg(parts: Sequence[float]) -> Markup:
    """A bar of one or more parts end to end, each a share of the whole width: plain, hatched, dotted."""
    drawn = Markup("")
    start = 0.0
    for part, fill in zip(parts, _FILLS, strict=False):
        if part > 0:
            drawn += Markup('<rect x="{:.2f}%" width="{:.2f}%" height="100%"{}/>').format(
                100 * start, 100 * part, Markup(fill)
            )
        start += part
    return Markup('<svg class="graphique__barre" aria-hidden="true">{}</svg>').format(drawn)


def _row(label: str | Markup, figures: Sequence[str], drawing: Markup) -> Markup:
    cells = Markup("").join(
        Markup('<td class="nombre">{}</td>').format(safe(figure)) for figure in figures
    )
    return Markup(
        '<tr><th scope="row">{}</th><td class="graphique__cellule">{}</td>{}</tr>\n'
    ).format(safe(label), drawing, cells)

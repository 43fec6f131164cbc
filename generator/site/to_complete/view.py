"""The list of what contracts lack, the most useful to find first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.model.vocabulary import STATUSES, Family
from generator.site.room import Head
from generator.site.shell.rows import Row, row
from generator.site.shell.search_meta import search_meta
from generator.site.text import french

_SIGNED = "signé"

_OUTCOME = "la suite"
"""What is lacking of a contract lost from sight: whether it was signed."""

_LACKS: Mapping[str, Callable[[Entry], bool]] = {
    "les axes": lambda entry: not entry.contract.axes,
    "la fin": lambda entry: entry.contract.state == _SIGNED and entry.period.end is None,
    "les signataires": lambda entry: (
        entry.contract.state == _SIGNED and not entry.contract.signatories
    ),
    "les actions": lambda entry: not any(True for _ in entry.contract.actions()),
    "un document public": lambda entry: not entry.contract.documents,
    "une deuxième source": lambda entry: len(entry.contract.sources) < 2,
}
"""What a reader would miss, the most missed first, and whether a contract lacks it."""


@dataclass(frozen=True, slots=True)
class _Line:
    contract: Row
    lacks: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class ToCompleteView:
    """What `page.md.j2` prints."""

    head: Head
    on: date
    total: int
    """Contracts looked at, whether they lack something or not."""
    counts: list[tuple[str, int]]
    """What is lacking, and by how many of them."""
    lines: list[_Line]


def to_complete_view(edition: Edition) -> ToCompleteView:
    """What contracts of today lack: those in force first, then those that lack axes, then the most populous.

    Those lost from sight are among them, for somebody may know what became of them; what is over is not.
    """
    entries = edition.directory.entries.values()
    lost = edition.of_family(entries, Family.LOST_FROM_SIGHT)
    looked_at = [*edition.live(entries), *lost]
    lacking = {
        entry.id: [what for what, lacks in _LACKS.items() if lacks(entry)] for entry in looked_at
    }
    for entry in lost:
        lacking[entry.id].insert(0, _OUTCOME)

    def usefulness(entry: Entry) -> tuple[int, bool, int, str]:
        rank = STATUSES[edition.status(entry)].rank
        return rank, bool(entry.contract.axes), -entry.territory.population, entry.id

    return ToCompleteView(
        head=Head(
            title="Ce qui manque",
            description=french.typography(
                "Ce que l’annuaire ne sait pas encore des contrats locaux de santé d’aujourd’hui : "
                "axes, fin, signataires, actions. Chaque ligne mène à la fiche à compléter."
            ),
            search=search_meta(kind="liste"),
            toc=False,
        ),
        on=edition.on,
        total=len(looked_at),
        counts=[
            (what, sum(what in found for found in lacking.values())) for what in (_OUTCOME, *_LACKS)
        ],
        lines=[
            _Line(
                row(edition, entry),
                french.enumerate_words(lacking[entry.id]),
                edition.edit_url(entry.path),
            )
            for entry in sorted(looked_at, key=usefulness)
            if lacking[entry.id]
        ],
    )

"""The list of what contracts lack, the most useful to find first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.model.gaps import Gap, gaps_of
from generator.model.vocabulary import STATUSES, Family
from generator.site.room import Head
from generator.site.shell.rows import Row, row
from generator.site.shell.search_meta import search_meta
from generator.site.text import french

_OUTCOME = "la suite"
"""What is lacking of a contract lost from sight: whether it was signed."""

_WORDS = {
    Gap.AXES: "les axes",
    Gap.END: "la fin",
    Gap.SIGNATORIES: "les signataires",
    Gap.ACTIONS: "les actions",
    Gap.STATE_UNSEEN: "la date de l’état",
    Gap.STATE_STALE: "l’état d’aujourd’hui",
    Gap.MENTION: "une page qui le décrive",
    Gap.SOURCES: "une deuxième source",
}
"""What a reader would miss, the most missed first: what `annuaire check` says to be completed."""

_DOCUMENT = "un document public"


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
    lacking = {entry.id: _lacking(entry, edition.on) for entry in looked_at}
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
            (what, sum(what in found for found in lacking.values()))
            for what in (_OUTCOME, *_WORDS.values(), _DOCUMENT)
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


def _lacking(entry: Entry, on: date) -> list[str]:
    gaps = set(gaps_of(entry.contract, on, is_followed=bool(entry.successors)))
    words = [word for gap, word in _WORDS.items() if gap in gaps]
    return words if entry.contract.documents else [*words, _DOCUMENT]

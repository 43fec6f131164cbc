"""The home page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.in_force import InForce, in_force
from generator.directory.whereabouts import departement_names
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.in_force import covered_words
from generator.site.text import french

LATEST = 8
"""How many of the latest signed contracts the home page shows."""


@dataclass(frozen=True, slots=True)
class _Latest:
    address: str
    name: str
    signed: str
    place: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What `page.md.j2` prints."""

    head: Head
    finder: Markup
    on: date
    total: int
    today: InForce
    covered: str
    """What the inhabitants covered are, in words."""
    counts: list[tuple[str, int]]
    latest: list[_Latest]


def home_view(edition: Edition, finder: Markup) -> HomeView:
    """What is shown on the home page."""
    entries = list(edition.directory.entries.values())
    reference = edition.directory.reference
    today = in_force(edition, entries, [*reference.departements, *reference.collectivites])
    return HomeView(
        head=Head(
            title="Annuaire des contrats locaux de santé",
            description=french.typography(
                f"{len(entries)} contrats locaux de santé de France : qui les signe, pour quoi faire, "
                "jusqu’à quand. Annuaire indépendant, avec ses sources."
            ),
            toc=False,
        ),
        finder=finder,
        on=edition.on,
        total=len(entries),
        today=today,
        covered=covered_words(today),
        counts=list(edition.counts(entries).items()),
        latest=_latest(edition, entries),
    )


def _latest(edition: Edition, entries: list[Entry]) -> list[_Latest]:
    signed = [
        (entry.contract.duration.signature, entry)
        for entry in entries
        if entry.contract.duration.signature
        and entry.contract.duration.signature.first_day <= edition.on
    ]
    # A date known to the day comes before one known to the year only: « 2025 » may be January.
    signed.sort(key=lambda pair: (pair[0].first_day, pair[0].day is not None), reverse=True)
    return [
        _Latest(
            addresses.contract(entry.id),
            edition.name(entry),
            french.when(signature),
            french.enumerate_words(departement_names(edition.directory, entry)),
        )
        for signature, entry in signed[:LATEST]
    ]

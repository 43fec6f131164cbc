"""The calendar feeds: the end of each contract, for the country and for each région."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.once import once_a_contract
from generator.directory.whereabouts import departement_names
from generator.formats.ical import Calendar, CalendarEvent, calendar_file
from generator.model.period import EndOrigin
from generator.site.room import SiteFiles
from generator.site.shell import addresses
from generator.site.text import french

NATIONAL_FEED = "donnees/echeances.ics"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, as a file."""

    path: str
    calendar: Calendar
    on: date
    site_url: str

    def files(self) -> SiteFiles:
        """Its path and content."""
        yield self.path, calendar_file(self.calendar, self.on, self.site_url)


def calendar_sets(edition: Edition) -> Iterator[Feed]:
    """Each feed that has an event: the national one, then one a région."""
    entries = list(edition.directory.entries.values())
    feeds = [(NATIONAL_FEED, "Fins des contrats locaux de santé", entries)]
    for slug, region in edition.directory.regions.items():
        name = f"Fins des contrats locaux de santé : {region.region.name}"
        feeds.append((region_feed(slug), name, edition.directory.of_region(slug)))
    for path, name, ending in feeds:
        if events := feed_events(edition, ending):
            yield Feed(path, _calendar(name, events), edition.on, edition.site_url)


def region_feed(slug: str) -> str:
    """Path of a région's feed."""
    return f"donnees/echeances-{slug}.ics"


def feed_events(edition: Edition, entries: Iterable[Entry]) -> list[CalendarEvent]:
    """One event for each of `entries` that is signed, not replaced, and whose end is known."""
    return [event for entry in entries if (event := _event(edition, entry)) is not None]


def end_remark(entry: Entry) -> str:
    """How the end of a contract is known, where no source writes it as such."""
    remarks = []
    if entry.period.end_origin is EndOrigin.LENGTH:
        remarks.append("déduite de la durée")
    if entry.period.end_origin is EndOrigin.AMENDMENT:
        remarks.append("portée par un avenant")
    if {"duree", "duree.fin", "avenants"}.intersection(entry.contract.to_verify):
        remarks.append("à vérifier")
    return ", ".join(remarks)


def _calendar(name: str, events: list[CalendarEvent]) -> Calendar:
    return Calendar(
        french.typography(name),
        french.typography(
            "Jour où chaque contrat recensé finit, d’après des sources publiques. Annuaire des contrats "
            "locaux de santé, indépendant de l’État."
        ),
        tuple(events),
    )


@once_a_contract
def _event(edition: Edition, entry: Entry) -> CalendarEvent | None:
    end = entry.period.end
    # A contract that another has replaced ends no more.
    if end is None or entry.contract.state != "signé" or edition.status(entry) == "remplace":
        return None
    place = french.enumerate_words(departement_names(edition.directory, entry))
    when = "le" if end.day is not None else "en"
    lines = [
        entry.contract.name,
        f"Période : {french.period(entry.period)}",
        f"Porteur : {entry.contract.carrier}",
        f"Territoire : {place}",
    ]
    if end.day is None:
        lines.append(
            "Le jour n’est pas renseigné : l’événement est placé au dernier jour possible."
        )
    if remark := end_remark(entry):
        lines.append(f"Fin {remark}.")
    return CalendarEvent(
        id=f"echeance-{entry.id}",
        day=end.last_day,
        summary=french.typography(
            f"{edition.name(entry)} : fin {when} {french.partial_date(end)}"
            + ("" if end.day is not None else ", jour non renseigné")
        ),
        description="\n".join(french.typography(line) for line in lines),
        address=addresses.contract(entry.id),
    )

"""What lists and tables of contracts show of each contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.directory import Directory, Entry
from generator.model.contract import Action
from generator.model.vocabulary import THEMES
from generator.site import addresses, french
from generator.site.edition import Edition, short_name
from generator.site.templating import Page, safe


@dataclass(frozen=True, slots=True)
class Row:
    """One contract in a list."""

    entry: Entry
    address: str
    name: str
    place: str
    """Names of the départements (or overseas collectivités) it touches."""
    status: str
    period: str
    carrier: str
    population: int


def row(edition: Edition, entry: Entry) -> Row:
    """The list's view of one contract."""
    return Row(
        entry=entry,
        address=addresses.contract(entry.id),
        name=short_name(entry),
        place=french.enumerate_words(departement_names(edition.directory, entry)),
        status=edition.status(entry),
        period=french.period(entry.period),
        carrier=entry.contract.carrier,
        population=entry.territory.population,
    )


def rows(edition: Edition, entries: Iterable[Entry]) -> list[Row]:
    """The contracts by territory in alphabetical order."""
    return [row(edition, entry) for entry in edition.in_order(entries)]


def departement_names(directory: Directory, entry: Entry) -> list[str]:
    """Names of the départements or overseas collectivités that the contract touches."""
    return [place_name(directory, code) for code in entry.territory.departements]


def region_slugs(edition: Edition, entry: Entry) -> list[str]:
    """Slugs of the régions whose page shows the contract, its own first."""
    directory = edition.directory
    found = (directory.region_of_departement(code) for code in entry.territory.departements)
    return list(dict.fromkeys([entry.region, *(region.slug for region in found if region)]))


def region_names(edition: Edition, entry: Entry) -> list[str]:
    """Names of the régions whose page shows the contract, its own first."""
    return [edition.directory.regions[slug].region.name for slug in region_slugs(edition, entry)]


def place_name(directory: Directory, code: str) -> str:
    """Name of a département or of an overseas collectivité."""
    reference = directory.reference
    if code in reference.departements:
        return reference.departements[code].name
    return reference.collectivites[code].name


def action_details(page: Page, action: Action) -> Markup:
    """Themes, audiences and lead of an action, after its title; nothing where none is known."""
    details = []
    if action.themes:
        links = (
            page.anchor(addresses.theme(theme), THEMES[theme].label, THEMES[theme].definition)
            for theme in action.themes
        )
        details.append(Markup(", ").join(links))
    if action.audiences:
        details.append(safe(f"pour : {', '.join(action.audiences)}"))
    if action.lead:
        details.append(safe(f"pilote : {action.lead}"))
    if not details:
        return Markup("")
    return Markup(' <span class="details">{}</span>').format(Markup("\u202f; ").join(details))

"""The commune finder: the block that pages hold, and the files that it fetches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.directory.directory import Directory, Entry, RegionEntry
from generator.directory.edition import Edition
from generator.directory.once import once_a_contract
from generator.directory.whereabouts import place_name
from generator.model.vocabulary import STATUSES
from generator.site.finder.answers import (
    Agency,
    FinderContract,
    Home,
    PlaceAnswers,
)
from generator.site.finder.epci_answers import EpciAnswers, epci_answers
from generator.site.finder.groups import NOTHING, groups_told
from generator.site.finder.index import ROOT, Area, FinderIndex
from generator.site.finder.nearest import Box, may_be_nearest
from generator.site.shell import addresses
from generator.site.shell.assets import asset, modules_of
from generator.site.shell.templating import Page, environment
from generator.site.text import french, status

_MAIN = "finder/main.js"
_ACCESS = "finder/access.js"

_AROUND = 0.25
"""Degrees around a place within which the ground of all its communes lies."""
_REPORT = f"{addresses.CONTRIBUTE}#signaler"


@dataclass(frozen=True, slots=True)
class _Link:
    code: str
    name: str
    address: str


def finder_html(edition: Edition, page_address: str) -> Markup:
    """The finder, for the page at `page_address`; without script, the list of départements.

    On the home page its scripts come at once, elsewhere after the page's own.
    """
    first = page_address == addresses.HOME
    text = (
        environment()
        .get_template("finder/form.md.j2")
        .render(
            href=Page(page_address).href,
            modules=modules_of(_MAIN) if first else (),
            script=asset(_MAIN if first else _ACCESS),
            files=ROOT,
            places=_places(edition.directory),
            statuses=[[id_, term.label, term.family.value] for id_, term in STATUSES.items()],
            groups=groups_told(),
            nothing=NOTHING,
            report=_REPORT,
        )
    )
    # A blank line would end the HTML block for Markdown.
    return Markup("\n".join(line for line in text.splitlines() if line.strip()))


def finder_sets(edition: Edition) -> Iterator[FinderIndex | PlaceAnswers | EpciAnswers]:
    """Every file that the finder fetches."""
    directory = edition.directory
    yield FinderIndex(_areas(directory), directory.reference)
    entries = _latest_first(edition)
    contracts = [_contract(edition, entry) for entry in entries]
    homes = {code: _home(directory, code) for code in _codes(directory)}
    yield from epci_answers(directory.reference, contracts, homes)
    live = [row for row, contract in enumerate(contracts) if contract.family.live]
    flat = [directory.grounds.flat(contracts[row].communes) for row in live]
    for code in directory.reference.codes_by_departement:
        covering = (
            row for row, entry in enumerate(entries) if code in entry.territory.departements
        )
        near = (live[place] for place in may_be_nearest(flat, _surroundings(directory, code)))
        yield PlaceAnswers(
            code,
            homes[code],
            tuple(contracts[row] for row in sorted({*covering, *near})),
            directory.reference,
            directory.grounds,
        )


def _latest_first(edition: Edition) -> list[Entry]:
    """For an answer tells first what holds today."""
    return sorted(
        edition.in_order(edition.directory.entries.values()),
        key=lambda entry: (entry.period.first_day is not None, entry.period.first_day),
        reverse=True,
    )


@once_a_contract
def _contract(edition: Edition, entry: Entry) -> FinderContract:
    return FinderContract(
        name=french.typography(edition.name(entry)),
        status=edition.status(entry),
        dates=status.dates(edition.status(entry), entry),
        address=addresses.contract(entry.id),
        communes=entry.territory.communes,
    )


def _surroundings(directory: Directory, code: str) -> Box | None:
    """A box around the communes of a place, whatever commune holds their ground; degrees."""
    bounds = directory.shapes.bounds(code)
    if bounds is None:
        return None
    west, south, east, north = bounds
    return west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND


def _codes(directory: Directory) -> list[str]:
    return [*directory.reference.departements, *directory.reference.collectivites]


def _home(directory: Directory, code: str) -> Home:
    region = directory.region_of_departement(code)
    name = french.typography(place_name(directory, code))
    if region is None:
        return Home(name, None, None, None, None)
    agency = region.region.agency
    return Home(
        departement=name,
        address=_address(directory, code, region),
        region=french.typography(region.region.name),
        region_address=addresses.region(region.slug),
        agency=Agency(french.typography(agency.name), agency.site, agency.cls_page),
    )


def _address(directory: Directory, code: str, region: RegionEntry) -> str:
    """The page of the département, else its part of the région's page."""
    departement = directory.reference.departements.get(code)
    if departement is not None and directory.of_departement(code):
        return addresses.departement(departement)
    return f"{addresses.region(region.slug)}#dep-{code.lower()}"


def _places(directory: Directory) -> list[_Link]:
    """Départements, and the overseas collectivités that an ARS serves, by code."""
    places = []
    for code in _codes(directory):
        region = directory.region_of_departement(code)
        if region is not None:
            address = _address(directory, code, region)
            places.append(_Link(code, place_name(directory, code), address))
    return sorted(places, key=lambda place: place.code)


def _areas(directory: Directory) -> tuple[Area, ...]:
    reference = directory.reference
    departements = (
        Area(f"D{place.code}", place.name, _people(directory, place.code), place.address)
        for place in _places(directory)
    )
    regions = (
        Area(
            f"R{entry.region.insee_code}",
            entry.region.name,
            sum(
                _people(directory, code)
                for code, departement in reference.departements.items()
                if departement.region == entry.region.insee_code
            ),
            addresses.region(entry.slug),
        )
        for entry in directory.regions.values()
    )
    return (*departements, *regions)


def _people(directory: Directory, code: str) -> int:
    """Inhabitants of a département or overseas collectivité."""
    return directory.everyone([code]).population

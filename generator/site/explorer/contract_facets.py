"""By what the list of contracts can be narrowed."""

from __future__ import annotations

from collections.abc import Iterable

from generator.directory.carrier import CARRIER_KINDS
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.whereabouts import place_name, region_slugs, regions_in_order
from generator.model.vocabulary import AXES, ORGANISATIONS, STATUSES, THEMES
from generator.site.shell.facets import Dimension, by_label
from generator.site.text import french

_PEOPLE = (
    (20_000, "moins de 20 000 habitants"),
    (50_000, "de 20 000 à 50 000"),
    (100_000, "de 50 000 à 100 000"),
    (300_000, "de 100 000 à 300 000"),
)
_MOST_PEOPLE = "300 000 et plus"
_UNKNOWN = "inconnu"


def contract_dimensions(edition: Edition, entries: Iterable[Entry]) -> list[Dimension[Entry]]:
    """The facets of the explorer, over the given contracts."""
    entries = list(entries)
    return [
        Dimension(
            "statut",
            "Statut",
            lambda entry: [edition.status(entry)],
            {term.id: term.label for term in STATUSES.values()},
        ),
        Dimension(
            "region",
            "Région",
            lambda entry: region_slugs(edition.directory, entry),
            {region.slug: region.region.name for region in regions_in_order(edition.directory)},
        ),
        Dimension(
            "departement",
            "Département",
            lambda entry: entry.territory.departements,
            _departement_labels(edition, entries),
        ),
        Dimension(
            "axe",
            "Axe",
            lambda entry: entry.contract.national_axes(),
            {term.id: term.label for term in AXES.values()},
        ),
        Dimension(
            "theme",
            "Thème d’une action",
            lambda entry: {
                theme for _, action in entry.contract.actions() for theme in action.themes
            },
            by_label({term.id: term.label for term in THEMES.values()}),
        ),
        Dimension(
            "porteur",
            "Type de porteur",
            lambda entry: [edition.surroundings.comparables.measures[entry.id].carrier],
            {term.id: term.label for term in CARRIER_KINDS.values()},
        ),
        Dimension(
            "signataire",
            "Signataire",
            lambda entry: {organisation.kind for organisation in entry.contract.signatories},
            {term.id: term.label for term in ORGANISATIONS.values()},
        ),
        Dimension("signature", "Année de signature", _signed, _year_labels(entries)),
        Dimension("habitants", "Population", _people, _people_labels()),
    ]


def _departement_labels(edition: Edition, entries: Iterable[Entry]) -> dict[str, str]:
    codes = {code for entry in entries for code in entry.territory.departements}
    return {code: f"{place_name(edition.directory, code)} ({code})" for code in sorted(codes)}


def _signed(entry: Entry) -> list[str]:
    signature = entry.contract.duration.signature
    return [str(signature.year) if signature else _UNKNOWN]


def _year_labels(entries: Iterable[Entry]) -> dict[str, str]:
    years = {year for entry in entries for year in _signed(entry)} - {_UNKNOWN}
    return {**{year: year for year in sorted(years, reverse=True)}, _UNKNOWN: "Non renseignée"}


def _people(entry: Entry) -> list[str]:
    people = entry.territory.population
    return [next((str(limit) for limit, _ in _PEOPLE if people < limit), "plus")]


def _people_labels() -> dict[str, str]:
    labels = {str(limit): french.typography(label) for limit, label in _PEOPLE}
    return {**labels, "plus": french.typography(_MOST_PEOPLE)}

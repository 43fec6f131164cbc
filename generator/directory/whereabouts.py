"""Where a contract lies: the names of the départements and régions that it touches."""

from __future__ import annotations

from generator.directory.directory import Directory, Entry


def departement_names(directory: Directory, entry: Entry) -> list[str]:
    """Names of the départements or overseas collectivités that the contract touches."""
    return [place_name(directory, code) for code in entry.territory.departements]


def region_slugs(directory: Directory, entry: Entry) -> list[str]:
    """Slugs of the régions whose page shows the contract, its own first."""
    found = (directory.region_of_departement(code) for code in entry.territory.departements)
    return list(dict.fromkeys([entry.region, *(region.slug for region in found if region)]))


def region_names(directory: Directory, entry: Entry) -> list[str]:
    """Names of the régions whose page shows the contract, its own first."""
    return [directory.regions[slug].region.name for slug in region_slugs(directory, entry)]


def place_name(directory: Directory, code: str) -> str:
    """Name of a département or of an overseas collectivité."""
    reference = directory.reference
    if code in reference.departements:
        return reference.departements[code].name
    return reference.collectivites[code].name

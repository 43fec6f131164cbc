"""Where a contract lies: the names of the départements and régions that it touches."""

from __future__ import annotations

from generator.directory.directory import Directory, Entry, RegionEntry
from generator.territories.text_keys import fold


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


def regions_in_order(directory: Directory) -> list[RegionEntry]:
    """Every région in French alphabetical order."""
    return sorted(directory.regions.values(), key=lambda entry: fold(entry.region.name))


def places_of_region(directory: Directory, region: RegionEntry) -> list[str]:
    """Codes of the région's départements, then of the overseas collectivités its ARS serves."""
    departements = [
        code
        for code, departement in directory.reference.departements.items()
        if departement.region == region.region.insee_code
    ]
    return [*departements, *region.region.overseas]


def place_name(directory: Directory, code: str) -> str:
    """Name of a département or of an overseas collectivité."""
    reference = directory.reference
    if code in reference.departements:
        return reference.departements[code].name
    return reference.collectivites[code].name

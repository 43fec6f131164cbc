"""The official list of communes, EPCI, départements and régions, by code and by name.

Names and codes only: nothing here reads an outline. Source: INSEE (COG 2026) and DGCL, packed by
`refresh`; see `data/PROVENANCE.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from generator.territories.names_pack import Columns, LazyTable, Tables, read_tables
from generator.territories.places import (
    Collectivite,
    Commune,
    Departement,
    Epci,
    FormerCommune,
    Region,
)
from generator.territories.text_keys import fold, place_key, place_keys

__all__ = [
    "Collectivite",
    "Commune",
    "Departement",
    "Epci",
    "FormerCommune",
    "Reference",
    "Region",
    "departement_code",
    "load_reference",
]

NAMES = Path(__file__).parent / "data" / "names.json.z"


def departement_code(commune_code: str) -> str:
    """Return the code of the département, or collectivité d'outre-mer, of an INSEE commune code."""
    return commune_code[: 3 if commune_code.startswith(("97", "98")) else 2]


class Reference:
    """Every place of the COG, and the ways to find one."""

    communes: Mapping[str, Commune]
    """By INSEE code: those of the départements, and those of the collectivités d'outre-mer."""
    former: Mapping[str, FormerCommune]
    """By former INSEE code."""
    epcis: Mapping[str, Epci]
    """By SIREN: EPCI à fiscalité propre and EPT."""
    departements: Mapping[str, Departement]
    regions: Mapping[str, Region]
    """By INSEE code (« 53 »)."""
    collectivites: Mapping[str, Collectivite]
    arrondissements: Mapping[str, str]
    """The city of each arrondissement municipal of Paris, Lyon and Marseille, both by code."""

    def __init__(self, tables: Tables) -> None:
        self._communes = tables["communes"]
        self._former = tables["former"]
        self._epcis = tables["epcis"]
        self.communes = LazyTable(self._communes["code"], self._commune)
        self.former = LazyTable(self._former["code"], self._former_commune)
        self.epcis = LazyTable(self._epcis["siren"], self._epci)
        self.regions = {
            code: Region(code, name, int(liaison))
            for code, name, liaison in _rows(tables["regions"], "code", "name", "liaison")
        }
        self.departements = {
            code: Departement(code, name, int(liaison), region)
            for code, name, liaison, region in _rows(
                tables["departements"], "code", "name", "liaison", "region"
            )
        }
        self.collectivites = {
            code: Collectivite(code, name, int(liaison))
            for code, name, liaison in _rows(tables["collectivites"], "code", "name", "liaison")
        }
        cities = tables["arrondissements"]
        self.arrondissements = dict(zip(cities["code"], cities["city"], strict=True))

    @property
    def commune_count(self) -> int:
        """How many communes the départements have: those outre-mer are not counted."""
        codes = self._communes["code"]
        return sum(departement_code(code) in self.departements for code in codes)

    @cached_property
    def merged_into(self) -> Counter[str]:
        """How many former communes each present one holds; zero where none."""
        return Counter(self._former["successor"])

    @cached_property
    def people(self) -> Mapping[str, int]:
        """Inhabitants of each commune (population municipale), zero where INSEE counts none.

        No commune is unpacked, which makes it fast over thousands.
        """
        return {
            code: int(population or 0)
            for code, population in _rows(self._communes, "code", "population")
        }

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name of each commune by INSEE code, without making the commune."""
        return dict(zip(self._communes["code"], self._communes["name"], strict=True))

    @cached_property
    def codes_by_departement(self) -> Mapping[str, Sequence[str]]:
        """INSEE codes of the communes of each département and collectivité d'outre-mer, by its own."""
        codes: dict[str, list[str]] = defaultdict(list)
        for code in self._communes["code"]:
            codes[departement_code(code)].append(code)
        return dict(codes)

    def region_of_slug(self, slug: str) -> str | None:
        """Return the INSEE code of the région that a slug names (« bretagne »), or None."""
        return self._slugs.get(slug)

    def by_postal_code(self, postal_code: str) -> tuple[Commune, ...]:
        """Return the communes that a postal code serves, the most populous first."""
        return self._populous(self._postal_rows.get(postal_code.replace(" ", ""), ()))

    def by_name(self, name: str) -> tuple[Commune, ...]:
        """Return the communes so called, the most populous first.

        Accents, case, hyphens, apostrophes, St for Saint and a missing article are forgiven; where
        some names match article included (« La Rochelle »), only these are returned.
        """
        found = self._populous(self._name_rows.get(place_key(name), ()))
        exact = tuple(commune for commune in found if fold(commune.name) == fold(name))
        return exact or found

    @property
    def epci_names(self) -> Mapping[str, str]:
        """Name of each EPCI by SIREN, without making the EPCI: faster over all of them."""
        return dict(zip(self._epcis["siren"], self._epcis["name"], strict=True))

    @property
    def name_keys(self) -> Collection[str]:
        """The `place_key` of every commune's name."""
        return self._name_rows.keys()

    def by_keys(self, keys: Iterable[str]) -> tuple[Commune, ...]:
        """Return the communes of some of the `name_keys`, the most populous first."""
        return self._populous(row for key in keys for row in self._name_rows[key])

    def _populous(self, rows: Iterable[int]) -> tuple[Commune, ...]:
        communes = (self.communes[self._communes["code"][row]] for row in rows)
        return tuple(
            sorted(communes, key=lambda commune: (-(commune.population or 0), commune.code))
        )

    def _commune(self, row: int) -> Commune:
        cells = self._communes
        code, population = cells["code"][row], cells["population"][row]
        departement = departement_code(code)
        home = self.departements.get(departement)
        return Commune(
            code,
            cells["name"][row],
            tuple(cells["postal_codes"][row].split()),
            int(population) if population else None,
            departement,
            home.region if home else None,
            cells["epci"][row] or None,
            cells["ept"][row] or None,
        )

    def _former_commune(self, row: int) -> FormerCommune:
        cells = self._former
        return FormerCommune(
            cells["code"][row], cells["name"][row] or None, cells["successor"][row]
        )

    def _epci(self, row: int) -> Epci:
        cells = self._epcis
        siren = cells["siren"][row]
        return Epci(siren, cells["name"][row], cells["kind"][row], tuple(self._members[siren]))

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        members: dict[str, list[str]] = defaultdict(list)
        for code, epci, ept in _rows(self._communes, "code", "epci", "ept"):
            members[epci].append(code)
            members[ept].append(code)
        return members

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return {region.slug: code for code, region in self.regions.items()}

    @cached_property
    def _postal_rows(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = defaultdict(list)
        for row, postal_codes in enumerate(self._communes["postal_codes"]):
            for postal_code in postal_codes.split():
                rows[postal_code].append(row)
        return rows

    @cached_property
    def _name_rows(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = defaultdict(list)
        for row, key in enumerate(place_keys("\n".join(self._communes["name"]))):
            rows[key].append(row)
        return rows


def _rows(columns: Columns, *names: str) -> Iterable[tuple[str, ...]]:
    return zip(*(columns[name] for name in names), strict=True)


@cache
def load_reference() -> Reference:
    """Return the reference packed with the program, read once."""
    return Reference(read_tables(NAMES))

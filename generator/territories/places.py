"""What a place is: commune, EPCI, département, région, collectivité (INSEE, COG)."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.territories.liaison import of_place, within_place
from generator.territories.text_keys import slugify

OVERSEAS_REGIONS = ("01", "02", "03", "04", "06")
"""INSEE codes in the official order: Guadeloupe, Martinique, Guyane, La Réunion, Mayotte."""

_KIND_LABELS = {"EPT": "Établissement public territorial"}


class Commune(NamedTuple):
    """A commune of the year's COG, article in its name as INSEE writes it (« Le Mans »).

    There are 35,000 of them: no other kind of class is made so fast.
    """

    code: str
    """INSEE code, five characters."""
    name: str
    postal_codes: tuple[str, ...]
    population: int | None
    """Inhabitants (population municipale); None where INSEE counts none."""
    departement: str
    """Code of the département, or of the collectivité d'outre-mer (« 978 »)."""
    region: str | None
    """INSEE code of the région; None in a collectivité d'outre-mer."""
    epci: str | None
    """SIREN of its EPCI à fiscalité propre; None on four islands and outre-mer."""
    ept: str | None
    """SIREN of its établissement public territorial, in the Grand Paris."""


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """An INSEE code no longer in force, and the commune that holds its ground now."""

    code: str
    name: str | None
    """Known where the former commune is still déléguée or associée."""
    successor: str
    """INSEE code of the present commune."""


@dataclass(frozen=True, slots=True)
class Epci:
    """An intercommunalité: EPCI à fiscalité propre, or EPT of the Grand Paris (DGCL, INSEE)."""

    siren: str
    name: str
    """Full name: « Communauté d'agglomération Quimper Bretagne Occidentale »."""
    kind: str
    """CC, CA, CU, METRO, MET69 (métropole de Lyon) or EPT."""
    communes: tuple[str, ...]
    """INSEE codes of its members, sorted."""

    @property
    def label(self) -> str:
        """The name, preceded by its kind where the name does not tell it (the EPT)."""
        kind = _KIND_LABELS.get(self.kind)
        return f"{kind} {self.name}" if kind else self.name


@dataclass(frozen=True, slots=True)
class _Area:
    code: str
    name: str
    liaison: int
    """INSEE's TNCC: which article the name takes in a sentence."""

    @property
    def of(self) -> str:
        """« du Finistère », « de l'Ain », « d'Île-de-France »."""
        return of_place(self.name, self.liaison)

    @property
    def within(self) -> str:
        """« dans le Finistère », « en Bretagne », « à Paris »."""
        return within_place(self.name, self.liaison)

    @property
    def slug(self) -> str:
        """The name as part of an address: « cotes-d-armor »."""
        return slugify(self.name)


@dataclass(frozen=True, slots=True)
class Region(_Area):
    """One of the eighteen régions."""


@dataclass(frozen=True, slots=True)
class Departement(_Area):
    """One of the 101 départements."""

    region: str
    """INSEE code of its région."""


@dataclass(frozen=True, slots=True)
class Collectivite(_Area):
    """A collectivité d'outre-mer, outside the régions (Saint-Martin, « 978 »)."""

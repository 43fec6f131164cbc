"""A contract beside its neighbours: the part of its own page, with differences in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.directory.carrier import CARRIER_KINDS
from generator.directory.comparables import Comparable
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.neighbours import REACH_KM, Neighbour, Relation
from generator.directory.once import once_a_contract
from generator.directory.surroundings import SHOWN
from generator.directory.whereabouts import departement_names
from generator.model.contract import Contract
from generator.model.vocabulary import AXES, ORGANISATIONS
from generator.site.shell import addresses
from generator.site.text import french
from generator.site.text.differences import differences
from generator.site.text.status import dates

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "collectivités": (
        "epci",
        "commune",
        "petr",
        "departement",
        "region",
        "autre-collectivite",
        "syndicat-mixte",
        "ccas",
        "parc-naturel",
    ),
    "ARS et État": ("ars", "prefecture", "etat", "education-nationale"),
    "protection sociale": ("cpam", "cgss", "caf", "msa", "carsat", "mutualite"),
    "soins et médico-social": (
        "hopital",
        "cpts",
        "urps",
        "ordre-professionnel",
        "medico-social",
        "dac",
        "maison-de-sante",
    ),
}
"""Kinds of organisations that a narrow table counts together; the others are « autres »."""

_OTHERS = "autres"

_SHORT_AXES = {
    "acces-aux-soins": "accès aux soins",
    "prevention-promotion": "prévention",
    "parcours-de-sante": "parcours",
    "sante-environnement": "environnement",
    "sante-mentale": "santé mentale",
    "participation-citoyenne": "participation",
    "gouvernance": "gouvernance",
}


@dataclass(frozen=True, slots=True)
class NeighbourTold:
    """What the table of neighbours tells of a contract; an empty text says that the sources tell nothing."""

    address: str
    name: str
    status: str
    dates: str
    population: int
    carrier: str
    signatories: str
    signatory_families: str
    axes: str
    axis_labels: str
    actions: str
    clsm: str


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """A contract in the table of neighbours."""

    link: str
    """How it lies; « ce contrat » for the one whose page it is."""
    told: NeighbourTold


@dataclass(frozen=True, slots=True)
class ComparableRow:
    """A territory like the contract's."""

    address: str
    name: str
    place: str
    status: str
    population: int
    communes: int
    density: int | None
    carrier: str
    gap: float


@dataclass(frozen=True, slots=True)
class NeighboursPart:
    """What `voisins.md.j2` prints."""

    rows: tuple[NeighbourRow, ...]
    """The contract itself, then its neighbours; alone where it has none."""
    others: tuple[NeighbourRow, ...]
    """Neighbours beyond those that the table holds."""
    differences: tuple[str, ...]
    own: ComparableRow
    comparables: tuple[ComparableRow, ...]
    comparison: str
    """Address of the page that compares in full."""
    reach_km: int = int(REACH_KM)


@once_a_contract
def neighbours_part(edition: Edition, entry: Entry) -> NeighboursPart:
    """The contract beside its neighbours and its likes."""
    around = edition.surroundings
    entries = edition.directory.entries
    found = around.neighbours(entry)
    rows = [NeighbourRow(_link(entry, other), _told(edition, entries[other.id])) for other in found]
    beside = [entries[other.id] for other in found[:SHOWN]]
    return NeighboursPart(
        rows=(NeighbourRow("ce contrat", _told(edition, entry)), *rows[:SHOWN]),
        others=tuple(rows[SHOWN:]),
        differences=tuple(differences(entry, beside)),
        own=_comparable(edition, Comparable(entry.id, 0)),
        comparables=tuple(_comparable(edition, other) for other in around.alike(entry)),
        comparison=addresses.comparison(entry.id),
    )


@once_a_contract
def _told(edition: Edition, entry: Entry) -> NeighbourTold:
    contract = entry.contract
    status = edition.status(entry)
    actions = sum(1 for _ in contract.actions())
    return NeighbourTold(
        address=addresses.contract(entry.id),
        name=edition.name(entry),
        status=status,
        dates=dates(status, entry),
        population=entry.territory.population,
        carrier=contract.carrier,
        signatories=_short(french.stated(contract.totals.signatories, contract.signatory_count())),
        signatory_families=_families(contract),
        axes=_short(french.stated(contract.totals.axes, len(contract.axes))),
        axis_labels=_axes(contract),
        actions=_short(french.stated(contract.totals.actions, actions, feminine=True)),
        clsm="" if contract.clsm is None else "oui" if contract.clsm else "non",
    )


def _short(text: str) -> str:
    """Without what the caption says for the whole table."""
    return text.replace(" dans les sources", "")


def _link(entry: Entry, other: Neighbour) -> str:
    if other.relation is Relation.OVERLAPS:
        whole = other.communes == len(entry.territory.communes)
        shared = french.plural(other.communes, "commune partagée", "communes partagées")
        people = french.plural(other.population, "habitant")
        return f"couvre {'tout' if whole else 'en partie'} ce territoire : {shared}, {people}"
    if other.relation is Relation.TOUCHES:
        if other.border_km < 0.1:
            return "touche ce territoire"
        return f"touche ce territoire sur {_km(other.border_km)}"
    if other.distance_km < 0.1:
        return "touche ce territoire en un point"
    return f"à {_km(other.distance_km)}"


def _km(value: float) -> str:
    return f"{french.decimal(value, 0 if value >= 10 else 1)}{french.NBSP}km"


def _families(contract: Contract) -> str:
    kinds = [organisation.kind for organisation in contract.signatories]
    families = {kind: family for family, kinds in _FAMILIES.items() for kind in kinds}
    return _counted(
        families.get(kind, _OTHERS) for kind in ORGANISATIONS for _ in range(kinds.count(kind))
    )


def _axes(contract: Contract) -> str:
    cited = [id_ for axis in contract.axes for id_ in axis.national]
    return _counted(_SHORT_AXES[id_] for id_ in AXES for _ in range(cited.count(id_)))


def _counted(labels: Iterable[str]) -> str:
    """« collectivités (7), ARS et État (2), autres »."""
    counts = Counter(labels)
    return ", ".join(
        f"{label} ({count})" if count > 1 else label for label, count in counts.items()
    )


def _comparable(edition: Edition, found: Comparable) -> ComparableRow:
    entry = edition.directory.entries[found.id]
    measures = edition.surroundings.comparables.measures[found.id]
    return ComparableRow(
        address=addresses.contract(found.id),
        name=edition.name(entry),
        place=french.enumerate_words(departement_names(edition.directory, entry)),
        status=edition.status(entry),
        population=measures.population,
        communes=measures.communes,
        density=None if measures.density is None else round(measures.density),
        carrier=CARRIER_KINDS[measures.carrier].label,
        gap=found.gap,
    )


def beside(edition: Edition, entry: Entry) -> Sequence[Entry]:
    """The neighbours that a table sets beside the contract."""
    entries = edition.directory.entries
    return [entries[other.id] for other in edition.surroundings.neighbours(entry)[:SHOWN]]

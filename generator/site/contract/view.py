"""The page of a contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.facts import LISTED
from generator.directory.whereabouts import place_name, region_names
from generator.model.contract import Contract
from generator.model.deduced import keys_in
from generator.model.keys import titles_of
from generator.model.organisation import Organisation
from generator.model.period import EndOrigin, Period
from generator.model.vocabulary import ORGANISATIONS
from generator.site.drawing.drawing import Drawing, Ground
from generator.site.drawing.outlines import Layer
from generator.site.drawing.timeline import chain_timeline
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.neighbours import NeighboursPart, neighbours_part
from generator.site.shell.rows import Row, row
from generator.site.shell.search_meta import search_meta
from generator.site.text import french
from generator.site.text.facts import told
from generator.site.text.status import after_badge, dates, sentence

_ORDINALS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième"}


@dataclass(frozen=True, slots=True)
class _EpciLine:
    name: str
    communes: int
    population: int


@dataclass(frozen=True, slots=True)
class _Organisation:
    text: str
    path: str
    """Where the file names it: signataires.2."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the list at the head of the page."""

    label: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class ContractView:
    """What `page.md.j2` prints."""

    head: Head
    id: str
    path: str
    """Of its file, from the project's root."""
    contract: Contract
    period: Period
    communes: int
    population: int
    status: str
    after_badge: str
    unsigned: str
    """What the sources say of its signature, where none says that it is signed."""
    name: str
    trail: list[tuple[str, str]]
    rank: str
    listed: list[_Listed]
    period_remarks: list[str]
    area: str | None
    departements_text: str
    perimeter: Drawing
    perimeter_caption: str
    epcis: list[_EpciLine]
    communes_alone: str
    communes_by_epci: list[tuple[str, str]]
    signatories: list[tuple[str, list[_Organisation]]]
    """By label of their type, as `partners`."""
    partners: list[tuple[str, list[_Organisation]]]
    totals_text: str
    amendments: list[str]
    chain: list[Row]
    timeline: Markup
    neighbours: NeighboursPart
    to_verify_labels: list[str]
    correction_url: str


def contract_view(edition: Edition, entry: Entry) -> ContractView:
    """What is shown on the page of a contract."""
    contract = entry.contract
    directory = edition.directory
    area = edition.surroundings.comparables.measures[entry.id].area_km2
    status = edition.status(entry)
    departements = [place_name(directory, code) for code in entry.territory.departements]
    return ContractView(
        head=Head(
            title=edition.name(entry),
            description=_description(edition, entry),
            search=search_meta(
                kind="contrat",
                name=edition.name(entry),
                territory=french.enumerate_words(departements),
                regions=region_names(edition.directory, entry),
                status=status,
                dates=dates(status, entry),
                axes=sorted(contract.national_axes()),
            ),
        ),
        id=entry.id,
        path=entry.path,
        contract=contract,
        period=entry.period,
        communes=len(entry.territory.communes),
        population=entry.territory.population,
        status=status,
        after_badge=after_badge(status, entry),
        unsigned=_unsigned(contract),
        name=edition.name(entry),
        trail=_trail(edition, entry),
        rank=f"{_ORDINALS.get(contract.rank or 0, f'{contract.rank}e')} contrat",
        listed=_listed(edition, entry),
        period_remarks=_period_remarks(entry),
        area=_area(area) if area else None,
        departements_text=french.enumerate_words(departements),
        perimeter=_perimeter(edition, entry),
        perimeter_caption=_caption(departements),
        epcis=_epci_lines(edition, entry),
        communes_alone=_communes_alone(edition, entry),
        communes_by_epci=_communes_by_epci(edition, entry),
        signatories=_by_kind("signataires", contract.signatories),
        partners=_by_kind("partenaires", contract.partners),
        totals_text=_totals(contract),
        amendments=_amendments(contract),
        chain=[row(edition, step) for step in directory.chain(entry)],
        timeline=chain_timeline(edition, entry),
        neighbours=neighbours_part(edition, entry),
        to_verify_labels=[_to_verify(path) for path in contract.to_verify],
        correction_url=edition.edit_url(entry.path),
    )


def _description(edition: Edition, entry: Entry) -> str:
    contract = entry.contract
    return french.typography(
        f"{contract.name}. {sentence(edition.status(entry), entry)}. Porteur : {contract.carrier}. "
        "Signataires, axes, actions, communes et sources."
    )


def _trail(edition: Edition, entry: Entry) -> list[tuple[str, str]]:
    directory = edition.directory
    region = directory.regions[entry.region]
    trail = [
        (addresses.REGIONS, "Régions"),
        (addresses.region(region.slug), region.region.name),
    ]
    departement = directory.reference.departements.get(entry.territory.departements[0])
    if departement is not None:
        alike = departement.name == region.region.name  # overseas
        label = f"{departement.name} ({departement.code})" if alike else departement.name
        trail.append((addresses.departement(departement), label))
    return trail


def _listed(edition: Edition, entry: Entry) -> list[_Listed]:
    lines = [
        _Listed(
            fact.label, french.enumerate_words(told(fact, fact.value(edition, entry))), fact.path
        )
        for fact in LISTED
    ]
    return [line for line in lines if line.text]


def _unsigned(contract: Contract) -> str:
    """« aucune connue ; le contrat n’était pas signé en septembre 2024, d’après la source »."""
    if contract.state == "signé":
        return ""
    if contract.state_seen is None:
        return "aucune connue"
    seen = french.when(contract.state_seen)
    return f"aucune connue ; le contrat n’était pas signé {seen}, d’après la source"


def _period_remarks(entry: Entry) -> list[str]:
    remarks = []
    period, duration = entry.period, entry.contract.duration
    if period.starts_at_signature:
        remarks.append("début compté à la signature, faute d’autre date")
    if period.end_origin is EndOrigin.LENGTH:
        remarks.append(f"fin déduite de la durée, {french.plural(duration.years or 0, 'an')}")
    if period.end_origin is EndOrigin.AMENDMENT:
        initial = (
            f" (fin prévue d’abord : {french.partial_date(duration.end)})" if duration.end else ""
        )
        remarks.append(f"fin portée par un avenant{initial}")
    if duration.years and period.end_origin is not EndOrigin.LENGTH:
        remarks.append(f"durée annoncée : {french.plural(duration.years, 'an')}")
    return remarks


def _area(square_km: float) -> str:
    return french.number(round(square_km)) if square_km >= 10 else french.decimal(square_km)


def _perimeter(edition: Edition, entry: Entry) -> Drawing:
    territory = entry.territory
    backdrop = tuple(Ground("departement", (code,)) for code in territory.departements)
    return Drawing(
        f"Périmètre du contrat : {edition.name(entry)}",
        (
            Layer("dessin__fond", backdrop),
            Layer("dessin__perimetre", (Ground("communes", territory.communes),)),
        ),
        edition.directory.grounds,
    )


def _caption(departements: Sequence[str]) -> str:
    many = "leurs départements" if len(departements) > 1 else "son département"
    return f"Le périmètre du contrat dans {many} ({french.enumerate_words(departements)})"


def _epci_lines(edition: Edition, entry: Entry) -> list[_EpciLine]:
    reference = edition.directory.reference
    lines = []
    for siren in entry.territory.epcis:
        epci = reference.epcis[siren]
        people = sum(reference.people[code] for code in epci.communes)
        lines.append(_EpciLine(epci.label, len(epci.communes), people))
    return lines


def _communes_alone(edition: Edition, entry: Entry) -> str:
    reference = edition.directory.reference
    inside = {code for siren in entry.territory.epcis for code in reference.epcis[siren].communes}
    codes = [code for code in entry.territory.communes if code not in inside]
    return french.enumerate_words(french.in_order(reference.communes[code].name for code in codes))


def _communes_by_epci(edition: Edition, entry: Entry) -> list[tuple[str, str]]:
    reference = edition.directory.reference
    return [
        (
            reference.epcis[siren].label,
            french.enumerate_words(
                french.in_order(
                    reference.communes[code].name for code in reference.epcis[siren].communes
                )
            ),
        )
        for siren in entry.territory.epcis
    ]


def _by_kind(
    key: str, organisations: Sequence[Organisation]
) -> list[tuple[str, list[_Organisation]]]:
    found: dict[str, list[_Organisation]] = {}
    for place, organisation in enumerate(organisations, start=1):
        named = french.together(organisation.name, organisation.number)
        line = _Organisation(named, f"{key}.{place}")
        found.setdefault(organisation.kind, []).append(line)
    return [(term.label, found[kind]) for kind, term in ORGANISATIONS.items() if kind in found]


def _totals(contract: Contract) -> str:
    parts = []
    if contract.totals.axes:
        parts.append(french.plural(contract.totals.axes, "axe"))
    if contract.totals.actions:
        parts.append(french.plural(contract.totals.actions, "action"))
    return french.enumerate_words(parts)


def _amendments(contract: Contract) -> list[str]:
    lines = []
    for amendment in contract.amendments:
        date = french.partial_date(amendment.date) if amendment.date else "Date non renseignée"
        parts = [date[:1].upper() + date[1:]]
        if amendment.subject:
            parts.append(amendment.subject)
        if amendment.end:
            parts.append(f"nouvelle fin : {french.partial_date(amendment.end)}")
        lines.append(" ; ".join(parts))
    return lines


def _to_verify(path: str) -> str:
    """« Durée : fin » for duree.fin, « Axes, n° 3 : actions, n° 1 » for axes.3.actions.1."""
    titles = iter(titles_of(keys_in(path), Contract))
    words: list[str] = []
    for part in path.split("."):
        if part.isdigit():
            words[-1] += f", n° {part}"
        else:
            title = next(titles)
            words.append(title[:1].lower() + title[1:] if words else title)
    return f"{french.NBSP}: ".join(words)

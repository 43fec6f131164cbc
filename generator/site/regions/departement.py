"""The page of a département that has a contract."""

from __future__ import annotations

from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.directory.in_force import in_force
from generator.site.drawing.drawing import Drawing, Ground
from generator.site.drawing.outlines import Layer
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.in_force import Numbers, in_force_numbers
from generator.site.shell.rows import Row, rows
from generator.site.shell.search_meta import search_meta
from generator.site.text import french
from generator.territories.reference import Departement, departement_code


@dataclass(frozen=True, slots=True)
class _Covered:
    name: str
    anchor: str
    status: str
    communes: list[str]


@dataclass(frozen=True, slots=True)
class DepartementView:
    """What `departement.md.j2` prints."""

    head: Head
    name: str
    trail: list[tuple[str, str]]
    within: str
    of: str
    numbers: Numbers
    drawing: Drawing
    rows: list[Row]
    covered: list[_Covered]
    elsewhere: bool


def departement_view(edition: Edition, departement: Departement) -> DepartementView:
    """What is shown on a département's page."""
    directory = edition.directory
    entries = directory.of_departement(departement.code)
    region = directory.region_of_departement(departement.code)
    trail = [(addresses.REGIONS, "Régions")]
    if region is not None:
        trail.append((addresses.region(region.slug), region.region.name))
    covered = _covered(edition, departement)
    return DepartementView(
        head=Head(
            title=f"{departement.name} ({departement.code})",
            description=french.typography(
                f"Les contrats locaux de santé {departement.within} : {french.plural(len(entries), 'contrat')}, "
                "statut, dates, porteur et communes couvertes."
            ),
            search=search_meta(
                kind="departement",
                territory=region.region.name if region else "",
                regions=[region.region.name] if region else [],
            ),
        ),
        name=departement.name,
        trail=trail,
        within=departement.within,
        of=departement.of,
        numbers=in_force_numbers(
            in_force(edition, entries, {departement.code}), len(entries), "du département"
        ),
        drawing=_drawing(edition, departement),
        rows=rows(edition, entries),
        covered=covered,
        elsewhere=len({name for section in covered for name in section.communes})
        < len(directory.communes_of(departement.code)),
    )


def _drawing(edition: Edition, departement: Departement) -> Drawing:
    directory = edition.directory
    entries = directory.of_departement(departement.code)
    layers = [Layer("dessin__fond", (Ground("departement", (departement.code,)),))]
    for entry in edition.in_order(edition.live(entries)):
        inside = tuple(
            code for code in entry.territory.communes if departement_code(code) == departement.code
        )
        layers.append(
            Layer(
                f"dessin__perimetre statut--{edition.status(entry)}",
                (Ground("communes", inside),),
                edition.name(entry),
            )
        )
    title = f"Contrats locaux de santé {departement.within}"
    return Drawing(title, tuple(layers), directory.grounds)


def _covered(edition: Edition, departement: Departement) -> list[_Covered]:
    directory = edition.directory
    communes = directory.reference.communes
    return [
        _Covered(
            name=edition.name(entry),
            anchor=f"communes-{entry.id}",
            status=edition.status(entry),
            communes=french.in_order(
                communes[code].name
                for code in entry.territory.communes
                if departement_code(code) == departement.code
            ),
        )
        for entry in edition.in_order(edition.live(directory.of_departement(departement.code)))
    ]

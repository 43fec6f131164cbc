"""A perimeter over several régions: its parts touch, for a contract covers one ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set

from generator.source.problem import Severity
from generator.source.sheet import Sheet
from generator.source.yaml_nodes import PathKey
from generator.territories.borders import load_borders
from generator.territories.reference import Reference, departement_code

_Parts = Mapping[str, Set[str]]
"""The communes of a perimeter in each région, by INSEE codes."""


def check_borders(sheet: Sheet, reference: Reference) -> None:
    """Report the part of a perimeter that lies in another région and touches no other part.

    An error where its région is no neighbour of the others; a warning elsewhere, for an island or an
    enclave may well lie apart.
    """
    if len(sheet.ground.regions) < 2:
        return
    parts = _parts(sheet, reference)
    for region in sorted(set(parts) - _joined(_home(sheet, parts, reference), parts)):
        others = [reference.regions[code] for code in parts if code != region]
        near = any(_are_neighbours(region, other.code, reference) for other in others)
        codes = _codes_within(sheet, parts[region], reference)
        names = " et ".join(codes.values())
        sheet.document.report(
            "territoire-eclate",
            f"une partie du territoire, dans une autre région ({reference.regions[region].name}),"
            " ne touche pas le reste",
            sheet.value("territoire", *next(iter(codes))),
            severity=Severity.WARNING if near else Severity.ERROR,
            found=names,
            expected="un territoire dont les parties se touchent, d’une région à l’autre",
            proposal=f"retirez {names}, ou corrigez ce code s’il est faux",
        )


def _parts(sheet: Sheet, reference: Reference) -> dict[str, set[str]]:
    # Outside the régions (Saint-Martin) no outline tells a border.
    parts: dict[str, set[str]] = defaultdict(set)
    for code in sheet.ground.communes:
        departement = reference.departements.get(departement_code(code))
        if departement is not None:
            parts[departement.region].add(code)
    return parts


def _home(sheet: Sheet, parts: _Parts, reference: Reference) -> str:
    """The région of the file's folder, or else the one that holds most communes."""
    home = reference.region_of_slug(sheet.folder)
    if home is not None and home in parts:
        return home
    return max(sorted(parts), key=lambda region: len(parts[region]))


def _joined(home: str, parts: _Parts) -> set[str]:
    """The régions whose parts hold together with that of `home`."""
    borders = load_borders()
    joined, waiting = {home}, [home]
    while waiting:
        here = waiting.pop()
        for region in set(parts) - joined:
            if borders.touch(parts[here], parts[region]):
                joined.add(region)
                waiting.append(region)
    return joined


def _are_neighbours(region: str, other: str, reference: Reference) -> bool:
    regions = {region, other}
    return any(
        {_region(code, reference), _region(across, reference)} == regions
        for code, codes in load_borders().across.items()
        for across in codes
    )


def _region(code: str, reference: Reference) -> str:
    return reference.departements[departement_code(code)].region


def _codes_within(
    sheet: Sheet, communes: Set[str], reference: Reference
) -> dict[tuple[PathKey, ...], str]:
    """The codes of the file that bring `communes`, by where they stand below `territoire`."""
    perimeter = sheet.contract.perimeter
    codes: dict[tuple[PathKey, ...], str] = {}
    for index, siren in enumerate(perimeter.epci):
        if siren in reference.epcis and not communes.isdisjoint(reference.epcis[siren].communes):
            codes["epci", index] = siren
    for index, code in enumerate(perimeter.communes):
        if code in communes:
            codes["communes", index] = code
    return codes

"""The rules that hold between files: one id, one région, contracts that follow each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.model.period import period_of
from generator.model.region import Region
from generator.source import suggestions
from generator.source.contract_rules import Sheet
from generator.source.document import Document
from generator.source.problem import Severity
from generator.source.yaml_nodes import Node
from generator.territories.reference import Reference, departement_code
from generator.territories.territory import resolve


def check_region(
    slug: str, region: Region, root: Node, document: Document, reference: Reference
) -> None:
    """Report a région's file whose code is unknown, or whose name is another région's."""
    official = reference.regions.get(region.insee_code)
    if official is None:
        near = suggestions.nearest(
            region.name, (known.name for known in reference.regions.values())
        )
        code = next(
            (known.code for known in reference.regions.values() if known.name == near), None
        )
        document.report(
            "region-inconnue",
            f"aucune région n’a le code {region.insee_code}",
            root.mark_of(("code_insee",)),
            expected="le code INSEE d’une des 18 régions",
            proposal=f'écrivez "{code}" ({near})' if near else None,
        )
    elif official.slug != slug:
        document.report(
            "region-inconnue",
            f"le code {region.insee_code} est celui de la région {official.name}",
            root.mark_of(("code_insee",)),
            proposal=f"renommez le fichier {official.slug}.yml, ou corrigez le code",
        )
    for index, code in enumerate(region.overseas):
        if code not in reference.collectivites:
            document.report(
                "collectivite-inconnue",
                f"aucune collectivité d’outre-mer n’a le code {code}",
                root.mark_of(("collectivites", index)),
                expected="un de : " + ", ".join(reference.collectivites),
            )


def check_directory(
    sheets: Sequence[Sheet],
    ids: Collection[str],
    regions: Mapping[str, Region],
    reference: Reference,
) -> None:
    """Report what is wrong between contracts, and between a contract and its folder.

    `ids` are those of all contract files, the unreadable included: they lack a sheet, but exist.
    """
    by_id: dict[str, Sheet] = {}
    for sheet in sheets:
        other = by_id.setdefault(sheet.id, sheet)
        if other is not sheet:
            _report_same_id(sheet, other)
            _report_same_id(other, sheet)
    for sheet in sheets:
        _check_precedent(sheet, by_id, ids)
        if sheet.folder in regions and not sheet.document.has_errors:
            _check_folder(sheet, regions[sheet.folder], reference)


def _report_same_id(sheet: Sheet, other: Sheet) -> None:
    sheet.document.report(
        "identifiant-double",
        f"l’identifiant « {sheet.id} » est aussi celui de {other.document.path}",
        expected="un nom de fichier unique dans tout l’annuaire",
        proposal="ajoutez le département ou l’année au nom d’un des deux fichiers",
    )


def _check_folder(sheet: Sheet, region: Region, reference: Reference) -> None:
    perimeter = sheet.contract.perimeter
    codes = set(perimeter.communes)
    for siren in perimeter.epci:
        codes.update(reference.epcis[siren].communes)
    # The codes tell the départements: no need to unpack thousands of communes when all is well.
    places = {departement_code(code) for code in codes}
    regions = {reference.departements[code].region for code in places & {*reference.departements}}
    if region.insee_code in regions or places.intersection(region.overseas):
        return
    territory = resolve(reference, perimeter.epci, perimeter.communes)
    actual = [reference.regions[code] for code in territory.regions]
    sheet.document.report(
        "region",
        f"le territoire du contrat ne touche pas la région {region.name}",
        sheet.key("territoire"),
        found=", ".join(known.name for known in actual) or None,
        expected=f"un territoire de la région du dossier « {sheet.folder} »",
        proposal=f"déplacez le fichier dans contracts/{actual[0].slug}/" if actual else None,
    )


def _check_precedent(sheet: Sheet, by_id: Mapping[str, Sheet], ids: Collection[str]) -> None:
    precedent = sheet.contract.precedent
    if precedent is None:
        return
    if precedent == sheet.id:
        sheet.document.report(
            "precedent",
            "le contrat se cite lui-même comme précédent",
            sheet.value("precedent"),
            expected="l’identifiant d’un autre contrat",
        )
    elif precedent not in ids:
        near = suggestions.nearest(precedent, ids)
        sheet.document.report(
            "precedent",
            f"aucun contrat n’a l’identifiant « {precedent} »",
            sheet.value("precedent"),
            expected="le nom d’un fichier de contracts/, sans .yml",
            proposal=f"vouliez-vous dire « {near} » ?" if near else None,
        )
    elif _precedes_itself(sheet.id, by_id):
        sheet.document.report(
            "precedent",
            f"en remontant de précédent en précédent, « {sheet.id} » revient à lui-même",
            sheet.value("precedent"),
            expected="une suite de contrats du plus récent au plus ancien",
        )
    elif precedent in by_id:
        _check_overlap(sheet, by_id[precedent])


def _precedes_itself(start: str, by_id: Mapping[str, Sheet]) -> bool:
    seen: set[str] = set()
    current: str | None = start
    while current is not None and current in by_id and current not in seen:
        seen.add(current)
        current = by_id[current].contract.precedent
        if current == start:
            return True
    return False


def _check_overlap(sheet: Sheet, precedent: Sheet) -> None:
    period, before = period_of(sheet.contract), period_of(precedent.contract)
    if period.start is None or before.end is None:
        return
    if period.start.last_day < before.end.first_day:
        sheet.document.report(
            "chevauchement",
            f"commence ({period.start}) avant la fin du contrat précédent ({before.end})",
            sheet.key("duree"),
            severity=Severity.WARNING,
            found=f"{precedent.id} finit en {before.end}",
            proposal="vérifiez les dates des deux contrats ; si elles sont justes, rien à changer",
        )

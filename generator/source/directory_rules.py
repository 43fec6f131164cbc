"""The rules that hold between files: one id, one région, contracts that follow each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from generator.model.region import Region
from generator.source.rules.chains import check_precedent
from generator.source.rules.former_ids import check_former_ids, former_ids
from generator.source.rules.gaps import check_gaps
from generator.source.rules.ground_names import check_ground_names
from generator.source.rules.twins import check_twins
from generator.source.sheet import Sheet
from generator.territories.reference import Reference
from generator.territories.territory import resolve


def check_directory(
    sheets: Sequence[Sheet],
    ids: Collection[str],
    regions: Mapping[str, Region],
    reference: Reference,
    on: date,
) -> None:
    """Report what is wrong between contracts, and between a contract and its folder; then what they lack.

    `ids` are those of all contract files, the unreadable included: they lack a sheet, but exist.
    """
    by_id: dict[str, Sheet] = {}
    for sheet in sheets:
        other = by_id.setdefault(sheet.id, sheet)
        if other is not sheet:
            _report_same_id(sheet, other)
            _report_same_id(other, sheet)
    check_former_ids(sheets, by_id, ids)
    former = former_ids(sheets)
    followed = {sheet.contract.precedent for sheet in sheets}
    for sheet in sheets:
        check_gaps(sheet, on, is_followed=sheet.id in followed)
        check_precedent(sheet, by_id, ids, former)
        if sheet.folder in regions and not sheet.document.has_errors:
            _check_folder(sheet, regions[sheet.folder], reference)
        if not sheet.document.has_errors:
            check_ground_names(sheet, reference)
    check_twins([sheet for sheet in sheets if not sheet.document.has_errors], by_id)


def _report_same_id(sheet: Sheet, other: Sheet) -> None:
    sheet.document.report(
        "identifiant-double",
        f"l’identifiant « {sheet.id} » est aussi celui de {other.document.path}",
        expected="un nom de fichier unique dans tout l’annuaire",
        proposal="ajoutez le département ou l’année au nom d’un des deux fichiers",
    )


def _check_folder(sheet: Sheet, region: Region, reference: Reference) -> None:
    ground = sheet.ground
    if region.insee_code in ground.regions:
        return
    if ground.departements.intersection(region.overseas):
        return
    perimeter = sheet.contract.perimeter
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

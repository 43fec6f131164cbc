"""The ids that files bore before: each leads to one contract, and is never used again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.source.sheet import Sheet


def former_ids(sheets: Sequence[Sheet]) -> dict[str, Sheet]:
    """The first file that gives each former id."""
    owners: dict[str, Sheet] = {}
    for sheet, _, former in _given(sheets):
        owners.setdefault(former, sheet)
    return owners


def check_former_ids(
    sheets: Sequence[Sheet], by_id: Mapping[str, Sheet], ids: Collection[str]
) -> None:
    """Report former ids that a file bears today, and those that are given twice."""
    given: dict[str, Sheet] = {}
    for sheet, index, former in _given(sheets):
        if former in ids:
            _report_in_use(sheet, index, former, by_id.get(former))
        elif former in given:
            _report_given_twice(sheet, index, former, given[former])
        given.setdefault(former, sheet)


def _given(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, int, str]]:
    for sheet in sheets:
        for index, former in enumerate(sheet.contract.former_ids):
            yield sheet, index, former


def _report_in_use(sheet: Sheet, index: int, former: str, bearer: Sheet | None) -> None:
    itself = bearer is sheet
    sheet.document.report(
        "ancien-identifiant",
        f"« {former} » est l’identifiant de cette fiche même"
        if itself
        else f"« {former} » est l’identifiant d’une autre fiche",
        sheet.value("anciens_identifiants", index),
        found=bearer.document.path if bearer else None,
        expected="un nom que ce fichier a porté, et qu’aucun ne porte plus",
        proposal=f"retirez « {former} » de anciens_identifiants"
        + ("" if itself else ", ou renommez l’autre fichier"),
    )
    if bearer is not None and not itself:
        bearer.document.report(
            "ancien-identifiant",
            f"« {former} » est un ancien identifiant de « {sheet.id} »",
            found=sheet.document.path,
            expected="un nom qu’aucune fiche n’a porté : son adresse mène déjà ailleurs",
            proposal="renommez ce fichier",
        )


def _report_given_twice(sheet: Sheet, index: int, former: str, owner: Sheet) -> None:
    sheet.document.report(
        "ancien-identifiant",
        f"« {former} » est déjà un ancien identifiant de « {owner.id} »",
        sheet.value("anciens_identifiants", index),
        found=f"{owner.document.path}:{owner.value('anciens_identifiants').line}",
        expected="un ancien identifiant qui mène à une seule fiche",
        proposal=f"retirez « {former} » d’une des deux fiches",
    )

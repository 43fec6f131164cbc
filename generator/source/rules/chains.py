"""Contracts that follow each other: the precedent exists, lies before, and on the same ground."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.model.period import period_of
from generator.source import suggestions
from generator.source.problem import Severity
from generator.source.sheet import Sheet


def check_precedent(
    sheet: Sheet, by_id: Mapping[str, Sheet], ids: Collection[str], former: Mapping[str, Sheet]
) -> None:
    """Report a precedent that does not exist, that closes a loop, or that cannot come before.

    `former` gives the file that bore each former id.
    """
    precedent = sheet.contract.precedent
    if precedent is None:
        return
    if precedent == sheet.id:
        sheet.document.report(
            "precedent",
            "le contrat se cite lui-même comme précédent",
            sheet.value("precedent"),
            expected="l’identifiant d’un autre contrat",
            proposal="écrivez l’identifiant du contrat qui a précédé, ou retirez la ligne",
        )
    elif precedent not in ids:
        sheet.document.report(
            "precedent",
            f"aucun contrat n’a l’identifiant « {precedent} »",
            sheet.value("precedent"),
            expected="le nom d’un fichier de contracts/, sans .yml",
            proposal=lambda: _meant(precedent, ids, former),
        )
    elif _precedes_itself(sheet.id, by_id):
        sheet.document.report(
            "precedent",
            f"en remontant de précédent en précédent, « {sheet.id} » revient à lui-même",
            sheet.value("precedent"),
            expected="une suite de contrats du plus récent au plus ancien",
            proposal="retirez la ligne precedent de la fiche du plus ancien de ces contrats",
        )
    elif precedent in by_id:
        _check_ground(sheet, by_id[precedent])
        _check_order(sheet, by_id[precedent])


def _meant(precedent: str, ids: Collection[str], former: Mapping[str, Sheet]) -> str | None:
    if precedent in former:
        return f"écrivez precedent: {former[precedent].id}, nom de cette fiche aujourd’hui"
    near = suggestions.nearest(precedent, ids)
    return f"vouliez-vous dire « {near} » ?" if near else None


def _check_ground(sheet: Sheet, precedent: Sheet) -> None:
    communes, before = sheet.ground.communes, precedent.ground.communes
    if communes and before and communes.isdisjoint(before):
        sheet.document.report(
            "precedent-ailleurs",
            f"« {precedent.id} » n’a aucune commune en commun avec ce contrat",
            sheet.value("precedent"),
            found=f"« {precedent.contract.name} »",
            expected="un contrat du même territoire, au moins en partie",
            proposal="corrigez l’identifiant ou le territoire faux, ou retirez la ligne precedent",
        )


def _check_order(sheet: Sheet, precedent: Sheet) -> None:
    start, before = period_of(sheet.contract).start, period_of(precedent.contract).start
    if start and before and before.first_day > start.last_day:
        sheet.document.report(
            "precedent-posterieur",
            f"« {precedent.id} » commence ({before}) après ce contrat ({start})",
            sheet.value("precedent"),
            expected="un contrat qui a commencé avant celui-ci",
            proposal="corrigez la date fausse, ou retirez la ligne precedent : c’est l’autre fiche"
            " qui doit citer celle-ci",
        )
    else:
        _check_overlap(sheet, precedent)


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

"""The rank of a contract beside the contract that it follows."""

from __future__ import annotations

from generator.source.problem import Severity
from generator.source.sheet import Sheet


def check_rank(sheet: Sheet) -> None:
    """Report a second contract that follows none, and a first one that follows another."""
    rank, precedent = sheet.contract.rank, sheet.contract.precedent
    if rank is None or (rank > 1) == (precedent is not None):
        return
    sheet.document.report(
        "rang",
        "rang 1, mais un contrat le précède"
        if precedent
        else f"rang {rank}, sans contrat précédent",
        sheet.value("rang"),
        severity=Severity.WARNING,
        found=f"precedent: {precedent}" if precedent else None,
        expected="precedent à partir du rang 2, et pas au rang 1",
        proposal="écrivez precedent si ce contrat est dans l’annuaire, ou corrigez le rang ; "
        "si les sources n’en disent pas plus, rien à changer",
    )

"""What a file lacks, told as « à compléter »: nothing in it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.gaps import Gap, gaps_of
from generator.source.problem import Severity
from generator.source.sheet import Sheet


@dataclass(frozen=True, slots=True)
class _Advice:
    """How one gap is told."""

    rule: str
    key: str
    """Where it is told, or where it is to be filled."""
    proposal: str


_ADVICE = {
    Gap.END: _Advice(
        "fin-inconnue", "duree", "si une source la donne, écrivez duree.fin ou duree.annees"
    ),
    Gap.AXES: _Advice(
        "sans-axe", "axes", "si une source les donne, écrivez le titre de chacun dans axes"
    ),
    Gap.ACTIONS: _Advice(
        "sans-action",
        "actions",
        "si une source en cite, écrivez-les sous leur axe, ou dans actions si l’axe n’est pas connu",
    ),
    Gap.SIGNATORIES: _Advice(
        "sans-signataire",
        "signataires",
        "si une source nomme ceux qui ont signé, écrivez-les dans signataires",
    ),
    Gap.STATE_UNSEEN: _Advice(
        "etat-non-date",
        "etat",
        "écrivez etat_constate : la date de la source la plus récente qui montre cet état",
    ),
    Gap.STATE_STALE: _Advice(
        "etat-ancien",
        "etat_constate",
        "cherchez une source plus récente, puis corrigez etat_constate, et l’état s’il a changé",
    ),
    Gap.MENTION: _Advice(
        "mention", "connaissance", "cherchez le texte du contrat, ou une page qui le décrive"
    ),
    Gap.SOURCES: _Advice(
        "source-unique", "sources", "ajoutez une deuxième source, d’un autre organisme si possible"
    ),
}


def check_gaps(sheet: Sheet, on: date, *, is_followed: bool) -> None:
    """Report what the file lacks on the day `on`."""
    for gap in gaps_of(sheet.contract, on, is_followed=is_followed):
        advice = _ADVICE[gap]
        seen = sheet.contract.state_seen if gap is Gap.STATE_STALE else None
        sheet.document.report(
            advice.rule,
            f"{gap.value} ({seen})" if seen else gap.value,
            sheet.key(advice.key),
            severity=Severity.TO_COMPLETE,
            proposal=advice.proposal,
        )

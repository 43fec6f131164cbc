"""The rules that one contract's file must hold to, beyond the form of its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.contract import Contract, Organisation
from generator.model.keys import key_paths
from generator.model.period import initial_period, length_bounds, period_of
from generator.source import suggestions
from generator.source.document import Document, Mark
from generator.source.problem import Severity
from generator.source.yaml_nodes import Node, PathKey
from generator.territories.text_keys import fold

AUTHORITY_KINDS = frozenset(
    {"epci", "commune", "petr", "autre-collectivite", "departement", "region", "syndicat-mixte"}
)
"""Kinds of signatories that count as « collectivités territoriales et leurs groupements »
(CSP, art. L1434-10)."""

SHORTEST_YEARS, LONGEST_YEARS = 3, 5
_MONTH = 1 / 12

_WARNING = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contract beside the file that it was read from."""

    id: str
    folder: str
    contract: Contract
    root: Node
    document: Document

    def value(self, *path: PathKey) -> Mark:
        """Where the value at `path` stands."""
        return self.root.mark_of(path)

    def key(self, *path: PathKey) -> Mark:
        """Where the key at `path` stands."""
        return self.root.key_mark(path)


def check_contract(sheet: Sheet) -> None:
    """Report every rule that the contract breaks on its own."""
    _check_state(sheet)
    _check_dates(sheet)
    _check_length(sheet)
    _check_signatories(sheet)
    _check_totals(sheet)
    _check_paths_to_verify(sheet)


def _check_state(sheet: Sheet) -> None:
    contract = sheet.contract
    if contract.stage is not None and contract.state != "en préparation":
        sheet.document.report(
            "etape",
            "une étape est donnée à un contrat signé",
            sheet.key("etape"),
            expected="etape seulement quand etat est « en préparation »",
            proposal="retirez la ligne etape",
        )


def _check_dates(sheet: Sheet) -> None:
    duration = sheet.contract.duration
    period = period_of(sheet.contract)
    if duration.start and duration.end and duration.end.last_day < duration.start.first_day:
        sheet.document.report(
            "fin-avant-debut",
            f"le contrat finirait ({duration.end}) avant de commencer ({duration.start})",
            sheet.value("duree", "fin"),
            expected="une fin qui suit le début",
        )
    if duration.signature and duration.end and duration.end.last_day < duration.signature.first_day:
        sheet.document.report(
            "fin-avant-signature",
            f"le contrat finirait ({duration.end}) avant sa signature ({duration.signature})",
            sheet.value("duree", "fin"),
            severity=_WARNING,
            proposal="vérifiez les deux dates, ou dites-le dans « note »",
        )
    if (
        duration.signature
        and duration.start
        and duration.signature.first_day > duration.start.last_day
    ):
        sheet.document.report(
            "signature-apres-debut",
            f"signé ({duration.signature}) après le début de la période ({duration.start})",
            sheet.value("duree", "signature"),
            severity=_WARNING,
            proposal="vérifiez les deux dates ; si elles sont justes, rien à changer",
        )
    for index, amendment in enumerate(sheet.contract.amendments):
        if amendment.end and period.start and amendment.end.last_day < period.start.first_day:
            sheet.document.report(
                "fin-avant-debut",
                f"l’avenant ferait finir le contrat ({amendment.end}) avant son début ({period.start})",
                sheet.value("avenants", index, "fin"),
                expected="une fin qui suit le début",
            )


def _check_length(sheet: Sheet) -> None:
    if sheet.contract.state != "signé":
        return
    period = initial_period(sheet.contract)
    years = sheet.contract.duration.years
    if period.end is None and period_of(sheet.contract).end is None:
        sheet.document.report(
            "fin-inconnue",
            "fin du contrat inconnue",
            sheet.key("duree"),
            severity=_WARNING,
            proposal="si une source la donne, écrivez duree.fin ou duree.annees",
        )
        return
    bounds = (float(years), float(years)) if years is not None else length_bounds(period)
    if bounds is None:
        return
    shortest, longest = bounds
    if longest <= 0:  # it would end before it began, which `_check_dates` says
        return
    if longest < SHORTEST_YEARS - _MONTH or shortest > LONGEST_YEARS + _MONTH:
        sheet.document.report(
            "duree-inhabituelle",
            f"durée hors de {SHORTEST_YEARS} à {LONGEST_YEARS} ans",
            sheet.key("duree", "annees" if years is not None else "fin"),
            severity=_WARNING,
            found=f"{years} ans" if years is not None else f"du {period.start} au {period.end}",
            proposal="vérifiez les dates ; si elles sont justes, rien à changer",
        )


def _check_signatories(sheet: Sheet) -> None:
    contract = sheet.contract
    kinds = {organisation.kind for organisation in contract.signatories}
    if contract.state == "signé" and kinds and "ars" not in kinds and not kinds & AUTHORITY_KINDS:
        sheet.document.report(
            "signataires",
            "ni ARS ni collectivité parmi les signataires",
            sheet.key("signataires"),
            severity=_WARNING,
            expected="l’ARS et une collectivité au moins (code de la santé publique, art. L1434-10)",
        )
    for key, organisations in (
        ("signataires", contract.signatories),
        ("partenaires", contract.partners),
    ):
        _check_repeated_names(sheet, key, organisations)


def _check_repeated_names(sheet: Sheet, key: str, organisations: Sequence[Organisation]) -> None:
    seen: set[str] = set()
    for index, organisation in enumerate(organisations):
        name = fold(organisation.name)
        if name in seen:
            sheet.document.report(
                "organisme-repete",
                f"« {organisation.name} » est cité deux fois",
                sheet.value(key, index),
                severity=_WARNING,
                proposal="gardez une seule des deux lignes",
            )
        seen.add(name)


def _check_totals(sheet: Sheet) -> None:
    contract = sheet.contract
    listed = {
        "signataires": (contract.totals.signatories, len(contract.signatories)),
        "axes": (contract.totals.axes, len(contract.axes)),
        "actions": (contract.totals.actions, sum(1 for _ in contract.actions())),
    }
    for key, (total, length) in listed.items():
        if total is not None and total < length:
            sheet.document.report(
                "effectifs",
                f"le total de « {key} » ({total}) est plus petit que la liste du fichier ({length})",
                sheet.value("effectifs", key),
                severity=_WARNING,
                proposal="corrigez le total, ou dites dans « note » pourquoi ils diffèrent",
            )


def _check_paths_to_verify(sheet: Sheet) -> None:
    known = key_paths(Contract)

    def near(path: str) -> str | None:
        found = suggestions.nearest(path, known)
        return f"vouliez-vous dire « {found} » ?" if found else None

    for index, path in enumerate(sheet.contract.to_verify):
        if path not in known:
            sheet.document.report(
                "a-verifier",
                f"« {path} » n’est le chemin d’aucune clé",
                sheet.value("a_verifier", index),
                expected="un chemin comme duree.fin ou territoire.epci",
                proposal=partial(near, path),
            )

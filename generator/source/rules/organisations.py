"""Who signs a contract and who takes part: named once, under the right kind, and of this ground."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.organisation import Organisation
from generator.model.vocabulary import ORGANISATIONS
from generator.source.problem import Severity
from generator.source.rules.agencies import named_regions
from generator.source.sheet import Sheet
from generator.territories.reference import Reference
from generator.territories.text_keys import fold_lines

AUTHORITY_KINDS = frozenset(
    {"epci", "commune", "petr", "autre-collectivite", "departement", "region", "syndicat-mixte"}
)
"""Kinds of signatories that count as « collectivités territoriales et leurs groupements »
(CSP, art. L1434-10)."""

_KINDS = {
    "ars": "ars",
    "l ars": "ars",
    "a r s": "ars",
    "agence regionale de sante": "ars",
    "cpam": "cpam",
    "caisse primaire d assurance maladie": "cpam",
    "prefecture": "prefecture",
    "sous prefecture": "prefecture",
    "caf": "caf",
    "caisse d allocations familiales": "caf",
    "msa": "msa",
    "mutualite sociale agricole": "msa",
    "carsat": "carsat",
    "cgss": "cgss",
    "cpts": "cpts",
    "communaute professionnelle territoriale de sante": "cpts",
    "urps": "urps",
    "union regionale des professionnels de sante": "urps",
}
"""The kind of an organisation by the folded words that its name begins with."""

_FIRST_WORDS = frozenset(words.split()[0] for words in _KINDS)

_NEEDED_WORDS = {
    "ars": (" ars ", " a r s ", "agence regionale de sante", "agence de sante"),
    "cpam": ("cpam", "assurance maladie", "caisse primaire", " cgss ", "securite sociale"),
    "prefecture": ("prefe",),
}
"""What the folded name of an organisation of a kind always holds, one at least."""


def check_organisations(sheet: Sheet, reference: Reference) -> None:
    """Report signatories and partners that are repeated, mistyped, or another région's ARS."""
    contract = sheet.contract
    _check_signatory_kinds(sheet)
    for key, organisations in (
        ("signataires", contract.signatories),
        ("partenaires", contract.partners),
    ):
        if organisations:
            names = fold_lines("\n".join(organisation.name for organisation in organisations))
            _check_repeated_names(sheet, key, organisations, names)
            _check_kinds(sheet, key, organisations, names)
            _check_agencies(sheet, key, organisations, reference)


def _check_signatory_kinds(sheet: Sheet) -> None:
    kinds = {organisation.kind for organisation in sheet.contract.signatories}
    if (
        sheet.contract.state == "signé"
        and kinds
        and "ars" not in kinds
        and not kinds & AUTHORITY_KINDS
    ):
        sheet.document.report(
            "signataires",
            "ni ARS ni collectivité parmi les signataires",
            sheet.key("signataires"),
            severity=Severity.WARNING,
            expected="l’ARS et une collectivité au moins (code de la santé publique, art. L1434-10)",
        )


def _check_repeated_names(
    sheet: Sheet, key: str, organisations: Sequence[Organisation], names: Sequence[str]
) -> None:
    seen: set[str] = set()
    for index, (organisation, folded) in enumerate(zip(organisations, names, strict=True)):
        name = folded or organisation.name  # of another alphabet
        if name in seen:
            sheet.document.report(
                "organisme-repete",
                f"« {organisation.name} » est cité deux fois",
                sheet.value(key, index),
                severity=Severity.WARNING,
                proposal="gardez une seule des deux lignes",
            )
        seen.add(name)


def _check_kinds(
    sheet: Sheet, key: str, organisations: Sequence[Organisation], names: Sequence[str]
) -> None:
    for index, (organisation, name) in enumerate(zip(organisations, names, strict=True)):
        kind = organisation.kind
        told = _told_kind(organisation.name, name)
        if told is not None and told != kind:
            proposal = f"écrivez type: {told}"
        elif kind in _NEEDED_WORDS and not any(w in f" {name} " for w in _NEEDED_WORDS[kind]):
            proposal = (
                "corrigez le type (« autre » si aucun ne convient), ou écrivez le nom officiel"
            )
        else:
            continue
        sheet.document.report(
            "type-organisme",
            f"« {organisation.name} » n’est pas du type « {kind} »",
            sheet.value(key, index, "type"),
            severity=Severity.ERROR if "ars" in (kind, told) else Severity.WARNING,
            found=ORGANISATIONS[kind].label,
            expected=ORGANISATIONS[told].label if told else "un nom et un type qui s’accordent",
            proposal=proposal,
        )


def _told_kind(name: str, folded: str) -> str | None:
    """The kind that the first words of a name tell, or None."""
    # Ars-en-Ré, Ars-sur-Moselle: the agency writes its initials in capitals.
    if folded.partition(" ")[0] not in _FIRST_WORDS or name.startswith(("Ars ", "Ars-")):
        return None
    text = f"{folded} "
    return next((kind for words, kind in _KINDS.items() if text.startswith(f"{words} ")), None)


def _check_agencies(
    sheet: Sheet, key: str, organisations: Sequence[Organisation], reference: Reference
) -> None:
    agencies = [pair for pair in enumerate(organisations) if pair[1].kind == "ars"]
    if not agencies or not sheet.ground.communes:
        return
    own = sheet.ground.regions
    foreign: list[tuple[int, Organisation]] = []
    others = 0
    for index, organisation in agencies:
        named = named_regions(organisation.name, reference)
        if not named or named & own or reference.region_of_slug(sheet.folder) in named:
            others += 1
        else:
            foreign.append((index, organisation))
    # An ARS acts in its région alone; it may sign a neighbour's contract beside that one's own ARS.
    certain = key == "signataires" and not others
    names = " ou ".join(f"ARS {reference.regions[code].name}" for code in sorted(own))
    for index, organisation in foreign:
        sheet.document.report(
            "ars-region",
            f"« {organisation.name} » n’est pas l’ARS de ce territoire",
            sheet.value(key, index, "nom"),
            severity=Severity.ERROR if certain else Severity.WARNING,
            expected=names or "l’ARS de ce territoire",
            proposal=(f"écrivez {names}, " if names else "retirez cette ligne, ")
            + "ou corrigez le territoire",
        )

"""The rules on the codes of a contract's territory.

They read the file itself and not the model, so that a wrong code is told together with whatever else
is wrong in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.source.document import Document, Mark
from generator.source.problem import Severity
from generator.source.yaml_nodes import Node
from generator.territories.reference import Reference
from generator.territories.suggestions import suggest_communes, suggest_epcis

_COMMUNE = re.compile(r"(?:\d{2}|2[AB])\d{3}", re.ASCII)
_SIREN = re.compile(r"\d{9}", re.ASCII)


def check_perimeter(root: Node, document: Document, reference: Reference) -> None:
    """Report a territory without code, and every code that is unknown, repeated or needless."""
    perimeter = root.find(("territoire",))
    if perimeter is None or not isinstance(perimeter.content, dict):
        return  # the model says that it is missing, or no mapping
    if not any(perimeter.content.get(key) for key in ("epci", "communes")):
        document.report(
            "territoire",
            "territoire sans aucun code",
            root.key_mark(("territoire",)),
            expected="un code d’intercommunalité (epci) ou de commune (communes), au moins",
            proposal='territoire: {epci: ["200068120"]}',
        )
    epcis = _codes(root, "epci", _SIREN, document)
    communes = _codes(root, "communes", _COMMUNE, document)
    covered: set[str] = set()
    for siren, mark in epcis.items():
        if siren in reference.epcis:
            covered.update(reference.epcis[siren].communes)
        else:
            _report_unknown_epci(siren, mark, document, reference)
    for code, mark in communes.items():
        if code not in reference.communes:
            _report_unknown_commune(code, mark, document, reference)
        elif code in covered:
            document.report(
                "code-superflu",
                f"la commune {code} est déjà dans une des intercommunalités citées",
                mark,
                severity=Severity.WARNING,
                proposal="retirez ce code",
            )


def _codes(
    root: Node, key: str, pattern: re.Pattern[str], document: Document
) -> Mapping[str, Mark]:
    """The well-formed codes of a list with where each stands; one written twice is reported."""
    found: dict[str, Mark] = {}
    values = root.find(("territoire", key))
    for node in values.content if values and isinstance(values.content, list) else ():
        code = node.content
        if not isinstance(code, str) or pattern.fullmatch(code) is None:
            continue  # the model says that it is malformed
        if code in found:
            document.report(
                "code-repete", f"« {code} » est écrit deux fois", node.mark, proposal="gardez-en un"
            )
        found.setdefault(code, node.mark)
    return found


def _report_unknown_epci(siren: str, mark: Mark, document: Document, reference: Reference) -> None:
    document.report(
        "epci-inconnu",
        f"aucune intercommunalité n’a le numéro SIREN {siren}",
        mark,
        expected="le SIREN d’un EPCI à fiscalité propre ou d’un établissement public territorial",
        proposal=lambda: _either(
            f"{epci.siren} ({epci.name})" for epci in suggest_epcis(reference, siren)
        ),
    )


def _report_unknown_commune(
    code: str, mark: Mark, document: Document, reference: Reference
) -> None:
    former = reference.former.get(code)
    if former is not None:
        successor = reference.communes[former.successor]
        name = f"{former.name} ({code})" if former.name else f"l’ancienne commune {code}"
        document.report(
            "commune-fusionnee",
            f"{name} n’est plus une commune : elle fait partie de {successor.name}",
            mark,
            expected="un code du code officiel géographique en vigueur",
            proposal=f'écrivez "{successor.code}" ({successor.name})',
        )
        return
    document.report(
        "commune-inconnue",
        f"aucune commune n’a le code INSEE {code}",
        mark,
        expected="le code INSEE d’une commune, qui n’est pas son code postal",
        proposal=lambda: _either(_meant_communes(code, reference)),
    )


def _meant_communes(code: str, reference: Reference) -> list[str]:
    by_postcode = [
        f"{commune.code} ({commune.name}, code postal {code})"
        for commune in reference.by_postal_code(code)[:3]
    ]
    near = (f"{commune.code} ({commune.name})" for commune in suggest_communes(reference, code))
    return by_postcode or list(near)


def _either(choices: Iterable[str]) -> str | None:
    text = " ou ".join(choices)
    return f"vouliez-vous dire {text} ?" if text else None

"""Personal data: names with a title, e-mail addresses and phone numbers, which no file may hold."""

from __future__ import annotations

import re

from generator.source.document import Document, Mark
from generator.source.yaml_nodes import Node

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_TITLED_NAME = re.compile(
    r"(?:(?<=\s)|(?<=[(«:,;'’])|^)"
    r"(?P<title>M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Dr|Dre|Docteur|Docteure|Pr|Professeur|Professeure|Me)"
    rf"\s+(?P<name>{_NAME}(?:\s+(?:de\s+|du\s+|d['’])?{_NAME})*)"
)
_PLACE_BEFORE = re.compile(
    r"(?:hôpital|hospitalier|centre|clinique|lycée|collège|école|maison|espace|rue|place|avenue|"
    r"boulevard|square|allée|fondation|institut|résidence|ch|chu|ehpad)\s+(?:du\s+|de\s+la\s+|de\s+)?$",
    re.IGNORECASE,
)
"""A hospital or a street named after someone is no personal data."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d/])(?:(?:\+|00)33[\s.-]?\(?0?\)?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
_WEB = re.compile(r"^https?://", re.IGNORECASE)


def check_personal_data(root: Node, document: Document) -> None:
    """Report every text of the file that looks like a person's data."""
    for mark, text in root.texts():
        for kind, found in _traces(text):
            document.report(
                "donnee-personnelle",
                f"{kind} dans un fichier public",
                _locate(found, mark, document),
                found=f"« {found} »",
                expected="des organismes et des fonctions, jamais une personne ni ses coordonnées",
                proposal="écrivez l’organisme ou la fonction, ou une page publique de contact",
            )


def _traces(text: str) -> list[tuple[str, str]]:
    traces = [("adresse électronique", match.group()) for match in _EMAIL.finditer(text)]
    if _WEB.match(text):  # digits of an address are no phone number
        return traces
    traces += [("numéro de téléphone", match.group()) for match in _PHONE.finditer(text)]
    for match in _TITLED_NAME.finditer(text):
        if not _PLACE_BEFORE.search(text[: match.start("title")]):
            traces.append(("nom de personne", match.group()))
    return traces


def _locate(found: str, mark: Mark, document: Document) -> Mark:
    """Where `found` stands on the value's first line, or the value itself (folded texts)."""
    line = document.lines[mark.line - 1] if mark.line <= len(document.lines) else ""
    column = line.find(found, mark.column - 1)
    return Mark(mark.line, column + 1, len(found)) if column >= 0 else mark

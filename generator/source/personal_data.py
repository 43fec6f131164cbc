"""Personal data: names with a title, e-mail addresses and phone numbers, which no file may hold."""

from __future__ import annotations

import re

from generator.source.document import Document, Mark
from generator.source.yaml_nodes import Node

_TITLE = (
    r"(?<![\w.])(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle"
    r"|Dr|Dre|Docteur|Docteure|Pr|Professeur|Professeure|Me)\s"
)
_NAME = r"(?:de\s+(?:la\s+)?|du\s+|d['’])?[A-ZÀ-ÖØ-Þ][\w’'-]+"
_TITLED_NAME = re.compile(rf"{_TITLE}\s*{_NAME}(?:\s+{_NAME})*")
_PLACE_BEFORE = re.compile(
    r"\b(?:hôpital|hospitalier|centre|clinique|polyclinique|lycée|collège|école|maison|espace|rue|place|"
    r"avenue|boulevard|square|allée|quai|chemin|route|impasse|parc|stade|salle|fondation|institut|"
    r"résidence|ch|chu|ehpad)\s+(?:du\s+|de\s+la\s+|de\s+)?$",
    re.IGNORECASE,
)
"""A hospital or a street named after someone is no personal data."""
_PLACE_LENGTH = 40
"""As many characters before a title are looked at for such a place, and no more."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d/])(?:(?:\+|00)33[\s.-]?\(?0?\)?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
_WEB = re.compile(r"^https?://", re.IGNORECASE)

_SUSPECTS = tuple(
    re.compile(pattern) for pattern in (r"[@\\+]", r"0(?<![\d/]0)[\d\s.()-]{8}", _TITLE)
)
"""A file without any of these holds no personal data; a backslash may hide any character."""


def check_personal_data(root: Node, document: Document) -> None:
    """Report every text of the file that looks like a person's data."""
    # Most files hold no trace at all: one look at the whole spares one at each of their texts.
    whole = " ".join(" ".join(document.lines).split())
    if not any(suspect.search(whole) for suspect in _SUSPECTS):
        return
    for node, text in root.texts():
        for kind, found in _traces(text):
            document.report(
                "donnee-personnelle",
                f"{kind} dans un fichier public",
                # Where it stands is searched for the few that are told, not for twenty thousand.
                node.mark if document.is_full() else _locate(found, node.mark, document),
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
        start = match.start()
        if not _PLACE_BEFORE.search(text[max(0, start - _PLACE_LENGTH) : start]):
            traces.append(("nom de personne", match.group()))
    return traces


def _locate(found: str, mark: Mark, document: Document) -> Mark:
    """Where `found` stands on the value's first line, or the value itself (folded texts)."""
    line = document.lines[mark.line - 1] if mark.line <= len(document.lines) else ""
    column = line.find(found, mark.column - 1)
    return Mark(mark.line, column + 1, len(found)) if column >= 0 else mark

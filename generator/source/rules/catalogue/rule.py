"""Rule: what the catalogue says of one rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.source.problem import Severity


class Subject(Enum):
    """What a rule is about; its value is the heading of its table."""

    FORM = "La forme du fichier"
    ADDRESSES = "Les adresses web"
    TERRITORY = "Le territoire"
    DATES = "Les dates et la suite des contrats"
    PEOPLE = "Les personnes"
    UNUSUAL = "Les avertissements"
    MISSING = "Ce qui est à compléter"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, at one severity. Texts are French, and may hold code and links in Markdown."""

    id: str
    """What a message shows between brackets."""
    severity: Severity
    subject: Subject
    what: str
    """What is wrong, unusual or missing."""
    advice: str
    """What to do about an error; why a warning is told."""
    example: str
    """A message that the check really prints: a test breaks every rule to hold it."""

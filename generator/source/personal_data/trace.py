"""Trace: a stretch of a folded text that looks like a person's data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was found; the values are the French words of the message."""

    EMAIL = "adresse de messagerie"
    PHONE = "numéro de téléphone"
    NAME = "nom de personne"


@dataclass(frozen=True, slots=True)
class Trace:
    """What was found, and the span of the text that it takes."""

    kind: Kind
    start: int
    end: int
    in_address: bool = False
    """Whether it is a part of a web address."""

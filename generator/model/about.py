"""About: what the guide and the site do with a field, beside its label, its meaning and its examples."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Prints(Enum):
    """How a value is printed where its type does not say it."""

    BY_TYPE = "by type"
    """A date in French, the label of a word of a list, oui or non, a number with its spaces."""
    ORDINAL = "ordinal"
    """1er, 2e…"""
    DENSITY = "density"
    """Inhabitants a km²."""


class Section(Enum):
    """The part of the guide that tells of a field of the file, and of what stands under it."""

    WHAT = "what the contract is"
    WHERE = "where it holds"
    WHEN = "when"
    WHO = "with whom"
    CONTENT = "what it is about"
    ORIGIN = "where the facts come from"


@dataclass(frozen=True, slots=True)
class Counted:
    """A fact that the page of figures counts contracts by: those whose file has it."""

    label: str
    signed_only: bool = False
    """True where only a signed contract may have it, so that the others are not looked at."""


@dataclass(frozen=True, slots=True)
class About:
    """What a field says of itself beside pydantic's title, examples and docstring.

    Given to `Field` as its `json_schema_extra`, it also tells editors where the fact is found.
    """

    section: Section | None = None
    """Where the guide tells of it; None for what stands under another field."""
    found: str = ""
    """Where a contract or a page about it tells the fact, after « Où le trouver : »."""
    counted: Counted | None = None
    """How the page of figures counts it; None where it does not."""
    compared: bool = False
    """Whether contracts side by side show it."""
    listed: bool = False
    """Whether the list at the head of the contract's page prints it, where it is known."""
    prints: Prints = Prints.BY_TYPE

    def __call__(self, schema: dict[str, Any]) -> None:
        """Add where the fact is found to the field's JSON Schema."""
        if self.found:
            schema["description"] = f"{schema['description']} Où le trouver : {self.found}."

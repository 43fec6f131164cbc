"""How a fact prints: its value in words, by its type and by what the fact says of itself."""

from __future__ import annotations

from typing import Any

from generator.directory.facts import Fact, Stated
from generator.model.about import Prints
from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.site.text import french


def told(fact: Fact, value: Any) -> list[str]:
    """`value` of `fact` in French, one text an item; nothing where it is not known."""
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return [text for item in value for text in told(fact, item)]
    return [text] if (text := _text(fact, value)) else []


def _text(fact: Fact, value: Any) -> str:
    if fact.prints is Prints.ORDINAL:
        return f"{value}{'er' if value == 1 else 'e'}"
    if fact.prints is Prints.DENSITY:
        return f"{french.number(round(value))} habitants par km²"
    if fact.vocabulary is not None:
        return fact.vocabulary[value].label
    match value:
        case bool():
            return "oui" if value else "non"
        case int():
            return french.number(value)
        case PartialDate():
            return french.partial_date(value)
        case Period():
            return french.period(value)
        case Stated():
            return french.stated(value.total, value.named, feminine=value.feminine)
        case _:
            return str(value)

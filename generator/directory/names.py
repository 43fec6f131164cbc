"""What a contract is called in lists: its short name, and its territory's."""

from __future__ import annotations

import re

from generator.directory.directory import Entry

_FULL = re.compile(r"contrat local de santé", re.IGNORECASE)
_BEFORE_TERRITORY = re.compile(
    r"^(?:(?:Premier|Deuxième|Second|Troisième|Nouveau)\s+)?CLS\s*"
    r"(?:intercommunal|médico-social|métropolitain|[IV]+\b|\d\+?)?\s*"
    r"(?:(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])"
    r"(?:(?:[Cc]ommunauté\s+de\s+communes|[Cc]ommunauté\s+urbaine|[Vv]ille|[Tt]erritoire|PETR|[Pp]ays)"
    r"(?:\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’]))?\b\s*)?)?",
)
"""« La » of « de La Rochelle » is part of the name, « la » of « de la Haute-Gironde » is not."""


def short_name(entry: Entry) -> str:
    """The contract's name as a list shows it: « CLS de Cornouaille »."""
    return _FULL.sub("CLS", entry.contract.name, count=1)


def territory_name(entry: Entry) -> str:
    """What a reader looks for in an alphabetical list: « Cornouaille », « Annonay »."""
    name = short_name(entry)
    return _BEFORE_TERRITORY.sub("", name) or name

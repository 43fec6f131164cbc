"""What the name of a contract holds: its short form, its territory, and the rank that it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FULL = re.compile(r"contrat local de santé", re.IGNORECASE)

_WORDS = {
    "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2,
    "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
}  # fmt: skip
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}

_ORDINAL = rf"(?:{'|'.join(_WORDS)}|\d{{1,2}}\s?(?:er|[èe]?re|[eᵉ]|[èe]me|nde?)\b)"
_NUMBER = r"(?:n°\s?)?(?:\d{1,2}(?!\d)\+?|(?:iv|vi?|i{1,3})\b)"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)\d\d)?"
_KINDS = r"intercommunal|pluri-?communal|médico-social|métropolitain"

_OPENING = re.compile(
    rf"^(?:(?P<rank>{_ORDINAL}|nouveau)\s+)?"
    rf"(?P<label>CLS|contrat territorial de santé)(?P<kind>\s+(?:{_KINDS})\b)?"
    # « CLS 2 de Reims », but « CLS 4 Rivières » has its number from its territory.
    rf"(?:\s*(?P<number>{_NUMBER}|(?:de\s+)?{_ORDINAL}\s+génération|{_YEARS})"
    r"(?=\s+(?:de|du|des|d['’])|\s*$|\s*[-–,:(]))?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:[\s,–-]+|\s*\()(?:"
    rf"(?P<rank>(?:de\s+)?{_ORDINAL}\s+(?:génération|contrat|version|CLS)"
    rf"|(?<=\(){_ORDINAL}|(?:CLS|contrat|version|génération)\s*{_NUMBER})"
    rf"|(?<=\()(?:renouvellement|reconduction|nouveau)|{_YEARS})\)?$",
    re.IGNORECASE,
)
"""What stands after the territory and tells when, or which of several, the contract is."""

_BEFORE_TERRITORY = re.compile(
    r"^(?:(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])"
    r"(?:(?:[Cc]ommunautés?\s+de\s+communes|[Cc]ommunauté\s+urbaine|[Cc]ommunauté\s+d['’]agglomération"
    r"|[Aa]gglomération|[Vv]ille|[Tt]erritoire|PETR|[Pp]ays)"
    r"(?:\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’]))?\b\s*)?)?",
)
"""« La » of « de La Rochelle » is part of the name, « la » of « de la Haute-Gironde » is not."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """What is read in a contract's name."""

    short: str
    """« CLS d'Argonne-Meuse »: no rank, no years."""
    territory: str
    """What a reader looks for in an alphabetical list: « Argonne-Meuse », « Annonay »."""
    rank: int | None
    """That « Deuxième contrat … », « CLS II … » or « (2e génération) » tells."""


def name_parts(name: str) -> NameParts:
    """The parts of the name of a contract, as its file writes it."""
    short = _FULL.sub("CLS", name, count=1).strip()
    opening = _OPENING.match(short)
    ranks = [opening["rank"], opening["number"]] if opening else []
    rest = short[opening.end() :] if opening else short
    while closing := _CLOSING.search(rest):
        if opening is None and not rest[: closing.start()].strip():
            break
        ranks.append(closing["rank"])
        rest = rest[: closing.start()]
    rank = next(filter(None, map(_rank, ranks)), None)
    if opening is None:
        return NameParts(rest, rest, rank)
    label = f"{opening['label']}{opening['kind'] or ''}"
    territory = _BEFORE_TERRITORY.sub("", rest.strip()) or rest.strip()
    return NameParts(f"{label}{rest}", territory or label, rank)


def _rank(told: str | None) -> int | None:
    """« Deuxième », « II », « 2e génération » → 2."""
    for word in re.findall(r"[^\W\d]+|\d+", (told or "").lower()):
        if word.isdecimal():
            return int(word) if int(word) < 1900 else None
        if rank := _WORDS.get(word) or _ROMANS.get(word):
            return rank
    return None

"""Edition: the directory on one day, as the site prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.directory import Directory, Entry
from generator.model.vocabulary import STATUSES
from generator.territories.text_keys import fold

_FULL = re.compile(r"contrat local de santé", re.IGNORECASE)
_BEFORE_TERRITORY = re.compile(
    r"^(?:(?:Premier|Deuxième|Second|Troisième|Nouveau)\s+)?CLS\s*"
    r"(?:intercommunal|médico-social|métropolitain|[IV]+\b|\d\+?)?\s*"
    r"(?:(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])"
    r"(?:(?:[Cc]ommunauté\s+de\s+communes|[Cc]ommunauté\s+urbaine|[Vv]ille|[Tt]erritoire|PETR|[Pp]ays)"
    r"(?:\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’]))?\b\s*)?)?",
)
"""« La » of « de La Rochelle » is part of the name, « la » of « de la Haute-Gironde » is not."""


LIVE = ("en-cours", "a-venir", "en-preparation", "echeance-inconnue")
"""Statuses of the contracts that may matter today."""


@dataclass(frozen=True)
class Edition:
    """A directory, a day, and where readers propose corrections."""

    directory: Directory
    on: date
    """The day at which statuses are derived."""
    repository: str
    """Address of the public repository, without a final slash."""
    statuses: dict[str, str] = field(init=False)
    """Status id of each contract on that day, by contract id."""

    def __post_init__(self) -> None:
        statuses = {
            entry.id: self.directory.status(entry, self.on)
            for entry in self.directory.entries.values()
        }
        object.__setattr__(self, "statuses", statuses)

    def status(self, entry: Entry) -> str:
        """Status id of `entry` on the edition's day."""
        return self.statuses[entry.id]

    def with_status(self, entries: Iterable[Entry], *statuses: str) -> list[Entry]:
        """Those of `entries` that have one of the statuses."""
        return [entry for entry in entries if self.statuses[entry.id] in statuses]

    def counts(self, entries: Iterable[Entry]) -> dict[str, int]:
        """How many of `entries` have each status; statuses in vocabulary order, zero left out."""
        found = [self.statuses[entry.id] for entry in entries]
        return {status: found.count(status) for status in STATUSES if status in found}

    def in_order(self, entries: Iterable[Entry]) -> list[Entry]:
        """`entries` by territory in French alphabetical order, then oldest first."""
        return sorted(entries, key=_order)


def short_name(entry: Entry) -> str:
    """The contract's name as a list shows it: « CLS de Cornouaille »."""
    return _FULL.sub("CLS", entry.contract.name, count=1)


def territory_name(entry: Entry) -> str:
    """What a reader looks for in an alphabetical list: « Cornouaille », « Annonay »."""
    name = short_name(entry)
    return _BEFORE_TERRITORY.sub("", name) or name


def _order(entry: Entry) -> tuple[str, date, str]:
    return fold(territory_name(entry)), entry.period.first_day or date.max, entry.id

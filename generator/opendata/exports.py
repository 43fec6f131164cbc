"""The list of public files, each with its permanent address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.directory.edition import Edition
from generator.opendata.contracts import contracts_csv


@dataclass(frozen=True, slots=True)
class Export:
    """A public file."""

    path: str
    """From the site's root; permanent once published."""
    write: Callable[[Edition], bytes]


EXPORTS = (Export("donnees/contrats.csv", contracts_csv),)

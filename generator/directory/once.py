"""What is worked out of a contract once an edition, however many pages show it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.directory.directory import Entry
from generator.directory.edition import Edition

Made = TypeVar("Made")


def once_a_contract(make: Callable[[Edition, Entry], Made]) -> Callable[[Edition, Entry], Made]:
    """`make`, which must be pure, kept for each contract with the edition, and gone with it."""

    @wraps(make)
    def made(edition: Edition, entry: Entry) -> Made:
        known: dict[str, Made] = edition.made.setdefault(make, {})
        if entry.id not in known:
            known[entry.id] = make(edition, entry)
        return known[entry.id]

    return made

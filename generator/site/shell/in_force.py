"""The figures of what runs today, as the pages of places show them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.in_force import InForce
from generator.model.vocabulary import Family
from generator.site.text import french

Numbers = list[tuple[str, str]]
"""A figure and what it counts."""


def in_force_numbers(found: InForce, total: int, of_place: str) -> Numbers:
    """`total`: contracts known, whatever their status; `of_place`: « de la région »."""
    numbers = [
        (french.number(total), "contrats recensés"),
        (french.number(found.current), "contrats en cours"),
        (french.number(found.likely), "contrats vraisemblablement en cours"),
        (french.number(found.covered.population), covered_words(found, f" {of_place}")),
    ]
    return numbers if found.likely else [*numbers[:2], numbers[3]]


def covered_words(found: InForce, of_place: str = "") -> str:
    """What the inhabitants covered by a contract in force are, and how many more most likely are."""
    sure = (
        f"habitants couverts par un contrat en cours ({french.percent(found.share)} de la population"
        f"{of_place})"
    )
    if not found.likely:
        return sure
    more = french.number(found.covered_or_likely.population)
    return (
        f"{sure} ; {more} ({french.percent(found.share_or_likely)}) avec les contrats "
        "vraisemblablement en cours"
    )


def running_numbers(edition: Edition, entries: Iterable[Entry]) -> Numbers:
    """Of contracts counted before, those in force, then those most likely so."""
    found = list(entries)
    likely = edition.of_family(found, Family.LIKELY_IN_FORCE)
    return [
        (french.number(len(edition.in_force(found))), "dont en cours"),
        (french.number(len(likely)), "dont vraisemblablement en cours"),
    ]

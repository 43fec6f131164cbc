"""Which régions the name of an ARS tells, those that were merged in 2016 included."""

from __future__ import annotations

from functools import cache

from generator.territories.reference import Reference
from generator.territories.text_keys import fold

_FORMER_REGIONS = {
    "alsace": ("44",),
    "aquitaine": ("75",),
    "auvergne": ("84",),
    "basse normandie": ("28",),
    "bourgogne": ("27",),
    "champagne ardenne": ("44",),
    "franche comte": ("27",),
    "haute normandie": ("28",),
    "languedoc roussillon": ("76",),
    "limousin": ("75",),
    "lorraine": ("44",),
    "midi pyrenees": ("76",),
    "nord pas de calais": ("32",),
    "ocean indien": ("04", "06"),
    "paca": ("93",),
    "picardie": ("32",),
    "poitou charentes": ("75",),
    "reunion": ("04",),
    "rhone alpes": ("84",),
}
"""INSEE codes of today, by the folded name of a région before 2016 or of an ARS that had two.

« Centre » is left out: the word tells no région on its own.
"""


@cache
def named_regions(name: str, reference: Reference) -> frozenset[str]:
    """INSEE codes of the régions that `name` tells: none for « ARS » alone."""
    text = f" {fold(name)} "
    found: set[str] = set()
    for known, codes in _names(reference):
        if f" {known} " in text:
            found.update(codes)
            text = text.replace(
                f" {known} ", "  "
            )  # « Bourgogne-Franche-Comté » is no « Bourgogne »
    return frozenset(found)


@cache
def former_regions(region: str) -> tuple[str, ...]:
    """Folded names that a région of today, by its INSEE code, bore in part before 2016."""
    return tuple(name for name, codes in _FORMER_REGIONS.items() if region in codes)


@cache
def _names(reference: Reference) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Folded names with their codes, the longest first."""
    names = {fold(region.name): (region.code,) for region in reference.regions.values()}
    return tuple(sorted((names | _FORMER_REGIONS).items(), key=lambda item: -len(item[0])))

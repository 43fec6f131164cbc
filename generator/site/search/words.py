"""The words that a mistyped one is taken for: those of themes, axes, organisations and territories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.directory.edition import Edition
from generator.directory.names import name_parts
from generator.formats import json
from generator.model.vocabulary import AXES, ORGANISATIONS, THEMES
from generator.site.room import SiteFiles
from generator.site.shell import addresses
from generator.territories.text_keys import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
"""A shorter word is one slip away from too many others."""


def word_files(edition: Edition) -> SiteFiles:
    """Site path and content of the list, in the order in which words are tried."""
    yield addresses.SEARCH_WORDS, json.compact(list(_words(edition).values()))


def _words(edition: Edition) -> dict[str, str]:
    """Each word as it is first met, by its key."""
    found: dict[str, str] = {}
    for label in _labels(edition):
        for word in _WORD.findall(label):
            found.setdefault(fold(word), word if word.isupper() else _lowered(word, label))
    return found


def _lowered(word: str, label: str) -> str:
    # A label begins with a capital; a name keeps its own.
    return word.lower() if label.startswith(word) and label[1:] == label[1:].lower() else word


def _labels(edition: Edition) -> Iterator[str]:
    for terms in (THEMES, AXES, ORGANISATIONS):
        yield from (term.label for term in terms.values())
    directory = edition.directory
    yield from (region.region.name for region in directory.regions.values())
    yield from (place.name for place in directory.reference.departements.values())
    yield from (name_parts(entry.contract.name).territory for entry in directory.entries.values())

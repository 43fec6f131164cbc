"""What a contributor probably meant: a near word, a date in ISO form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from generator.model.dates import PartialDate
from generator.model.vocabulary import Vocabulary
from generator.territories.text_keys import fold

_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip


WORD_LIMIT = 200
"""Longer texts, in characters, are no slip of the finger: nothing looks like them."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like `word`, or None when none does."""
    if len(word) > WORD_LIMIT:
        return None
    folded = {fold(choice): choice for choice in choices}
    key = fold(word)
    if key in folded:
        return folded[key]
    close = get_close_matches(key, folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None


def nearest_term(word: str, vocabulary: Vocabulary) -> str | None:
    """The id of the term whose id or label looks most like `word`."""
    by_label = {term.label: term.id for term in vocabulary.values()}
    choice = nearest(word, [*vocabulary, *by_label])
    return by_label.get(choice, choice) if choice else None


def iso_date(text: str) -> str | None:
    """`text` (12/07/2023, « juillet 2023 », 12 juillet 2023 …) as an ISO partial date, or None."""
    if len(text) > WORD_LIMIT:
        return None
    words = fold(text).split()
    words = ["1" if word == "1er" else word for word in words]
    numbers = [word for word in words if word.isdecimal()]
    months = [_MONTHS.index(word) + 1 for word in words if word in _MONTHS]
    year = next((number for number in numbers if re.fullmatch(r"(19|20)\d\d", number)), None)
    if year is None:
        return None
    others = [int(number) for number in numbers if number is not year]
    if words and words[0] == year:  # year first: 2023/07/12, 2023-7
        others.reverse()
    order = [*others, *months] if months else others
    parts = [int(year), *reversed(order)]
    try:
        return str(PartialDate(*parts[:3])) if len(parts) <= 3 else None
    except ValueError:
        return None

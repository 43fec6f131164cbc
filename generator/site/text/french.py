"""French as it is printed: spaces that do not break, dates, numbers, plurals, lists, sorting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.territories.text_keys import fold_lines

NBSP, NARROW = "\u00a0", "\u202f"
"""Space that does not break, and the narrow one that comes before ; ! ? and between thousands."""

NOT_STATED = "non renseigné dans les sources"

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

_RULES = (
    (("'",), re.compile(r"'(?<=\w')(?=\w)"), "’"),
    (("«",), re.compile(r"«\s*"), "«" + NBSP),
    (("»",), re.compile(r"(?<=\S)\s*»"), NBSP + "»"),
    ((";", "!", "?"), re.compile(r"(?<=\S)\s*([;!?]+)(?=\s|$|[»)])"), NARROW + r"\1"),
    ((":",), re.compile(r"\s+:(?=\s|$)"), NBSP + ":"),
    ((":",), re.compile(r":(?<=\w:)(?=\s)"), NBSP + ":"),
    ((" ",), re.compile(r" (?<=\d )(?=\d{3}(?!\d))"), NARROW),
    (("%", "€"), re.compile(r"(?<=\d)\s+(?=[%€])"), NBSP),
    (("M.", "Mme", "n°", "art."), re.compile(r"\b(M\.|Mme|n°|art\.) (?=\w)"), r"\1" + NBSP),
    (("...",), re.compile(r"\.\.\."), "…"),
)
"""What a text holds that a rule may change, the rule, and what is written instead.

A pattern that begins with a plain character is found ten times as fast: what stands before comes after.
"""


def typography(text: str) -> str:
    """`text` with French spaces, quotes and apostrophes; done twice, it changes nothing more."""
    for marks, pattern, replacement in _RULES:
        # Most texts hold none of the marks, and looking for them costs a tenth of the rule.
        for mark in marks:
            if mark in text:
                text = pattern.sub(replacement, text)
                break
    return text


def number(value: int) -> str:
    """`217882` → « 217 882 », with narrow spaces that do not break."""
    return f"{value:,}".replace(",", NARROW)


def decimal(value: float, digits: int = 1) -> str:
    """`12.34` → « 12,3 »."""
    return f"{value:,.{digits}f}".translate({ord(","): NARROW, ord("."): ","})


def plural(count: int, singular: str, many: str | None = None) -> str:
    """« 1 commune », « 0 commune », « 12 communes »: in French the plural begins at two."""
    word = singular if count < 2 else many or f"{singular}s"
    return f"{number(count)}{NBSP}{word}"


def day(value: date) -> str:
    """« 12 juillet 2023 », « 1er juillet 2023 »."""
    first = "1er" if value.day == 1 else str(value.day)
    return f"{first}{NBSP}{MONTHS[value.month - 1]}{NBSP}{value.year}"


def month(value: date) -> str:
    """« juillet 2023 »."""
    return f"{MONTHS[value.month - 1]}{NBSP}{value.year}"


def partial_date(value: PartialDate) -> str:
    """« 12 juillet 2023 », « juillet 2023 » or « 2023 », as precise as the source."""
    if value.month is None:
        return str(value.year)
    if value.day is None:
        return month(value.first_day)
    return day(value.first_day)


def when(value: PartialDate) -> str:
    """« le 12 juillet 2023 », « en juillet 2023 », « en 2023 »."""
    return f"{'en' if value.day is None else 'le'} {partial_date(value)}"


def since(value: PartialDate) -> str:
    """« depuis le 12 juillet 2023 », « depuis juillet 2023 », « depuis 2023 »."""
    return f"depuis {'le ' if value.day is not None else ''}{partial_date(value)}"


def until(value: PartialDate) -> str:
    """« jusqu’au 12 juillet 2023 », « jusqu’à juillet 2023 », « jusqu’en 2023 »."""
    if value.day is not None:
        return f"jusqu’au {partial_date(value)}"
    return f"jusqu’{'en' if value.month is None else 'à'} {partial_date(value)}"


def period(value: Period) -> str:
    """« 2023-2028 », « de juillet 2023 à 2028 », « début en 2023, fin non renseignée … ».

    It says nothing of today: whether the contract still runs is told by its status.
    """
    start, end = value.start, value.end
    if start is None:
        return until(end) if end is not None else NOT_STATED
    if end is None:
        first = "signature" if value.starts_at_signature else "début"
        return f"{first} {when(start)}, fin {NOT_STATED.replace('renseigné', 'renseignée')}"
    if start.month is None and end.month is None:
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    opening = "du" if start.day is not None else "d’" if partial_date(start)[0] in "ao" else "de"
    gap = "" if opening == "d’" else NBSP
    closing = "au" if end.day is not None else "à"
    return f"{opening}{gap}{partial_date(start)} {closing}{NBSP}{partial_date(end)}"


def stated(total: int | None, named: int, feminine: bool = False) -> str:
    """« 25 selon une source, 13 nommés », « 5 nommées dans les sources », or nothing."""
    ending = ("e" if feminine else "") + ("s" if named > 1 else "")
    if total is None:
        return f"{named} nommé{ending} dans les sources" if named else ""
    if named == total:
        return f"{total}, tou{'te' if feminine else ''}s nommé{ending}" if total > 1 else f"{total}"
    none = "aucune" if feminine else "aucun"
    return f"{total} selon une source, {named or none} nommé{ending}"


def enumerate_words(words: Sequence[str]) -> str:
    """« a », « a et b », « a, b et c »."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"


def together(name: str, count: int | None) -> str:
    """« communes membres (28) » where a name stands for several, else the name alone."""
    return f"{name} ({number(count)})" if count else name


def in_order(texts: Iterable[str]) -> list[str]:
    """`texts` in French alphabetical order."""
    found = list(texts)
    keys = fold_lines("\n".join(text.replace("\n", " ") for text in found))
    order = sorted(range(len(found)), key=keys.__getitem__)
    return [found[place] for place in order]


def percent(share: float) -> str:
    """« 12 % », « moins de 1 % »: a share between 0 and 1 in whole percents, never a false 0 nor 100."""
    if 0 < share < 0.005:
        return f"<{NBSP}1{NBSP}%"
    if 0.995 <= share < 1:
        return f">{NBSP}99{NBSP}%"
    return f"{decimal(100 * share, 0)}{NBSP}%"

"""Names that follow a title, such as « Mme Durand », in a folded text or a web address.

What bears someone's name is no person: « Hôpital Docteur Schaffner », « rue du Docteur Roux ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.personal_data.first_names import is_first_name
from generator.source.personal_data.trace import Kind, Trace
from generator.source.personal_data.words import (
    BREAKS,
    NOT_A_NAME,
    NOT_MISTER,
    OFFICES,
    PLACES,
    STREETS,
)
from generator.territories.text_keys import fold

CIVILITIES = (
    "M.", "MM.", "MM", "Mr.", "Mr", "Mrs", "Mme.", "Mme", "Mmes", "Mlle.", "Mlle", "Mlles", "Melle",
    "Monsieur", "Messieurs", "Madame", "Mesdames", "Mademoiselle", "Mesdemoiselles",
)  # fmt: skip
DOCTORS = (
    "Dr.", "Dr", "Drs", "Dre", "Docteur", "Docteurs", "Docteure", "Docteures",
    "Pr.", "Pr", "Pre", "Prof.", "Prof", "Professeur", "Professeurs", "Professeure",
    "Professeures", "Me.", "Me", "Maître", "Maîtres", "Maitre",
)  # fmt: skip
_LONE_M = "M"
_ACRONYMS = frozenset({"MR", "ME", "DR", "DRS", "DRE", "PR", "PRE"})
"""In capitals these are more often « direction régionale » or the like than titles."""
_ALSO_WORDS = frozenset({"m.", "mm", "mm.", "me", "me.", "pre", "prof"})
"""In lower case these are metres, pronouns …"""


def _spellings(titles: tuple[str, ...]) -> frozenset[str]:
    spelled = {form for title in titles for form in (title, title.lower(), title.upper())}
    return frozenset(spelled - _ALSO_WORDS)


_CIVIL, _LEARNED = _spellings(CIVILITIES), _spellings(DOCTORS)
_TITLES = _CIVIL | _LEARNED | {_LONE_M}
# Any word that may be a title: one that ends in a dot needs no space after it.
_TITLE = r"(?<![\w.])(?P<title>[MDPmdp][^\W\d_]{0,13}\.?)(?:(?<=\.) ?| )"

_UPPER = r"[^\W\d_a-zß-öø-ÿœ]"
_PARTICLE = (
    r"(?:[Dd]e (?:la |l['’])?|[Dd]u |[Dd]es |[Dd]['’]|[Vv]an (?:de[rn]? )?|[Vv]on |[Ee]l |[Bb]en )"
)
_INITIALS = rf"(?:(?<= ){_UPPER}\.(?:[ -]?{_UPPER}\.){{0,3}} ?)?"
_NAME = rf"{_INITIALS}{_PARTICLE}?{_UPPER}[\w’'-]++"
_TITLED = re.compile(rf"{_TITLE}(?P<name>{_NAME}(?: {_NAME}){{0,4}})")
_IN_LOWER_CASE = re.compile(
    r"(?<![\w.])(?P<title>[Mm]me|MME|[Mm]lle|MLLE)\.? (?P<name>[^\W\d_]{3,})"
)

_PARTICLES = frozenset({"la", "le", "l", "de", "du", "d"})

_OF = frozenset({"du", "de", "la", "des"})
_MOST_WORDS = 8
"""So many words at most stand between a place and the title in its name."""
_CLAUSE_ENDS = re.compile(r"[,;:()!?«»/]|\. ")
_LOOK_BACK = 80
"""As many characters before a title are looked at for a place, and no more."""


def titled_names(text: str) -> Iterator[Trace]:
    """The names with a title in a sentence."""
    position = 0
    while match := _TITLED.search(text, position):
        position = match.end("title")
        if match["title"] not in _TITLES:
            continue
        name = _before_a_title(match["name"])
        if name and _is_person(match, name):
            position = match.start("name") + len(name)
            yield Trace(Kind.NAME, match.start(), position)
    for match in _IN_LOWER_CASE.finditer(text):
        name = match["name"]
        place = _is_place(match["title"], _words_before(match))
        if name.islower() and name not in _TITLES and _can_be_name(name) and not place:
            yield Trace(Kind.NAME, *match.span())


def _before_a_title(name: str) -> str:
    """« Durand » for « Durand Mme Martin »."""
    words = name.split(" ")
    for index, word in enumerate(words):
        if word in _TITLES:
            return " ".join(words[:index])
    return name


def _is_person(match: re.Match[str], name: str) -> bool:
    title, before = match["title"], _words_before(match)
    if not _can_be_name(name) or _is_place(title, before):
        return False
    first = name.split(" ")[0]
    if title in {_LONE_M, "M.", "MM", "MM."} and before[-1:] and before[-1][-1].isdigit():
        return False  # « 5 M. »: millions
    if title == _LONE_M:
        return len(first) > 2 and _key(before[-1:]) not in NOT_MISTER
    if title in _ACRONYMS:
        if _key([first]) in OFFICES:
            return False
        return is_first_name(first) or (len(first) > 3 and first.isupper())
    return True


def _can_be_name(name: str) -> bool:
    """Whether no function is said: « Mme Le Goff » is a person, « Mme La Maire » need not be."""
    key = next((key for key in fold(name).split() if key not in _PARTICLES), None)
    return key is not None and key not in NOT_A_NAME


def _words_before(match: re.Match[str]) -> list[str]:
    """The words before a title, in its clause."""
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    return _CLAUSE_ENDS.split(before)[-1].split()


def _is_place(title: str, before: list[str]) -> bool:
    named = list(before)
    while named and named[-1] in _OF:
        del named[-1]
    if title in _LEARNED:
        return _is_named_after(named)
    if len(title) > len("Mmes."):  # written out: « lycée Madame de Staël »
        return _key(named[-1:]) in PLACES
    return _key(named[-1:]) in STREETS


def _is_named_after(words: list[str]) -> bool:
    """Whether a place stands before words in lower case: « centre de santé intercommunal »."""
    for word in reversed(words[-_MOST_WORDS:]):
        if _key([word]) in PLACES:
            return True
        if not word[0].islower() or word in BREAKS:
            return False
    return False


def _key(words: list[str]) -> str:
    """The last folded word, or none: « Hôpital-clinique » is a « clinique »."""
    return fold(" ".join(words)).rpartition(" ")[2]


_ADDRESS_TITLE = re.compile(
    r"(?<=[/=#])(?P<title>mme|mmes|mlle|madame|mademoiselle|monsieur|mr|dr|docteure?|professeure?|maitre)"
    r"[-_+. ]+(?P<first>[^\W\d_]{2,40})(?:[-_+. ]+(?P<second>[^\W\d_]{2,40}))?(?![^\W\d_])",
    re.IGNORECASE,
)
_ONLY_PERSONS = frozenset({"mme", "mmes", "mlle", "mademoiselle"})


def titled_names_in_address(address: str) -> Iterator[Trace]:
    """The names with a title that begin a part of a web address: `/mme-dupont`, `?nom=Dr+Jean+Roux`."""
    for match in _ADDRESS_TITLE.finditer(address):
        title, first, second = match["title"].lower(), match["first"], match["second"]
        certain = title in _ONLY_PERSONS and _can_be_name(first)
        # Other titles are also « direction régionale », « maître d’œuvre » …
        civil = title in _CIVIL and second and is_first_name(second)
        if certain or civil or (second and is_first_name(first)):
            yield Trace(Kind.NAME, *match.span())

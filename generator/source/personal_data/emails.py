"""E-mail addresses in a folded text, plain or disguised: `a [at] b.fr`, `a arobase b point fr`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.personal_data.trace import Kind, Trace

# Possessive quantifiers and bounded repeats keep the search linear on any text.
_LOCAL = r"(?<![\w.+-])[\w.+-]++"
_SIGN = r" ?@ ?"
_IN_BRACKETS = r"\(a\)| ?[\[({<] ?(?:at|arobase|chez|@) ?[\])}>] ?"
_IN_WORDS = r" (?:at|arobase|arrobase) "
_DOT = r" ?\. ?| ?[\[({] ?(?:dot|point|\.) ?[\])}] ?| (?:dot|point) "
_LABEL = r"[^\W_][\w-]{0,62}"
_TOP = r"[^\W\d_]{2,24}(?![\w-])"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL}){{0,6}}\.{_TOP}"
_TOP_IN_WORDS = r"(?:fr|com|org|net|eu|re|nc|pf|bzh|info|paris|corsica|alsace)(?![\w-])"
_DOMAIN_IN_WORDS = rf"{_LABEL}(?:(?:{_DOT}){_LABEL}){{0,6}}?(?:{_DOT}){_TOP_IN_WORDS}"

_EMAIL = re.compile(
    rf"{_LOCAL}(?:{_SIGN}|{_IN_BRACKETS}|{_IN_WORDS})(?:{_DOMAIN}|{_DOMAIN_IN_WORDS})",
    re.IGNORECASE,
)
_FILE = (
    r"(?:png|jpe?g|gif|svg|webp|pdf|html?|php|css|js|json|xml|aspx?|jsp|zip|docx?|xlsx?)(?![\w-])"
)
_TOP_IN_ADDRESS = rf"(?!{_FILE})(?:[a-z]{{2,4}}|paris|corsica|alsace)(?![\w-])"
_EMAIL_IN_ADDRESS = re.compile(
    rf"{_LOCAL}(?:@|[\[(]at[\])]){_LABEL}(?:\.{_LABEL}){{0,6}}\.{_TOP_IN_ADDRESS}", re.IGNORECASE
)


def emails(text: str) -> Iterator[Trace]:
    """The e-mail addresses of a sentence."""
    for match in _EMAIL.finditer(text):
        yield Trace(Kind.EMAIL, *match.span())


def emails_in_address(address: str) -> Iterator[Trace]:
    """The e-mail addresses in a web address: in its path, its query …, or after `mailto:`."""
    for match in _EMAIL_IN_ADDRESS.finditer(address):
        yield Trace(Kind.EMAIL, *match.span())

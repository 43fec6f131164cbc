"""How texts are written: « de » before a vowel, doubled spaces, capitals. Each is told with its fix."""

from __future__ import annotations

import re

from generator.model.fields import TEXT_LIMIT
from generator.source.document import Document
from generator.source.personal_data.passages import Passage, Where
from generator.source.problem import Severity
from generator.source.yaml_nodes import Node

_SPACES = re.compile("(?<=[^\\s])[ \u00a0\u202f]{2,}(?=[^\\s])")

_UNELIDED = re.compile(
    r"\b([Dd])e[ \u00a0]((?!onz|[Oo]u[ai]|uhlan|un\b|une\b|y[aeiouéè])"
    r"(?:[aeiouyàâéèêëîïôœ]|[AEIOUYÀÂÉÈÊËÎÏÔŒ](?=[a-zà-ÿœ]))[\wà-ÿ][\w'’-]*)"
)
"""« de » and a word that begins with a vowel: neither a letter alone (« de A à Z »), nor initials, which may
be spelt (« de URPS »), nor what is never elided (onze, oui). H, which may be aspirated, is left alone."""

_CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-ÞŒ]{5,}\b")
_LONG, _LONG_ENOUGH_IN_TWO = 9, 2
"""No initials have nine letters, and two words of five in a text without small letters are no initials."""


def check_writing(root: Node, document: Document) -> None:
    """Report texts of the file whose writing is a slip, with what to write instead."""
    # Most files hold no slip at all: a look at the whole spares one at each of their texts.
    whole = "\n".join(document.lines)
    if not any(pattern.search(whole) for pattern in (_UNELIDED, _SPACES, _CAPITALS)):
        return
    for node, text in root.texts():
        if "://" not in text and len(text) <= TEXT_LIMIT:
            passage = Passage(Where.VALUE, text, node.event, document)
            _check_elision(passage)
            _check_spaces(passage)
            _check_capitals(node, text, document)


def _check_elision(passage: Passage) -> None:
    for match in _UNELIDED.finditer(passage.text):
        passage.document.report(
            "elision",
            f"« {match.group()} » : « de » s’élide devant une voyelle",
            passage.mark(*match.span()),
            severity=Severity.WARNING,
            proposal=f"écrivez « {match.group(1)}’{match.group(2)} »",
        )


def _check_spaces(passage: Passage) -> None:
    for match in _SPACES.finditer(passage.text):
        before = passage.text[: match.start()].rpartition(" ")[2]
        after = passage.text[match.end() :].partition(" ")[0]
        passage.document.report(
            "espaces",
            f"{len(match.group())} espaces de suite",
            passage.mark(*match.span()),
            severity=Severity.WARNING,
            found=f"« {before}{match.group()}{after} »",
            proposal=f"écrivez « {before} {after} », avec un seul espace",
        )


def _check_capitals(node: Node, text: str, document: Document) -> None:
    if not text.isupper():
        return
    words = _CAPITALS.findall(text)
    if len(words) >= _LONG_ENOUGH_IN_TWO or any(len(word) >= _LONG for word in words):
        document.report(
            "majuscules",
            "texte tout en majuscules",
            node.mark,
            severity=Severity.WARNING,
            expected="des minuscules, avec leurs accents, sauf aux sigles et aux noms propres",
            proposal=f"écrivez « {text.capitalize()} », en rendant leurs accents aux mots et leurs"
            " majuscules aux noms propres",
        )

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
_LONG_WORD = 9
"""No initials have nine letters, and two words of five in a text without small letters are no initials."""

_VOWELS = "aeiouyàâéèêëîïôœAEIOUYÀÂÉÈÊËÎÏÔŒ"


def check_writing(root: Node, document: Document) -> None:
    """Report texts of the file whose writing is a slip, with what to write instead."""
    # Most files hold no slip at all: a look at the whole spares one at each of their texts.
    whole = "\n".join(document.lines).replace("\u00a0", " ").replace("\u202f", " ")
    checks = [check for check, clues in _CLUES.items() if any(clue.search(whole) for clue in clues)]
    if not checks:
        return
    for node, text in root.texts():
        if "://" not in text and len(text) <= TEXT_LIMIT:
            passage = Passage(Where.VALUE, text, node.event, document)
            for check in checks:
                check(passage, node)


def _check_elision(passage: Passage, _: Node) -> None:
    for match in _UNELIDED.finditer(passage.text):
        _report(
            "elision",
            f"« {match.group()} » : « de » s’élide devant une voyelle",
            match,
            passage,
            proposal=f"écrivez « {match.group(1)}’{match.group(2)} »",
        )


def _check_spaces(passage: Passage, _: Node) -> None:
    for match in _SPACES.finditer(passage.text):
        before = passage.text[: match.start()].rpartition(" ")[2]
        after = passage.text[match.end() :].partition(" ")[0]
        _report(
            "espaces",
            f"{len(match.group())} espaces de suite",
            match,
            passage,
            proposal=f"écrivez « {before} {after} », avec un seul espace",
        )


def _report(
    rule: str, message: str, match: re.Match[str], passage: Passage, *, proposal: str
) -> None:
    document = passage.document
    if document.is_full(Severity.WARNING):  # to tell its place would take time
        document.report_untold(1, Severity.WARNING)
        return
    place = passage.mark(*match.span())
    document.report(rule, message, place, severity=Severity.WARNING, proposal=proposal)


def _check_capitals(passage: Passage, node: Node) -> None:
    text = passage.text
    if not text.isupper():
        return
    words = _CAPITALS.findall(text)
    if len(words) > 1 or any(len(word) >= _LONG_WORD for word in words):
        passage.document.report(
            "majuscules",
            "texte tout en majuscules",
            node.mark,
            severity=Severity.WARNING,
            expected="des minuscules, avec leurs accents, sauf aux sigles et aux noms propres",
            proposal=f"écrivez « {text.capitalize()} », en rendant leurs accents aux mots et leurs"
            " majuscules aux noms propres",
        )


_CLUES = {
    # Each but the last begins with letters that are no choice: such a search is twenty times as fast.
    _check_elision: (re.compile(f"de (?=[{_VOWELS}])"), re.compile(f"De (?=[{_VOWELS}])")),
    _check_spaces: (re.compile(r"  (?<=\S  )"),),
    _check_capitals: (re.compile("[A-ZÀ-ÞŒ]{5}"),),
}
"""What a file holds, once its hard spaces are plain ones, where it may hold a slip of each kind."""

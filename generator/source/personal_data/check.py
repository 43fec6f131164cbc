"""Persons' names, e-mail addresses and phone numbers, which no file may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.source.document import Document
from generator.source.personal_data.emails import emails, emails_in_address
from generator.source.personal_data.first_names import holds_first_name
from generator.source.personal_data.folded_text import fold_text
from generator.source.personal_data.lone_names import lone_names
from generator.source.personal_data.passages import (
    Passage,
    Where,
    comment_passages,
    organisations,
    passages,
)
from generator.source.personal_data.phones import phones, phones_in_address
from generator.source.personal_data.suspects import is_suspect
from generator.source.personal_data.titled_names import titled_names, titled_names_in_address
from generator.source.personal_data.trace import Kind, Trace
from generator.source.problem import Severity
from generator.source.yaml_nodes import Node

_ADDRESS = re.compile(r"\bhttps?://[^\s«»<>\"]+", re.IGNORECASE)
_FILLER = "¤"

_WHERE = {
    Where.VALUE: "dans un fichier public",
    Where.KEY: "dans une clé d’un fichier public",
    Where.COMMENT: "dans un commentaire, qui est public comme tout le fichier",
}
_PAGE = "écrivez l’adresse d’une page publique de contact, dans contact.url"
_PROPOSALS = {
    Kind.EMAIL: _PAGE,
    Kind.PHONE: _PAGE,
    Kind.NAME: "écrivez l’organisme (« Ville de Perpignan ») ou la fonction (« la coordinatrice »)",
}


def check_personal_data(root: Node, document: Document) -> None:
    """Report every text of the file, its keys and comments too, that looks like a person's data."""
    # Most files hold no trace at all: one look at the whole spares one at each of their texts.
    if is_suspect("\n".join(document.lines)):
        for passage in passages(root, document):
            _check_traces(passage, document)
    for node, name in organisations(root):
        if _lone_names(name):
            _check_lone_names(Passage(Where.VALUE, name, node.event, document), document)
    for passage in comment_passages(document):
        _check_lone_names(passage, document)


def _check_traces(passage: Passage, document: Document) -> None:
    for trace in _apart([*_in_addresses(passage.text), *_in_prose(passage.text)]):
        document.report(
            "donnee-personnelle",
            f"{trace.kind} {_WHERE[passage.where]}",
            passage.mark(trace.start, trace.end),
            found=_quoted(passage.text[trace.start : trace.end]),
            expected="des organismes et des fonctions, jamais une personne ni ses coordonnées",
            proposal=_proposal(trace, passage.where),
        )


@lru_cache(maxsize=4096)  # most organisations are named in many files
def _lone_names(text: str) -> tuple[Trace, ...]:
    return tuple(_unfolded(text, 0, lone_names)) if holds_first_name(text) else ()


def _check_lone_names(passage: Passage, document: Document) -> None:
    for trace in _lone_names(passage.text):
        document.report(
            "personne-probable",
            "ce qui semble être le nom d’une personne",
            passage.mark(trace.start, trace.end),
            severity=Severity.WARNING,
            found=_quoted(passage.text[trace.start : trace.end]),
            expected="le nom d’un organisme",
            proposal=f"{_PROPOSALS[Kind.NAME]} ; si c’est un organisme, dites lequel : "
            "« association Jeanne Martin », « lycée Jeanne Martin »",
        )


def _in_prose(text: str) -> Iterator[Trace]:
    # A filler that is no part of anything keeps every place.
    prose = _ADDRESS.sub(lambda match: _FILLER * len(match.group()), text)
    return _unfolded(prose, 0, emails, phones, titled_names)


def _in_addresses(text: str) -> Iterator[Trace]:
    finders = emails_in_address, phones_in_address, titled_names_in_address
    for address in _ADDRESS.finditer(text):
        for trace in _unfolded(address.group(), address.start(), *finders):
            yield replace(trace, in_address=True)


def _unfolded(text: str, shift: int, *finders: Callable[[str], Iterator[Trace]]) -> Iterator[Trace]:
    """What the finders see in `text` once folded, at its places in the text as it is written."""
    folded = fold_text(text)
    for find in finders:
        for trace in find(folded.text):
            start, end = folded.original(trace.start, trace.end)
            yield Trace(trace.kind, start + shift, end + shift)


def _apart(traces: list[Trace]) -> Iterator[Trace]:
    """The traces in order; of those that overlap, the first and longest."""
    end = 0
    for trace in sorted(traces, key=lambda trace: (trace.start, -trace.end)):
        if trace.start >= end:
            yield trace
            end = trace.end


def _proposal(trace: Trace, where: Where) -> str:
    if where is Where.COMMENT:
        return "retirez-le du commentaire"
    if trace.in_address:
        return "citez une autre page, par exemple celle du site qui mène à celle-ci"
    return _PROPOSALS[trace.kind]


def _quoted(text: str) -> str:
    return "« " + text.replace("\n", " ") + " »"

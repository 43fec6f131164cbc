"""The rules on every text of a file, whatever its key: it holds a fact, and addresses fit to publish.

They read the file itself and not the model, so that they speak together with whatever else is wrong.
"""

from __future__ import annotations

import re

from generator.source.document import Document
from generator.source.rules.addresses import Address, fault_of
from generator.source.rules.placeholders import (
    check_trace,
    check_unfinished_names,
    is_placeholder,
    may_hold_traces,
    report_placeholder,
)
from generator.source.rules.social_networks import network_fault
from generator.source.yaml_nodes import Node
from generator.territories.text_keys import fold

_ADDRESS = re.compile(r"https?://[^\s<>«»\"]+", re.IGNORECASE)
_AFTER = ".,;:!?)]}…"
"""What the sentence around an address adds to it."""


def check_texts(root: Node, document: Document) -> None:
    """Report texts without a fact, and addresses that must not be published.

    To be called once the model has told the addresses that it refuses: they are not told twice.
    """
    closely = may_hold_traces(document)
    for node, text in root.texts():
        if "://" in text:
            _check_addresses(node, text, root, document)
        elif is_placeholder(text):
            report_placeholder(node, text, document)
        elif closely:
            check_trace(node, text, document)
    check_unfinished_names(root, document)


def _check_addresses(node: Node, text: str, root: Node, document: Document) -> None:
    def words() -> frozenset[str]:
        return _organisation_words(root)

    for found in _addresses(text):
        address = Address.parse(found)
        if address is None:
            continue
        fault = fault_of(address) or network_fault(address, words)
        if fault is None or _is_refused(node, document):
            continue
        document.report(
            fault.rule,
            fault.message,
            node.mark,
            severity=fault.severity,
            found=f"« {found} »" if found != text else None,
            expected=fault.expected,
            proposal=fault.proposal,
        )


def _addresses(text: str) -> list[str]:
    if text.startswith("http") and " " not in text:  # as most are: an address alone
        return [text]
    return [match.group().rstrip(_AFTER) for match in _ADDRESS.finditer(text)]


def _is_refused(node: Node, document: Document) -> bool:
    mark = node.mark
    return any(
        problem.rule == "url" and (problem.line, problem.column) == (mark.line, mark.column)
        for problem in document.problems
    )


def _organisation_words(root: Node) -> frozenset[str]:
    """Words of four letters or more in the names that the file gives to its contract and carrier."""
    names = (root.find((key,)) for key in ("nom", "porteur"))
    texts = (name.content for name in names if name is not None)
    return frozenset(
        word
        for text in texts
        if isinstance(text, str)
        for word in fold(text).split()
        if len(word) >= 4
    )

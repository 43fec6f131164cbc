"""The list of every address that the site has had: it only grows, so that none is ever lost."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.source import suggestions
from generator.source.document import Document, Mark
from generator.source.reading import read_lines
from generator.source.sheet import Sheet
from generator.source.visible import quoted

FILE = "published-addresses.txt"
"""At the project's root: an address a line, such as contrats/cornouaille-2023/; # begins a remark."""

_CONTRACT = "contrats/"


def published(document: Document) -> dict[str, Mark]:
    """Each address of the list, and where it stands there."""
    return {
        line.strip(): Mark(number, 1)
        for number, line in enumerate(document.lines, start=1)
        if line.strip() and not line.startswith("#")
    }


def check_published(
    root: Path, sheets: Collection[Sheet], ids: Collection[str], documents: list[Document]
) -> None:
    """Report each contract whose page was published and that no file stands for any more.

    `ids` are those of every file. Where one could not be read, what it stands for is not known: nothing is
    reported before it is mended.
    """
    if not (root / FILE).is_file() or len(sheets) < len(ids):
        return
    document = Document(FILE)
    documents.append(document)
    read_lines(root / FILE, document)
    led_on = {former for sheet in sheets for former in sheet.contract.former_ids}
    for address, mark in published(document).items():
        id_ = address.removeprefix(_CONTRACT).rstrip("/")
        if not address.startswith(_CONTRACT) or not id_ or id_ in led_on or id_ in ids:
            continue
        document.report(
            "adresse-perdue",
            f"le contrat {quoted(id_)}, dont la page est publiée, n’a plus de fichier",
            mark,
            expected="son fichier, ou son nom dans anciens_identifiants du fichier qui le remplace",
            proposal=_proposal(id_, ids),
        )


def _proposal(id_: str, ids: Collection[str]) -> str:
    near = suggestions.nearest(id_, ids)
    where = f"contracts/…/{near}.yml" if near else "le fichier qui le remplace"
    return f"écrivez « anciens_identifiants: [{id_}] » dans {where}, ou remettez le fichier"

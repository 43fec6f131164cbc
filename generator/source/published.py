"""The list of every address that the site has had: it only grows, so that none is ever lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from generator.source import suggestions
from generator.source.document import Document, Mark
from generator.source.reading import read_lines
from generator.source.rules.former_ids import former_ids
from generator.source.sheet import Sheet
from generator.source.visible import quoted

FILE = "published-addresses.txt"
"""At the project's root: an address a line, such as contrats/cornouaille-2023/; # begins a remark."""

_CONTRACT = "contrats/"


def read_published(root: Path, document: Document) -> dict[str, Mark]:
    """Each address of the list, and where it stands there; none where there is no list yet.

    What prevents reading is a problem of `document`.
    """
    if (root / FILE).is_file():
        read_lines(root / FILE, document)
    return {
        line.strip(): Mark(number, 1)
        for number, line in enumerate(document.lines, start=1)
        if line.strip() and not line.startswith("#")
    }


def check_published(
    root: Path, sheets: Sequence[Sheet], ids: Collection[str], documents: list[Document]
) -> None:
    """Report each contract whose page was published and that no file stands for any more.

    `ids` are those of every file. Where one could not be read, what it stands for is not known: nothing is
    reported before it is mended.
    """
    if len(sheets) < len(ids):
        return
    document = Document(FILE)
    documents.append(document)
    led_on = former_ids(sheets)
    for address, mark in read_published(root, document).items():
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

"""From a path to the lines of a document: every way in which a file cannot be read, in French."""

from __future__ import annotations

import re
from pathlib import Path

from generator.source.document import START, Document, Mark

SIZE_LIMIT = 256 * 1024
"""Largest file, in bytes: some fifty times the largest real contract."""

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML 1.1 takes as the end of a line, so that our line numbers are the parser's."""

_WIDE = (
    ("UTF-32", re.compile(rb"\x00\x00\xfe\xff|\xff\xfe\x00\x00|\x00{3}[^\x00]|[^\x00]\x00{3}")),
    ("UTF-16", re.compile(rb"\xfe\xff|\xff\xfe|(?:\x00[^\x00]){2}|(?:[^\x00]\x00){2}")),
)
"""How a text in another Unicode encoding begins, with or without its mark (YAML 1.2, 5.2)."""


def read_lines(file: Path, document: Document) -> None:
    """Give `document` the lines of `file`; what prevents reading is its problem."""
    try:
        size = file.stat().st_size
        if size > SIZE_LIMIT:
            document.report(
                "taille",
                "fichier trop gros",
                found=f"{size // 1024} Kio",
                expected=f"{SIZE_LIMIT // 1024} Kio au plus : les faits d’un contrat, non son texte entier",
            )
            return
        content = file.read_bytes()
    except OSError as error:
        report_unreadable(error, document)
        return
    text = _decode(content, document)
    if text is not None:
        document.lines = _LINE_END.split(text.removesuffix("\n"))


def report_unreadable(error: OSError, document: Document) -> None:
    """Report a file that the system does not let us read."""
    document.report(
        "lecture",
        "fichier illisible",
        found=error.strerror,
        proposal="vérifiez les droits du fichier",
    )


def _decode(content: bytes, document: Document) -> str | None:
    wide = next((name for name, start in _WIDE if start.match(content)), None)
    if wide is not None:  # in ASCII letters alone it would be UTF-8, one letter in two a NUL
        _report_encoding(document, START, wide)
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `error.object` lacks the byte order mark, and `error.start` counts from there.
        lines = _LINE_END.split(error.object[: error.start].decode("utf-8"))
        place = Mark(len(lines), len(lines[-1]) + 1)
        _report_encoding(document, place, f"octet 0x{error.object[error.start]:02X}")
        return None


def _report_encoding(document: Document, mark: Mark, found: str) -> None:
    document.report(
        "encodage",
        "le fichier n’est pas en UTF-8",
        mark,
        found=found,
        expected="un fichier texte en UTF-8",
        proposal="enregistrez-le à nouveau en choisissant l’encodage UTF-8",
    )

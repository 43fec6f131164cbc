"""CSV (RFC 4180) in UTF-8, whose cells no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The file of a table, its heads on the first line.

    A cell that a spreadsheet would run gets an apostrophe before it; whoever reads such a cell takes one
    off, so that any text comes back as it was.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell

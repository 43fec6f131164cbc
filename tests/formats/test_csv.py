"""A table that any spreadsheet opens, and that comes back as it was."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.csv import table


def _read(content: bytes) -> list[list[str]]:
    """As a re-user does: the standard reader, then one apostrophe off what would be a formula."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    return [[re.sub(r"^'(?='*[=+\-@\t\r])", "", cell) for cell in row] for row in rows]


@pytest.mark.parametrize("cell", ['=HYPERLINK("https://x")', "+33", "-1", "@SUM(A1)", "\tx", "'=1"])
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    written = next(csv.reader(io.StringIO(table(["a"], [[cell]]).decode().split("\r\n", 1)[1])))
    assert written[0].startswith("'")


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2)))
def test_every_text_comes_back(rows: list[list[str]]) -> None:
    assert _read(table(["un", "deux"], rows)) == [["un", "deux"], *rows]

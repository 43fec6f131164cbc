"""The day of the statuses stands in one file: the next day leaves the pages as they are."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import generator.site
from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.files import site_files
from generator.site.room import PageKind
from generator.site.shell.addresses import source_of
from generator.site.shell.assets import asset
from generator.site.shell.day import STYLE
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import kinds
from tests.small_root import SmallRoot

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition]:
    """Of two days between which no status changes."""
    root = SmallRoot(tmp_path_factory.mktemp("day"))
    directory = Directory(root.load(), load_reference(), load_shapes())
    one, other = (
        Edition(directory, DAY + timedelta(days), "https://forge.example/cls") for days in (0, 1)
    )
    assert one.statuses == other.statuses
    return one, other


def _single(kind: PageKind, edition: Edition) -> bool:
    return list(kind.subjects(edition)) == [None]


@pytest.mark.slow
def test_the_next_day_changes_no_page_of_a_contract_nor_of_a_place(
    editions: tuple[Edition, Edition],
) -> None:
    before, after = ({file.path: file.content for file in site_files(each)} for each in editions)
    changed = {path for path in before if before[path] != after[path] and path.endswith(".md")}
    single = {source_of(kind.address(None)) for kind in kinds() if _single(kind, editions[0])}
    assert changed <= single
    assert before[asset(STYLE)] == (
        '.jour-des-statuts::after {\n  content: " (24\u00a0novembre\u00a02026)";\n}\n'
    )


def test_a_page_that_says_the_day_loads_its_style() -> None:
    folder = Path(generator.site.__path__[0])
    said = {
        kind.template
        for kind in kinds()
        if "{{ DAY }}" in (folder / kind.template).read_text(encoding="utf-8")
    }
    assert said == {kind.template for kind in kinds() if STYLE in kind.styles}
    assert len(said) == 3

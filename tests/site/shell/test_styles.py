"""The style sheets: each fact once, nothing for a class that nothing writes, none that no page loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from generator.model.vocabulary import STATUSES
from generator.site.map.block import SHEET, map_style
from generator.site.rooms import ROOMS
from generator.site.shell.day import STYLE
from generator.site.shell.style_sheets import COMMON, sheet_files, sheet_paths

ROOT = Path(__file__).parents[3]
SITE = Path(str(files("generator.site")))
SHEETS = {
    path.relative_to(SITE).as_posix(): re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    for path in sorted(SITE.glob("*/*.css"))
}
STATUS_SHEET = "shell/statuses.css"
OF_LIBRARIES = ("md-", "leaflet-", "headerlink")
"""Classes that Material and Leaflet write."""


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of each rule, those in a media query included."""
    for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", sheet):
        yield selector.strip(), body


def _classes(sheet: str) -> set[str]:
    return {name for rule, _ in _rules(sheet) for name in re.findall(r"\.([A-Za-z][\w-]*)", rule)}


def _writers() -> dict[Path, str]:
    """What writes classes: templates, scripts, and the Python that draws."""
    return {
        path: path.read_text(encoding="utf-8")
        for path in SITE.rglob("*")
        if path.suffix in {".j2", ".html", ".js", ".py"}
    }


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_told_apart_by_one_class(status: str) -> None:
    (body,) = [body for rule, body in _rules(SHEETS[STATUS_SHEET]) if rule == f".statut--{status}"]
    given = dict(re.findall(r"(--[\w-]+): ([^;]+);", body))
    assert given.keys() == {
        "--statut", "--statut-fond", "--statut-tirets", "--statut-bord", "--statut-signe",
    }  # fmt: skip
    assert given["--statut"] == f"var(--statut-{status})"
    assert given["--statut-fond"] == f"var(--statut-{status}-fond)"


def test_two_statuses_have_neither_the_same_colour_nor_the_same_dashes_nor_the_same_sign() -> None:
    sheet = SHEETS[STATUS_SHEET]
    colours = re.findall(r"--statut-[\w-]+: (#\w{6});", sheet)
    assert len(colours) == len(set(colours)) == 4 * len(STATUSES)
    for name in ("--statut-tirets", "--statut-signe"):
        values = re.findall(rf"{name}: ([^;]+);", sheet)
        assert len(values) == len(set(values)) == len(STATUSES), name


def test_no_other_sheet_lists_the_statuses() -> None:
    ids = "|".join(STATUSES)
    for name, sheet in SHEETS.items():
        if name != STATUS_SHEET:
            assert re.findall(rf"--statut-(?:{ids})\b", sheet) == [], name
            assert re.findall(rf"--({ids})\b", sheet) == [], name
    for path, text in _writers().items():
        assert set(re.findall(rf"([\w-]+)--(?:{ids})\b", text)) <= {"statut"}, path


def test_no_rule_is_for_a_class_that_nothing_writes() -> None:
    text = "\n".join(_writers().values())
    words = set(re.findall(r"[\w-]+", text))
    # Names ended by a value: statut--{{ status }}, statut--${status}, frise__inconnu--{}.
    beginnings = set(re.findall(r"([a-z][\w-]*--)(?:\{|\$\{)", text))
    dead = {
        f"{name}: .{css_class}"
        for name, sheet in SHEETS.items()
        for css_class in _classes(sheet)
        if css_class not in words
        and not css_class.startswith(OF_LIBRARIES)
        and not any(css_class.startswith(beginning) for beginning in beginnings)
    }
    assert dead == set()


def test_every_property_of_ours_is_used_and_given() -> None:
    whole = "\n".join(SHEETS.values())
    given = set(re.findall(r"(--[\w-]+):", whole))
    used = set(re.findall(r"var\((--[\w-]+)", whole))
    of_material = {name for name in given | used if name.startswith("--md-")}
    assert given - of_material == used - of_material


def test_every_sheet_is_loaded_by_a_page_and_published() -> None:
    of_kinds = {kind.styles for room in ROOMS for kind in room.pages if kind.styles}
    # The day's and the maps' are made.
    made = {STYLE, SHEET}
    groups = {tuple(name for name in names if name not in made) for names in {COMMON, *of_kinds}}
    files = dict(sheet_files([COMMON, *of_kinds])) | dict(map_style())
    # Each group of sheets has a file of its own.
    assert len(files) == len(groups) + 1
    published = re.sub(r"/\*.*?\*/", "", "\n".join(files.values()), flags=re.DOTALL)
    assert [name for name, sheet in SHEETS.items() if sheet not in published] == []
    everywhere = re.findall(
        r"^ +- (assets/\S+\.css)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE
    )
    assert everywhere == sheet_paths(COMMON)
    assert not {name for names in of_kinds for name in names} & set(COMMON)


def test_the_size_and_margins_of_a_printed_page_are_said_once() -> None:
    pages = [
        (name, rule)
        for name, sheet in SHEETS.items()
        for rule, _ in _rules(sheet)
        if "@page" in rule
    ]
    assert pages == [
        ("comparison/comparison.css", "@page large"), ("shell/base.css", "@page"),
    ]  # fmt: skip

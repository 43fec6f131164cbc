"""The style sheets that pages load: those of a kind of page in one file, which a browser waits for once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import PurePosixPath

from generator.site.shell.assets import ROOT, asset
from generator.site.shell.day import STYLE

COMMON = ("shell/statuses.css", "shell/base.css", "search/search.css")
"""What every page needs; `mkdocs.yml` names their file."""


def sheet_paths(names: Sequence[str]) -> list[str]:
    """Site paths of what holds these: home/home.css after finder/finder.css → assets/styles/finder-home.css.

    That of the day, new each day, stands apart, and so do those that are given by their site path.
    """
    written = _written(names)
    joined = "-".join(PurePosixPath(name).stem for name in written)
    return [
        *([asset(f"styles/{joined}.css")] if written else []),
        *(name if name.startswith(ROOT) else asset(name) for name in names if name not in written),
    ]


def sheet_files(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Site path and text of the file of each group of sheets, in their order; a group given twice has one file."""
    folder = files("generator.site")
    for names in sorted({_written(group) for group in groups} - {()}):
        text = "\n".join((folder / name).read_text("utf-8") for name in names)
        yield sheet_paths(names)[0], text


def _written(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name != STYLE and not name.startswith(ROOT))

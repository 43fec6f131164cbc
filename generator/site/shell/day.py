"""The day of the statuses, said once for the whole site: a new day changes this file and not the pages."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.directory.edition import Edition
from generator.site.shell.assets import asset
from generator.site.text import french

STYLE = "shell/day.css"
"""The style sheet that a kind of pages loads where it says the day."""

DAY = Markup('<span class="jour-des-statuts">jour de la dernière publication</span>')
"""What a template prints in the place of the day: complete by itself; the style adds which day it is."""


def day_style(edition: Edition) -> Iterator[tuple[str, str]]:
    """Site path and content of the style sheet."""
    day = french.day(edition.on)
    yield asset(STYLE), f'.jour-des-statuts::after {{\n  content: " ({day})";\n}}\n'

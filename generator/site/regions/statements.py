"""What others said of a région's contracts: each with who said it, when and where, never as a figure of ours."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.region import Region
from generator.site.text import french

_AGENCIES = ".ars.sante.fr"


@dataclass(frozen=True, slots=True)
class CensusLine:
    """How many contracts a source counted: « 21 signés et actifs selon l’ARS, le 26 mars 2025 »."""

    text: str
    by: str
    """The page that says so: its title, or its host."""
    url: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as a source gave it, on its day."""

    text: str
    date: str
    by: str
    url: str


def census_lines(region: Region) -> list[CensusLine]:
    """The counts that the région's file gives, in its order."""
    return [
        CensusLine(
            f"{french.number(count.number)} {count.state}"
            f"{' selon l’ARS' if _is_agency(count.source) else ''}, {french.when(count.date)}",
            _title(region, count.source),
            count.source,
        )
        for count in region.census
    ]


def brief_census(region: Region) -> str:
    """The same in a cell: « 21 signés et actifs en mars 2025 »."""
    return " ; ".join(
        f"{french.number(count.number)} {count.state} {french.when(count.date)}"
        for count in region.census
    )


def statements(region: Region) -> list[Statement]:
    """The facts that the région's file reports, in its order."""
    return [
        Statement(
            landmark.text,
            french.partial_date(landmark.date) if landmark.date else "",
            _title(region, landmark.source) if landmark.source else "",
            landmark.source or "",
        )
        for landmark in region.landmarks
    ]


def _is_agency(url: str) -> bool:
    return f".{urlsplit(url).hostname}".endswith(_AGENCIES)


def _title(region: Region, url: str) -> str:
    titles = {source.url: source.title for source in region.sources}
    return titles.get(url) or str(urlsplit(url).hostname)

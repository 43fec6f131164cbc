"""Build the packed reference anew: `python -m generator.territories.refresh`."""

import argparse
import datetime
import json
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from generator.territories.building.borders import border_pairs, pack_borders
from generator.territories.building.light import light_outlines
from generator.territories.building.names import build_tables
from generator.territories.building.outlines import Coverage, build_coverage, island_outlines
from generator.territories.building.provenance import Account, provenance
from generator.territories.building.sources import Sources, fetch_sources
from generator.territories.names_pack import Tables, pack_tables
from generator.territories.reference import Reference, departement_code
from generator.territories.shapes_pack import STEPS_PER_DEGREE, pack_outlines, write_archive

DATA = Path(__file__).parent / "data"

# A triangle of border is dropped where its area is under the square of these (Visvalingam-Whyatt).
DEPARTEMENT_TOLERANCE_KM = 0.6
REGION_TOLERANCE_KM = 1.0

# Restored in 2026 from Neussargues en Pinatelle, whose outline still holds their ground; the source
# says nothing of this, hence the table.
HOLDERS = {"15031": "15141", "15035": "15141", "15047": "15141", "15171": "15141"}


def refresh(sources: Sources, folder: Path, date: datetime.date) -> None:
    """Write names, shapes, borders and PROVENANCE.md into `folder`; the same sources give the same bytes.

    Raises ValueError where a commune without an outline is not one of those known.
    """
    tables = build_tables(sources)
    coverage = build_coverage(sources)
    if set(coverage.missing) != set(HOLDERS):
        raise ValueError(f"communes without an outline: {coverage.missing}")
    folder.mkdir(exist_ok=True)
    (folder / "names.json.z").write_bytes(pack_tables(tables))
    write_archive(folder / "shapes.zip", _members(tables, coverage, island_outlines(sources)))
    borders = border_pairs(coverage.outlines, _region_of(tables))
    (folder / "borders.txt").write_text(pack_borders(borders), encoding="ascii")
    account = Account(
        tables, coverage, len(borders), DEPARTEMENT_TOLERANCE_KM, REGION_TOLERANCE_KM, date
    )
    (folder / "PROVENANCE.md").write_text(provenance(account), encoding="utf-8")


def _members(
    tables: Tables, coverage: Coverage, islands: dict[str, BaseGeometry]
) -> dict[str, bytes]:
    by_departement: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    for code, outline in (coverage.outlines | islands).items():
        by_departement[departement_code(code)][code] = outline
    light_departements = light_outlines(
        coverage.outlines, departement_code, DEPARTEMENT_TOLERANCE_KM
    )
    light_regions = light_outlines(
        coverage.outlines,
        _region_of(tables),
        REGION_TOLERANCE_KM,
    )
    groups = {f"communes/{code}": outlines for code, outlines in by_departement.items()}
    groups |= {"light/departements": light_departements, "light/regions": light_regions}
    members = {name: pack_outlines(_in_degrees(outlines)) for name, outlines in groups.items()}
    return members | {"holders.json": json.dumps(HOLDERS, sort_keys=True).encode()}


def _region_of(tables: Tables) -> Callable[[str], str]:
    departements = Reference(tables).departements
    return lambda code: departements[departement_code(code)].region


def _in_degrees(outlines: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    return {
        code: shapely.transform(outline, lambda steps: steps / STEPS_PER_DEGREE)
        for code, outline in outlines.items()
    }


def main() -> None:
    """Fetch the sources into a temporary folder and refresh the packed reference."""
    parser = argparse.ArgumentParser(description=__doc__)
    today = datetime.datetime.now(tz=datetime.UTC).date()
    date = datetime.date.fromisoformat
    parser.add_argument("--date", type=date, default=today, help="the date of PROVENANCE.md")
    parser.add_argument("--output", type=Path, default=DATA)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        refresh(fetch_sources(Path(folder)), arguments.output, arguments.date)


if __name__ == "__main__":
    main()

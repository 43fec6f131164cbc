"""What `make site` does when a file is wrong: it says so, and the last good site stays."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what `make site` reads, with a last good site, and this very Python as its venv."""
    for name in ("contracts", "regions", "docs", "requirements", "generator/site/shell/theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    venv = tmp_path / ".venv"
    venv.mkdir()
    (venv / "bin").symlink_to(Path(sys.executable).parent)
    (venv / "site.stamp").touch()
    (tmp_path / "build/site").mkdir(parents=True)
    (tmp_path / "build/site/index.html").write_text("le dernier bon site", encoding="utf-8")
    return tmp_path


def test_a_wrong_file_keeps_the_last_good_site_and_is_shown(checkout: Path) -> None:
    contract = checkout / "contracts/bretagne/cornouaille-2023.yml"
    contract.write_text(contract.read_text(encoding="utf-8") + "porteur: [\n", encoding="utf-8")
    region = checkout / "regions/bretagne.yml"
    region.write_bytes(region.read_bytes() + "couleur: rosé\n".encode("latin-1"))
    result = subprocess.run(
        ["make", "site"], cwd=checkout, capture_output=True, text=True, check=False
    )
    told = result.stdout + result.stderr
    assert result.returncode != 0
    assert "contracts/bretagne/cornouaille-2023.yml:" in told
    assert "le fichier n’est pas en UTF-8" in told
    assert "Traceback" not in told
    assert (checkout / "build/site/index.html").read_text(encoding="utf-8") == "le dernier bon site"

"""Times the commands on the project's own contracts, and the site's build against plain MkDocs.

Run it with `make bench`. Ratios are between two runs of the same process, so that they hold on any
machine; seconds are this machine's.
"""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def main() -> None:
    """Print one line a measure."""
    with tempfile.TemporaryDirectory(prefix="annuaire-bench-") as folder:
        scratch = Path(folder)
        annuaire = [sys.executable, "-m", "generator.cli"]
        show("annuaire check", run([*annuaire, "check"], ROOT, ok={0, 1}))
        tree = scratch / "tree"
        show("annuaire generate", run([*annuaire, "generate", "--output", str(tree)], ROOT))
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
        ours = run([*mkdocs, str(scratch / "ours")], ROOT)
        show("whole build", ours)
        pages = len(list((scratch / "ours").rglob("*.html")))
        plain = run([*mkdocs, str(scratch / "plain")], plain_project(scratch, tree))
        show("plain mkdocs build of the same Markdown, with its own search", plain)
        print(f"{'whole build / plain build':<64}{ours / plain:8.2f}")
        print(f"{'pages':<64}{pages:8}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'peak memory of the largest process, MiB':<64}{peak:8.0f}")
        weights(scratch / "ours")


def run(command: list[str], folder: Path, ok: frozenset[int] | set[int] = frozenset({0})) -> float:
    """Seconds that a command takes; its output is kept for when it fails."""
    start = time.perf_counter()
    result = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if result.returncode not in ok:
        sys.exit(f"{command} failed:\n{result.stderr}")
    return time.perf_counter() - start


def plain_project(scratch: Path, tree: Path) -> Path:
    """A MkDocs project with the same Markdown and theme, without our plugin and with Material's search."""
    project = scratch / "project"
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copytree(tree, project / "docs", dirs_exist_ok=True)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    config = yaml.safe_load(text)
    config["site_url"] = "http://127.0.0.1:8000/"
    config["plugins"] = [{"search": {"lang": "fr"}}]
    del config["theme"]["custom_dir"]
    extensions = config["markdown_extensions"]
    config["markdown_extensions"] = [name for name in extensions if "generator." not in str(name)]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return project


def weights(site: Path) -> None:
    """Print compressed sizes of what visitors fetch."""
    contracts = [packed(path) for path in (site / "contrats").glob("*/index.html")]
    print(f"{'contract page, gzipped: median, largest (bytes)':<64}"
          f"{sorted(contracts)[len(contracts) // 2]:8}{max(contracts):8}")  # fmt: skip
    for name in ("index.html", "contrats/index.html", "assets/donnees/carte/france.geojson"):
        print(f"{name + ', gzipped (bytes)':<64}{packed(site / name):8}")


def packed(path: Path) -> int:
    """Size of a file as a web host sends it."""
    return len(gzip.compress(path.read_bytes(), 6))


def show(label: str, seconds: float) -> None:
    """Print one time."""
    print(f"{label:<64}{seconds:8.2f} s", flush=True)


if __name__ == "__main__":
    main()

"""Lighthouse's four marks of the site's main pages, on a phone: 95 or more, and what holds each back.

Run it with `make lighthouse`. The pages come compressed from this machine, and a blank picture stands for each of the
map's tiles, so that nothing is asked of another host.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.chromium import executable
from tests.served import TILE_PICTURE, served

ROOT = Path(__file__).parents[3]
LEAST = 95
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = ROOT / "build/lighthouse/node_modules/.bin/lighthouse"
_FURTHER_RUNS = 2
"""A page under the mark is measured again, as another program may have slowed this machine down: its median counts."""


def main(site: Path) -> int:
    """Print the marks; 1 when one is too low."""
    pages = {"home": "", "explorer": "contrats/", "contract": heaviest(site), "map": "carte/"}
    low = 0
    print(f"{'':<12}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with served(site, TILE_PICTURE) as address:
        for name, page in pages.items():
            reports = [report(address + page)]
            if mark(reports[0], "performance") < LEAST:
                reports += [report(address + page) for _ in range(_FURTHER_RUNS)]
            marks = {
                key: round(statistics.median(mark(one, key) for one in reports))
                for key in CATEGORIES
            }
            print(f"{name:<12}" + "".join(f"{marks[key]:16}" for key in CATEGORIES), flush=True)
            for line in held_back(reports[-1], marks):
                print(f"    {line}")
            low += sum(marks[key] < LEAST for key in CATEGORIES)
    return 1 if low else 0


def heaviest(site: Path) -> str:
    """Address of the contract whose page weighs most."""
    page = max((site / "contrats").glob("*/index.html"), key=lambda path: path.stat().st_size)
    return f"contrats/{page.parent.name}/"


def report(url: str) -> dict[str, Any]:
    """What Lighthouse says of a page, with its own throttling of a phone: 4× CPU, slow 4G."""
    command = [
        str(LIGHTHOUSE),
        url,
        "--output=json",
        "--output-path=stdout",
        "--quiet",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless --no-sandbox --disable-background-networking --disable-component-update",
    ]
    chromium = executable()
    environment = {**os.environ, **({"CHROME_PATH": chromium} if chromium else {})}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"lighthouse failed:\n{result.stderr}")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def mark(found: dict[str, Any], category: str) -> float:
    """From 0 to 100."""
    return float(found["categories"][category]["score"] or 0) * 100


def held_back(found: dict[str, Any], marks: dict[str, int]) -> Iterator[str]:
    """The measures, and each audit that costs points in a category that has not all of them."""
    measures = found["audits"]
    names = (
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "speed-index",
    )
    told = [f"{name} {measures[name]['displayValue']}" for name in names]
    yield ", ".join(
        [*told, f"cumulative-layout-shift {measures['cumulative-layout-shift']['displayValue']}"]
    )
    for category in CATEGORIES[1:]:
        for audit in found["categories"][category]["auditRefs"]:
            one = measures[audit["id"]]
            if marks[category] < 100 and audit["weight"] and one["score"] not in (1, None):
                yield f"{category}: {one['title']}"
                for item in one.get("details", {}).get("items", [])[:5]:
                    yield f"  {(item.get('node') or {}).get('selector') or item.get('description') or item}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

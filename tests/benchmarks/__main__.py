"""`make bench`: times the commands on made projects of several sizes, and on the project's own contracts.

Ratios are between runs of the same benchmark, so that they hold on other machines; seconds are this machine's.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import repeat
from pathlib import Path

from tests.benchmarks.corpus import FEWEST, ROOT, write_corpus
from tests.benchmarks.measure import BenchmarkError, Cost
from tests.benchmarks.operations import Operation, Project, operations
from tests.benchmarks.page import PAGE, RESULTS, page
from tests.benchmarks.peers import installed, peers
from tests.benchmarks.results import OWN, Results, machine, table, versions

_WHOLE = 300
"""Contracts above which an earlier commit does no more than `_ALWAYS`: it takes minutes for each of the others."""
_ALWAYS = ("check", "generate", "build", "edit")

SIZES = ("300", "1000", "3000", OWN)


def main() -> int:
    """Measure, print the table, write the page; 1 when a command under measure fails."""
    options = _options()
    commit = _git("rev-parse", "--short", "HEAD")
    sizes = {size: _count(size) for size in options.sizes}
    results = Results(date.today().isoformat(), commit, machine(), versions(), sizes)
    with tempfile.TemporaryDirectory(prefix="annuaire-bench-") as folder:
        scratch = Path(folder)
        tools = None if options.quick else installed(scratch / "tools")
        if tools is None and not options.quick:
            print("Zensical and check-jsonschema cannot be installed here: left out")
        try:
            with _checkout(options.against, scratch / "before") as before:
                results.before = _git("rev-parse", "--short", options.against) if before else ""
                for size in sizes:
                    results.costs[size] = dict(_measure(size, sizes[size], before, tools, scratch))
        except BenchmarkError as error:
            print(error, file=sys.stderr)
            return 1
    print("\n".join(table(results)))
    if options.write:
        results.write(ROOT / RESULTS)
        (ROOT / PAGE).write_text(page(results), encoding="utf-8")
        print(f"\nwritten: {RESULTS}, {PAGE}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=SIZES, type=_size, help="numbers, or « own »")
    parser.add_argument(
        "--quick", action="store_true", help="300 contracts, without other programs"
    )
    parser.add_argument("--against", default="", metavar="COMMIT", help="measure a commit too")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS} and {PAGE}")
    options = parser.parse_args()
    if options.quick:
        options.sizes = ("300",)
    if options.against and not _git("rev-parse", "--verify", "--quiet", options.against):
        parser.error(f"no such commit: {options.against}")
    return options


def _size(text: str) -> str:
    if text != OWN and (not text.isdigit() or int(text) < FEWEST):
        raise argparse.ArgumentTypeError(f"« {text} »: a number from {FEWEST}, or « {OWN} »")
    return text


def _count(size: str) -> int:
    return len(list((ROOT / "contracts").rglob("*.yml"))) if size == OWN else int(size)


def _measure(
    size: str, count: int, before: Path | None, tools: Path | None, scratch: Path
) -> Iterator[tuple[str, Cost]]:
    """Name and cost of each operation; those of the earlier commit come right after ours."""
    now = Project(_made(size, count, scratch / size / "now"), ROOT)
    earlier: Iterator[Operation | None] = repeat(None)
    if before is not None:
        earlier = operations(Project(_made(size, count, scratch / size / "before"), before))
    for operation, former in zip(operations(now), earlier, strict=False):
        yield operation.name, _told(size, operation)
        if former is not None and (count <= _WHOLE or former.name in _ALWAYS):
            yield f"before {former.name}", _told(size, former, "before ")
    for operation in peers(now, tools, scratch / size):
        yield operation.name, _told(size, operation)
    shutil.rmtree(scratch / size)


def _told(size: str, operation: Operation, when: str = "") -> Cost:
    print(f"{size}: {when}{operation.name}…", end=" ", flush=True)
    cost = operation.cost()
    print(f"{cost.wall_s:.2f} s", flush=True)
    return cost


def _made(size: str, count: int, root: Path) -> Path:
    root.mkdir(parents=True)
    if size != OWN:
        write_corpus(root, count)
        return root
    for folder in ("contracts", "regions", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@contextmanager
def _checkout(commit: str, folder: Path) -> Iterator[Path | None]:
    if not commit:
        yield None
        return
    _git("worktree", "add", "--detach", str(folder), commit)
    try:
        yield folder
    finally:
        _git("worktree", "remove", "--force", str(folder))


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())

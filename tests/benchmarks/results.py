"""Results of a benchmark: figures of each size, ratios between them, growth from one size to another, budgets."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.measure import Cost

OWN = "own"
"""The size that is the project's own contracts."""

_PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pagefind", "shapely", "pydantic")

RATIOS = {"build": 0.40, "edit": 0.15, "serve": 0.06}
"""Budgets: the most that each takes of the time of the plain build, in the same run (DESIGN §7)."""

GROWTH = 1.1
"""Budget: the exponent of growth of check, generate, build and edit."""
GROWING = ("check", "generate", "build", "edit")

MEMORY_MIB = 1_024
CHECK_OWN_S = 1.0
CHECK_EACH_MS = 1.5
CHECK_MANY = 3_000


@dataclass
class Results:
    """What one benchmark saw."""

    day: str
    commit: str
    machine: dict[str, str]
    versions: dict[str, str]
    sizes: dict[str, int]
    """Number of contracts of each size, by its name."""
    costs: dict[str, dict[str, Cost]] = field(default_factory=dict)
    """By size, then by operation; those of the earlier commit have « before » in front."""
    before: str = ""
    """The earlier commit; empty where none was measured."""

    def write(self, path: Path) -> None:
        """As JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, path: Path) -> Results:
        """What `write` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        costs = {
            size: {name: Cost(**cost) for name, cost in found.items()}
            for size, found in data.pop("costs").items()
        }
        return cls(**data, costs=costs)

    def ratio(self, size: str, operation: str) -> float | None:
        """Wall time of an operation as a share of the plain build's; None where one was not measured."""
        costs = self.costs.get(size, {})
        if operation not in costs or "plain" not in costs:
            return None
        return costs[operation].wall_s / costs["plain"].wall_s

    def exponent(self, operation: str, clock: str = "cpu_s") -> float | None:
        """Of the growth of an operation's time from the smallest made size to the largest."""
        made = [
            size for size in self.sizes if size != OWN and operation in self.costs.get(size, {})
        ]
        if len(made) < 2:
            return None
        small, large = min(made, key=self.sizes.__getitem__), max(made, key=self.sizes.__getitem__)
        return growth(
            (self.sizes[small], getattr(self.costs[small][operation], clock)),
            (self.sizes[large], getattr(self.costs[large][operation], clock)),
        )

    def budgets(self) -> Iterator[Budget]:
        """Each budget that this benchmark can tell of."""
        for size, count in self.sizes.items():
            for operation, most in RATIOS.items():
                ratio = self.ratio(size, operation)
                if ratio is not None:
                    yield Budget(operation, count, ratio, most)
        for operation in GROWING:
            exponent = self.exponent(operation)
            if exponent is not None:
                yield Budget(f"growth of {operation}", 0, exponent, GROWTH)
        largest = max(self.sizes, key=self.sizes.__getitem__)
        memory = [cost.memory_mib for name, cost in self.costs[largest].items() if _is_ours(name)]
        yield Budget("memory", self.sizes[largest], max(memory), MEMORY_MIB)
        if "check" in self.costs.get(OWN, {}):
            seconds = self.costs[OWN]["check"].wall_s
            yield Budget("check (s)", self.sizes[OWN], seconds, CHECK_OWN_S)
        if self.sizes[largest] >= CHECK_MANY and "check" in self.costs[largest]:
            each = self.costs[largest]["check"].wall_s / self.sizes[largest] * 1_000
            yield Budget("check (ms a contract)", self.sizes[largest], each, CHECK_EACH_MS)


@dataclass(frozen=True)
class Budget:
    """One promise, and what was seen."""

    name: str
    contracts: int
    """Zero where it is of no size."""
    seen: float
    most: float

    @property
    def is_met(self) -> bool:
        """Whether what was seen is within the budget."""
        return self.seen <= self.most


def growth(small: tuple[float, float], large: tuple[float, float]) -> float:
    """The exponent e of time ~ size^e between two (size, time)."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def machine() -> dict[str, str]:
    """What the benchmark runs on."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
    }


def versions() -> dict[str, str]:
    """Of what the site is built with."""
    found = {"Python": platform.python_version()}
    return found | {name: version(name) for name in _PACKAGES}


def table(results: Results) -> Iterator[str]:
    """The lines that the terminal shows."""
    for size, costs in results.costs.items():
        yield f"\n{results.sizes[size]} contracts{' (the project’s own)' if size == OWN else ''}"
        yield f"{'':<18}{'wall s':>9}{'CPU s':>9}{'MiB':>7}{'/ plain':>9}"
        for name, cost in costs.items():
            ratio = results.ratio(size, name)
            share = "" if ratio is None else f"{ratio:.3f}"
            yield f"{name:<18}{cost.wall_s:9.2f}{cost.cpu_s:9.2f}{cost.memory_mib:7.0f}{share:>9}"
    yield ""
    for budget in results.budgets():
        size = f" at {budget.contracts}" if budget.contracts else ""
        word = "met" if budget.is_met else "NOT MET"
        yield f"{budget.name + size:<40}{budget.seen:9.3f}  ≤ {budget.most:<7} {word}"


def _is_ours(name: str) -> bool:
    return name not in {"plain", "zensical", "jsonschema"} and not name.startswith("before")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())

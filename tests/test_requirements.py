"""What is asked of the packages: no version with a known advisory, and pins that keep to it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]

SOUND_FROM = {
    "idna": "3.15",  # CVE-2026-45409
    "jinja2": "3.1.6",  # CVE-2025-27516
    "markdown": "3.8.1",  # CVE-2025-69534
    "mkdocs": "1.2.3",  # CVE-2021-40978
    "mkdocs-material": "9.8.1",  # CVE-2026-73295, and the floors that 9.8 sets on what it needs
    "playwright": "1.55.1",  # CVE-2025-59288
    "pydantic": "2.4.0",  # CVE-2024-3772
    "pygments": "2.20.0",  # CVE-2026-4539
    "pymdown-extensions": "10.21.3",  # CVE-2026-46338
    "pytest": "9.0.3",  # CVE-2025-71176
    "pyyaml": "5.4",  # CVE-2020-14343
    "requests": "2.33.0",  # CVE-2026-25645
    "urllib3": "2.7.0",  # CVE-2026-44431, CVE-2026-44432
}
"""The first version without a known advisory, by package."""


def asked() -> list[Requirement]:
    """Every requirement that pyproject.toml states."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    lists = [
        project["dependencies"],
        settings["build-system"]["requires"],
        *project["optional-dependencies"].values(),
    ]
    return [Requirement(text) for texts in lists for text in texts]


def pinned(name: str) -> list[tuple[str, Version]]:
    """Each package of requirements/`name` with its version; twice where Python's version decides."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.removesuffix("\\")) for line in lines if line[:1].isalnum()]
    return [
        (canonicalize_name(pin.name), Version(str(pin.specifier).removeprefix("==")))
        for pin in pins
    ]


def test_no_floor_lets_a_version_with_a_known_advisory_in() -> None:
    floors = {
        canonicalize_name(requirement.name): Version(clause.version)
        for requirement in asked()
        for clause in requirement.specifier
        if clause.operator == ">="
    }
    assert set(floors) == {canonicalize_name(requirement.name) for requirement in asked()}
    low = {name for name in floors.keys() & SOUND_FROM if floors[name] < Version(SOUND_FROM[name])}
    assert low == set()


@pytest.mark.parametrize("name", ["site.txt", "test.txt"])
def test_no_pin_is_a_version_with_a_known_advisory(name: str) -> None:
    low = [
        f"{package} {version}"
        for package, version in pinned(name)
        if package in SOUND_FROM and version < Version(SOUND_FROM[package])
    ]
    assert low == []


def test_pins_are_versions_that_are_asked_for() -> None:
    """test.txt takes site.txt's pins, hence holds all that pyproject.toml asks for."""
    pins = pinned("test.txt")
    assert set(pinned("site.txt")) <= set(pins)
    for requirement in asked():
        versions = [found for name, found in pins if name == canonicalize_name(requirement.name)]
        assert versions, f"{requirement.name} is not pinned: run make lock"
        for version in versions:
            assert version in requirement.specifier, f"{requirement}: run make lock"


def test_known_advisories_are_of_packages_that_are_used() -> None:
    assert set(SOUND_FROM) <= {name for name, _ in pinned("test.txt")}

"""Thousands of damaged files: `load` tells what is wrong with each, inside it, and never stops.

`make test` reads 2,000 of them and `make soak` 50,000, the same at each run.
"""

import json
import os
import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.directory.carrier import CARRIER_KINDS, carrier_kind
from generator.model.contract import Contract
from generator.model.period import initial_period, length_bounds, period_of
from generator.source.document import PROBLEM_LIMIT
from generator.source.internal_errors import INTERNAL
from generator.source.loader import load
from generator.source.problem import Problem, as_github, as_json, as_text
from generator.territories.reference import Reference
from generator.territories.territory import resolve
from tests.small_root import (
    BRETAGNE,
    CORNOUAILLE_2018,
    CORNOUAILLE_2023,
    GUADELOUPE,
    SAINT_MARTIN,
    TODAY,
)
from tests.source.mutations import mutated

pytestmark = pytest.mark.slow

FILES = int(os.environ.get("ANNUAIRE_MUTATED_FILES", "2000"))
BATCH = 250
"""As many files of one temporary root."""

PROJECT = Path(__file__).parents[2]
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def seeds() -> list[tuple[str, str]]:
    """Folder and text of small files that do not change, and of the project's own, whatever they are."""
    small = [
        ("contracts/bretagne", CORNOUAILLE_2018),
        ("contracts/bretagne", CORNOUAILLE_2023),
        ("contracts/guadeloupe", SAINT_MARTIN),
        ("regions", BRETAGNE),
        ("regions", GUADELOUPE),
    ]
    own = [
        (path.parent.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8"))
        for pattern in ("contracts/*/*.yml", "regions/*.yml")
        for path in sorted(PROJECT.glob(pattern))
    ]
    return small + own


def write_batch(root: Path, number: int, cog: Reference) -> dict[str, bytes]:
    """Sound régions, and `BATCH` damaged files: the content of each by its path."""
    (root / "regions").mkdir()
    for region in cog.regions.values():
        text = BRETAGNE.replace("nom: Bretagne", f"nom: {region.name}").replace("53", region.code)
        (root / f"regions/{region.slug}.yml").write_text(text, encoding="utf-8")
        (root / f"contracts/{region.slug}").mkdir(parents=True)
    rng = random.Random(number)
    whole = seeds()
    texts = [text for _, text in whole]
    files = {}
    for rank in range(BATCH):
        folder, text = rng.choice(whole)
        files[f"{folder}/f-{rank}.yml"] = mutated(rng, text, texts)
    for name, content in files.items():
        (root / name).write_bytes(content)
    return files


@pytest.mark.parametrize("number", range(FILES // BATCH))
def test_each_damaged_file_is_told_and_stops_no_other(
    tmp_path: Path, cog: Reference, number: int
) -> None:
    files = write_batch(tmp_path, number, cog)
    corpus = load(tmp_path, cog, TODAY)
    by_file: dict[str, list[Problem]] = {name: [] for name in files}
    for problem in corpus.problems:
        by_file[problem.path].append(problem)  # a sound file is never blamed
    sound = {file.path: file.contract for file in corpus.contracts.values()}
    assert sound
    for name, content in files.items():
        check_problems(by_file[name], content)
        assert by_file[name] or name in sound  # nothing is lost without a word
    for contract in sound.values():
        check_sound(contract, cog)


def check_problems(problems: Sequence[Problem], content: bytes) -> None:
    """They are the contributor's, inside the file, not too many, and can be printed."""
    lines = _LINE_END.split(content.decode("utf-8", "replace"))
    assert sum(problem.others == 0 for problem in problems) <= PROBLEM_LIMIT
    for problem in problems:
        assert problem.rule != INTERNAL, (problem.found, content)
        assert 1 <= problem.line <= len(lines), (problem, content)
        assert 1 <= problem.column <= max(map(len, lines)) + 1, (problem, content)
        text, command = as_text(problem), as_github(problem)
        assert all(line.isprintable() for line in text.replace("\xa0", "").split("\n")), content
        assert re.match(r"::(error|warning|notice) file=", command)
        assert "\n" not in command
        assert "##[" not in text + command
        assert len(text) < 6000
    json.loads(as_json(problems).encode("utf-8"))


def check_sound(contract: Contract, cog: Reference) -> None:
    """What the site derives from a contract can be derived."""
    for period in (period_of(contract), initial_period(contract)):
        length_bounds(period)
        assert (period.first_day is None) == (period.start is None)
        assert (period.last_day is None) == (period.end is None)
    assert resolve(cog, contract.perimeter.epci, contract.perimeter.communes).communes
    assert carrier_kind(contract) in CARRIER_KINDS

"""Files made to be slow, to fill the memory or the log: the work is counted, not timed."""

import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from generator.source.document import PROBLEM_LIMIT
from generator.source.internal_errors import INTERNAL
from generator.source.problem import Problem, as_github, as_json, as_text
from generator.source.reading import SIZE_LIMIT
from tests.small_root import SmallRoot, contract_text

HERE = "contracts/bretagne/quimper-2029.yml"

CALLS_LIMIT = 1_000_000
"""Python and C calls that reading and printing a file of any shape may cost: under a second."""
MEMORY_LIMIT = 60_000_000
"""Bytes that it may hold at once; with the interpreter and the reference, under 200 MB."""


def filled(head: str, unit: str, tail: str = "") -> str:
    """`unit` as many times as a file may hold; § stands for its rank."""
    room = SIZE_LIMIT - 100 - len(head.encode()) - len(tail)
    return head + repeated(unit, room // (len(unit.encode()) + 4 * ("§" in unit))) + tail


def repeated(unit: str, times: int) -> str:
    return "".join(unit.replace("§", str(rank)) for rank in range(times))


C = contract_text()
SHAPES: dict[str, Callable[[], str]] = {
    "32 KB of empty items": lambda: f"{C}enjeux: [{repeated(chr(39) * 2 + ',', 10_000)}]",
    "empty items": lambda: filled(C + "enjeux: [", "'',", "]"),
    "499 empty items on a line": lambda: f"{C}enjeux: [{repeated(chr(39) * 2 + ',', 499)}]",
    "items on lines": lambda: filled(C + "enjeux:\n", "- a\n"),
    "empty mappings": lambda: filled(C + "axes: [", "{},", "]"),
    "unknown keys": lambda: filled(C, "clef§: x\n"),
    "as many unknown keys as values go": lambda: C + repeated("partenaire§: x\n", 4900),
    "unknown keys on a line": lambda: "{" + repeated('"k§": ,', 4900) + "}",
    "unknown long keys": lambda: C + repeated(f"{'partenaires' * 8}§: x\n", 2500),
    "one key again and again": lambda: filled(C, '"k": \n'),
    "a list as a key": lambda: filled(C, "? [a]\n: b\n"),
    "empty keys": lambda: filled("{", "~: b,", "}"),
    "actions": lambda: filled(C + "actions:\n", "- {titre: a}\n"),
    "actions without a title": lambda: C + repeated(
        "- {titre: a, rattachement: [eau], actions: [" + "{}," * 490 + "]}\n", 19
    ).join(("axes:\n", "")),
    "empty lists": lambda: C + "axes:\n" + repeated("- {titre: a, rattachement: []}\n", 499),
    "wrong words": lambda: f"{C}actions: [{{titre: a, themes: [{repeated('accesssoin,', 499)}]}}]",
    "long wrong words": lambda: C + "signataires:\n" + repeated(
        f"- {{nom: a§, type: {'association-de-sante-' * 20}}}\n", 480
    ),
    "one huge wrong word": lambda: contract_text(etat="signé " * 35_000),
    "unknown communes": lambda: contract_text(
        territoire="{communes: [" + "".join(f'"{code:05}",' for code in range(3, 63_003, 7)) + "]}"
    ),
    "unknown EPCI": lambda: contract_text(
        territoire="{epci: [" + "".join(f'"{siren}",' for siren in range(200_000_001, 200_018_001, 2)) + "]}"
    ),
    "one commune again and again": lambda: contract_text(territoire='{communes: [' + '"29232",' * 9000 + "]}"),
    "paths to verify": lambda: f"{C}a_verifier: [{repeated('axes.action.titres§,', 499)}]",
    "wrong dates": lambda: f"{C}avenants: [{repeated('{date: 12 juilet 20§},', 499)}]",
    "a date of many digits": lambda: contract_text(duree='{debut: "2023 ' + "9" * 5000 + '"}'),
    "a date of many words": lambda: contract_text(duree='{debut: "2023 ' + "mai " * 60_000 + '"}'),
    "one huge text": lambda: contract_text(nom="Contrat " * 31_000),
    "one huge ligature": lambda: contract_text(nom='"' + "\ufdfa" * 80_000 + '"'),
    "one huge id": lambda: C + "precedent: " + "a-" * 120_000 + "a",
    "one huge address": lambda: C.replace("bzh/cls", "bzh/" + "a" * 250_000),
    "one huge host": lambda: C.replace("www.quimper", "a." * 120_000 + "quimper"),
    "an open quote": lambda: C + 'note: "' + "a\n" * 120_000,
    "open lists": lambda: filled(C + "enjeux: ", "["),
    "open mappings": lambda: filled("a: ", "{b: "),
    "dashes": lambda: filled("", "- "),
    "steps": lambda: "".join(" " * depth + "a:\n" for depth in range(700)),
    "anchors": lambda: filled("", "- &a§ b\n"),
    "aliases": lambda: filled(C + "enjeux: [", "*a,", "]"),
    "tags": lambda: filled(C + "enjeux: [", "!t§ b,", "]"),
    "documents": lambda: filled("", "---\na\n"),
    "empty lines": lambda: filled(C, "\n"),
    "spaces": lambda: filled(C, " "),
    "control characters": lambda: filled(C + "note: ", "\x07"),
    "addresses of persons": lambda: filled(C + 'note: "', "a§@b.fr ", '"'),
    "vowels after de": lambda: filled(C + "enjeux:\n", f"- {'de eau ' * 280}\n"),
    "doubled spaces": lambda: filled(C + "enjeux:\n", f"- {'a  ' * 660}b\n"),
    "capitals": lambda: filled(C + "enjeux:\n", f"- {'SANTÉ ' * 330}\n"),
    "telephones": lambda: filled(C + 'note: "', "0298010203 ", '"'),
}  # fmt: skip


class TooManyCallsError(BaseException):
    """Not an Exception, which `load` would tell as a problem of the file."""


@contextmanager
def calls_limited(limit: int) -> Iterator[None]:
    calls = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}
        if calls > limit:
            sys.setprofile(None)
            raise TooManyCallsError(f"more than {limit} calls")

    previous = sys.getprofile()
    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(previous)


def printed(problems: list[Problem]) -> dict[str, str]:
    return {
        "text": "\n".join(map(as_text, problems)),
        "github": "\n".join(map(as_github, problems)),
        "json": as_json(problems),
    }


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_file_takes_long_nor_fills_the_log(root: SmallRoot, shape: str) -> None:
    root.problems()  # the reference is read once and for all
    content = SHAPES[shape]()
    assert len(content.encode()) <= SIZE_LIMIT
    root.write(HERE, content)
    with calls_limited(CALLS_LIMIT):
        problems = root.problems()
        shown = printed(problems)
    assert {problem.path for problem in problems} <= {HERE}
    assert INTERNAL not in {problem.rule for problem in problems}
    assert sum(problem.others == 0 for problem in problems) <= PROBLEM_LIMIT
    for text in shown.values():
        assert len(text) < 100_000


@pytest.mark.parametrize(
    "shape", ["empty items", "items on lines", "unknown keys", "one key again and again", "actions", "telephones"]
)  # fmt: skip
def test_no_file_fills_the_memory(root: SmallRoot, shape: str) -> None:
    root.problems()
    root.write(HERE, SHAPES[shape]())
    tracemalloc.start()
    try:
        printed(root.problems())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MEMORY_LIMIT

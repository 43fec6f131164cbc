"""How far a command is: followed on a terminal, one line a step elsewhere."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest

from generator.publish import progress as module
from generator.publish.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO) -> str:
    progress = Progress(stream)
    progress.step("Lecture des contrats")
    progress.step("Pages", 3)
    assert list(progress.counted("abc")) == ["a", "b", "c"]
    progress.end()
    return stream.getvalue()


def test_elsewhere_than_on_a_terminal_each_step_is_one_line() -> None:
    assert told(io.StringIO()) == "Lecture des contrats…\nPages (3)…\n"


def test_a_terminal_sees_how_far_it_is_and_gets_its_line_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_BETWEEN_S", -1)
    shown = told(Terminal()).split("\r\x1b[K")
    assert shown == [
        "",
        "Lecture des contrats…",
        "Pages 0/3…",
        "Pages 1/3…",
        "Pages 2/3…",
        "Pages 3/3…",
        "",
    ]


def test_the_line_is_free_when_an_error_is_told() -> None:
    stream = Terminal()
    with suppress(ValueError), Progress.on(stream) as progress:
        progress.step("Pages")
        raise ValueError
    assert stream.getvalue().endswith("\r\x1b[K")


def test_without_a_stream_nothing_is_said() -> None:
    progress = Progress()
    progress.step("Pages", 1)
    assert list(progress.counted([1])) == [1]
    progress.end()

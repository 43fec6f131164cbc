"""How far a command is: one line that follows it where a terminal looks on, one line a step elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

_BETWEEN_S = 0.1
"""Seconds between two writings of the same step."""

_CLEAR = "\r\x1b[K"

_Item = TypeVar("_Item")


class Progress:
    """Tells of the steps of a command; says nothing where it has no stream."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream
        self._follows = stream is not None and stream.isatty()
        self._step = ""
        self._total = self._done = 0
        self._shown_at = 0.0

    @classmethod
    @contextmanager
    def on(cls, stream: TextIO) -> Iterator[Progress]:
        """Tell of a command on `stream`, whose line is free for an error too."""
        progress = cls(stream)
        try:
            yield progress
        finally:
            progress.end()

    def step(self, label: str, total: int = 0) -> None:
        """A step begins; it has `total` parts, where that is known."""
        self._step, self._total, self._done = label, total, 0
        if self._follows:
            self._show()
        elif self._stream is not None:
            print(f"{label} ({total})…" if total else f"{label}…", file=self._stream, flush=True)

    def counted(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """`items`, each of them a part of the step that is done once it comes."""
        for item in items:
            self._done += 1
            if self._follows and time.monotonic() - self._shown_at > _BETWEEN_S:
                self._show()
            yield item

    def end(self) -> None:
        """Leave the line free for what the command says at last."""
        if self._follows and self._step:
            self._write(_CLEAR)
        self._step = ""

    def _show(self) -> None:
        self._shown_at = time.monotonic()
        count = f" {self._done}/{self._total}" if self._total else ""
        self._write(f"{_CLEAR}{self._step}{count}…")

    def _write(self, text: str) -> None:
        assert self._stream is not None
        self._stream.write(text)
        self._stream.flush()

"""Where each character of a YAML text stands in the file, whatever the way it is written there."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

Place = tuple[int, int]
"""A line and a column, both from 0."""

_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}
_PLAIN_ESCAPE = 2


def source_places(event: yaml.ScalarEvent, lines: Sequence[str], count: int) -> list[Place]:
    """The place of each of the first `count` characters of the scalar's value, and last of what follows."""
    walk = _Walk(event, lines)
    return [walk.take(char) for char in event.value[:count]] + [walk.place]


class _Walk:
    """Goes through the file in step with the value; white space alone may differ between the two."""

    def __init__(self, event: yaml.ScalarEvent, lines: Sequence[str]) -> None:
        assert event.start_mark is not None  # a parser's event has its marks
        self._line, self._column = event.start_mark.line, event.start_mark.column
        self._lines = lines
        self._style = event.style
        if self._style in ("|", ">"):
            self._line, self._column = self._line + 1, 0
        elif self._style in ("'", '"'):
            self._column += 1

    @property
    def place(self) -> Place:
        return self._line, self._column

    def take(self, char: str) -> Place:
        """Step over what writes `char`; where that began."""
        if char.isspace():
            place = self.place
            written = self._here()
            if self._style == '"' and written == "\\":
                self._column += self._unit_length()
            elif written.isspace():
                self._column += 1
            return place
        while self._is_layout():
            pass
        place = self.place
        self._column += self._unit_length()
        return place

    def _here(self) -> str:
        line = self._lines[self._line] if self._line < len(self._lines) else ""
        return line[self._column : self._column + 1]

    def _is_layout(self) -> bool:
        """Step over one character, or one line's end, that writes nothing; whether there was one."""
        here = self._here()
        line_ends = not here or (
            self._style == '"' and here == "\\" and self._lines[self._line][self._column :] == "\\"
        )
        if line_ends and self._line < len(self._lines):
            self._line, self._column = self._line + 1, 0
            return True
        if here.isspace():
            self._column += 1
            return True
        return False

    def _unit_length(self) -> int:
        """How many characters of the file write one of the value."""
        here = self._here()
        if self._style == '"' and here == "\\":
            letter = self._lines[self._line][self._column + 1 : self._column + 2]
            return _ESCAPE_LENGTHS.get(letter, _PLAIN_ESCAPE)
        return _PLAIN_ESCAPE if self._style == "'" and here == "'" else 1

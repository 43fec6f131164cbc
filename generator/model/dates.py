"""PartialDate: a date known to the day, to the month or to the year only."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Bounds of a plausible year: local health contracts date from the law of 21 July 2009 (HPST)."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which the day, or the day and the month, may be unknown.

    It stands for its whole span: 2028 runs from `first_day` 2028-01-01 to `last_day` 2028-12-31.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"année {self.year} hors de {FIRST_YEAR}-{LAST_YEAR}")
        if self.month is None and self.day is not None:
            raise ValueError("un jour sans mois")
        # 0 is no month and no day: it must reach date(), which refuses it.
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        try:
            date(self.year, month, day)
        except OverflowError:  # what date() says of a day of twenty digits
            raise ValueError("un jour hors du calendrier") from None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601). Raises ValueError on anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} n'est pas de la forme AAAA, AAAA-MM ou AAAA-MM-JJ")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # the pattern requires it
        return cls(year, month, day)

    @property
    def first_day(self) -> date:
        """First day of the span."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Last day of the span."""
        if self.month is None:
            return date(self.year, 12, 31)
        return date(
            self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1]
        )

    def end_after(self, years: int, *, whole_years: bool) -> Self:
        """The last day of `years` years from here, as precise as this date is.

        A period that is said to begin in 2019 counts from 1 January (`whole_years`), so three years
        end in 2021; one that was signed some time in 2019 ends three years later, some time in 2022.
        Raises ValueError beyond `LAST_YEAR`.
        """
        if self.day is None and not whole_years:
            return type(self)(self.year + years, self.month)
        if self.year + years > LAST_YEAR + 1:
            raise ValueError(f"une fin après {LAST_YEAR}")
        first = self.first_day
        # 29 February: the anniversary of a leap day falls on 1 March.
        leap_day = (first.month, first.day) == (2, 29)
        anniversary = (
            date(first.year + years, 3, 1) if leap_day else first.replace(year=first.year + years)
        )
        last = anniversary - timedelta(days=1)
        return type(self)(
            last.year,
            last.month if self.month is not None else None,
            last.day if self.day is not None else None,
        )

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.first_day, self.last_day) < (other.first_day, other.last_day)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # Editors read an unquoted 2028 as a number.
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
            ],
        }

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        try:
            return cls.parse(str(value))
        except ValueError:
            raise PydanticCustomError("date", "date mal formée") from None

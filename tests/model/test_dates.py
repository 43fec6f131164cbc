from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(days)
    precision = draw(st.sampled_from(["year", "month", "day"]))
    if precision == "year":
        return PartialDate(day.year)
    return PartialDate(day.year, day.month, day.day if precision == "day" else None)


@given(partial_dates())
def test_a_date_is_read_back_as_it_is_written(value: PartialDate) -> None:
    assert PartialDate.parse(str(value)) == value


@given(partial_dates())
def test_the_span_has_the_length_of_its_precision(value: PartialDate) -> None:
    length = (value.last_day - value.first_day + timedelta(days=1)).days
    if value.day is not None:
        assert length == 1
    elif value.month is not None:
        assert 28 <= length <= 31
        assert (value.last_day + timedelta(days=1)).day == 1
    else:
        assert length in {365, 366}


@given(partial_dates(), partial_dates())
def test_dates_sort_by_their_first_day(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) + (other < one) + (one == other) == 1
    if one < other:
        assert one.first_day <= other.first_day
        assert other > one
        assert not other <= one


@given(st.text(alphabet="0123456789-/. aAé\n²٣", max_size=12))
def test_any_other_text_is_refused_with_a_value_error(text: str) -> None:
    try:
        value = PartialDate.parse(text)
    except ValueError:
        return
    assert str(value) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "12/07/2023",
        "2023-7",
        "2023-13",
        "2023-00",
        "2023-07-00",
        "2023-02-29",
        "2023-07-32",
        "2023-07-12T00:00",
        " 2023",
        "2023\n",
        "juillet 2023",
        "1789",
        "2999",
        "-2023",
        "20230712",
    ],
)
def test_bad_texts(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are for the rules to choose
        PartialDate.parse(text)


def test_a_year_stands_for_all_of_it_and_february_knows_leap_years() -> None:
    assert PartialDate.parse("2028").first_day == date(2028, 1, 1)
    assert PartialDate.parse("2028").last_day == date(2028, 12, 31)
    assert PartialDate.parse("2024-02").last_day == date(2024, 2, 29)
    assert PartialDate.parse("2100-02").last_day == date(2100, 2, 28)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="un jour sans mois"):
        PartialDate(2023, None, 12)


@pytest.mark.parametrize("day", [10**20, -1, 0, 32])
def test_any_impossible_day_is_a_value_error(day: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are for the rules to choose
        PartialDate(2023, 7, day)

from datetime import date

import pytest
from pydantic import ValidationError

from generator.model.contract import Contract
from generator.model.duration import Amendment
from generator.model.period import EndOrigin, initial_period, length_bounds, period_of


def contract(duration: dict[str, str] | None = None, *amendment_ends: str) -> Contract:
    return Contract.model_validate(
        {
            "nom": "CLS de Quimper",
            "etat": "signé",
            "territoire": {"epci": ["200068120"]},
            "porteur": "Quimper Bretagne Occidentale",
            "duree": duration or {},
            "avenants": [{"fin": end} for end in amendment_ends],
            "sources": [{"titre": "Quimper", "url": "https://www.quimper.bzh/"}],
        }
    )


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ({"debut": "2019", "annees": "3"}, "2021"),
        ({"debut": "2019-07", "annees": "3"}, "2022-06"),
        ({"debut": "2019-01", "annees": "5"}, "2023-12"),
        ({"debut": "2019-07-12", "annees": "3"}, "2022-07-11"),
        ({"debut": "2019-01-01", "annees": "5"}, "2023-12-31"),
        ({"debut": "2020-02-29", "annees": "3"}, "2023-02-28"),
        ({"debut": "2020-02-29", "annees": "4"}, "2024-02-29"),
        ({"debut": "2019-03-01", "annees": "5"}, "2024-02-29"),
        ({"signature": "2019", "annees": "3"}, "2022"),
        ({"signature": "2019-07", "annees": "3"}, "2022-07"),
        ({"signature": "2019-07-12", "annees": "3"}, "2022-07-11"),
        ({"signature": "2018-12", "debut": "2019", "annees": "3"}, "2021"),
    ],
)
def test_the_length_gives_the_end_as_precisely_as_the_start(
    duration: dict[str, str], end: str
) -> None:
    period = period_of(contract(duration))
    assert str(period.end) == end
    assert period.end_origin is EndOrigin.LENGTH


def test_a_stated_end_wins_over_the_length() -> None:
    period = period_of(contract({"debut": "2019", "fin": "2023", "annees": "3"}))
    assert str(period.end) == "2023"
    assert period.end_origin is EndOrigin.STATED
    assert (period.first_day, period.last_day) == (date(2019, 1, 1), date(2023, 12, 31))


def test_the_signature_stands_for_an_unknown_start() -> None:
    period = period_of(contract({"signature": "2023-07-12", "fin": "2028"}))
    assert period.starts_at_signature
    assert period.first_day == date(2023, 7, 12)
    assert not period_of(contract({"signature": "2023", "debut": "2022"})).starts_at_signature


def test_the_latest_avenant_moves_the_end_and_not_the_first_agreement() -> None:
    extended = contract({"debut": "2015", "fin": "2018"}, "2020-06", "2019")
    assert str(period_of(extended).end) == "2020-06"
    assert period_of(extended).end_origin is EndOrigin.AMENDMENT
    assert str(initial_period(extended).end) == "2018"


def test_an_avenant_without_an_end_changes_no_date() -> None:
    plain = contract({"debut": "2015", "fin": "2018"})
    subject = Amendment.model_validate({"date": "2017-05", "objet": "un axe de plus"})
    amended = plain.model_copy(update={"amendments": (subject,)})
    assert period_of(amended) == period_of(plain)


def test_a_contract_without_dates_has_an_empty_period() -> None:
    period = period_of(contract())
    assert (period.start, period.end, period.first_day, period.last_day) == (None,) * 4
    assert not period.starts_at_signature
    assert length_bounds(period) is None


@pytest.mark.parametrize(
    ("start", "end", "shortest", "longest"),
    [
        ("2019", "2021", 1.0, 3.0),
        ("2019-07", "2022-06", 2.83, 3.0),
        ("2020-01-01", "2024-12-31", 5, 5),
    ],
)
def test_partial_dates_give_a_shortest_and_a_longest_length(
    start: str, end: str, shortest: float, longest: float
) -> None:
    bounds = length_bounds(period_of(contract({"debut": start, "fin": end})))
    assert bounds is not None
    assert bounds[0] == pytest.approx(shortest, abs=0.02)
    assert bounds[1] == pytest.approx(longest, abs=0.02)


@pytest.mark.parametrize(
    "duration",
    [
        {"debut": "2099", "annees": "5"},
        {"debut": "2100-12-31", "annees": "1"},
        {"signature": "2096", "annees": "5"},
        {"signature": "2100-02-28", "annees": "20"},
    ],
)
def test_a_contract_that_would_end_after_the_last_year_is_none(duration: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        contract(duration)
    assert [detail["type"] for detail in caught.value.errors()] == ["fin_lointaine"]


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ({"debut": "2096", "annees": "5"}, "2100"),
        ({"debut": "2096-01-01", "annees": "5"}, "2100-12-31"),
        ({"signature": "2095", "annees": "5"}, "2100"),
        ({"debut": "2099", "annees": "5", "fin": "2100"}, "2100"),
    ],
)
def test_a_period_may_reach_the_last_day_of_the_last_year(
    duration: dict[str, str], end: str
) -> None:
    assert str(period_of(contract(duration)).end) == end

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.site.text import french

NBSP, NARROW = "\u00a0", "\u202f"


def visible(text: str) -> str:
    """`text` with its spaces made visible: _ does not break, ~ is narrow and does not either."""
    return text.replace(NBSP, "_").replace(NARROW, "~")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("l'eau et d'abord", "l’eau et d’abord"),
        ("Qui paie ?", "Qui paie~?"),
        ("Agir!", "Agir~!"),
        ("eau ; air", "eau~; air"),
        ("Axe 1 : agir", "Axe 1_: agir"),
        ("Axe 1: agir", "Axe 1_: agir"),
        ("à 8:30", "à 8:30"),
        ("« la santé »", "«_la santé_»"),
        ("«la santé»", "«_la santé_»"),
        ("217 882 habitants", "217~882 habitants"),
        ("1 217 882", "1~217~882"),
        ("2023 2028", "2023 2028"),
        ("25 %", "25_%"),
        ("300 €", "300_€"),
        ("n° 12, art. L1434-10", "n°_12, art._L1434-10"),
        ("etc...", "etc…"),
        ("https://exemple.fr/a?b=c;d", "https://exemple.fr/a?b=c;d"),
        ("", ""),
    ],
)
def test_typography(text: str, printed: str) -> None:
    assert visible(french.typography(text)) == printed


@given(st.text(alphabet="aé1 '«»;:!?%€.n°\u00a0\u202f", max_size=25))
def test_typography_done_twice_changes_nothing_more(text: str) -> None:
    once = french.typography(text)
    assert french.typography(once) == once


@given(st.text(alphabet="aé1 «»;:!?%€n°,", max_size=25))
def test_typography_changes_spaces_and_no_word(text: str) -> None:
    def bare(value: str) -> str:
        return "".join(value.split())

    assert bare(french.typography(text)) == bare(text)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1~000"),
        (217882, "217~882"),
        (68_000_000, "68~000~000"),
        (-1500, "-1~500"),
    ],
)
def test_numbers(value: int, printed: str) -> None:
    assert visible(french.number(value)) == printed


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [
        (12.34, 1, "12,3"),
        (0.05, 1, "0,1"),
        (1234.5, 1, "1~234,5"),
        (12.6, 0, "13"),
        (-0.5, 1, "-0,5"),
    ],
)
def test_decimals(value: float, digits: int, printed: str) -> None:
    assert visible(french.decimal(value, digits)) == printed


@pytest.mark.parametrize(
    ("count", "printed"),
    [(0, "0_commune"), (1, "1_commune"), (2, "2_communes"), (1200, "1~200_communes")],
)
def test_the_plural_begins_at_two(count: int, printed: str) -> None:
    assert visible(french.plural(count, "commune")) == printed


def test_irregular_plurals_are_given() -> None:
    assert visible(french.plural(3, "contrat local", "contrats locaux")) == "3_contrats locaux"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2023", "2023"),
        ("2023-07", "juillet_2023"),
        ("2023-07-12", "12_juillet_2023"),
        ("2023-08-01", "1er_août_2023"),
        ("2024-02-29", "29_février_2024"),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(text: str, printed: str) -> None:
    assert visible(french.partial_date(PartialDate.parse(text))) == printed


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2023", "2028", "2023-2028"),
        ("2023", "2023", "2023"),
        ("2023-07", "2028", "de juillet 2023 à 2028"),
        ("2023-10", "2028-04", "d’octobre 2023 à avril 2028"),
        ("2023-08", "2028", "d’août 2023 à 2028"),
        ("2023-07-12", "2028-07-11", "du 12 juillet 2023 au 11 juillet 2028"),
        ("2023-07-01", "2028-06", "du 1er juillet 2023 à juin 2028"),
        ("2023", "2028-06-30", "de 2023 au 30 juin 2028"),
        ("2023", None, "début en 2023, fin non renseignée dans les sources"),
        ("2023-07", None, "début en juillet 2023, fin non renseignée dans les sources"),
        ("2023-07-12", None, "début le 12 juillet 2023, fin non renseignée dans les sources"),
        (None, "2028", "jusqu’en 2028"),
        (None, "2028-06", "jusqu’à juin 2028"),
        (None, "2028-06-30", "jusqu’au 30 juin 2028"),
        (None, None, "non renseigné dans les sources"),
    ],
)
def test_periods(start: str | None, end: str | None, printed: str) -> None:
    period = Period(
        PartialDate.parse(start) if start else None, PartialDate.parse(end) if end else None
    )
    assert french.period(period).replace(NBSP, " ") == printed


def test_a_day() -> None:
    assert visible(french.day(date(2026, 11, 1))) == "1er_novembre_2026"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ([], ""),
        (["eau"], "eau"),
        (["eau", "air"], "eau et air"),
        (["eau", "air", "bruit"], "eau, air et bruit"),
    ],
)
def test_enumerations(words: list[str], printed: str) -> None:
    assert french.enumerate_words(words) == printed


def test_french_order_forgets_accents_and_case() -> None:
    names = ["Zonza", "Évreux", "étampes", "Eu", "Œting", "Oullins"]
    assert french.in_order(names) == ["étampes", "Eu", "Évreux", "Œting", "Oullins", "Zonza"]


def test_totals_of_a_source_are_never_taken_for_lists() -> None:
    assert french.stated(25, 13) == "25 selon une source, 13 nommés"
    assert french.stated(42, 0, feminine=True) == "42 selon une source, aucune nommée"
    assert french.stated(None, 5) == "5 nommés dans les sources"
    assert french.stated(None, 0) == ""
    assert french.stated(4, 4) == "4, tous nommés"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.visible import cut, quoted, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Écrans : en parler « en famille »", "Écrans : en parler « en famille »"),
        ("50\u00a0% des habitants\u202f!", "50\u00a0% des habitants\u202f!"),
        ("k\n::add-mask::x", r"k\n::add-mask::x"),
        ("a\r\tb\x1b[31m\x07", r"a\r\tb\x1b[31m\x07"),
        ("a\u202eb\u2066c\u200bd\ufeff", r"a\u202eb\u2066c\u200bd\ufeff"),
        ("a\x85b\u2028c\u2029d", r"a\x85b\u2028c\u2029d"),
        ("bad\udcff.yml", r"bad\xff.yml"),
        ("\ud800 \ue000 \uffff \U0010ffff", r"\ud800 \ue000 \uffff \U0010ffff"),
        ("a ##[add-mask]b", r"a #\x23[add-mask]b"),
    ],
)
def test_what_does_not_print_shows_as_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text() | st.text(alphabet="##[\n\\x23a"))
def test_any_text_becomes_one_harmless_line_and_twice_is_as_once(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert "##[" not in shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown) == shown


@given(st.text(), st.integers(1, 20))
def test_a_text_is_cut_at_the_limit_and_never_longer(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_a_quotation_keeps_its_marks() -> None:
    assert quoted("x" * 500) == f"« {'x' * 79}… »"

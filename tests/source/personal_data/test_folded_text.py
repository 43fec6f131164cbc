import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source.personal_data.folded_text import fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hôpital, l’été … 5 €", "Hôpital, l’été … 5 €"),
        ("ＣＬＳ ０６", "CLS 06"),
        ("٠٦", "06"),
        ("a\u00a0b\u202fc\u2009\u2003d\n\n  e", "a b c d e"),
        ("a–b—c‑d−e", "a-b-c-d-e"),
        ("a\u200bb\u00adc", "abc"),
        ("e\u0301te\u0301", "été"),
        ("a%40b%C3%A9%20c", "a@bé c"),
        ("a%2540b", "a@b"),
        ("a&#64;b&#x40;c&commat;d&amp;#64;e", "a@b@c@d@e"),
        ("100 % de Q&A", "100 % de Q&A"),
        ("cœur", "cœur"),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold_text(text).text == folded


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("voir a%40b ici", "a@b", "a%40b"),
        ("voir a%2540b ici", "@", "%2540"),
        ("été 06\u200b  12", "06 12", "06\u200b  12"),
        ("e\u0301lue", "é", "e\u0301"),
        ("…&nbsp;M", " M", "&nbsp;M"),
    ],
)
def test_each_character_has_its_place_in_the_original(text: str, part: str, original: str) -> None:
    folded = fold_text(text)
    at = folded.text.index(part)
    start, end = folded.original(at, at + len(part))
    assert text[start:end] == original


@settings(deadline=None)  # a busy machine fails no test
@given(st.text(max_size=40))
def test_places_grow_and_stay_inside(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True)
    )

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.territories.text_keys import fold, fold_lines, place_key, slugify


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Évry-Courcouronnes", "EVRY COURCOURONNES"),
        ("L'Haÿ-les-Roses", "l’hay les roses"),
        ("Cœur d'Ostrevent", "coeur d ostrevent"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("written", "official"),
    [("St-Malo", "Saint-Malo"), ("ste foy", "Sainte-Foy"), ("Mans", "Le Mans")],
)
def test_a_place_is_found_without_article_and_with_short_saint(written: str, official: str) -> None:
    assert place_key(written) == place_key(official)


def test_a_name_that_is_only_an_article_stays() -> None:
    assert place_key("Les") == "les"


def test_saint_is_written_out_only_as_a_word() -> None:
    assert place_key("Strasbourg") == "strasbourg"
    assert place_key("Brest") == "brest"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_slug_can_stand_in_an_address(text: str) -> None:
    slug = slugify(text)
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")
    assert slug.strip("-") == slug
    assert "--" not in slug


@given(st.lists(st.text(st.characters(exclude_characters="\n")), min_size=1))
def test_folding_a_column_folds_each_line(lines: list[str]) -> None:
    assert fold_lines("\n".join(lines)) == [fold(line) for line in lines]

import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.territories.text_keys import fold, fold_lines, place_key, slugify

KEYS = json.loads((Path(__file__).parents[1] / "keys.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", KEYS, ids=lambda case: case["name"])
def test_keys_are_those_of_the_table_that_scripts_keep_to(case: dict[str, str]) -> None:
    assert (fold(case["name"]), place_key(case["name"])) == (case["fold"], case["place"])


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

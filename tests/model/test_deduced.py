"""What was deduced: a path stands for what is under it, and may say an item's place."""

from __future__ import annotations

import pytest

from generator.model.deduced import is_deduced, is_item_deduced, keys_in


@pytest.mark.parametrize(
    ("path", "to_verify", "deduced"),
    [
        ("duree.fin", ["duree.fin"], True),
        ("duree.fin", ["duree"], True),
        ("duree", ["duree.fin"], False),
        ("axes.3.actions.1", ["axes.3"], True),
        ("axes.3.actions.1", ["axes.actions"], True),
        ("axes.3.actions.1", ["axes.2", "axes.3.actions.2", "axe"], False),
        ("axes.12", ["axes.1"], False),
        ("axes", ["axes.2"], False),
        ("rang", [], False),
    ],
)
def test_a_value_is_deduced_with_what_it_stands_in(
    path: str, to_verify: list[str], deduced: bool
) -> None:
    assert is_deduced(path, to_verify) is deduced


@pytest.mark.parametrize(
    ("path", "to_verify", "deduced"),
    [
        ("axes.2", ["axes.2"], True),
        ("axes.2", ["axes.2.titre"], True),
        ("axes.2", ["axes.2.actions"], True),
        ("axes.2", ["axes.2.actions.1"], False),
        ("axes.2", ["axes"], False),
        ("axes.1", ["axes.12"], False),
    ],
)
def test_an_item_is_marked_by_its_own_place_alone(
    path: str, to_verify: list[str], deduced: bool
) -> None:
    assert is_item_deduced(path, to_verify) is deduced


def test_the_keys_of_a_path_are_those_of_the_model() -> None:
    assert keys_in("axes.3.actions.1") == "axes.actions"

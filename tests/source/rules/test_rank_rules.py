"""The rank beside the precedent."""

from __future__ import annotations

import pytest

from tests.small_root import SmallRoot, contract_text, told


@pytest.mark.parametrize(
    ("changes", "underlined"),
    [
        ({"rang": "2"}, "2"),
        ({"rang": "3"}, "3"),
        ({"rang": "1", "precedent": "cornouaille-2023"}, "1"),
    ],
)
def test_a_rank_that_its_precedent_contradicts(
    root: SmallRoot, changes: dict[str, str], underlined: str
) -> None:
    problems = root.check(contract_text(**changes))
    assert told(problems) == [("avertissement", "rang", underlined)]
    assert problems[0].proposal


@pytest.mark.parametrize(
    "changes", [{}, {"rang": "1"}, {"rang": "3", "precedent": "cornouaille-2023"}]
)
def test_a_rank_that_goes_with_its_precedent(root: SmallRoot, changes: dict[str, str]) -> None:
    assert root.check(contract_text(**changes)) == []

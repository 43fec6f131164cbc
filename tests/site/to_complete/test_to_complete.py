"""The list of what is missing: who helps sees first what helps most."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.to_complete.view import ToCompleteView, to_complete_view
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SAINT_MARTIN, SmallRoot, contract_text

DAY = date(2026, 11, 24)


@pytest.fixture
def root(tmp_path: Path) -> SmallRoot:
    return SmallRoot(tmp_path)


def _view(root: SmallRoot) -> ToCompleteView:
    directory = Directory(root.load(), load_reference(), load_shapes())
    return to_complete_view(Edition(directory, DAY, "https://forge.example/cls"))


def test_contracts_in_force_come_first_and_past_ones_not_at_all(root: SmallRoot) -> None:
    view = _view(root)
    assert [line.contract.id for line in view.lines] == ["cornouaille-2023", "saint-martin"]
    assert view.total == 2
    assert view.lines[0].lacks == ("les signataires, une deuxième source et un document public")
    assert view.lines[0].edit_url == (
        "https://forge.example/cls/edit/main/contracts/bretagne/cornouaille-2023.yml"
    )


def test_what_only_a_signed_contract_has_is_not_missed_in_preparation(root: SmallRoot) -> None:
    line = _view(root).lines[1]
    assert line.lacks == "la date de l’état, une deuxième source et un document public"


def test_axes_are_not_missed_before_they_can_be(root: SmallRoot) -> None:
    text = SAINT_MARTIN.replace("etape: diagnostic", "etape: rédaction")
    root.write("contracts/guadeloupe/saint-martin.yml", text)
    assert _view(root).lines[1].lacks.startswith("les axes, les actions, ")


def test_those_without_axes_come_before_those_that_have_some(root: SmallRoot) -> None:
    root.write(
        "contracts/bretagne/sein-2025.yml",
        contract_text(territoire='{communes: ["29083"]}', duree="{debut: 2025, fin: 2029}"),
    )
    ids = [line.contract.id for line in _view(root).lines]
    assert ids == ["sein-2025", "cornouaille-2023", "saint-martin"]
    assert dict(_view(root).counts)["les axes"] == 1


def test_what_became_of_a_contract_lost_from_sight_is_asked_after_the_live_ones(
    root: SmallRoot,
) -> None:
    changes = {"etat": "en préparation", "duree": None, "etat_constate": "2019-05"}
    root.write(
        "contracts/bretagne/sein.yml",
        contract_text(territoire='{communes: ["29083"]}', **changes),
    )
    view = _view(root)
    assert view.lines[-1].contract.id == "sein"
    assert view.lines[-1].lacks.startswith("la suite, les axes")
    assert dict(view.counts)["la suite"] == 1

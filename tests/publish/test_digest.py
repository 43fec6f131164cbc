"""Digests: equal for equal values, whatever their identity, and other for any value that is not."""

from __future__ import annotations

import copy
import dataclasses
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.model.contract import Contract
from generator.publish.digest import TemplateDigests, folder_digest, view_digest
from generator.site.shell.templating import environment
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import kinds, one_of_each_kind
from tests.small_root import TODAY, SmallRoot


class Relation(Enum):
    NEAR = "proche"
    FAR = "loin"


@dataclass(frozen=True)
class Row:
    name: str
    number: int = 1
    more: Any = None


@dataclass(frozen=True)
class OtherRow(Row):
    pass


def test_equal_values_have_one_digest_whatever_their_identity() -> None:
    name = "".join(["Contrat ", "local"])
    shared = Row(name, more=[Row("a"), Row("a"), name])
    apart = Row("Contrat local", more=[Row("a"), Row("".join("a")), "Contrat local"])
    assert view_digest(shared) == view_digest(apart) == view_digest(copy.deepcopy(shared))


@pytest.mark.parametrize(
    "other",
    [
        Row("b"),
        Row("a", 2),
        Row("a", True),
        OtherRow("a"),
        Row("a", more=()),
        Row("a", more=[]),
        Row("a", more=""),
        Row("a", more=Markup("")),
        Row("a", more=date(2026, 1, 1)),
        Row("a", more="2026-01-01"),
        Row("a", more=Relation.NEAR),
        Row("a", more=Relation.FAR),
        Row("a", more={"x": 1, "y": 2}),
        Row("a", more={"y": 2, "x": 1}),  # printed in another order
        Row("a", more=[Row("a", more="")]),
        Row("a", more=["ab", "c"]),
        Row("a", more=["a", "bc"]),
        Row("a", more=1.5),
    ],
)
def test_another_value_has_another_digest(other: Row) -> None:
    others = [Row("a"), Row("a", more={"z": 0})]
    assert view_digest(other) not in [view_digest(row) for row in others]
    assert view_digest(other) == view_digest(copy.deepcopy(other))


def test_a_set_has_one_digest_whatever_its_order() -> None:
    # Eight and zero fall on the same place of a small set, in the order in which they come.
    one, other = frozenset([0, 8]), frozenset([8, 0])
    assert list(one) != list(other)
    assert view_digest(Row("a", more=one)) == view_digest(Row("a", more=other))
    assert view_digest(Row("a", more=one)) != view_digest(Row("a", more=(0, 8)))


@pytest.mark.parametrize("value", [object(), len, lambda: None, Path()])
def test_what_is_no_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        view_digest(Row("a", more=value))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    corpus = SmallRoot(tmp_path_factory.mktemp("root")).load()
    directory = Directory(corpus, load_reference(), load_shapes())
    return Edition(directory, TODAY, "https://forge.example/cls")


_HASHED = """
import sys
from pathlib import Path
from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.publish.digest import view_digest
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import one_of_each_kind
from tests.small_root import TODAY, SmallRoot
corpus = SmallRoot(Path(sys.argv[1])).load()
edition = Edition(Directory(corpus, load_reference(), load_shapes()), TODAY, "https://forge.example")
for kind, subject in one_of_each_kind(edition):
    print(kind.template, view_digest(kind.view(edition, subject)).hex())
"""


def test_another_process_gives_every_kind_of_page_the_same_digest(tmp_path: Path) -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _HASHED, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "20773")
    }
    assert len(found) == 1
    assert len(found.pop().splitlines()) == len(list(kinds()))


def test_every_kind_of_page_has_a_digest_that_each_of_its_fields_changes(edition: Edition) -> None:
    seen = set()
    for kind, subject in one_of_each_kind(edition):
        view: Any = kind.view(edition, subject)
        before = view_digest(view)
        assert before == view_digest(kind.view(edition, subject))
        for field in dataclasses.fields(view):
            changed = dataclasses.replace(view, **{field.name: "tout autre chose"})
            assert view_digest(changed) != before, f"{kind.template}: {field.name}"
        seen.add(kind.template)
    assert len(seen) == len(list(kinds()))


def test_a_contract_has_another_digest_for_each_key(edition: Edition) -> None:
    contract = next(iter(edition.directory.entries.values())).contract
    before = view_digest(contract)
    for name in Contract.model_fields:
        changed = contract.model_copy(update={name: "tout autre chose"})
        assert view_digest(changed) != before, name


def test_a_template_changes_with_what_it_includes_and_with_nothing_else() -> None:
    sources = {
        "page": '{% extends "base" %}{% from "macros" import m %}{% include "part" %}',
        "base": "base",
        "macros": "{% macro m() %}{% endmacro %}",
        "part": '{% include "deep" %}',
        "deep": "deep",
        "other": "other",
    }
    before = TemplateDigests(Environment(loader=DictLoader(sources))).of("page")
    for name in sources:
        changed = {**sources, name: f"{sources[name]} "}
        after = TemplateDigests(Environment(loader=DictLoader(changed))).of("page")
        assert (after == before) == (name == "other"), name


def test_a_template_that_its_view_would_choose_is_refused() -> None:
    digests = TemplateDigests(Environment(loader=DictLoader({"page": "{% include name %}"})))
    with pytest.raises(TypeError, match="only its view knows"):
        digests.of("page")


def test_every_template_of_the_rooms_says_what_it_includes() -> None:
    digests = TemplateDigests(environment())
    assert len({digests.of(kind.template) for kind in kinds()}) == len(list(kinds()))


def test_a_folder_changes_with_each_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.py").write_text("1", encoding="utf-8")
    before = folder_digest(tmp_path, ".py")
    (tmp_path / "sub" / "a.css").write_text("1", encoding="utf-8")
    assert folder_digest(tmp_path, ".py") == before
    (tmp_path / "sub" / "a.py").write_text("2", encoding="utf-8")
    assert folder_digest(tmp_path, ".py") != before

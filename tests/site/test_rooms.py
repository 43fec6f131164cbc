"""The rooms hold together: views and templates, addresses, folders."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.files import site_files
from generator.site.room import PageKind, variables
from generator.site.rooms import ROOMS
from generator.site.shell.templating import environment
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import kinds, one_of_each_kind, page_of
from tests.small_root import SmallRoot

DAY = date(2026, 11, 24)
KINDS = list(kinds())


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = SmallRoot(tmp_path_factory.mktemp("rooms"))
    return Edition(
        Directory(root.load(), load_reference(), load_shapes()), DAY, "https://exemple.fr/depot"
    )


def _read_by(template: str) -> set[str]:
    """The variables that a template reads, with those of the templates that it takes from."""
    env = environment()
    assert env.loader is not None
    source, _, _ = env.loader.get_source(env, template)
    tree = env.parse(source)
    names = meta.find_undeclared_variables(tree)
    for node in tree.find_all(nodes.FromImport):
        if isinstance(node.template, nodes.Const):
            names |= _read_by(node.template.value)
    return names


@pytest.mark.parametrize("kind", KINDS, ids=[kind.template for kind in KINDS])
def test_a_template_reads_each_field_of_its_view_and_lacks_none(
    edition: Edition, kind: PageKind
) -> None:
    subject = next(iter(kind.subjects(edition)))
    view = kind.view(edition, subject)
    assert dataclasses.is_dataclass(view)
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.head = None
    given = variables(view).keys() - {"head"}
    assert given <= _read_by(kind.template), given - _read_by(kind.template)
    # What the view lacks, the template refuses to print.
    assert page_of(kind, edition, subject).startswith("---\ntitle: ")


@pytest.mark.slow
def test_no_two_files_have_one_path(edition: Edition) -> None:
    paths = Counter(file.path for file in site_files(edition))
    assert [path for path, times in paths.items() if times > 1] == []


def test_every_kind_of_page_has_a_page_even_in_a_small_directory(edition: Edition) -> None:
    assert [kind for kind, _ in one_of_each_kind(edition)] == KINDS


def test_a_room_is_a_folder_and_its_templates_are_in_it() -> None:
    site = Path(str(files("generator.site")))
    for room in ROOMS:
        assert (site / room.name).is_dir()
        for kind in room.pages:
            assert kind.template.startswith(f"{room.name}/")
    used = {kind.template for kind in KINDS}
    own = {
        path.relative_to(site).as_posix()
        for room in ROOMS
        for path in (site / room.name).glob("*.md.j2")
    }
    assert own - used == {"finder/form.md.j2"}

from pathlib import Path

import pytest
from hypothesis import settings

from generator.territories.reference import Reference, load_reference
from tests.small_root import SmallRoot

# A busy machine is slow, and not wrong.
settings.register_profile("annuaire", deadline=None)
settings.load_profile("annuaire")

pytest_plugins = ["tests.browser_tally"]

_FIRST = ("test_files.py", "test_axe.py", "test_hostile.py")
"""What takes longest, and a core each, is begun first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ranks = {name: rank for rank, name in enumerate(_FIRST)}
    items.sort(key=lambda item: ranks.get(item.path.name, len(ranks)))


@pytest.fixture
def root(tmp_path: Path) -> SmallRoot:
    return SmallRoot(tmp_path / "annuaire")


@pytest.fixture(scope="session")
def cog() -> Reference:
    """The official list of places; « reference » is the name that some modules give to their own."""
    return load_reference()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A temporary folder of this run of the tests, the same for all the processes that share it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own

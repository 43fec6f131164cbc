from pathlib import Path

import pytest
from hypothesis import settings

from generator.territories.reference import Reference, load_reference
from tests.small_root import SmallRoot

# A busy machine is slow, and not wrong.
settings.register_profile("annuaire", deadline=None)
settings.load_profile("annuaire")

pytest_plugins = ["tests.browser_tally"]


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

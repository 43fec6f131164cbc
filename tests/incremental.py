"""A small project whose site is built again and again, from its cache and from nothing."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.mkdocs_plugin import AnnuairePlugin
from generator.publish.cache import Cache
from tests.small_root import SmallRoot
from tests.trees import Tree, tree

ROOT = Path(__file__).parents[1]
THEME = Path("generator/site/shell/theme")

PAGE = """\
# Comprendre

Un [CLS](../contrats/cornouaille-2023/index.md) est signé par l’ARS ; ses [règles](../contribuer/regles.md).
"""

GLOSSARY = """\
# Glossaire

## Les sigles

ARS : agence régionale de santé { #ars }
"""


class Project:
    """The folder, and the two ways to build it."""

    def __init__(self, path: Path) -> None:
        self.root = SmallRoot(path / "project")
        self._out = path
        self.day = date(2026, 11, 24)
        for region in (ROOT / "regions").glob("*.yml"):
            if not (self.root.path / "regions" / region.name).exists():
                shutil.copy(region, self.root.path / "regions")
        self.root.write("docs/comprendre/index.md", PAGE)
        self.root.write("docs/comprendre/glossaire.md", GLOSSARY)
        shutil.copytree(ROOT / THEME, self.root.path / THEME)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
        self.root.write("mkdocs.yml", f"{settings}\nnav:\n  - Comprendre: comprendre/index.md\n")

    @property
    def epoch(self) -> str:
        """Its day, for SOURCE_DATE_EPOCH: midnight in UTC, in seconds."""
        return str(int(datetime.combine(self.day, time(), tzinfo=UTC).timestamp()))

    def text(self, name: str) -> str:
        """What a file of the project holds."""
        return (self.root.path / name).read_text(encoding="utf-8")

    def contracts(self) -> list[str]:
        """Path of each contract."""
        folder = self.root.path
        found = (folder / "contracts").rglob("*.yml")
        return sorted(path.relative_to(folder).as_posix() for path in found)

    def again(self) -> Tree:
        """The site, with what earlier builds left."""
        return self._built("again", None)

    def anew(self) -> Tree:
        """The same, from nothing."""
        return self._built("anew", Cache())

    def _built(self, name: str, cache: Cache | None) -> Tree:
        with patch.dict(os.environ, SOURCE_DATE_EPOCH=self.epoch):
            config = load_config(str(self.root.path / "mkdocs.yml"), site_dir=str(self._out / name))
            plugin = config.plugins["annuaire"]
            assert isinstance(plugin, AnnuairePlugin)
            plugin._cache = cache
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        return tree(self._out / name)

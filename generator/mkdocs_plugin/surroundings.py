"""The digest of all that a page's HTML depends on beside its own Markdown and the files that it links to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from generator.publish.cache import key_of
from generator.publish.digest import folder_digest, program_digest
from generator.site.shell.glossary import EXTENSION

OURS = "annuaire"
"""Our plugin's name in `mkdocs.yml`."""

_ELSEWHERE = frozenset(
    {"config_file_path", "dev_addr", "docs_dir", "mdx_configs", "nav", "plugins", "site_dir"}
    | {"strict", "theme", "watch"}
)
"""Settings that say where and how the site is made, and nothing of its pages; or that are told apart."""


def are_known(config: MkDocsConfig) -> bool:
    """Whether nothing but what the digest holds makes the pages: another plugin, a hook may read anything."""
    return set(config.plugins) <= {OURS} and not config.hooks


def surroundings_digest(config: MkDocsConfig, nav: Navigation, previewing: bool) -> bytes:
    """Of the program and every package, `mkdocs.yml`, the theme's templates, the navigation, the glossary."""
    settings = {
        "theme": dict(config.theme),
        "plugins": {name: dict(plugin.config) for name, plugin in config.plugins.items()},
        "extensions": {name: _beside(config, given) for name, given in config.mdx_configs.items()},
        **{name: value for name, value in config.items() if name not in _ELSEWHERE},
    }
    return key_of(
        program_digest(),
        json.dumps([settings, previewing], default=repr, sort_keys=True),
        json.dumps(list(_outline(nav.items))),
        *_theme(config),
        *_glossary(config),
    )


def _beside(config: MkDocsConfig, given: Mapping[str, Any]) -> dict[str, str]:
    """An extension's settings, wherever the project lies."""
    root = str(Path(config.config_file_path).parent)
    return {name: str(value).replace(root, "") for name, value in given.items()}


def _outline(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        yield [item.title, getattr(item, "url", None), list(_outline(item.children or ()))]


def _theme(config: MkDocsConfig) -> Iterator[bytes]:
    """Of our part of the theme; the rest comes in a package, whose version the program's digest holds."""
    if config.theme.custom_dir:
        yield folder_digest(Path(config.theme.custom_dir), "")


def _glossary(config: MkDocsConfig) -> Iterator[bytes]:
    path = Path(config.mdx_configs.get(EXTENSION, {}).get("glossary", ""))
    if path.is_file():
        yield path.read_bytes()

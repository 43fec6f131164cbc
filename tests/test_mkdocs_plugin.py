"""The adapter to MkDocs: what it gives to it, and what it refuses to publish."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import generator.site
from generator.mkdocs_plugin import AnnuairePlugin
from generator.mkdocs_plugin.surroundings import are_known
from generator.site.rooms import tabs
from generator.site.shell.glossary import EXTENSION
from tests.small_root import SmallRoot, contract_text


def _read_by_mkdocs(content: str, folder: Path) -> Page:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Annuaire", "docs_dir": str(folder), "site_dir": "site"})
    config.validate()
    (folder / "contrats/brest").mkdir(parents=True)
    (folder / "contrats/brest/index.md").write_text(content, encoding="utf-8")
    file = File("contrats/brest/index.md", str(folder), "site", use_directory_urls=True)
    page = Page(None, file, config)
    page.read_source(config)
    return page


@pytest.mark.parametrize(
    "front",
    [
        # What MkDocs's YAML refuses, it shows as Markdown and says nothing: the hole that let a script in.
        'title: "Ville de Brest\uffff ![](x){: onerror=alert(1) }"',
        "title: [",
        "- une liste",
    ],
)
def test_a_page_whose_front_matter_is_lost_stops_the_build(front: str, tmp_path: Path) -> None:
    page = _read_by_mkdocs(f"---\n{front}\n---\n# Page\n", tmp_path)
    with pytest.raises(PluginError, match=r"contrats/brest/index\.md : .*en-tête"):
        AnnuairePlugin().on_page_markdown(page.markdown or "", page=page)


@pytest.mark.parametrize("content", ["# Page\n", "---\ntitle: Page\nhide: [toc]\n---\n# Page\n"])
def test_a_sound_page_passes_unchanged(content: str, tmp_path: Path) -> None:
    page = _read_by_mkdocs(content, tmp_path)
    assert AnnuairePlugin().on_page_markdown("# Page", page=page) == "# Page"


def _configured(root: Path, **settings: object) -> MkDocsConfig:
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    (root / "docs").mkdir(exist_ok=True)
    config.load_dict({"site_name": "Annuaire", "docs_dir": str(root / "docs"), **settings})
    assert config.validate() == ([], [])
    return config


def _plugin(**options: str) -> AnnuairePlugin:
    plugin = AnnuairePlugin()
    errors, _ = plugin.load_config({"repository": "https://exemple.fr/depot", **options})
    assert errors == []
    return plugin


def test_the_tabs_of_the_rooms_come_before_what_is_written_by_hand(root: SmallRoot) -> None:
    config = _configured(root.path, nav=[{"Comprendre": "comprendre.md"}])
    nav = _plugin().on_config(config).nav
    assert nav == [*({label: source} for label, source in tabs()), {"Comprendre": "comprendre.md"}]


def test_the_glossary_is_found_beside_the_configuration(root: SmallRoot) -> None:
    config = _configured(root.path)
    config.mdx_configs[EXTENSION] = {"glossary": "docs/glossaire.md"}
    settings = _plugin().on_config(config).mdx_configs[EXTENSION]
    assert settings == {"glossary": str(root.path / "docs/glossaire.md")}


@pytest.mark.parametrize(
    ("options", "text", "told"),
    [
        ({"date": "2026-11-24"}, contract_text(etat="signe"), r"quimper-2029\.yml:2:7: erreur"),
        ({"date": "demain"}, contract_text(), "date « demain » mal formée"),
    ],
)
def test_an_error_of_the_files_or_of_the_day_stops_the_build_in_words(
    root: SmallRoot, options: dict[str, str], text: str, told: str
) -> None:
    root.write("contracts/bretagne/quimper-2029.yml", text)
    with pytest.raises(PluginError, match=told):
        _plugin(**options).on_files(Files([]), config=_configured(root.path))


@pytest.mark.parametrize(("command", "previewing"), [("serve", True), ("build", False)])
def test_the_theme_knows_a_preview(command: str, previewing: bool) -> None:
    plugin = _plugin()
    plugin.on_startup(command=command)
    assert plugin.on_env(Environment()).globals["previewing"] is previewing


@pytest.mark.parametrize(
    ("plugins", "hooks", "known"),
    [([], [], True), (["search"], [], False), ([], ["hook.py"], False)],
)
def test_pages_that_something_else_may_change_are_not_kept(
    root: SmallRoot, plugins: list[str], hooks: list[str], known: bool
) -> None:
    paths = [str(root.write(name, "")) for name in hooks]
    ours = {"annuaire": {"repository": "https://exemple.fr/depot"}}
    config = _configured(root.path, plugins=[ours, *plugins], hooks=paths)
    assert are_known(config) is known


def test_a_preview_watches_the_data_and_our_templates(root: SmallRoot) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(root.path))
    try:
        _plugin().on_serve(server, config=_configured(root.path))
        watched = set(server._watched_paths)
    finally:
        server.server_close()
    data = {str(root.path / folder) for folder in ("contracts", "regions")}
    assert watched == {*data, str(Path(generator.site.__file__).parent)}

"""The adapter to MkDocs: what it refuses to publish."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator.mkdocs_plugin import AnnuairePlugin


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

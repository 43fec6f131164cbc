"""The index of the search, by the real Pagefind on a few pages."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.publish.search_index import FOLDER, SearchIndexError, article_of
from generator.publish.search_order import put_in_order
from tests.publish.indexed import index_site

PAGE = """<!doctype html>
<html lang="fr" class="no-js"><head><title>Page</title>
<meta data-pagefind-meta="genre[content]" content="Contrat">
<meta data-pagefind-filter="region[content]" content="Provence-Alpes-Côte d’Azur">
</head><body><nav>navigation du site</nav>
<article class="md-content__inner">
<nav class="fil">fil d’Ariane</nav>
<h1 id="titre">Contrat d’essai<a class="headerlink" href="#titre">¶</a></h1>
<dl><div><dt>Porteur</dt><dd>Ville</dd></div><div><dt>Associations</dt><dd>Une</dd><dd>Deux</dd></div></dl>
<ul><li>Dépister<span class="details">Dépistage</span></li></ul>
<p>La qualité de l’eau, l&#39;air et d’<em>autres</em>, dès aujourd’hui &lt;b&gt; <a href="l'eau">lien</a></p>
</article><footer>pied du site</footer></body></html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages, and files that are no page."""
    for place, text in {
        "contrats/essai/index.html": PAGE,
        "index.html": "<html lang='fr'><body><article><h1>Accueil</h1></article></body></html>",
        "404.html": "<html lang='fr'><body><article><h1>Perdu</h1></article></body></html>",
        "fragment.html": "<p>sans article</p>",
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, "utf-8")
    return tmp_path


def _indexed(site: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for path in (site / FOLDER / "fragment").iterdir():
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page
    return found


def test_only_articles_are_indexed_with_their_metadata(site: Path) -> None:
    assert index_site(site) == 2
    pages = _indexed(site)
    assert set(pages) == {"/", "/contrats/essai/"}
    page = pages["/contrats/essai/"]
    assert page["meta"] == {"title": "Contrat d’ essai", "genre": "Contrat"}
    assert page["filters"] == {"region": ["Provence-Alpes-Côte d’Azur"]}
    for word in ("navigation", "Ariane", "¶", "pied"):
        assert word not in page["content"]


def test_the_index_is_french(site: Path) -> None:
    index_site(site)
    entry = json.loads((site / FOLDER / "pagefind-entry.json").read_text("utf-8"))
    assert list(entry["languages"]) == ["fr"]
    assert entry["languages"]["fr"]["page_count"] == 2
    assert (site / FOLDER / "wasm.fr.pagefind").is_file()


def test_words_that_french_or_the_styles_keep_apart_are_apart(site: Path) -> None:
    index_site(site)
    content = _indexed(site)["/contrats/essai/"]["content"].replace("\u00a0", " ")
    assert "La qualité de l’ eau, l' air et d’ autres, dès aujourd’hui <b> lien" in content
    assert "Porteur : Ville" in content
    assert "Une ; Deux" in content
    assert "Dépister — Dépistage" in content


def test_a_second_index_takes_the_place_of_the_first(site: Path) -> None:
    index_site(site)
    (site / FOLDER / "fragment" / "old.pf_fragment").write_bytes(b"")
    (site / "contrats/essai/index.html").unlink()
    assert index_site(site) == 1
    assert set(_indexed(site)) == {"/"}


def test_ready_made_interfaces_are_left_out(site: Path) -> None:
    index_site(site)
    kept = {path.name for path in (site / FOLDER).iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "fragment", "index", "filter"} <= kept
    assert not any("ui" in name or "highlight" in name for name in kept)


def test_attributes_are_not_changed() -> None:
    page = article_of(PAGE)
    assert page is not None
    assert '<a href="l\'eau">' in page
    assert 'content="Provence-Alpes-Côte d’Azur"' in page


def test_what_is_not_known_is_not_indexed() -> None:
    page = article_of(
        "<article><p>signé en 2021, fin non renseignée ; Corse</p><p>Dates : début et fin non renseignés.</p>"
        "<dd>Non renseigné</dd><p>Porteur non\u00a0renseigné</p></article>"
    )
    assert page is not None
    assert "renseign" not in page
    assert "signé en 2021 ; Corse" in page


def test_a_page_that_repeats_others_is_left_out() -> None:
    head = '<meta name="recherche" content="exclue">'
    assert article_of(f"{head}<article>Voisins</article>") is None


def test_a_page_without_article_is_no_page() -> None:
    assert article_of("<html><body><p>rien</p></body></html>") is None


def test_a_site_without_pages_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="aucune page à indexer"):
        index_site(tmp_path)


def test_a_missing_program_is_told_in_french(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(site / "nowhere"))
    with pytest.raises(
        SearchIndexError, match=r"est introuvable : installez-le avec « pip install"
    ):
        index_site(site)
    assert not (site / FOLDER).exists()


@pytest.mark.parametrize(
    ("script", "told"),
    [("echo cassé >&2; exit 3", "a échoué : cassé"), ("exit 3", "code 3"), ("exit 0", "pas écrit")],
)
def test_a_program_that_fails_is_told_and_keeps_the_last_index(
    site: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    index_site(site)
    program = site / "program"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(SearchIndexError, match=told):
        index_site(site)
    assert len(_indexed(site)) == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_no_program_behind(site: Path, number: int) -> None:
    told = site / "told"
    os.mkfifo(told)
    program = site / "program"
    # It tells its number once the build that began it has gone on, and waits for it.
    script = f"sleep 0.5; echo $$ > '{told}'; exec sleep 600"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    code = (
        "import sys; from pathlib import Path\n"
        "from generator.publish.interruption import interruptible\n"
        "from tests.publish.indexed import index_site\n"
        "with interruptible(): index_site(Path(sys.argv[1]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(site)],
        env={**os.environ, "PAGEFIND_BINARY_PATH": str(program)},
        stderr=subprocess.DEVNULL,
    ) as process:
        pagefind = int(told.read_text("utf-8"))
        process.send_signal(number)
        process.wait(60)
    with pytest.raises(ProcessLookupError):
        os.kill(pagefind, 0)
    assert not (site / FOLDER).exists()


def test_settings_of_the_machine_change_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_GLOB", "*.nothing")
    monkeypatch.setenv("PAGEFIND_OUTPUT_SUBDIR", "elsewhere")
    assert index_site(site) == 2
    assert len(_indexed(site)) == 2


def test_the_same_pages_give_the_same_bytes(site: Path) -> None:
    """Pagefind draws the order of filters and of their values by lot: six of them, 720 orders."""
    for number in range(6):
        (site / f"page-{number}.html").write_text(
            PAGE.replace("Provence-Alpes-Côte d’Azur", f"Région {number}"), "utf-8"
        )
    indexes = []
    for _ in range(2):
        index_site(site)
        folder = site / FOLDER
        indexes.append(
            {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}
        )
    assert indexes[0] == indexes[1]


def test_an_index_in_another_format_is_left_as_it_came(site: Path) -> None:
    index_site(site)
    (meta,) = (site / FOLDER).glob("*.pf_meta")
    for content in (
        b"pagefind_dcd\x80",
        b"pagefind_dcd\x84\x01\x01\x01\xa0",
        b"pagefind_dcd",
        b"other",
    ):
        meta.write_bytes(gzip.compress(content))
        files = {path: path.read_bytes() for path in (site / FOLDER).rglob("*.*")}
        assert not put_in_order(site / FOLDER)
        assert {path: path.read_bytes() for path in (site / FOLDER).rglob("*.*")} == files

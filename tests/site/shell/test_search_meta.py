"""What the search is told of a page, from the generator to the HTML that Pagefind reads."""

from __future__ import annotations

from html.parser import HTMLParser
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from generator.model.vocabulary import STATUSES
from generator.site.shell.search_meta import search_meta

NOT_LIVE = [id_ for id_, term in STATUSES.items() if not term.family.live]

NASTY = 'A « b », "c" <script>alert(1)</script> & \u2028 : - {x} [y] 😀 \x85'


def test_a_contract_tells_its_kind_territory_period_status_and_filters() -> None:
    meta = search_meta(
        kind="contrat",
        name="CLS d'Elorn, 2019-2023",
        territory="Finistère",
        regions=["Bretagne"],
        status="en-cours",
        dates="2019-2023",
        axes=["sante-mentale", "acces-aux-soins", "sante-mentale"],
    )
    assert meta == {
        "infos": {
            "nom": "CLS d’Elorn, 2019-2023",
            "genre": "Contrat",
            "territoire": "Finistère",
            "statut": "en-cours",
            "dates": "2019-2023",
        },
        "filtres": {
            "region": ["Bretagne"],
            "statut": ["En cours"],
            "axe": ["Santé mentale", "Accès aux soins et à la santé"],
        },
    }


@pytest.mark.parametrize("status", NOT_LIVE)
def test_a_contract_over_or_lost_from_sight_counts_for_less(status: str) -> None:
    assert search_meta(kind="contrat", status=status)["filtres"]["poids"] == ["0.5"]


@pytest.mark.parametrize("status", [status for status in STATUSES if status not in NOT_LIVE])
def test_any_other_contract_counts_whole(status: str) -> None:
    assert "poids" not in search_meta(kind="contrat", status=status)["filtres"]


def test_what_is_unknown_is_left_out() -> None:
    assert search_meta(kind="page") == {"infos": {"genre": "Page"}, "filtres": {}}


@pytest.mark.parametrize("given", [{"kind": "?"}, {"kind": "page", "status": "?"}])
def test_unknown_terms_are_refused(given: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        search_meta(**given)


class _Metas(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found.append(dict(attrs))


def _rendered(meta: dict[str, Any]) -> _Metas:
    main = (files("generator.site.shell") / "theme" / "main.html").read_text("utf-8")
    base = "{% block extrahead %}{% endblock %}"
    # As MkDocs: no escaping by itself.
    env = jinja2.Environment(loader=jinja2.DictLoader({"main.html": main, "base.html": base}))
    env.filters["url"] = str  # MkDocs' own, for style sheets
    reader = _Metas()
    reader.feed(env.get_template("main.html").render(page=SimpleNamespace(meta=meta)))
    return reader


def test_the_theme_writes_it_where_pagefind_reads_it() -> None:
    meta = search_meta(kind="contrat", territory="Finistère", regions=["Bretagne"], axes=[])
    assert _rendered({"recherche": meta}).found == [
        {"data-pagefind-meta": "genre[content]", "content": "Contrat"},
        {"data-pagefind-meta": "territoire[content]", "content": "Finistère"},
        {"data-pagefind-filter": "region[content]", "content": "Bretagne"},
    ]


def test_the_theme_escapes_it() -> None:
    meta = search_meta(kind="contrat", territory=NASTY, regions=[NASTY])
    reader = _rendered({"recherche": meta})
    assert reader.tags == {"meta"}
    assert reader.found[1]["content"] == meta["infos"]["territoire"]


@pytest.mark.parametrize("meta", [{}, {"recherche": None}, {"recherche": {}}])
def test_a_page_that_says_nothing_is_a_page(meta: dict[str, Any]) -> None:
    assert _rendered(meta).found == [{"data-pagefind-meta": "genre[content]", "content": "Page"}]

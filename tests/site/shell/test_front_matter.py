"""The front matter of a page reads back as it was written, whatever its texts."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.site.shell.front_matter import FrontMatterError, front_matter, read_front_matter
from generator.site.text import french

REFUSED_BY_YAML = "Ville de Brest\uffff ![](x){: onerror=alert(1) }"
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    "text",
    [REFUSED_BY_YAML, "\ufffe", "\x00\x07", "\u2028a\u2029", "\ufeffnom", "😀 emoji", "---\n# Titre", "a: b #c", ""],
)  # fmt: skip
def test_mkdocs_reads_what_was_written(text: str) -> None:
    page = f"{front_matter(title=text, description=text, recherche={'infos': [text]})}\n\n# Page\n"
    markdown, meta = get_data(page)
    assert page.isascii()
    assert markdown.strip() == "# Page"
    assert meta["recherche"] == {"infos": [text]}
    assert html.unescape(meta["title"]) == french.typography(text)
    assert not set(meta["title"]) & set('<>"')


@given(texts, texts, st.dictionaries(texts, texts | st.lists(texts)))
def test_any_text_reads_back(title: str, description: str, more: dict[str, object]) -> None:
    page = f"{front_matter(title=title, description=description, recherche=more)}\ntexte\n"
    _, meta = get_data(page)
    assert meta == read_front_matter(page)
    assert meta["recherche"] == more


@pytest.mark.parametrize("block", ["a: [", "- liste", "texte", 'a: "\uffff"'])
def test_a_front_matter_that_is_none_is_told(block: str) -> None:
    with pytest.raises(FrontMatterError):
        read_front_matter(f"---\n{block}\n---\n# Page\n")


@pytest.mark.parametrize("page", ["# Page\n", "", "texte\n---\ntitre\n---\n"])
def test_a_page_may_have_none(page: str) -> None:
    assert read_front_matter(page) == {}

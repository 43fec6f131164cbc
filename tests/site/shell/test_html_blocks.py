"""Putting HTML blocks aside changes the time that a page takes, and nothing of the page."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.shell.html_blocks import EXTENSION, anchors_of
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import kinds, page_of
from tests.sites import FROZEN, FROZEN_DAY

PLAIN = [
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
]


def both(text: str) -> tuple[str, str]:
    """The HTML without the extension, and with it."""
    plain = Markdown(extensions=PLAIN).convert(text)
    return plain, Markdown(extensions=[*PLAIN, EXTENSION]).convert(text)


@pytest.mark.slow
def test_pages_of_every_kind_are_the_same() -> None:
    reference = load_reference()
    directory = Directory(load(FROZEN, reference, FROZEN_DAY), reference, load_shapes())
    edition = Edition(directory, FROZEN_DAY, "https://forge.example/cls")
    seen = 0
    for kind in kinds():
        for subject in islice(kind.subjects(edition), 3):
            page = page_of(kind, edition, subject).partition("\n---\n")[2]
            plain, ours = both(page)
            assert ours == plain, kind.template
            seen += 1
    assert seen > 20


@pytest.mark.parametrize(
    "text",
    [
        "```html\n\n<div>\n</div>\n\n```\n",
        "<div markdown>\n\n*a*\n\n</div>\n",
        "<div>\n\n<div markdown=1>\n*a*\n</div>\n\n</div>\n\nb",
        "<div>\n\nnever closed\n\n*a*",
        "a\n<div>b</div>\n\nc",
        "<div>a</div> *b*\n\nc",
        "<p>a</p>\n<p>b</p>\n\n- c\n\n  <div>d</div>\n",
        "</div>\n\n<div>a</div>\n\n</div>\n\n*b*",
        "<table><tr><td>*a*</td></tr></table>\n\n|a|\n|-|\n|<div>b</div>|\n",
    ],
)
def test_odd_blocks_are_the_same(text: str) -> None:
    plain, ours = both(text)
    assert ours == plain


PARTS = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<ul>",
        "</ul>",
        " ",
        "\n",
        "\n\n",
        "a",
        "*b*",
        "- c",
        "# d",
        "&lt;",
    ]
)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_any_sequence_of_tags_and_words_is_the_same(text: str) -> None:
    plain, ours = both(text)
    assert ours == plain


def test_the_anchors_of_a_block_are_told() -> None:
    html = """<p class="corriger" id="corriger">a</p><h2 id='b'>b id="c"</h2><i data-id="d"></i>"""
    assert anchors_of(html) == {"corriger", "b"}

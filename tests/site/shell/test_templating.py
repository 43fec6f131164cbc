"""Whatever a contract's file says must reach the reader as the same plain text.

Texts go through the real Markdown library, with the extensions that `mkdocs.yml` turns on.
"""

import html
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jinja2
import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.shell import templating
from generator.site.shell.escaping import safe, verbatim
from generator.site.shell.templating import Page, environment, external_link

ROOT = Path(__file__).parents[3]

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "![x](https://pirate.fr/x.png)",
    "<https://pirate.fr>",
    "https://pirate.fr/ et jean",
    "*gras* **très gras** _penché_ __x__",
    "a_b_c *",
    "|a|b|",
    "{: onclick=alert(1) }",
    "texte {: .classe #id }",
    "1. premier",
    "1) premier",
    "2023. Une année",
    "- tiret",
    "+ plus",
    "# titre",
    "## titre #",
    "> citation",
    "::: bloc",
    "!!! note",
    ": définition",
    "--8<-- \"secret.txt\"",
    "---",
    "===",
    "```python",
    "~~~",
    "`code`",
    "&lt;b&gt; &amp; &#60; &copy;",
    "[^1] et [^1]: note",
    "[x]: https://pirate.fr",
    "*[HTML]: abréviation",
    "\\*pas gras\\*",
    "{{ 7 * 7 }} {% raw %}",
    "^^a^^ ~~b~~ ==c== ++d++",
    "<!-- -->",
    "<div markdown=1>",
    "&",
    "@ % = ^ ~",
    "x" * 300,
    "[[x]] [TOC]",
    "[TOC]",
    "klzzwxh:0001",
    "wzxhzdk:0",
]  # fmt: skip


class _Text(HTMLParser):
    """The text of a page and the tags around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


class _Loader(yaml.SafeLoader):
    """mkdocs.yml holds tags of MkDocs, that are of no matter here."""


_Loader.add_multi_constructor("", lambda *_: None)


@cache
def _markdown() -> markdown.Markdown:
    """The Markdown library as MkDocs sets it up for the site."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    names = ["toc", "tables", "fenced_code"]  # MkDocs adds these by itself
    options: dict[str, Any] = {}
    for extension in config["markdown_extensions"]:
        if isinstance(extension, dict):
            options.update({name: value or {} for name, value in extension.items()})
        names.extend([extension] if isinstance(extension, str) else extension)
    return markdown.Markdown(extensions=list(dict.fromkeys(names)), extension_configs=options)


def as_read(source: str) -> _Text:
    """What a browser shows of a page's Markdown."""
    page = _Text()
    page.feed(_markdown().reset().convert(source))
    page.close()
    return page


def page_of(template: str, value: str) -> _Text:
    return as_read(environment().from_string(template).render(value=value))


PLACES = {
    "paragraph": ("{{ value }}\n", ["p"]),
    "middle of a paragraph": ("Avant {{ value }} après\n", ["p"]),
    "heading": ("## {{ value }}\n", ["h2", "a"]),
    "list": ("- {{ value }}\n", ["ul", "li"]),
    "table": (
        "| A |\n|---|\n| {{ value }} |\n",
        ["table", "thead", "tr", "th", "tbody", "tr", "td"],
    ),
    "html": ("<p>{{ value }}</p>\n", ["p"]),
    "definition": ("Terme\n:   {{ value }}\n", ["dl", "dt", "dd"]),
}


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_text_stays_text_wherever_it_lands(place: str, hostile: str) -> None:
    template, tags = PLACES[place]
    page = page_of(template, hostile)
    harmless = page_of(template, "bénin").text
    assert page.text == harmless.replace("bénin", html.unescape(str(safe(hostile))))
    assert [tag for tag, _ in page.tags] == tags
    for _, attributes in page.tags:
        assert set(attributes) <= {"id", "class", "href", "title"}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_in_an_attribute_stays_in_it(hostile: str) -> None:
    page = page_of('<p title="{{ value }}">x</p>\n', hostile)
    assert [(tag, set(attributes)) for tag, attributes in page.tags] == [("p", {"title"})]
    assert page.tags[0][1]["title"] == html.unescape(str(safe(hostile)))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_link_shows_its_text_and_leads_where_we_say(hostile: str) -> None:
    page = as_read(str(Page("contrats/a/").link("contrats/b/", hostile)) + "\n")
    ((_, _), (tag, attributes)) = page.tags
    assert (tag, attributes) == ("a", {"href": "../b/index.md"})
    assert page.text == html.unescape(str(safe(hostile)))


@pytest.mark.parametrize(
    "url",
    ["https://exemple.fr/a_b_c?x=1&y=*2*#z", "https://exemple.fr/l'eau~(1)", "https://é.fr/%20"],
)
def test_an_address_is_not_changed_by_markdown_nor_typography(url: str) -> None:
    page = as_read(str(external_link(url, "la page")) + "\n")
    assert page.tags[1] == ("a", {"href": url, "rel": "noopener external"})


@settings(max_examples=150)
@given(st.text(alphabet="ab 1.-*_[](){}<>&|#!:;`~\\'\"=+^@%$\u00e9\n", min_size=1, max_size=25))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    shown = html.unescape(str(safe(text)))
    page = page_of("x {{ value }} x\n", text)
    assert " ".join(page.text.split()) == " ".join(f"x {shown} x".split())
    assert [tag for tag, _ in page.tags] == ["p"]


def test_markup_is_not_escaped_twice_and_none_prints_nothing() -> None:
    assert safe(Markup("<b>")) == "<b>"
    assert safe(None) == ""
    assert safe(12) == "12"
    assert safe(safe("a*b")) == safe("a*b")


def test_text_gets_its_typography_and_codes_do_not() -> None:
    assert safe("l’eau ?") == "l’eau\u202f?"
    assert verbatim("12 345") == "12 345"


def test_a_misspelt_name_in_a_template_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ contrat.nom }}").render()


def test_small_words() -> None:
    assert templating.capital("état") == "État"
    assert templating.capital("") == ""
    assert [templating.full_stop(text) for text in ("Fin", "Fin.", "Fin ? ", "etc…")] == [
        ".",
        "",
        "",
        "",
    ]
    assert not re.search(r"[<>]", str(safe("<>")))

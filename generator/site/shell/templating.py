"""The Jinja environment of the pages: whatever a template prints is escaped unless it is Markup.

A page is Markdown with some HTML in it. `safe` writes every character that means something to
either of them as a numeric entity, which both read back as the plain character; so one escape holds
in a paragraph, a heading, a link's text, an HTML element and an attribute, and no template has to
choose. Text gets its French typography on the way; `verbatim` leaves codes and addresses alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.model import vocabulary
from generator.model.axis import Action
from generator.model.deduced import is_deduced, is_item_deduced
from generator.site.shell import addresses
from generator.site.text import french

_SPECIAL = re.compile(r"[&<>\"'`*_{}\[\]|\\~^#\n]|^[-+:=!?%@]|(?<=\d)[.)](?=\s|$)")
"""Characters with a meaning in HTML or Markdown. Some have one at the start of a line only, where a text
may land: a heading, a list (« 1. »), a definition, a rule, an admonition."""


def verbatim(text: object) -> Markup:
    """`text` escaped for Markdown and HTML alike, otherwise unchanged."""
    return Markup(
        _SPECIAL.sub(lambda match: "".join(f"&#{ord(char)};" for char in match.group()), str(text))
    )


def safe(value: object) -> Markup:
    """What a template prints: HTML as it is, anything else in French typography and escaped.

    A drawing is HTML: a plain value whose `__html__` makes it when it is printed.
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup("")
    if hasattr(value, "__html__"):
        return Markup(value)
    return _printed(str(value))


@lru_cache(maxsize=50_000)
def _printed(text: str) -> Markup:
    # Labels, names of places and of contracts come back on hundreds of pages.
    return verbatim(french.typography(text))


def capital(text: str) -> str:
    """`text` with its first letter in capital."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """The full stop that `text` lacks, if it does."""
    return "" if text.rstrip().endswith((".", "!", "?", "…")) else "."


def external_link(url: str, label: str) -> Markup:
    """A link that leaves the site."""
    return Markup('<a href="{}" rel="noopener external">{}</a>').format(verbatim(url), safe(label))


def unbroken(block: str) -> Markup:
    """A block of HTML without blank lines, where some readers of Markdown would end it."""
    return Markup("\n".join(line for line in block.splitlines() if line.strip()) + "\n")


class Page:
    """What a template knows of its own page: its address, and how to link from it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def href(self, address: str) -> Markup:
        """The relative address of another page, for an HTML attribute."""
        return Markup(addresses.relative(address, self.address))

    def link(self, address: str, label: object) -> Markup:
        """A Markdown link to another page of the site."""
        target = addresses.relative_source(address, self.address)
        return Markup("[{}]({})").format(safe(label), Markup(target))

    def anchor(self, address: str, label: object, meaning: str = "") -> Markup:
        """An HTML link to another page of the site, for use inside HTML blocks.

        `meaning` is told on hover and focus.
        """
        title = Markup(' title="{}"').format(safe(meaning)) if meaning else Markup("")
        return Markup('<a href="{}"{}>{}</a>').format(self.href(address), title, safe(label))

    def details(self, action: Action) -> Markup:
        """Themes, audiences and lead of an action, after its title; nothing where none is known."""
        details = []
        if action.themes:
            links = (
                self.anchor(
                    addresses.theme(theme),
                    vocabulary.THEMES[theme].label,
                    vocabulary.THEMES[theme].definition,
                )
                for theme in action.themes
            )
            details.append(Markup(", ").join(links))
        if action.audiences:
            details.append(safe(f"pour : {', '.join(action.audiences)}"))
        if action.lead:
            details.append(safe(f"pilote : {action.lead}"))
        if not details:
            return Markup("")
        return Markup(' <span class="details">{}</span>').format(Markup("\u202f; ").join(details))


def render(template: str, address: str, context: Mapping[str, Any]) -> str:
    """The Markdown of the page at `address`."""
    page = Page(address)
    text = (
        environment()
        .get_template(template)
        .render(page=page, link=page.link, href=page.href, anchor=page.anchor, **context)
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def environment() -> Environment:
    """The environment with the filters and vocabularies that every template may use."""
    env = Environment(
        loader=PackageLoader("generator.site", ""),
        autoescape=True,
        finalize=safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(
        verbatim=verbatim,
        capital=capital,
        full_stop=full_stop,
        number=french.number,
        decimal=french.decimal,
        partial_date=french.partial_date,
        day=french.day,
        period=french.period,
        unbroken=unbroken,
    )
    env.globals.update(
        AXES=vocabulary.AXES,
        THEMES=vocabulary.THEMES,
        ORGANISATIONS=vocabulary.ORGANISATIONS,
        STATUSES=vocabulary.STATUSES,
        STAGES=vocabulary.STAGES,
        is_deduced=is_deduced,
        is_item_deduced=is_item_deduced,
        NOT_STATED=french.NOT_STATED,
        NATIONAL_AXES=vocabulary.NATIONAL_AXES,
        addresses=addresses,
        enumerate_words=french.enumerate_words,
        external_link=external_link,
        percent=french.percent,
        plural=french.plural,
    )
    return env

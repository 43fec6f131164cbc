"""The Jinja environment of the pages: whatever a template prints is escaped unless it is Markup.

See `escaping`, of which no template has to think: text gets its French typography on the way, and
`verbatim` leaves codes and addresses alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.model import vocabulary
from generator.model.axis import Action
from generator.site.shell import addresses
from generator.site.shell.assets import asset, modules_of
from generator.site.shell.day import DAY
from generator.site.shell.escaping import safe, verbatim
from generator.site.shell.marks import badge, item_to_verify, plain_badge, to_verify
from generator.site.text import french


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
        self._hrefs: dict[str, Markup] = {}

    def href(self, address: str) -> Markup:
        """The relative address of another page, for an HTML attribute."""
        if address not in self._hrefs:
            self._hrefs[address] = Markup(addresses.relative(address, self.address))
        return self._hrefs[address]

    def link(self, address: str, label: object) -> Markup:
        """A Markdown link to another page of the site."""
        target = addresses.relative_source(address, self.address)
        return Markup("[{}]({})").format(safe(label), Markup(target))

    def anchor(self, address: str, label: object, meaning: str = "") -> Markup:
        """An HTML link to another page of the site, for use inside HTML blocks.

        `meaning` is told on hover and focus.
        """
        # All is escaped, and Markup.format would take three times as long.
        title = f' title="{safe(meaning)}"' if meaning else ""
        return Markup(f'<a href="{self.href(address)}"{title}>{safe(label)}</a>')

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
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"


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
        DAY=DAY,
        AXES=vocabulary.AXES,
        THEMES=vocabulary.THEMES,
        ORGANISATIONS=vocabulary.ORGANISATIONS,
        STATUSES=vocabulary.STATUSES,
        STAGES=vocabulary.STAGES,
        badge=badge,
        plain_badge=plain_badge,
        to_verify=to_verify,
        item_to_verify=item_to_verify,
        NOT_STATED=french.NOT_STATED,
        NATIONAL_AXES=vocabulary.NATIONAL_AXES,
        addresses=addresses,
        asset=asset,
        modules_of=modules_of,
        enumerate_words=french.enumerate_words,
        external_link=external_link,
        percent=french.percent,
        plural=french.plural,
    )
    return env

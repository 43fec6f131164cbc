"""The page of a theme: who acts on it, territory by territory."""

from __future__ import annotations

from generator.directory.edition import Edition
from generator.model.vocabulary import Term
from generator.site.axes.action_groups import action_groups
from generator.site.shell import addresses
from generator.site.shell.rows import action_details
from generator.site.shell.search_meta import search_meta
from generator.site.shell.templating import render
from generator.site.text import french


def theme_page(edition: Edition, term: Term) -> str:
    """The Markdown of the page of one theme."""
    groups = action_groups(edition, lambda _axis, action: term.id in action.themes)
    current = edition.in_force(group.contract.entry for group in groups)
    context = {
        "term": term,
        "recherche": search_meta(kind="theme"),
        "description": french.typography(
            f"{term.label} : les actions des contrats locaux de santé sur ce thème, territoire par "
            "territoire, avec leur porteur et leurs sources."
        ),
        "numbers": [
            (french.number(sum(len(group.actions) for group in groups)), "actions citées"),
            (french.number(len(groups)), "contrats concernés"),
            (french.number(len(current)), "dont en cours"),
        ],
        "groups": groups,
        "action_details": action_details,
    }
    return render("axes/theme.md.j2", addresses.theme(term.id), context)

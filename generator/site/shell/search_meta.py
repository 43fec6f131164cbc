"""What the search knows of a page beside its text: kind, territory, status, filters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.vocabulary import AXES, STATUSES
from generator.site.text.french import typography

KINDS = {
    "contrat": "Contrat",
    "region": "Région",
    "departement": "Département",
    "axe": "Axe",
    "theme": "Thème",
    "liste": "Liste",
    "page": "Page",
}
"""Kinds of pages, as results name them. A page that says nothing is of the last kind."""

_WEIGHTS = {"departement": 0.5, "axe": 0.5, "theme": 0.5, "liste": 0.2}
"""What the score of a kind of page is multiplied by: pages that repeat others come after them."""

_PAST_WEIGHT = 0.5
"""Of a contract that is over, or of which nothing is known any more."""


def search_meta(
    *,
    kind: str,
    name: str = "",
    territory: str = "",
    regions: Iterable[str] = (),
    status: str | None = None,
    dates: str = "",
    axes: Iterable[str] = (),
) -> dict[str, Any]:
    """The value of `recherche` in the front matter of a page; the theme writes it into the HTML.

    `name` is what a result is called where the page's own heading would not tell it from others;
    `territory` and `regions` are names, `status` and `axes` are ids of their vocabularies, `dates` stand
    beside the badge of the status. Raises KeyError for an unknown kind, status or axis.
    """
    filters = {
        "region": sorted({typography(name) for name in regions}),
        "statut": [STATUSES[status].label] if status else [],
        "axe": [AXES[id_].label for id_ in dict.fromkeys(axes)],
    }
    live = status is None or STATUSES[status].family.live
    weight = _PAST_WEIGHT if not live else _WEIGHTS.get(kind, 1)
    if weight != 1:
        filters["poids"] = [str(weight)]
    shown = {
        "nom": typography(name),
        "genre": KINDS[kind],
        "territoire": typography(territory),
        "statut": status or "",
        "dates": dates,
    }
    return {
        "infos": {key: value for key, value in shown.items() if value},
        "filtres": {key: values for key, values in filters.items() if values},
    }

"""Addresses of the site's pages; they are permanent once published."""

from __future__ import annotations

import posixpath

from generator.territories.reference import Departement

HOME = ""
MAP = "carte/"
CONTRACTS = "contrats/"
REGIONS = "regions/"
AXES = "axes/"
THEMES = "themes/"
ACTIONS = "actions/"
DEADLINES = "echeances/"
FIGURES = "chiffres/"
COMPARE = "comparer/"
UNDERSTAND = "comprendre/"
CONTRIBUTE = "contribuer/"
TO_COMPLETE = "contribuer/a-completer/"
FILE_GUIDE = "contribuer/fichier/"
RULES = "contribuer/regles/"

_SCRIPTS_DATA = "assets/donnees/"
"""What the site's own scripts fetch; it serves them, and may change with them at any time."""
MAP_DATA = f"{_SCRIPTS_DATA}carte/"
COMPARISON_DATA = f"{_SCRIPTS_DATA}comparer/"
FINDER_DATA = f"{_SCRIPTS_DATA}communes/"
SEARCH_WORDS = f"{_SCRIPTS_DATA}recherche/mots.json"


def contract(id_: str) -> str:
    """Page of a contract."""
    return f"{CONTRACTS}{id_}/"


def region(slug: str) -> str:
    """Page of a région."""
    return f"{REGIONS}{slug}/"


def departement(value: Departement) -> str:
    """Page of a département: departements/29-finistere/."""
    return f"departements/{value.code.lower()}-{value.slug}/"


def comparison(id_: str) -> str:
    """Page of a contract beside its neighbours."""
    return f"{COMPARE}{id_}/"


def theme(id_: str) -> str:
    """Page of a theme."""
    return f"{THEMES}{id_}/"


def axis(id_: str) -> str:
    """Page of a national or cross-cutting axis."""
    return f"{AXES}{id_}/"


STATUSES_EXPLAINED = "comprendre/etapes/#etats"
AXES_EXPLAINED = "comprendre/axes/"


def source_of(address: str) -> str:
    """The Markdown file that makes the page at `address`: contrats/ → contrats/index.md.

    The hand-written pages below their two indexes are files of their own: comprendre/axes.md.
    """
    written = address.startswith((UNDERSTAND, CONTRIBUTE)) and address.count("/") > 1
    return f"{address.rstrip('/')}.md" if written else f"{address}index.md"


def relative(address: str, origin: str) -> str:
    """`address` (with its fragment, if any) as seen from the page at `origin`; both end in /."""
    path, hash_, fragment = address.partition("#")
    # Not posixpath.relpath, ten times as slow: a page has hundreds of links.
    here, there = origin.split("/")[:-1], path.split("/")
    shared = 0
    for mine, other in zip(here, there, strict=False):
        if mine != other:
            break
        shared += 1
    target = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (target or "./") + hash_ + fragment


def relative_source(address: str, origin: str) -> str:
    """The Markdown file of `address` as seen from the Markdown file of `origin`."""
    path, hash_, fragment = address.partition("#")
    return (
        posixpath.relpath(source_of(path), posixpath.dirname(source_of(origin)) or ".")
        + hash_
        + fragment
    )

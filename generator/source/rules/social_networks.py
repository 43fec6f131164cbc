"""Pages of social networks: a person's own is personal data, an organisation's a poor source."""

from __future__ import annotations

from collections.abc import Callable, Set

from generator.source.problem import Severity
from generator.source.rules.addresses import Address, Fault
from generator.territories.text_keys import fold

_NETWORKS = frozenset((
    "bsky.app", "facebook.com", "fb.com", "instagram.com", "linkedin.com", "threads.com",
    "threads.net", "tiktok.com", "twitter.com", "x.com",
))  # fmt: skip

_OF_PEOPLE = {
    "linkedin.com": frozenset(("in", "pub")),
    "facebook.com": frozenset(("people", "profile.php")),
    "fb.com": frozenset(("people", "profile.php")),
}
"""First parts of a path that lead to a person, whatever follows."""

_NOT_HANDLES = frozenset((
    "company", "events", "explore", "feed", "groups", "hashtag", "home", "i", "p", "pages",
    "permalink.php", "photo", "photo.php", "photos", "posts", "pulse", "reel", "reels",
    "school", "search", "share", "showcase", "stories", "story.php", "tag", "tv", "video",
    "videos", "watch",
))  # fmt: skip
"""First parts of a path that lead to no account."""

_HANDLE_BEFORE = frozenset(("pg", "profile"))
"""First parts of a path that an account's name follows."""

_ORGANISATION_PARTS = (
    "agence", "agglo", "asso", "assurancemaladie", "canton", "ccas", "centre", "chambre",
    "clinique", "collect", "commun", "conseil", "cpam", "cpts", "depart", "direction",
    "dispositif", "ehpad", "federation", "gouv", "hopita", "hospi", "institut", "interco",
    "mairie", "maison", "metropole", "ministere", "mutual", "officiel", "pays", "prefe",
    "presse", "region", "reseau", "sante", "service", "syndicat", "territoire", "union", "univ",
    "urps", "ville",
)  # fmt: skip
"""What the name of an organisation's account holds, folded."""

_ORGANISATION_WORDS = frozenset(("ars", "ch", "chru", "chu", "cls"))


def network_fault(address: Address, words: Callable[[], Set[str]]) -> Fault | None:
    """Why a page of a social network must not be cited, or should not; None for any other page.

    `words` gives those of the file that name organisations: an account that bears one is theirs.
    """
    if address.domain not in _NETWORKS:
        return None
    path = [part for part in address.parts.path.split("/") if part]
    if path and path[0].lower() in _HANDLE_BEFORE:
        path = path[1:]
    first = path[0].lower() if path else ""
    if first in _OF_PEOPLE.get(address.domain, ()):
        return _PERSON
    if not first or first in _NOT_HANDLES or _is_organisation(first.lstrip("@"), words()):
        return _ORGANISATION_PAGE
    return _PERSON


def _is_organisation(handle: str, words: Set[str]) -> bool:
    folded = fold(handle)
    whole = folded.replace(" ", "")
    if whole.startswith("ars") or not _ORGANISATION_WORDS.isdisjoint(folded.split()):
        return True
    return any(part in whole for part in (*_ORGANISATION_PARTS, *words))


_PERSON = Fault(
    "adresse-personnelle",
    "page d’une personne sur un réseau social",
    "des organismes, jamais une personne",
    "citez une page du site de l’organisme, ou retirez cette adresse",
)

_ORGANISATION_PAGE = Fault(
    "reseau-social",
    "page d’un réseau social, que tout le monde ne peut pas lire et qui peut disparaître",
    "une page du site de l’organisme ou d’un journal",
    "citez plutôt la page du site ; si c’est la seule source, vérifiez qu’elle n’est pas celle"
    " d’une personne",
    Severity.WARNING,
)

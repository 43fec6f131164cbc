"""Which communes and EPCI a wrong code, or a name in place of a code, may mean."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice

from generator.territories.places import Commune, Epci
from generator.territories.reference import Reference
from generator.territories.text_keys import fold, place_key

_CODE = re.compile(r"\d[\dAB]\d{2,3}")
_SIREN = re.compile(r"\d{8,10}")
_TOWN_PREFIX = re.compile(r"^(?:ville|commune|mairie) (?:de la |de l |du |des |de |d )")
_EPCI_PREFIX = re.compile(
    r"^(?:communaute de communes|communaute d agglomeration|communaute urbaine|cc|ca|cu|ept"
    r"|etablissement public territorial|metropole|agglomeration)\b ?"
    r"(?:de la |de l |du |des |de |d )?"
)
MOST = 3
"""Proposals to choose from."""

# Under this likeness, difflib's proposals puzzle more than they help.
_LIKENESS = 0.75


def suggest_communes(reference: Reference, text: str) -> list[Commune]:
    """Return the communes that a wrong INSEE code, or a name in place of a code, may mean."""
    wanted = text.strip()
    if _CODE.fullmatch(wanted.upper()):
        found = _from_commune_code(reference, wanted.upper())
    else:
        found = _from_commune_name(reference, wanted)
    return [reference.communes[code] for code in islice(dict.fromkeys(found), MOST)]


def suggest_epcis(reference: Reference, text: str) -> list[Epci]:
    """Return the EPCI that a wrong SIREN, or a name in place of a SIREN, may mean."""
    names = reference.epci_names
    wanted = text.replace(" ", "").replace("\u00a0", "")
    if _SIREN.fullmatch(wanted):
        found: Iterable[str] = [wanted] if wanted in names else _near_codes(wanted, names)
    else:
        found = _from_epci_name(names, text)
    return [reference.epcis[siren] for siren in islice(dict.fromkeys(found), MOST)]


def _from_commune_code(reference: Reference, wanted: str) -> Iterator[str]:
    # A lost zero, a merged commune, a postal code: each is commoner than a slip of the finger.
    code = wanted.rjust(5, "0")
    if code in reference.communes:
        yield code
    if code in reference.former:
        yield reference.former[code].successor
    if code in reference.arrondissements:
        yield reference.arrondissements[code]
    yield from _codes(reference.by_postal_code(code))
    yield from _near_codes(code, reference.communes)


def _from_commune_name(reference: Reference, wanted: str) -> Iterator[str]:
    name = _TOWN_PREFIX.sub("", fold(wanted))
    yield from _codes(reference.by_name(name))
    key = place_key(name)
    if not key:
        return
    keys = reference.name_keys
    yield from _codes(reference.by_keys(other for other in keys if other.startswith(f"{key} ")))
    # The first letter is seldom wrong, and comparing all 35,000 names would take a second.
    likely = [o for o in keys if o[:1] == key[:1] and abs(len(o) - len(key)) <= 3]
    yield from _codes(reference.by_keys(get_close_matches(key, likely, n=5, cutoff=_LIKENESS)))


def _codes(communes: Iterable[Commune]) -> Iterator[str]:
    return (commune.code for commune in communes)


def _from_epci_name(names: Mapping[str, str], text: str) -> Iterator[str]:
    keys = {siren: _epci_key(name) for siren, name in names.items()}
    key = _epci_key(text)
    if not key:
        return
    yield from (siren for siren, other in keys.items() if other == key)
    words = set(key.split())
    sharing = [siren for siren, other in keys.items() if words <= set(other.split())]
    yield from sorted(sharing, key=lambda siren: len(keys[siren]))
    for other in get_close_matches(key, keys.values(), n=5, cutoff=_LIKENESS):
        yield from (siren for siren, same in keys.items() if same == other)


def _epci_key(name: str) -> str:
    folded = fold(name)
    return _EPCI_PREFIX.sub("", folded) or folded


def _near_codes(code: str, known: Collection[str]) -> Iterator[str]:
    """Yield the known codes one slip away: swapped neighbours, one character wrong, less or more.

    Slips at the end come first, for the head of a code names the département.
    """
    places = range(len(code) - 1, -1, -1)
    swapped = (code[: i - 1] + code[i] + code[i - 1] + code[i + 1 :] for i in places if i)
    replaced = (code[:i] + digit + code[i + 1 :] for i in places for digit in "0123456789AB")
    dropped = (code[:i] + code[i + 1 :] for i in places)
    added = (code[:i] + digit + code[i:] for i in range(len(code) + 1) for digit in "0123456789")
    for attempts in (swapped, replaced, dropped, added):
        yield from (near for near in attempts if near in known and near != code)

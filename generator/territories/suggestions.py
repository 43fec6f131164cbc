"""What a wrong code may have meant."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from generator.territories.text_keys import fold, place_key

if TYPE_CHECKING:
    from generator.territories.reference import Reference

_CODE = re.compile(r"\d[\dAB]\d{2,3}")
_SIREN = re.compile(r"\d{8,10}")
_TOWN_PREFIX = re.compile(r"^(?:ville|commune|mairie) (?:de la |de l |du |des |de |d )")
_EPCI_PREFIX = re.compile(
    r"^(?:communaute de communes|communaute d agglomeration|communaute urbaine|cc|ca|cu|ept"
    r"|etablissement public territorial|metropole|agglomeration)\b ?"
    r"(?:de la |de l |du |des |de |d )?"
)
# Under this likeness, difflib's proposals puzzle more than they help.
_LIKENESS = 0.75


def commune_codes(
    reference: "Reference", text: str, name_rows: Mapping[str, Collection[int]], limit: int
) -> list[str]:
    """Return at most `limit` INSEE codes that `text`, a wrong code or a name, may mean."""
    wanted = text.strip()
    if _CODE.fullmatch(wanted.upper()):
        found = _from_commune_code(reference, wanted.upper())
    else:
        found = _from_commune_name(reference, wanted, name_rows)
    return list(islice(dict.fromkeys(found), limit))


def _from_commune_code(reference: "Reference", wanted: str) -> Iterator[str]:
    # A lost zero, a merged commune, a postal code: each is commoner than a slip of the finger.
    code = wanted.rjust(5, "0")
    if code in reference.communes:
        yield code
    if code in reference.former:
        yield reference.former[code].successor
    if code in reference.arrondissements:
        yield reference.arrondissements[code]
    for commune in reference.by_postal_code(code):
        yield commune.code
    yield from near_codes(code, reference.communes)


def _from_commune_name(
    reference: "Reference", wanted: str, name_rows: Mapping[str, Collection[int]]
) -> Iterator[str]:
    name = _TOWN_PREFIX.sub("", fold(wanted))
    for commune in reference.by_name(name):
        yield commune.code
    key = place_key(name)
    if not key:
        return
    longer = [row for other in name_rows if other.startswith(f"{key} ") for row in name_rows[other]]
    yield from reference.codes_of_rows(longer)
    # The first letter is seldom wrong, and comparing all 35,000 names would take a second.
    likely = [o for o in name_rows if o[:1] == key[:1] and abs(len(o) - len(key)) <= 3]
    near = get_close_matches(key, likely, n=5, cutoff=_LIKENESS)
    yield from reference.codes_of_rows(row for other in near for row in name_rows[other])


def epci_sirens(names: Mapping[str, str], text: str, limit: int) -> list[str]:
    """Return at most `limit` SIREN of `names` that `text`, a wrong SIREN or a name, may mean."""
    wanted = text.replace(" ", "").replace("\u00a0", "")
    if _SIREN.fullmatch(wanted):
        found: Iterable[str] = [wanted] if wanted in names else near_codes(wanted, names)
    else:
        found = _from_epci_name(names, text)
    return list(islice(dict.fromkeys(found), limit))


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


def near_codes(code: str, known: Collection[str]) -> Iterator[str]:
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

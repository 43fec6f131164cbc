"""The index of places that the commune finder of the site reads in the visitor's browser.

Three families of files, each split by `finder_tree`: `noms/` by the start of a name or of one of its
words, `fins/` by the end of a name (whose start is then mistyped), `codes/` by postal or INSEE code.
`index.json` lists the files and the départements. A record is `[code, name, weight, alias, address]`,
what is void at its end left out: an alias is the other name or code under which the place is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.formats import json
from generator.site.finder.tree import Record, Tree
from generator.site.room import SiteFiles
from generator.site.shell import addresses
from generator.territories.reference import Reference
from generator.territories.text_keys import fold, place_key, place_keys

ROOT = addresses.FINDER_DATA
"""Where the files lie. They serve the finder, and may change with it."""

INDEX = f"{ROOT}index.json"

SMALL_WORDS = frozenset((
    "a", "au", "aux", "d", "de", "des", "devant", "du", "en", "entre", "et", "l", "la", "las", "le", "les",
    "lez", "los", "pres", "s", "saint", "sainte", "sous", "sur",
))  # fmt: skip
"""Words of a name that nobody looks for alone."""

_KIND_OF_EPCI = re.compile(
    r"^(?:communaute de communes|communaute d agglomeration|communaute urbaine|metropole)\b ?"
    r"(?:de la |de l |du |des |de |d )?(?=.)"
)
"""What the names of hundreds of EPCI begin with."""

_FAMILIES = {"noms": 6_000, "fins": 10_000, "codes": 16_000}
"""Size over which a file is split. A visitor who types slowly fetches several of the first family."""

_FORMER, _EPCI = 10, 20
"""A former commune weighs a tenth of the present one, an EPCI a twentieth of its people."""


@dataclass(frozen=True, slots=True)
class Area:
    """A département, région or overseas collectivité, which has a page to go to."""

    code: str
    """« D29 » for a département or collectivité, « R53 » for a région."""
    name: str
    population: int
    address: str
    """Of its page, from the site's root."""


@dataclass
class _Index:
    """Records of one family, and the keys that lead to them."""

    records: list[Record] = field(default_factory=list)
    keys: list[tuple[str, int]] = field(default_factory=list)

    def add(self, keys: Iterable[str], record: Record) -> None:
        number = len(self.records)
        self.keys += [(key, number) for key in keys]
        self.records.append(record)


@dataclass(frozen=True, slots=True)
class FinderIndex:
    """Every index file: no contract is in it but by the pages that areas have."""

    areas: tuple[Area, ...]
    reference: Reference = field(compare=False, repr=False)

    def files(self) -> SiteFiles:
        """Site path and JSON of each."""
        names, endings, codes = _Index(), _Index(), _Index()
        _add_communes(self.reference, names, endings, codes)
        _add_other_names(self.reference, names, codes)
        _add_epcis(self.reference, names)
        _add_areas(self.areas, names, codes)
        manifest: dict[str, object] = {}
        for family, index in (("noms", names), ("fins", endings), ("codes", codes)):
            prefixes = []
            for prefix, text in Tree(index.keys, index.records).files(_FAMILIES[family]):
                prefixes.append(prefix)
                yield f"{ROOT}{family}/{file_name(prefix)}", text
            manifest[family] = ",".join(sorted(prefixes))
        manifest["departements"] = {
            area.code[1:]: printed(area.name) for area in self.areas if area.code[0] == "D"
        }
        yield INDEX, json.compact(manifest)


def file_name(prefix: str) -> str:
    """« saint d » → « n-saint-d.json »: neither `con` nor `aux`, which Windows refuses."""
    return f"n-{prefix.replace(' ', '-')}.json"


def _add_communes(reference: Reference, names: _Index, endings: _Index, codes: _Index) -> None:
    communes = list(reference.communes.values())
    keys = place_keys("\n".join(commune.name for commune in communes))
    for commune, key in zip(communes, keys, strict=True):
        record = _record(commune.code, commune.name, commune.population or 0)
        names.add(_starts(key), record)
        endings.add([key[::-1]], record)
        codes.add([commune.code.lower()], record)
        for postal_code in commune.postal_codes:
            codes.add([postal_code], _alias(record, postal_code))


def _add_other_names(reference: Reference, names: _Index, codes: _Index) -> None:
    for former in reference.former.values():
        commune = reference.communes[former.successor]
        record = _record(commune.code, commune.name, (commune.population or 0) // _FORMER)
        if former.code not in reference.communes:
            label = f"{former.code} (ancien code INSEE)"
            codes.add([former.code.lower()], _alias(record, label))
        if former.name and place_key(former.name) != place_key(commune.name):
            names.add(_starts(place_key(former.name)), _alias(record, former.name))
    for code, city in reference.arrondissements.items():
        commune = reference.communes[city]
        number = int(code[3:]) - (80 if city == "69123" else 0)
        label = f"{number}{'er' if number == 1 else 'e'} arrondissement"
        record = _record(commune.code, commune.name, (commune.population or 0) // _FORMER)
        full = f"{commune.name} {label}"
        names.add([fold(full)], _alias(record, full))
        codes.add([code], _alias(record, f"{code} ({label})"))


def _add_epcis(reference: Reference, names: _Index) -> None:
    for epci in reference.epcis.values():
        people = sum(reference.people[code] for code in epci.communes)
        key = _KIND_OF_EPCI.sub("", fold(epci.name))
        names.add(_starts(key), _alias(_record(epci.siren, epci.label, people // _EPCI), key))


def _add_areas(areas: Iterable[Area], names: _Index, codes: _Index) -> None:
    for area in areas:
        record = _record(area.code, area.name, area.population // 2)
        names.add(_starts(place_key(area.name)), _alias(record, None, area.address))
        if area.code.startswith("D"):
            codes.add([area.code[1:].lower()], _alias(record, area.code[1:], area.address))


def _record(code: str, name: str, weight: int) -> Record:
    return Record(f'["{code}",{json.string(printed(name))},{weight}]', weight)


def _alias(record: Record, *cells: str | None) -> Record:
    """`record` with the alias and the address that it lacks."""
    told = ",".join("null" if cell is None else json.string(printed(cell)) for cell in cells)
    return Record(f"{record.text[:-1]},{told}]", record.weight)


def _starts(key: str) -> list[str]:
    """The key, and what is left of it from each of its words that somebody may look for."""
    if " " not in key:
        return [key]
    words = key.split(" ")
    later = (
        " ".join(words[place:])
        for place in range(1, len(words))
        if len(words[place]) > 1 and words[place] not in SMALL_WORDS
    )
    return [key, *later]


def printed(name: str) -> str:
    """An official name as it is read: INSEE writes its apostrophes straight."""
    return name.replace("'", "’")

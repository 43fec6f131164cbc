"""A whole project with as many contracts as one asks for: real bodies, on other places of France.

Each contract has the body of a real one (signatories, axes, actions, sources, notes, dates), drawn by lot,
and other ground: whole EPCI as often, and as many together, as real ones; single communes as often. A quarter
follows an earlier contract of the same ground, as among real ones. The hand-written pages link to some real
contracts: those are there as they are.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import yaml

from generator.territories.places import Commune
from generator.territories.reference import load_reference
from generator.territories.territory import resolve
from generator.territories.text_keys import slugify

ROOT = Path(__file__).parents[2]
SEED = 20_261_124

FEWEST = 40
"""Those that the hand-written pages link to, and some more."""

_BLOCK = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_LINK = re.compile(r"contrats/([a-z0-9-]+)/index\.md")
_AGENCY = re.compile(r"nom: [^{}]*?, type: ars\b")
_FOLLOWERS = 0.25
_DROPPED = (
    "rang",
    "precedent",
    "anciens_identifiants",
    "effectifs",
    "a_verifier",
    "contact",
    "avenants",
)
"""What would contradict the new ground, or the other contracts."""


def write_corpus(root: Path, count: int, seed: int = SEED) -> None:
    """Make the project `root`, with `count` contracts. The same seed gives the same files.

    Raises ValueError below `FEWEST`.
    """
    if count < FEWEST:
        raise ValueError(f"{count} contracts: {FEWEST} at least")
    for folder in ("docs", "regions"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "contracts").mkdir()
    shutil.copy(ROOT / "contracts" / "contrat.schema.json", root / "contracts")
    kept = sorted(_linked())
    for path in kept:
        _write(root, path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    made = _Maker(random.Random(seed)).contracts({path.stem for path in kept})
    for place, text in islice(made, count - len(kept)):
        _write(root, place, text)


def _write(root: Path, place: Path, text: str) -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, encoding="utf-8")


def _linked() -> set[Path]:
    """The real contracts that a hand-written page links to, and those that they follow."""
    files = {path.stem: path for path in (ROOT / "contracts").rglob("*.yml")}
    waiting = [
        id_
        for page in (ROOT / "docs").rglob("*.md")
        for id_ in _LINK.findall(page.read_text(encoding="utf-8"))
    ]
    # The guide's templates link to one too.
    waiting.append("pays-de-brest-2019")
    found: set[Path] = set()
    while waiting:
        path = files.get(waiting.pop())
        if path is not None and path not in found:
            found.add(path)
            waiting += re.findall(r"^precedent: (\S+)", path.read_text(encoding="utf-8"), re.M)
    return found


@dataclass(frozen=True)
class _Ground:
    slug: str
    name: str
    perimeter: str
    region: str
    """INSEE code of the région of most of its people."""


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._used: set[str] = set()
        self._reference = load_reference()
        files = sorted((ROOT / "contracts").rglob("*.yml"))
        self._bodies = [_blocks(path.read_text(encoding="utf-8")) for path in files]
        metropole = [
            commune
            for commune in self._reference.communes.values()
            if commune.region in _regions() and commune.epci is not None
        ]
        # Near in this order is near on the ground: by département, then by name of the seat's EPCI.
        self._epcis = sorted({commune.epci for commune in metropole if commune.epci})
        self._epcis.sort(key=lambda siren: (self._first(siren).departement, siren))
        self._towns = sorted(metropole, key=lambda commune: -(commune.population or 0))[:1_500]

    def contracts(self, taken: set[str]) -> Iterator[tuple[Path, str]]:
        """Path and text of one contract after the other, without end."""
        while True:
            ground = self._ground()
            if ground.perimeter in self._used:
                continue
            self._used.add(ground.perimeter)
            year = self._chance.randrange(2012, 2027)
            former = None
            while True:
                id_ = f"{ground.slug}-{year}"
                if id_ in taken:
                    break
                taken.add(id_)
                place = Path("contracts", _regions()[ground.region].slug, f"{id_}.yml")
                text = self._text(ground, year, former)
                yield place, text
                signed = "\nduree: {signature: " in text
                if self._chance.random() > _FOLLOWERS or year > 2021 or not signed:
                    break
                former, year = id_, year + 5

    def _text(self, ground: _Ground, year: int, former: str | None) -> str:
        body = dict(self._chance.choice(self._bodies))
        for key in _DROPPED:
            body.pop(key, None)
        # As among real ones, four in ten tell no end.
        told = self._chance.random() < 0.6
        body |= {
            "nom": f"nom: Contrat local de santé – {ground.name}\n",
            "territoire": f"territoire: {ground.perimeter}\n",
            "porteur": f'porteur: "{ground.name}"\n',
        }
        if "en préparation" not in body["etat"]:
            end = f", fin: {year + 4}" if told else ""
            body["duree"] = f"duree: {{signature: {year}-01, debut: {year}{end}}}\n"
        elif former is not None:
            body.pop(
                "duree", None
            )  # that of another ground, which may be older than what it follows
        if former is not None:
            body["precedent"] = f"precedent: {former}\nrang: 2\n"
        agency = _regions()[ground.region].agency
        return _AGENCY.sub(f'nom: "{agency}", type: ars', "".join(body.values()))

    def _ground(self) -> _Ground:
        lot = self._chance.random()
        if lot < 0.4:
            commune = self._chance.choice(self._towns)
            name, codes, epcis = commune.name, [commune.code], []
        else:
            first = self._chance.randrange(len(self._epcis) - 8)
            many = 1 if lot < 0.8 else self._chance.randrange(2, 7)
            near = [
                siren
                for siren in self._epcis[first : first + many]
                if self._first(siren).region == self._first(self._epcis[first]).region
            ]
            name, codes, epcis = self._reference.epcis[near[0]].label, [], near
        territory = resolve(self._reference, epcis, codes)
        keys = [f'"{code}"' for code in (epcis or codes)]
        perimeter = f"{{{'epci' if epcis else 'communes'}: [{', '.join(keys)}]}}"
        slug = f"{slugify(name)}-{(epcis or codes)[0].lower()}"
        return _Ground(slug, name, perimeter, territory.regions[0])

    def _first(self, siren: str) -> Commune:
        return self._reference.communes[self._reference.epcis[siren].communes[0]]


def _blocks(text: str) -> dict[str, str]:
    """The text of each key, the file's first comment left out."""
    parts = _BLOCK.split(text)
    return {part.partition(":")[0]: part for part in parts if not part.startswith("#")}


@dataclass(frozen=True)
class _Region:
    slug: str
    agency: str
    """Name of its ARS."""


@cache
def _regions() -> dict[str, _Region]:
    """The régions of the metropolis, by INSEE code."""
    found = {}
    for path in (ROOT / "regions").glob("*.yml"):
        region = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        if region["code_insee"] > "10":
            found[region["code_insee"]] = _Region(path.stem, region["ars"]["nom"])
    return found

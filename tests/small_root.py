"""A small annuaire in a temporary folder: two régions, three contracts, real codes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.source.loader import Corpus, load
from generator.source.problem import Problem, Severity
from generator.territories.reference import load_reference

TODAY = date(2026, 11, 22)
"""The day of the small annuaire."""

AFTER_ALL = date.max
"""For the project's own files, whose facts grow newer than any fixed day."""

QUIMPER = "contracts/bretagne/quimper-2029.yml"
"""Where one more contract is written, to be checked."""

SOURCES = """\
sources:
  - {titre: Page du contrat, url: "https://exemple.fr/cls", consulte: 2026-11-22}
"""

CORNOUAILLE_2018 = f"""\
nom: Contrat local de santé du pays de Cornouaille
etat: signé
territoire: {{epci: ["200068120"], communes: ["29155"]}}
porteur: Quimper Cornouaille Développement
duree: {{debut: 2018, fin: 2022}}
signataires:
  - {{nom: ARS Bretagne, type: ars}}
  - {{nom: Quimper Bretagne Occidentale, type: epci}}
{SOURCES}"""

CORNOUAILLE_2023 = f"""\
nom: Contrat local de santé de Cornouaille
rang: 2
etat: signé
precedent: cornouaille-2018
territoire: {{epci: ["200068120"], communes: ["29046"]}}
porteur: Quimper Cornouaille Développement
duree: {{signature: 2023-07-12, debut: 2023-07, fin: 2028}}
axes:
  - titre: Promouvoir la santé à tous les âges
    rattachement: [prevention-promotion]
    actions:
      - {{titre: "Écrans : en parler en famille", themes: [ecrans-et-numerique, jeunes]}}
{SOURCES}"""

SAINT_MARTIN = f"""\
nom: Contrat local de santé de Saint-Martin
etat: en préparation
etape: diagnostic
territoire: {{communes: ["97801"]}}
porteur: Collectivité de Saint-Martin
{SOURCES}"""

BRETAGNE = f"""\
nom: Bretagne
code_insee: "53"
ars: {{nom: ARS Bretagne}}
{SOURCES}"""

GUADELOUPE = f"""\
nom: Guadeloupe
code_insee: "01"
collectivites: ["977", "978"]
ars: {{nom: "ARS Guadeloupe, Saint-Martin et Saint-Barthélemy"}}
{SOURCES}"""

MINIMAL = {
    "nom": "Contrat local de santé de Quimper",
    "etat": "signé",
    "territoire": '{epci: ["200068120"]}',
    "porteur": "Quimper Bretagne Occidentale",
    "duree": "{debut: 2029, fin: 2033}",
    "sources": '[{titre: Quimper, url: "https://www.quimper.bzh/cls", consulte: 2026-11-22}]',
}


def contract_text(**changes: str | None) -> str:
    """A sound contract's YAML, one key a line, with some values replaced, added or (None) removed."""
    lines = {**MINIMAL, **changes}
    return "".join(f"{key}: {value}\n" for key, value in lines.items() if value is not None)


class SmallRoot:
    """The folder, and short ways to write in it and to read what `load` says of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("regions/bretagne.yml", BRETAGNE)
        self.write("regions/guadeloupe.yml", GUADELOUPE)
        self.write("contracts/bretagne/cornouaille-2018.yml", CORNOUAILLE_2018)
        self.write("contracts/bretagne/cornouaille-2023.yml", CORNOUAILLE_2023)
        self.write("contracts/guadeloupe/saint-martin.yml", SAINT_MARTIN)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the root."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def load(self) -> Corpus:
        """What the files say now, with their errors and warnings; what such short files lack is left out."""
        corpus = self._load()
        wrong = (p for p in corpus.problems if p.severity is not Severity.TO_COMPLETE)
        return replace(corpus, problems=tuple(wrong))

    def problems(self) -> list[Problem]:
        """Every error and warning of every file."""
        return list(self.load().problems)

    def gaps(self) -> list[Problem]:
        """What every file lacks."""
        return [p for p in self._load().problems if p.severity is Severity.TO_COMPLETE]

    def check(self, text: str, name: str = QUIMPER) -> list[Problem]:
        """The errors and warnings of one more file."""
        self.write(name, text)
        return [problem for problem in self.problems() if problem.path == name]

    def lacks(self, text: str) -> list[str]:
        """What one more file lacks, as the check tells it."""
        self.write(QUIMPER, text)
        return [problem.message for problem in self.gaps() if problem.path == QUIMPER]

    def _load(self) -> Corpus:
        return load(self.path, load_reference(), TODAY)


def underlined(problem: Problem) -> str:
    """The part of the source line that the caret points at."""
    assert problem.excerpt is not None
    return problem.excerpt[problem.column - 1 : problem.column - 1 + problem.length]


def told(problems: list[Problem]) -> list[tuple[str, str, str]]:
    """Each problem as its severity, its rule and what the caret points at."""
    return [
        (problem.severity.value, problem.rule, underlined(problem).strip()) for problem in problems
    ]

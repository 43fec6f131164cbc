"""What the finder answers for an EPCI: the contracts that cover some of its communes.

`intercommunalites/68.json` answers for those whose SIREN ends with 68; its contracts are listed as in
the answers for communes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from generator.formats import json
from generator.site.finder.answers import Cited, Covering, FinderContract, Home, covering_of
from generator.site.finder.index import ROOT, printed
from generator.site.room import SiteFiles
from generator.territories.reference import Reference, departement_code


@dataclass(frozen=True, slots=True)
class EpciAnswers:
    """The answers for the EPCI of one file."""

    sirens: tuple[str, ...]
    """Of those whose two last digits are the same."""
    contracts: tuple[FinderContract, ...]
    """Those that cover a commune of theirs, in the order in which an answer cites them."""
    homes: tuple[tuple[str, Home], ...]
    """Code and home of each département or collectivité where they are."""
    reference: Reference = field(compare=False, repr=False)

    def files(self) -> SiteFiles:
        """Its site path and JSON."""
        communes = {code for siren in self.sirens for code in self.reference.epcis[siren].communes}
        covering, homes = covering_of(self.contracts, communes), dict(self.homes)
        cited = Cited(self.contracts)
        answers = {siren: self._answer(siren, covering, homes, cited) for siren in self.sirens}
        text = json.compact({"contrats": cited.contracts, "epci": answers})
        yield f"{ROOT}intercommunalites/{self.sirens[0][-2:]}.json", text

    def _answer(
        self, siren: str, covering: Covering, homes: Mapping[str, Home], cited: Cited
    ) -> list[Any]:
        """Name, number of communes, contracts with how many of these they cover, départements."""
        epci = self.reference.epcis[siren]
        shared = Counter(row for code in epci.communes for row in covering.get(code, ()))
        codes = set(map(departement_code, epci.communes))
        return [
            printed(epci.label),
            len(epci.communes),
            [[cited.row(row), shared[row]] for row in sorted(shared)],
            [[homes[code].departement, homes[code].address] for code in sorted(codes)],
        ]


def epci_answers(
    reference: Reference, contracts: Sequence[FinderContract], homes: Mapping[str, Home]
) -> Iterator[EpciAnswers]:
    """The answers for every EPCI; `homes` by code of département or collectivité."""
    covering = covering_of(contracts, reference.people.keys())
    ordered = sorted(reference.epcis, key=lambda siren: (siren[-2:], siren))
    for _, group in groupby(ordered, key=lambda siren: siren[-2:]):
        sirens = tuple(group)
        communes = [code for siren in sirens for code in reference.epcis[siren].communes]
        rows = {row for code in communes for row in covering.get(code, ())}
        yield EpciAnswers(
            sirens,
            tuple(contracts[row] for row in sorted(rows)),
            tuple((code, homes[code]) for code in sorted(set(map(departement_code, communes)))),
            reference,
        )

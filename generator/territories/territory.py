"""The ground that a contract covers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.territories.reference import Reference, departement_code


class UnknownCodeError(KeyError):
    """A code that is in no list of the reference."""

    def __init__(self, kind: str, code: str) -> None:
        super().__init__(code)
        self.kind = kind
        self.code = code

    def __str__(self) -> str:
        return f"unknown {self.kind} code: {self.code!r}"


@dataclass(frozen=True, slots=True)
class Territory:
    """Communes, and what follows from them."""

    communes: tuple[str, ...]
    """INSEE codes, sorted, each once."""
    epcis: tuple[str, ...]
    """SIREN of the EPCI covered whole, as cited."""
    population: int
    """Inhabitants of the communes; those that INSEE does not count add none."""
    departements: tuple[str, ...]
    """Codes of the départements or collectivités touched, most people covered first."""
    regions: tuple[str, ...]
    """Codes of the régions touched, in the same order; none outre-mer outside the régions."""


def resolve(
    reference: Reference, epci_codes: Iterable[str], commune_codes: Iterable[str]
) -> Territory:
    """Return the territory made of whole EPCI and of communes.

    Raises UnknownCodeError on a code that the reference does not hold.
    """
    epcis = tuple(dict.fromkeys(epci_codes))
    codes = set(commune_codes)
    for siren in epcis:
        if siren not in reference.epcis:
            raise UnknownCodeError("EPCI", siren)
        codes.update(reference.epcis[siren].communes)
    departements: Counter[str] = Counter()
    for code in codes:
        if code not in reference.people:
            raise UnknownCodeError("commune", code)
        departements[departement_code(code)] += reference.people[code]
    regions: Counter[str] = Counter()
    for code, people in departements.items():
        if code in reference.departements:
            regions[reference.departements[code].region] += people
    return Territory(
        communes=tuple(sorted(codes)),
        epcis=epcis,
        population=departements.total(),
        departements=_by_weight(departements),
        regions=_by_weight(regions),
    )


def _by_weight(people: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(people, key=lambda code: (-people[code], code)))

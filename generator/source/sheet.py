"""Sheet: a contract beside the file that it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.contract import Contract, Perimeter
from generator.source.document import Document, Mark
from generator.source.yaml_nodes import Node, PathKey
from generator.territories.reference import Reference, departement_code


@dataclass(frozen=True, slots=True)
class Ground:
    """What a perimeter's codes cover; a code that the reference does not know covers nothing."""

    communes: frozenset[str]
    """INSEE codes."""
    departements: frozenset[str]
    """Codes of the départements, and of the collectivités d'outre-mer."""

    def regions(self, reference: Reference) -> frozenset[str]:
        """INSEE codes of the régions that it touches."""
        known = reference.departements
        return frozenset(known[code].region for code in self.departements if code in known)


def ground_of(perimeter: Perimeter, reference: Reference) -> Ground:
    """The ground that `perimeter` covers. The codes alone tell: no commune is unpacked."""
    communes = {code for code in perimeter.communes if code in reference.communes}
    for siren in perimeter.epci:
        if siren in reference.epcis:
            communes.update(reference.epcis[siren].communes)
    return Ground(frozenset(communes), frozenset(map(departement_code, communes)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contract beside the file that it was read from."""

    id: str
    folder: str
    contract: Contract
    ground: Ground
    root: Node
    document: Document

    def value(self, *path: PathKey) -> Mark:
        """Where the value at `path` stands."""
        return self.root.mark_of(path)

    def key(self, *path: PathKey) -> Mark:
        """Where the key at `path` stands."""
        return self.root.key_mark(path)

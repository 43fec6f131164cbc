"""Sheet: a contract beside the file that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.model.contract import Contract
from generator.model.perimeter import Perimeter
from generator.source.document import Document, Mark
from generator.source.yaml_nodes import Node, PathKey
from generator.territories.reference import Reference, departement_code


@dataclass(frozen=True)
class Ground:
    """What a perimeter's codes cover; a code that the reference does not know covers nothing.

    The codes alone tell, and only when asked for: no commune is unpacked.
    """

    perimeter: Perimeter
    reference: Reference

    @cached_property
    def communes(self) -> frozenset[str]:
        """INSEE codes."""
        known = self.reference.communes
        alone = (code for code in self.perimeter.communes if code in known)
        return frozenset(alone).union(*self._members)

    @cached_property
    def departements(self) -> frozenset[str]:
        """Codes of the départements, and of the collectivités d'outre-mer."""
        known = self.reference.communes
        codes = {departement_code(code) for code in self.perimeter.communes if code in known}
        for members in self._members:
            codes.update(map(departement_code, members))
        return frozenset(codes)

    @cached_property
    def regions(self) -> frozenset[str]:
        """INSEE codes of the régions that it touches."""
        known = self.reference.departements
        return frozenset(known[code].region for code in self.departements if code in known)

    @property
    def _members(self) -> list[tuple[str, ...]]:
        epcis = self.reference.epcis
        return [epcis[siren].communes for siren in self.perimeter.epci if siren in epcis]


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

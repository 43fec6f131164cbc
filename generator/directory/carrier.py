"""The kind of organisation that carries a contract, which the data give as a name only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.contract import Contract
from generator.model.organisation import Organisation
from generator.model.vocabulary import ORGANISATIONS, Term
from generator.territories.text_keys import fold

SEVERAL, UNKNOWN = "plusieurs", "non-determine"

CARRIER_KINDS: Mapping[str, Term] = {
    **ORGANISATIONS,
    "petr": Term(
        "petr",
        "Pôle d’équilibre territorial et rural, ou pays",
        ORGANISATIONS["petr"].definition,
    ),
    SEVERAL: Term(
        SEVERAL,
        "Plusieurs porteurs de types différents",
        "Par exemple une ville et son intercommunalité.",
    ),
    UNKNOWN: Term(
        UNKNOWN, "Non déterminé", "Ni les sources ni le nom du porteur ne disent son type."
    ),
}
"""What `carrier_kind` may answer, by id, in the order in which a list shows them."""

_RULES = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"(?:ville|commune|mairie)s?\b", "commune"),
        (r"(?:ccas|cias|centre (?:inter)?communal d action sociale)\b", "ccas"),
        (
            r"(?:communautes?|(?:euro)?metropoles?|agglo|agglomeration|(?:le )?grand"
            r"|etablissement public territorial|ept)\b",
            "epci",
        ),
        (r"(?:petr|poles? d equilibre territorial|pole territorial|pays)\b", "petr"),
        (r"syndicats?\b", "syndicat-mixte"),
        (r"parc (?:naturel|national)\b", "parc-naturel"),
        (r"(?:pole metropolitain|collectivite)\b", "autre-collectivite"),
        (r"(?:conseil departemental|departement)\b", "departement"),
        (r"(?:conseil regional|region)\b", "region"),
        (r"association\b", "association"),
        (r"(?:centre hospitalier|hopital)\b", "hopital"),
        (r".*\b(?:communaute|(?:euro)?metropole|agglo|agglomeration)$", "epci"),
    )
)
"""How the name of an organisation begins, or at last ends, folded; the first that fits decides."""

_ASIDE = re.compile(r"\s*\([^)]*\)")
_BETWEEN = re.compile(r"\s*,\s*|\s+et\s+")


def carrier_kind(contract: Contract) -> str:
    """Id, one of `CARRIER_KINDS`, of the kind of the contract's carrier.

    The type that the file gives to a signatory or partner of the same name; else what the name
    begins with (« Ville », « PETR »…) or ends with (« Métropole »…); else `UNKNOWN`. A name that holds
    several organisations counts as `SEVERAL` when their kinds differ.
    """
    return carrier_inference(contract)[0]


def carrier_inference(contract: Contract) -> tuple[str, bool]:
    """The kind of the carrier, and whether a signatory or partner of that name gives it."""
    known = {
        fold(organisation.name): organisation.kind for organisation in _organisations(contract)
    }
    plain = _ASIDE.sub("", contract.carrier)
    for name in (contract.carrier, plain):
        if fold(name) in known:
            return known[fold(name)], True
    kinds = {
        kind
        for part in _parts(plain)
        if (kind := known.get(fold(part)) or _kind_of_name(part)) is not None
    }
    if not kinds:
        return UNKNOWN, False
    return (kinds.pop() if len(kinds) == 1 else SEVERAL), False


def _organisations(contract: Contract) -> Iterator[Organisation]:
    # A signatory's type is surer than a partner's: it comes last, and so wins in the dict above.
    yield from contract.partners
    yield from contract.signatories


def _parts(name: str) -> list[str]:
    """The organisations that a name may hold: « Rennes Métropole et Ville de Rennes » holds two.

    A name that is one organisation's, with « et » inside, has its kind in its first part only.
    """
    return [part for part in _BETWEEN.split(name) if part]


def _kind_of_name(name: str) -> str | None:
    folded = fold(name)
    return next((kind for pattern, kind in _RULES if pattern.match(folded)), None)

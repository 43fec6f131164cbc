"""What a contract is called beside the names of the territory that its codes give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.source.problem import Severity
from generator.source.rules.agencies import former_regions
from generator.source.sheet import Sheet
from generator.territories.reference import Reference
from generator.territories.text_keys import fold

_COMMON = frozenset((
    "agglo", "agglomeration", "bas", "basse", "bassin", "bois", "canton", "cantons", "centre",
    "centres", "coeur", "collectivite", "communaute", "communautes", "commune", "communes",
    "conseil", "contrat", "cote", "cotes", "dans", "departement", "departemental", "des", "deux",
    "du", "entre", "equilibre", "est", "et", "etablissement", "eurometropole", "foret", "grand",
    "grande", "grandes", "grands", "haut", "haute", "hautes", "hauts", "iles", "intercommunal",
    "intercommunale", "intercommunalite", "intercommunautaire", "intercommunaute", "la", "le",
    "les", "local", "locale", "mer", "metropole", "metropolitain", "metropolitaine", "mixte",
    "mont", "monts", "nord", "ouest", "par", "pays", "petr", "plaine", "plaines", "plateau",
    "plateaux", "pole", "pont", "porte", "portes", "pour", "public", "quartiers", "region",
    "regional", "rives", "rural", "rurale", "saint", "sainte", "sans", "sante", "sous", "sud",
    "sur", "syndicat", "terre", "terres", "territoire", "territoires", "territorial",
    "territoriale", "trois", "une", "urbain", "urbaine", "val", "vallee", "vallees", "ville",
    "villes",
))  # fmt: skip
"""Words, folded, that many names hold: they tell no place."""

_AUTHORITIES = frozenset({"commune", "epci"})
"""Kinds of signatories that are no wider than the territory."""

_SHOWN = 6


def check_ground_names(sheet: Sheet, reference: Reference) -> None:
    """Report a territory none of whose names shares a word with the contract's name, carrier or precision.

    Words are the same that begin alike: « Avallonnais » is of Avallon. What is looked at last is what proves
    less: the communes of an EPCI, many and alike, and the authorities that sign.
    """
    contract = sheet.contract
    texts = (contract.name, contract.carrier, contract.perimeter.precision or "")
    own = _stems(texts, 4)
    names = list(_names_of_codes(sheet, reference))
    if not own or own & _stems(names, 4) or own & _stems(_names_around(sheet, reference), 4):
        return
    if _stems(texts, 5) & _stems(_names_within(sheet, reference), 5) or _says_one(texts, names):
        return
    authorities = (o.name for o in contract.signatories if o.kind in _AUTHORITIES)
    if _stems(names, 5) & _stems(authorities, 5):
        return
    sheet.document.report(
        "territoire-nom",
        "aucun nom du territoire n’est dans « nom », « porteur » ni « precision »",
        sheet.key("territoire"),
        severity=Severity.WARNING,
        found=_shown(names),
        expected="les codes du territoire que le contrat nomme",
        proposal="corrigez le code faux ; si tous sont justes, nommez le lieu dans"
        " territoire.precision",
    )


def _stems(texts: Iterable[str], length: int) -> frozenset[str]:
    words = fold(" ".join(texts)).split()
    return frozenset(word[:length] for word in words if len(word) > 2 and word not in _COMMON)


def _says_one(texts: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a name made of common words (L’Entre-Deux) is said in full."""
    said = f" {fold(' '.join(texts))} "
    return any(f" {fold(name)} " in said for name in names)


def _names_of_codes(sheet: Sheet, reference: Reference) -> Iterator[str]:
    perimeter = sheet.contract.perimeter
    yield from (reference.epcis[siren].name for siren in perimeter.epci)
    yield from (reference.communes[code].name for code in perimeter.communes)


def _names_around(sheet: Sheet, reference: Reference) -> Iterator[str]:
    """Of the EPCI around the communes, of the départements and of the régions, those before 2016 too."""
    communes = (reference.communes[code] for code in sheet.contract.perimeter.communes)
    around = {siren for commune in communes for siren in (commune.epci, commune.ept) if siren}
    yield from (reference.epcis[siren].name for siren in around)
    for code in sheet.ground.departements:
        place = reference.departements.get(code) or reference.collectivites[code]
        yield place.name
    for region in sheet.ground.regions:
        yield reference.regions[region].name
        yield from former_regions(region)


def _names_within(sheet: Sheet, reference: Reference) -> Iterator[str]:
    """Of the communes covered, and of those that merged into them."""
    covered = sheet.ground.communes
    yield from (reference.communes[code].name for code in covered)
    for code in reference.former:
        former = reference.former[code]
        if former.successor in covered and former.name:
            yield former.name


def _shown(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" et {more} autres" if more > 0 else "")

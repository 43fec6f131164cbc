"""How a contract differs from its neighbours, in words; only what the sources cite is compared.

A difference is told where most neighbours that can be compared have what this contract lacks, or
where it alone has it; and never from a list that the sources leave out altogether.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from generator.directory.directory import Entry
from generator.model.contract import Contract
from generator.model.vocabulary import AXES, ORGANISATIONS
from generator.site.text import french

_WORDS = ("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_LOCAL = {"epci", "commune", "petr", "autre-collectivite", "syndicat-mixte", "autre"}
"""Kinds that follow from the shape of the territory, or say nothing: their absence is no difference."""

_SAME = {"prefecture": "etat"}
"""The préfet signs for the State: sources write the one or the other."""

_LABELS = {"etat": "État ou préfecture"}
_PROPER = ("etat", "education-nationale")

_FEWEST = 2
"""Neighbours below which nothing is told: one alone makes no comparison."""


def differences(mine: Entry, others: Sequence[Entry]) -> list[str]:
    """Sentences, each a difference between the contract and its neighbours `others`."""
    contracts = [other.contract for other in others]
    return [
        *_axes(mine.contract, contracts),
        *_signatories(mine.contract, contracts),
        *_mental_health(mine.contract, contracts),
        *_ends(mine, others),
    ]


def in_words(count: int) -> str:
    """« trois » up to ten, digits beyond."""
    return _WORDS[count] if count < len(_WORDS) else french.number(count)


def _axes(mine: Contract, others: Sequence[Contract]) -> Iterator[str]:
    known = [other for other in others if other.axes]
    if len(known) < _FEWEST:
        return
    if not mine.axes:
        yield "Les sources ne nomment pas les axes de ce contrat : ils ne sont pas comparés."
        return
    partial = _partial(mine.totals.axes, len(mine.axes), "axes")
    whose = _whose(len(known), len(others), "axes")
    common = _commoner(mine.national_axes(), known, Contract.national_axes)
    if len(common) == 1:
        (id_, count), *_ = common
        yield (
            f"{_share(count, len(known))} voisins{whose} ont un axe cité qui se rattache à "
            f"« {AXES[id_].label} » ; celui-ci non, d’après les sources{partial}."
        )
    elif common:
        labels = [f"« {AXES[id_].label} » ({count} sur {len(known)})" for id_, count in common]
        yield (
            f"La plupart des voisins{whose} ont un axe cité qui se rattache à "
            f"{french.enumerate_words(labels)} ; celui-ci non, d’après les sources{partial}."
        )
    alone = _alone(mine.national_axes(), known, Contract.national_axes, list(AXES))
    if alone:
        labels = [f"« {AXES[id_].label} »" for id_ in alone]
        yield (
            f"Parmi les {in_words(len(known) + 1)} contrats dont les sources nomment des axes, il est "
            f"le seul à en avoir un qui se rattache à {french.enumerate_words(labels)}."
        )


def _signatories(mine: Contract, others: Sequence[Contract]) -> Iterator[str]:
    known = [other for other in others if other.signatories]
    if len(known) < _FEWEST:
        return
    if not mine.signatories:
        yield "Les sources ne nomment pas les signataires de ce contrat : ils ne sont pas comparés."
        return
    partial = _partial(mine.totals.signatories, mine.signatory_count(), "signataires")
    common = _commoner(_kinds(mine), known, _kinds)
    if common:
        kinds = [f"{_kind_label(id_)} ({count} sur {len(known)})" for id_, count in common]
        yield (
            "Parmi les signataires cités chez la plupart des voisins"
            f"{_whose(len(known), len(others), 'signataires')}, mais pas ici : "
            f"{french.enumerate_words(kinds)}{partial}."
        )
    alone = _alone(_kinds(mine), known, _kinds, list(ORGANISATIONS))
    if alone:
        labels = french.enumerate_words([_kind_label(id_) for id_ in alone])
        yield f"Parmi les signataires cités ici, et chez aucun voisin : {labels}."


def _mental_health(mine: Contract, others: Sequence[Contract]) -> Iterator[str]:
    count = sum(other.clsm is True for other in others)
    if count and not mine.clsm:
        have = "voisins ont" if count > 1 else "voisin a"
        rest = (
            "ce contrat n’en a pas"
            if mine.clsm is False
            else "elles n’en disent rien pour celui-ci"
        )
        yield (
            f"{_capital(in_words(count))} {have} un conseil local de santé mentale, "
            f"d’après les sources ; {rest}."
        )
    elif mine.clsm and not count and len(others) >= _FEWEST:
        yield (
            "Un conseil local de santé mentale est lié à ce contrat ; "
            "les sources n’en citent chez aucun voisin."
        )


def _ends(mine: Entry, others: Sequence[Entry]) -> Iterator[str]:
    known = [other.period.last_day for other in others if other.period.last_day]
    end = mine.period.last_day
    if end is None or len(known) < _FEWEST:
        return
    whose = f"des {in_words(len(known))} voisins dont la fin est connue"
    if all(end < other for other in known):
        yield f"Sa fin vient avant celle {whose}."
    elif all(end > other for other in known):
        yield f"Sa fin vient après celle {whose}."


def _kinds(contract: Contract) -> frozenset[str]:
    kinds = {organisation.kind for organisation in contract.signatories}
    return frozenset(_SAME.get(kind, kind) for kind in kinds - _LOCAL)


def _kind_label(kind: str) -> str:
    label = _LABELS.get(kind, ORGANISATIONS[kind].label)
    return label if kind in _PROPER else label[:1].lower() + label[1:]


def _commoner(
    mine: Collection[str],
    others: Sequence[Contract],
    terms: Callable[[Contract], Collection[str]],
) -> list[tuple[str, int]]:
    """Terms that more than half of the others have and `mine` lacks, the most common first."""
    # Sorted, for sets have an order of their own at each run, and equal counts keep the one they come in.
    counts = Counter(term for other in others for term in sorted(terms(other)) if term not in mine)
    return [(term, count) for term, count in counts.most_common() if 2 * count > len(others)]


def _alone(
    mine: Collection[str],
    others: Sequence[Contract],
    terms: Callable[[Contract], Collection[str]],
    order: Sequence[str],
) -> list[str]:
    """Terms of `mine` that none of the others has, in the vocabulary's order."""
    theirs = {term for other in others for term in terms(other)}
    return sorted((term for term in mine if term not in theirs), key=order.index)


def _share(count: int, total: int) -> str:
    """« Trois des quatre », « Les trois »."""
    if count == total:
        return f"Les {in_words(total)}"
    return f"{_capital(in_words(count))} des {in_words(total)}"


def _whose(known: int, total: int, what: str) -> str:
    return "" if known == total else f" dont les sources nomment des {what}"


def _partial(total: int | None, named: int, what: str) -> str:
    if total is None or total <= named:
        return ""
    return f" (qui nomment {named} de ses {total} {what})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Facts: what a contract's pages compare and the page of figures counts, each said once.

A fact that is a field of the file is declared in the model alone. One that is derived from several,
from the territory or from the day is declared here, with the function that computes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.directory.carrier import CARRIER_KINDS
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.whereabouts import departement_names
from generator.model.about import Counted, Prints
from generator.model.contract import Contract
from generator.model.fields_told import FieldTold, fields_told
from generator.model.period import Period
from generator.model.vocabulary import STATUSES, Vocabulary

Value = Callable[[Edition, Entry], Any]
Known = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True)
class Stated:
    """How many of something a source states, and how many the file names."""

    total: int | None
    named: int
    feminine: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may be known of a contract."""

    id: str
    """A field's own key, or a name of ours; scripts know it by this."""
    label: str
    description: str
    """One French sentence: what it is, or how it is computed."""
    value: Value
    """None, or nothing at all, where it is not known."""
    known: Known = lambda _: True
    """Whether a contract has it, for the count of those that do."""
    counted: Counted | None = None
    compared: bool = False
    prints: Prints = Prints.BY_TYPE
    vocabulary: Vocabulary | None = None
    """The list that the value is an id of."""
    path: str = ""
    """The dotted path of the field that holds it; empty where it is derived."""


@dataclass(frozen=True, slots=True)
class _Told:
    """How a fact's value is computed, and whether it is known, where its field does not say it."""

    value: Value | None = None
    known: Known | None = None


def _field(told: FieldTold) -> Fact:
    """The fact that a field of the file holds."""
    more = _MORE_THAN_THE_FIELD.get(told.path, _Told())
    return Fact(
        id=told.key,
        label=told.label,
        description=told.description,
        value=more.value or (lambda _, entry: told.value(entry.contract)),
        known=more.known or (lambda entry: told.value(entry.contract) not in (None, ())),
        counted=told.about.counted,
        compared=told.about.compared,
        prints=told.about.prints,
        vocabulary=told.vocabulary,
        path=told.path,
    )


def _period(_: Edition, entry: Entry) -> Period | None:
    return entry.period if entry.period.start or entry.period.end else None


def _density(edition: Edition, entry: Entry) -> float | None:
    return edition.surroundings.comparables.measures[entry.id].density


def _carrier_kind(edition: Edition, entry: Entry) -> str:
    return CARRIER_KINDS[edition.surroundings.comparables.measures[entry.id].carrier].label


def _signatories(_: Edition, entry: Entry) -> Stated:
    contract = entry.contract
    return Stated(contract.totals.signatories, contract.signatory_count())


def _axes(_: Edition, entry: Entry) -> Stated:
    return Stated(entry.contract.totals.axes, len(entry.contract.axes))


def _actions(_: Edition, entry: Entry) -> Stated:
    named = sum(1 for _ in entry.contract.actions())
    return Stated(entry.contract.totals.actions, named, feminine=True)


_MORE_THAN_THE_FIELD: Mapping[str, _Told] = {
    "duree.fin": _Told(known=lambda entry: entry.period.end is not None),
    "signataires": _Told(value=_signatories),
    "axes": _Told(value=_axes),
    "axes.actions.themes": _Told(
        known=lambda entry: any(action.themes for _, action in entry.contract.actions())
    ),
    # What is counted is the contracts of which nothing was deduced.
    "a_verifier": _Told(known=lambda entry: not entry.contract.to_verify),
}
"""By path, what is known of a fact from more than its own field."""

_FIRST = (
    Fact(
        "lieu",
        "Départements",
        "Les départements que touche le territoire.",
        lambda edition, entry: departement_names(edition.directory, entry),
        compared=True,
    ),
    Fact(
        "statut",
        "Statut",
        "Où en est le contrat, d’après ses dates et celles de ceux qui le suivent.",
        lambda edition, entry: STATUSES[edition.status(entry)].label,
        compared=True,
    ),
    Fact(
        "periode",
        "Période",
        "Du début, ou à défaut de la signature, à la fin, avenants et durée compris.",
        _period,
        known=lambda entry: None not in (entry.period.start, entry.period.end),
        counted=Counted("Début (ou signature) et fin", signed_only=True),
        compared=True,
    ),
)
"""Derived facts that come before those of the file."""

_AFTER: Mapping[str, tuple[Fact, ...]] = {
    "territoire": (
        Fact(
            "habitants",
            "Habitants",
            "La population municipale des communes du territoire, selon l’INSEE.",
            lambda _, entry: entry.territory.population,
            compared=True,
        ),
        Fact(
            "communes",
            "Communes",
            "Le nombre de communes du territoire, au découpage d’aujourd’hui.",
            lambda _, entry: len(entry.territory.communes),
            compared=True,
        ),
        Fact(
            "densite",
            "Densité",
            "Les habitants, divisés par la surface des communes.",
            _density,
            compared=True,
            prints=Prints.DENSITY,
        ),
    ),
    "porteur": (
        Fact(
            "type-porteur",
            "Type de porteur",
            "Le type du signataire ou du partenaire de même nom, ou ce que dit le nom du porteur.",
            _carrier_kind,
            compared=True,
        ),
    ),
    "axes": (
        Fact(
            "actions",
            "Actions",
            "Les actions que citent les sources, avec leur axe ou sans, et le total qu’elles donnent.",
            _actions,
            known=lambda entry: any(True for _ in entry.contract.actions()),
            counted=Counted("Actions, une au moins"),
            compared=True,
        ),
    ),
}
"""Derived facts, by the path of the field that they follow."""


def _in_order() -> Iterator[Fact]:
    yield from _FIRST
    seen = set()
    for told in fields_told(Contract).values():
        # An action says the same of itself under an axis and without one.
        if (told.about.compared or told.about.counted) and told.key not in seen:
            seen.add(told.key)
            yield _field(told)
        yield from _AFTER.get(told.path, ())


FACTS = tuple(_in_order())
"""Every fact compared or counted, in the order in which pages show them: that of the file."""

LISTED = tuple(_field(told) for told in fields_told(Contract).values() if told.about.listed)
"""The facts of the file that the list at the head of a contract's page prints as they are."""

COMPARED = tuple(fact for fact in FACTS if fact.compared)
COUNTED = {fact.id: (fact, fact.counted) for fact in FACTS if fact.counted is not None}
"""By id."""

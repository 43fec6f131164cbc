"""Facts: what a contract's pages compare and the page of figures counts, each said once.

A fact that is a field of the file takes what the model says of it. One that is derived from several,
from the territory or from the day is declared here, with the function that computes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.directory.carrier import CARRIER_KINDS
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.whereabouts import departement_names
from generator.model.about import Counted, Prints
from generator.model.contract import Contract
from generator.model.fields_told import fields_told
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
    known: Known
    """Whether a contract has it, for the count of those that do."""
    counted: Counted | None = None
    compared: bool = False
    prints: Prints = Prints.BY_TYPE
    vocabulary: Vocabulary | None = None
    """The list that the value is an id of."""


def _field(path: str, *, known: Known | None = None, value: Value | None = None) -> Fact:
    """The fact that a field of the file holds; `known` and `value`, where more than the field tells them."""
    told = fields_told(Contract)[path]
    return Fact(
        id=told.key,
        label=told.label,
        description=told.description,
        value=value or (lambda _, entry: told.value(entry.contract)),
        known=known or (lambda entry: told.value(entry.contract) not in (None, ())),
        counted=told.about.counted,
        compared=told.about.compared,
        prints=told.about.prints,
        vocabulary=told.vocabulary,
    )


def _derived(
    id_: str,
    label: str,
    description: str,
    value: Value,
    *,
    known: Known = lambda _: True,
    counted: Counted | None = None,
    compared: bool = True,
    prints: Prints = Prints.BY_TYPE,
) -> Fact:
    return Fact(id_, label, description, value, known, counted, compared, prints)


def _period(_: Edition, entry: Entry) -> Period | None:
    return entry.period if entry.period.start or entry.period.end else None


def _density(edition: Edition, entry: Entry) -> float | None:
    return edition.surroundings.comparables.measures[entry.id].density


def _carrier_kind(edition: Edition, entry: Entry) -> str:
    return CARRIER_KINDS[edition.surroundings.comparables.measures[entry.id].carrier].label


def _signatories(_: Edition, entry: Entry) -> Stated:
    contract = entry.contract
    return Stated(contract.totals.signatories, len(contract.signatories))


def _axes(_: Edition, entry: Entry) -> Stated:
    return Stated(entry.contract.totals.axes, len(entry.contract.axes))


def _actions(_: Edition, entry: Entry) -> Stated:
    named = sum(1 for _ in entry.contract.actions())
    return Stated(entry.contract.totals.actions, named, feminine=True)


FACTS = (
    _derived(
        "lieu",
        "Départements",
        "Les départements que touche le territoire.",
        lambda edition, entry: departement_names(edition.directory, entry),
    ),
    _derived(
        "statut",
        "Statut",
        "Où en est le contrat, d’après ses dates et celles de ceux qui le suivent.",
        lambda edition, entry: STATUSES[edition.status(entry)].label,
    ),
    _field("etape"),
    _field("rang"),
    _field("duree.deliberation"),
    _field("duree.signature"),
    _field("duree.debut"),
    _field("duree.fin", known=lambda entry: entry.period.end is not None),
    _derived(
        "periode",
        "Période",
        "Du début, ou à défaut de la signature, à la fin, avenants et durée compris.",
        _period,
        known=lambda entry: None not in (entry.period.start, entry.period.end),
        counted=Counted("Début (ou signature) et fin", signed_only=True),
    ),
    _derived(
        "habitants",
        "Habitants",
        "La population municipale des communes du territoire, selon l’INSEE.",
        lambda _, entry: entry.territory.population,
    ),
    _derived(
        "communes",
        "Communes",
        "Le nombre de communes du territoire, au découpage d’aujourd’hui.",
        lambda _, entry: len(entry.territory.communes),
    ),
    _derived(
        "densite",
        "Densité",
        "Les habitants, divisés par la surface des communes.",
        _density,
        prints=Prints.DENSITY,
    ),
    _field("porteur"),
    _derived(
        "type-porteur",
        "Type de porteur",
        "Le type du signataire ou du partenaire de même nom, ou ce que dit le nom du porteur.",
        _carrier_kind,
    ),
    _field("signataires", value=_signatories),
    _field("partenaires"),
    _field("enjeux"),
    _field("axes", value=_axes),
    _derived(
        "actions",
        "Actions",
        "Les actions que citent les sources, avec leur axe ou sans, et le total qu’elles donnent.",
        _actions,
        known=lambda entry: any(True for _ in entry.contract.actions()),
        counted=Counted("Actions, une au moins"),
    ),
    _field(
        "actions.themes",
        known=lambda entry: any(action.themes for _, action in entry.contract.actions()),
    ),
    _field("clsm"),
    _field("documents"),
    _field("contact"),
    # What is counted is the contracts of which nothing was deduced.
    _field("a_verifier", known=lambda entry: not entry.contract.to_verify),
)
"""Every fact compared or counted, in the order in which pages show them."""

COMPARED = tuple(fact for fact in FACTS if fact.compared)
COUNTED = {fact.id: (fact, fact.counted) for fact in FACTS if fact.counted is not None}
"""By id."""

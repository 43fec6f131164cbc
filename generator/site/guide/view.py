"""The guide of a contract's file and the page of the rules: prose, with what the program says itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from pydantic import BaseModel

from generator.formats.yaml import flow
from generator.model.about import Section
from generator.model.contract import Contract
from generator.model.fields_told import FieldTold, fields_told
from generator.model.vocabulary import Vocabulary
from generator.site.room import Head
from generator.site.text import french
from generator.source.rules.catalogue import RULES, Rule, Subject

_REQUIRED = {
    "territoire.epci": "oui, ou `communes`",
    "territoire.communes": "oui, ou `epci`",
}
"""What one field cannot say: the model asks for one of the two."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A line of the table of keys."""

    path: str
    description: Markup
    examples: Markup
    found: str
    required: Markup


@dataclass(frozen=True, slots=True)
class FileGuideView:
    """What `file.md.j2` prints."""

    head: Head
    keys: Mapping[str, list[_Key]]
    """By name of the section that tells of them."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line of a table of rules."""

    id: str
    what: Markup
    advice: Markup
    example: str


@dataclass(frozen=True, slots=True)
class RulesView:
    """What `rules.md.j2` prints."""

    head: Head
    errors: list[tuple[str, list[_Rule]]]
    """By subject."""
    warnings: list[_Rule]
    gaps: list[_Rule]


def file_guide_view() -> FileGuideView:
    """What is shown on the page."""
    return FileGuideView(
        head=Head(
            title="Écrire le fichier d’un contrat",
            description=french.typography(
                "Guide pas à pas du fichier qui décrit un contrat local de santé : exemple commenté, clés,"
                " codes, dates, guillemets et erreurs fréquentes."
            ),
            navigation=True,
        ),
        keys={section.name: list(_keys_of(section)) for section in Section},
    )


def _keys_of(section: Section) -> Iterator[_Key]:
    """The keys of the section in the order of the model, what stands in several places told in the first."""
    told_of: set[tuple[type[BaseModel] | None, str]] = set()
    fields = fields_told(Contract)
    for told in fields.values():
        above, _, key = told.path.rpartition(".")
        place = (fields[above].below if above else None, key)
        if fields[told.path.partition(".")[0]].about.section is section and place not in told_of:
            told_of.add(place)
            yield _key(told)


def _key(told: FieldTold) -> _Key:
    return _Key(
        path=told.path,
        description=Markup(_prose(told.description) + _words(told.vocabulary)),
        examples=Markup(" ou ".join(f"`{flow(example)}`" for example in told.examples)),
        found=told.about.found,
        required=Markup(_REQUIRED.get(told.path, "oui" if told.required else "non")),
    )


_FEW = 7
"""A longer list of words has a table of its own in the guide."""


def _words(vocabulary: Vocabulary | None) -> str:
    if vocabulary is None or len(vocabulary) > _FEW:
        return ""
    words = french.enumerate_words([f"`{word}`" for word in vocabulary])
    return f"<br>Mots possibles{french.NBSP}: {words}."


def rules_view() -> RulesView:
    """What is shown on the page."""
    by_subject = {
        subject: [_rule(rule) for rule in RULES if rule.subject is subject] for subject in Subject
    }
    warnings, gaps = by_subject.pop(Subject.UNUSUAL), by_subject.pop(Subject.MISSING)
    return RulesView(
        head=Head(
            title="Les règles vérifiées",
            description=french.typography(
                "Ce que l’annuaire vérifie dans chaque fiche, ce qui bloque, ce qui alerte, ce qui manque, et la"
                " règle sur les données personnelles."
            ),
            navigation=True,
        ),
        errors=[(subject.value, rules) for subject, rules in by_subject.items()],
        warnings=warnings,
        gaps=gaps,
    )


def _rule(rule: Rule) -> _Rule:
    return _Rule(
        rule.id,
        _prose(rule.what),
        _prose(rule.advice),
        rule.example,
    )


def _prose(text: str) -> Markup:
    """Markdown of ours in French typography, its code left alone."""
    parts = text.split("`")
    return Markup("`".join((french.typography(part), part)[i % 2] for i, part in enumerate(parts)))

"""From pydantic's errors to problems in French, each at its line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import keys
from generator.model.contract import Contract
from generator.model.fields import SLUG_LIMIT
from generator.model.fields_told import fields_told
from generator.model.region import Region
from generator.model.vocabulary import Vocabulary
from generator.source import suggestions
from generator.source.document import Document
from generator.source.visible import quoted
from generator.source.yaml_nodes import Node, PathKey

Model = TypeVar("Model", bound=BaseModel)


@cache
def _vocabularies() -> Mapping[str, Vocabulary]:
    """Every closed list that a field of a file is chosen from, by name."""
    told = (*fields_told(Contract).values(), *fields_told(Region).values())
    return {field.vocabulary.name: field.vocabulary for field in told if field.vocabulary}


def read_model(model: type[Model], node: Node, document: Document) -> Model | None:
    """`node` as a `model`, or None with every problem reported to `document`."""
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        details = _causes(error.errors(include_url=False))
        for rank, detail in enumerate(details):
            if document.is_full():
                document.report_untold(len(details) - rank)
                break
            _report(detail, model, node, document)
        return None


def _causes(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Without the lists that are too short only for having lost wrong items, told on their own."""
    parents = {
        path[:end] for path in (detail["loc"] for detail in details) for end in range(len(path))
    }
    return [d for d in details if d["type"] != "too_short" or d["loc"] not in parents]


@dataclass(frozen=True, slots=True)
class _Case:
    """A value that pydantic refused: with what context, and under which key."""

    value: Any
    context: Mapping[str, Any]
    key: str


@dataclass(frozen=True, slots=True)
class _Advice:
    rule: str
    message: str
    expected: str | None = None
    proposal: str | None = None


def _report(detail: ErrorDetails, model: type[BaseModel], root: Node, document: Document) -> None:
    path = detail["loc"]
    kind = detail["type"]
    value = detail["input"]
    if kind == "extra_forbidden":
        advice, mark = _unknown_key(path, model, root), root.key_mark(path)
    elif kind == "missing":
        advice, mark = _missing_key(path, model), root.mark_of(path[:-1])
    else:
        describe = _DESCRIPTIONS.get(kind, _unexpected)
        advice = describe(_Case(value, detail.get("ctx", {}), _last_key(path)))
        # An error of a whole mapping may name the key of it that is to be corrected.
        below = detail.get("ctx", {}).get("key")
        mark = root.mark_of(path if below is None else (*path, below))
    shown = value if kind not in {"extra_forbidden", "missing"} else None
    document.report(
        advice.rule,
        advice.message,
        mark,
        found=_shown(shown),
        expected=advice.expected,
        proposal=advice.proposal,
    )


def _shown(value: object) -> str | None:
    return quoted(value) if isinstance(value, str) else None


def _last_key(path: tuple[PathKey, ...]) -> str:
    return next((key for key in reversed(path) if isinstance(key, str)), "")


def _unknown_key(path: tuple[PathKey, ...], model: type[BaseModel], root: Node) -> _Advice:
    key = str(path[-1])
    parent = keys.model_at(model, path[:-1])
    known = keys.keys_of(parent) if parent else ()
    present = root.find(path[:-1])
    taken = present.keys if present else {}
    near = suggestions.nearest(key, [name for name in known if name not in taken])
    elsewhere = keys.place_of_key(key, model)
    proposal = None
    if elsewhere:
        proposal = f"cette clé s’écrit sous « {elsewhere.rpartition('.')[0]} » : {elsewhere}"
    elif near:
        proposal = f"vouliez-vous dire « {near} » ?"
    return _Advice(
        "cle-inconnue", f"clé inconnue {quoted(key)}", f"une des clés {', '.join(known)}", proposal
    )


def _missing_key(path: tuple[PathKey, ...], model: type[BaseModel]) -> _Advice:
    key = str(path[-1])
    parent = keys.model_at(model, path[:-1])
    about = None
    if parent is not None:
        for name, info in parent.model_fields.items():
            if (info.alias or name) == key:
                about = info.description
    where = shown_path(path[:-1])
    return _Advice(
        "cle-manquante",
        f"clé « {key} » manquante" + (f" dans {where}" if where else ""),
        about,
        f"ajoutez une ligne « {key}: … »",
    )


def shown_path(path: tuple[PathKey, ...]) -> str:
    """A path as a contributor counts: axes[2].actions[1], from 1."""
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def _term(case: _Case) -> _Advice:
    terms = _vocabularies()[case.context["vocabulary"]]
    near = suggestions.nearest_term(str(case.value), terms)
    return _Advice(
        "vocabulaire",
        f"{quoted(str(case.value))} n’est pas dans la liste de « {terms.name} »",
        "un de : " + ", ".join(terms),
        f"vouliez-vous dire « {near} » ?" if near else None,
    )


def _date(case: _Case) -> _Advice:
    near = suggestions.iso_date(case.value) if isinstance(case.value, str) else None
    return _Advice(
        "date",
        "date mal formée ou impossible",
        "AAAA, AAAA-MM ou AAAA-MM-JJ, par exemple 2023-07-12",
        f"écrivez {near}" if near else None,
    )


def _web_address(case: _Case) -> _Advice:
    near = None
    if (
        isinstance(case.value, str)
        and "." in case.value
        and " " not in case.value
        and ":" not in case.value
    ):
        near = f'écrivez "https://{case.value.lstrip("/")}"'
    return _Advice(
        "url", "adresse web mal formée", "une adresse complète qui commence par https://", near
    )


def _not_a_list(case: _Case) -> _Advice:
    if case.value is None:
        return _Advice("type", f"« {case.key} » est vide", "une liste", "retirez cette ligne")
    item = _as_item(case) or case.value
    example = f"{case.key}: [{item}]" if isinstance(item, str) and len(item) < 90 else None
    return _Advice(
        "type",
        f"« {case.key} » doit être une liste",
        "un tiret par élément, ou des crochets",
        example and f"écrivez {example}",
    )


def _not_a_mapping(case: _Case) -> _Advice:
    if case.value is None:
        return _Advice(
            "type", f"« {case.key} » est vide", "des clés et leurs valeurs", "retirez cette ligne"
        )
    item = _as_item(case)
    return _Advice(
        "type",
        f"« {case.key} » : des clés étaient attendues",
        "des clés et leurs valeurs",
        item and f"écrivez {item}",
    )


_ITEMS = {
    "signataires": "{{nom: {}, type: …}}",
    "partenaires": "{{nom: {}, type: …}}",
    "axes": "{{titre: {}, rattachement: […]}}",
    "axes_regionaux": "{{titre: {}, rattachement: […]}}",
    "actions": "{{titre: {}}}",
    "documents": "{{titre: {}, url: …}}",
    "sources": "{{titre: {}, url: …}}",
}
"""How an item of each list of mappings is written, around the text that names it."""


def _as_item(case: _Case) -> str | None:
    """The text of `case` written as the mapping that its list wants, or None."""
    form = _ITEMS.get(case.key)
    if form is None or not isinstance(case.value, str):
        return None
    if case.value.startswith(("http://", "https://")):
        return f'{{titre: …, url: "{case.value}"}}' if "url" in form else None
    plain = re.search(r"[,:#\[\]{}\"'&*!|>%@`]", case.value) is None
    return form.format(case.value if plain else json.dumps(case.value, ensure_ascii=False))


def _not_text(case: _Case) -> _Advice:
    if case.value is None:
        return _Advice(
            "vide",
            f"« {case.key} » est vide",
            "un texte",
            "remplissez la valeur ou retirez la ligne",
        )
    return _Advice(
        "type",
        f"« {case.key} » doit être un texte",
        "un texte",
        "mettez le texte entre guillemets droits s’il contient « : », une virgule ou un crochet",
    )


def _unexpected(case: _Case) -> _Advice:
    return _Advice("type", f"valeur inattendue pour « {case.key} »")


_Description = Callable[[_Case], _Advice]


def _fixed(rule: str, message: str, expected: str, proposal: str | None = None) -> _Description:
    def describe(case: _Case) -> _Advice:
        facts = {"key": case.key, **case.context}
        return _Advice(rule, message.format(**facts), expected.format(**facts), proposal)

    return describe


_WHOLE_NUMBER = _fixed("type", "« {key} » doit être un nombre entier", "un nombre, par exemple 5")

_DESCRIPTIONS: Mapping[str, _Description] = {
    "vocabulaire": _term,
    "date": _date,
    "url": _web_address,
    "url_longue": _fixed(
        "trop-long", "adresse de plus de {limit} caractères", "une adresse plus courte",
        "essayez l’adresse sans ce qui suit le point d’interrogation",
    ),
    "liste_longue": _fixed(
        "trop-long", "« {key} » a plus de {limit} éléments", "{limit} éléments au plus",
        "ne gardez que les principaux, et dites-le dans « note »",
    ),
    "fin_lointaine": _fixed(
        "date", "le contrat finirait après {last}", "un début et une durée plausibles",
        "vérifiez la date de début et « annees »",
    ),
    "tuple_type": _not_a_list,
    "model_type": _not_a_mapping,
    "string_type": _not_text,
    "int_type": _WHOLE_NUMBER,
    "greater_than_equal": _fixed("nombre", "« {key} » est trop petit : {ge} au moins", "un nombre plus grand"),
    "less_than_equal": _fixed("nombre", "« {key} » est trop grand : {le} au plus", "un nombre plus petit"),
    "booleen": _fixed("type", "« {key} » doit être vrai ou faux", "true ou false", "écrivez true ou false"),
    "too_short": _fixed("vide", "« {key} » est vide", "un élément au moins"),
    "vide": _fixed("vide", "« {key} » est vide", "un texte", "remplissez la valeur ou retirez la ligne"),
    "trop_long": _fixed("trop-long", "« {key} » est trop long", "un texte court", "résumez-le"),
    "caractere": _fixed(
        "caractere", "{character} dans « {key} »", "un texte dont chaque caractère se voit",
        "supprimez ce caractère, ou retapez le texte au clavier",
    ),
    "sans_mot": _fixed(
        "vide", "« {key} » ne contient ni lettre ni chiffre", "un texte", "remplissez la valeur ou retirez la ligne",
    ),
    "code_commune": _fixed(
        "code-commune", "code de commune mal formé", "un code INSEE de cinq caractères, par exemple \"29232\"",
        "cherchez le code INSEE de la commune (ce n’est pas le code postal)",
    ),
    "siren": _fixed("siren", "numéro SIREN mal formé", "neuf chiffres, par exemple \"200068120\""),
    "identifiant": _fixed(
        "identifiant", "identifiant mal formé",
        "des lettres minuscules sans accent, des chiffres et des traits d’union, comme le nom d’un fichier sans .yml ;"
        f" {SLUG_LIMIT} caractères au plus",
    ),
    "code_region": _fixed("code-region", "code de région mal formé", "deux chiffres, par exemple \"53\""),
    "code_collectivite": _fixed("code-collectivite", "code de collectivité mal formé", "trois chiffres, comme \"978\""),
}  # fmt: skip

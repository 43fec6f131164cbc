"""The small types that the models are made of: a line of text, a web address, a code, an id."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictInt,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.characters import described, refused_character, says_something

TEXT_LIMIT = 2000
"""Longest text, in characters: a contract's file holds facts, not its whole wording."""

ADDRESS_LIMIT = 2000
"""Longest web address, in characters: browsers and servers take little more."""

LIST_LIMIT = 500
"""As many items a list may have: the longest real one has under a hundred."""

SLUG_LIMIT = 100
"""Longest id, in characters: it is the name of a file and part of an address."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""An id: lower-case letters without accent, digits and single hyphens."""

_NOT_IN_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]")


def _one_line(value: str) -> str:
    _refuse_characters(value)
    text = " ".join(value.split())
    if not text:
        raise PydanticCustomError("vide", "texte vide")
    if len(text) > TEXT_LIMIT:
        raise PydanticCustomError("trop_long", "texte trop long", {"limit": TEXT_LIMIT})
    if not says_something(text):
        raise PydanticCustomError("sans_mot", "texte sans lettre ni chiffre")
    return text


def _web_address(value: str) -> str:
    if len(value) > ADDRESS_LIMIT:
        raise PydanticCustomError("url_longue", "adresse trop longue", {"limit": ADDRESS_LIMIT})
    _refuse_characters(value)
    try:
        parts = urlsplit(value)
        valid = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
        valid = valid and parts.username is None and parts.port != 0
    except ValueError:
        valid = False
    if not valid or _NOT_IN_ADDRESS.search(value):
        raise PydanticCustomError("url", "adresse web mal formée")
    return value


def _refuse_characters(value: str) -> None:
    char = refused_character(value)
    if char is not None:
        raise PydanticCustomError("caractere", "caractère refusé", {"character": described(char)})


def matching(pattern: str, kind: str) -> Callable[[str], str]:
    """A validator of text that must match `pattern` whole; its error is of type `kind`."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if compiled.fullmatch(value) is None:
            raise PydanticCustomError(kind, "code mal formé")
        return value

    return check


def _slug(value: str) -> str:
    if not is_slug(value):
        raise PydanticCustomError("identifiant", "identifiant mal formé")
    return value


def is_slug(text: str) -> bool:
    """Whether `text` may be an id."""
    return len(text) <= SLUG_LIMIT and SLUG.fullmatch(text) is not None


def _whole_number(value: object) -> object:
    # The YAML layer keeps every scalar as text, so that 01004 stays a code; a count is read here.
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value, re.ASCII):
        return int(value)
    return value


def _few_enough(value: object) -> object:
    # Before the items are read, which may be wrong in a thousand ways; `max_length` is for the schema.
    if isinstance(value, list) and len(value) > LIST_LIMIT:
        raise PydanticCustomError("liste_longue", "liste trop longue", {"limit": LIST_LIMIT})
    return value


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("booleen", "ni true ni false")


Text = Annotated[
    str,
    AfterValidator(_one_line),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": TEXT_LIMIT}),
]
"""One line of text, white space folded, never empty."""

WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://", "maxLength": ADDRESS_LIMIT}),
]
"""An absolute http or https address without user name."""

CommuneCode = Annotated[
    str,
    AfterValidator(matching(r"(?:\d{2}|2[AB])\d{3}", "code_commune")),
    WithJsonSchema({"type": "string", "pattern": "^(\\d{2}|2[AB])\\d{3}$"}),
]
"""INSEE code of a commune (COG), five characters."""

Siren = Annotated[
    str,
    AfterValidator(matching(r"\d{9}", "siren")),
    WithJsonSchema({"type": "string", "pattern": "^\\d{9}$"}),
]
"""SIREN number of an EPCI, nine digits."""

Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": SLUG_LIMIT}),
]
"""Id of a contract: the stem of its file."""

Count = Annotated[StrictInt, BeforeValidator(_whole_number), Field(ge=0)]
"""A whole number, zero or more."""

Item = TypeVar("Item")
Many: TypeAlias = Annotated[
    tuple[Item, ...], Field(max_length=LIST_LIMIT), BeforeValidator(_few_enough)
]
"""A list, possibly empty, of at most `LIST_LIMIT` items."""


@dataclass(frozen=True, slots=True)
class Shorthand:
    """Annotates a type whose values may be written in a shorter way too."""

    in_full: Callable[[object], object]
    """The value written in full; one that is so already, or is wrong, as it is."""
    schema: Callable[[JsonSchemaValue], JsonSchemaValue]
    """The JSON Schema of the shorter way, from that of the full one."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.in_full, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler(schema)
        return {"anyOf": [self.schema(full), full]}


def _listed(value: object) -> object:
    return [value] if isinstance(value, dict) else value


OneOrMany: TypeAlias = Annotated[Many[Item], Shorthand(_listed, lambda several: several["items"])]
"""A list of mappings, or one mapping alone."""

Flag = Annotated[bool, BeforeValidator(_truth)]
"""true or false, and nothing else: « oui », yes and on stay text in our YAML."""

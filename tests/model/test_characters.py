"""Which characters a text or an address may hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.model.characters import described, refused_character
from generator.model.contract import Contract
from generator.model.fields import Text, WebAddress
from generator.model.keys import key_paths, model_at
from generator.model.region import Region

UNSEEN = {
    "noncharacter": "\uffff",
    "other noncharacter": "\ufdd0",
    "noncharacter of a far plane": "\U0001fffe",
    "control": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "C1 control": "\x9b",
    "next line": "\x85",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "bidi override": "\u202e",
    "bidi isolate": "\u2066",
    "right-to-left mark": "\u200f",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "tag": "\U000e0041",
    "variation selector": "\ufe01",
    "hangul filler": "\u3164",
    "braille blank": "\u2800",
    "private use": "\ue000",
    "lone surrogate": "\ud800",
    "unassigned": "\u0378",
}
FRENCH = [
    "Santé mentale\u00a0: agir\u202f!",
    "«\u202fAller vers\u202f»",
    "l’œuvre d’un æ",
    "L'Haÿ-les-Roses",
    "Île-de-France – Nord—Est…",
    "10\u2009% d’aidants, 5\u00a0€, n°\u20092, m², 1ʳᵉ",
    "Cœur d’Essonne",
    "e\u0301coute",
    "Cap santé ❤️",
    "Plan 2024 ✅",
    "Ka’u, Mā’ohi, Te Ao Mā’ohi",
    "deux\nlignes et\tune tabulation",
]
ADDRESS = "https://www.exemple.fr/page"

text, address = TypeAdapter(Text), TypeAdapter(WebAddress)


def _kind(caught: pytest.ExceptionInfo[ValidationError]) -> str:
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize("char", UNSEEN.values(), ids=UNSEEN)
@pytest.mark.parametrize("form", ["{}Ville de Brest", "Ville{} de Brest", "Ville de Brest{}", "{}"])
def test_a_text_holds_nothing_unseen(char: str, form: str) -> None:
    with pytest.raises(ValidationError) as caught:
        text.validate_python(form.format(char))
    assert _kind(caught) == "caractere"
    assert f"U+{ord(char):04X}" in described(char)


@pytest.mark.parametrize("char", UNSEEN.values(), ids=UNSEEN)
def test_an_address_holds_nothing_unseen(char: str) -> None:
    with pytest.raises(ValidationError) as caught:
        address.validate_python(ADDRESS + char)
    assert _kind(caught) == "caractere"


@pytest.mark.parametrize("value", FRENCH)
def test_what_a_french_text_needs_stays(value: str) -> None:
    assert text.validate_python(value) == " ".join(value.split())


@pytest.mark.parametrize("value", ["…", "– –", "\ufe0f", "?", "❤️", "\u0301"])
def test_a_text_says_something(value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        text.validate_python(value)
    assert _kind(caught) == "sans_mot"


def test_every_space_of_unicode_is_folded_or_refused() -> None:
    for code in range(0x110000):
        char = chr(code)
        if unicodedata.category(char)[0] == "Z" and refused_character(char) is None:
            assert text.validate_python(f"a{char}b") == "a b"


def _texts(model: type[BaseModel]) -> Iterator[str]:
    """Paths of the keys that hold a text or a list of texts."""
    for path in key_paths(model):
        if model_at(model, path.split(".")) is None:
            yield path


def _nested(path: str, value: str, *, listed: bool) -> dict[str, object]:
    key, _, rest = path.partition(".")
    if rest:
        inner = _nested(rest, value, listed=listed)
        many = key in {
            "avenants", "signataires", "partenaires", "axes", "actions", "documents", "sources",
            "axes_regionaux",
        }  # fmt: skip
        return {key: [inner] if many else inner}
    return {key: [value] if listed else value}


@pytest.mark.parametrize(
    ("model", "path"), [(model, path) for model in (Contract, Region) for path in _texts(model)]
)
def test_no_key_of_the_format_takes_an_unseen_character(model: type[BaseModel], path: str) -> None:
    """Whatever the key, and a key to come: as a value or as an item, it is refused."""
    for listed in (False, True):
        with pytest.raises(ValidationError) as caught:
            model.model_validate(_nested(path, "https://exemple.fr/2023\uffff", listed=listed))
        place = [error for error in caught.value.errors() if error["type"] != "missing"]
        assert place, path

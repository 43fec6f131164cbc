"""Each field says all of itself, and what it says holds."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from generator.directory.facts import COMPARED, COUNTED
from generator.model.contract import Contract
from generator.model.fields_told import FieldTold, fields_told
from generator.model.keys import key_paths
from generator.model.region import Region

MODELS = (Contract, Region)
FIELDS = [told for model in MODELS for told in fields_told(model).values()]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_told(model: type[BaseModel]) -> None:
    assert tuple(fields_told(model)) == key_paths(model)


@pytest.mark.parametrize("told", FIELDS, ids=lambda told: told.path)
def test_each_field_has_a_label_a_meaning_and_an_example(told: FieldTold) -> None:
    assert told.label
    assert told.description.endswith((".", "…"))
    assert told.examples
    assert not told.about.found.endswith(".")


@pytest.mark.parametrize("model", MODELS)
def test_the_examples_of_each_mapping_make_a_sound_one(model: type[BaseModel]) -> None:
    holders = {model, *(told.below for told in fields_told(model).values() if told.below)}
    assert len(holders) > 4
    for holder in holders:
        given = {
            told.path: told.examples[0]
            for told in fields_told(holder).values()
            if "." not in told.path
        }
        holder.model_validate(given)


def test_a_field_that_says_so_is_compared_or_counted() -> None:
    for fields, chosen in (
        (
            {t.key for t in fields_told(Contract).values() if t.about.compared},
            {fact.id for fact in COMPARED},
        ),
        ({t.key for t in fields_told(Contract).values() if t.about.counted}, set(COUNTED)),
    ):
        assert fields
        assert fields <= chosen


def test_the_value_of_a_field_is_read_in_a_file() -> None:
    contract = Contract.model_validate(
        {
            told.path: told.examples[0]
            for told in fields_told(Contract).values()
            if "." not in told.path
        }
    )
    found = {told.path: told for told in fields_told(Contract).values()}
    assert str(found["duree.fin"].value(contract)) == "2028"
    assert found["porteur"].value(contract) == "Ville de Perpignan"

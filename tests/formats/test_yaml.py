"""A value on one line of YAML: plain where it may be, and read back as it was."""

import pytest
import yaml

from generator.formats.yaml import flow


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ville de Perpignan", "Ville de Perpignan"),
        ("2023-07", "2023-07"),
        (["01004", "2A004"], '["01004", 2A004]'),
        ("https://exemple.fr/cls", '"https://exemple.fr/cls"'),
        ("Santé : agir", '"Santé : agir"'),
        ("une, deux", '"une, deux"'),
        ("", '""'),
        (5, "5"),
        (False, "false"),
        ({"nom": "ARS Bretagne", "type": "ars"}, "{nom: ARS Bretagne, type: ars}"),
        ([{"titre": "A", "themes": ["eau", "bruit"]}], "[{titre: A, themes: [eau, bruit]}]"),
    ],
)
def test_flow(value: object, written: str) -> None:
    assert flow(value) == written


@pytest.mark.parametrize("value", ["Santé : agir", ["a, b", "#c"], {"cle": ["[x]", 'dit "oui"']}])
def test_what_is_written_is_read_back(value: object) -> None:
    assert yaml.safe_load(flow(value)) == value

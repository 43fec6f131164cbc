from datetime import date

from generator.directory.directory import Directory, Entry
from generator.directory.edition import Edition
from generator.directory.once import once_a_contract
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SmallRoot


def test_what_is_made_of_a_contract_is_made_once_an_edition(root: SmallRoot) -> None:
    directory = Directory(root.load(), load_reference(), load_shapes())
    today = Edition(directory, date(2026, 11, 22), "https://exemple.fr")
    before = Edition(directory, date(2019, 1, 1), "https://exemple.fr")
    asked = []

    @once_a_contract
    def told(edition: Edition, entry: Entry) -> str:
        """What is told."""
        asked.append(entry.id)
        return f"{entry.id} {edition.status(entry)}"

    @once_a_contract
    def other(_: Edition, entry: Entry) -> str:
        return entry.path

    entries = [directory.entries["cornouaille-2018"], directory.entries["cornouaille-2023"]]
    for _ in range(2):
        assert [told(today, entry) for entry in entries] == [
            "cornouaille-2018 remplace",
            "cornouaille-2023 en-cours",
        ]
        assert told(before, entries[0]) == "cornouaille-2018 en-cours"
        assert other(today, entries[0]) == entries[0].path
    assert sorted(asked) == ["cornouaille-2018", "cornouaille-2018", "cornouaille-2023"]
    assert told.__doc__ == "What is told."

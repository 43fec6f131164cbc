import json
from pathlib import Path
from typing import Any

import pytest

from generator.model.contract import Contract
from generator.model.region import Region
from generator.model.vocabulary import THEMES
from generator.source.schema_files import files_without_line, schema_text, stale_schemas
from tests.small_root import SmallRoot, contract_text


def stale(root: SmallRoot) -> list[str]:
    return [path.relative_to(root.path).as_posix() for path, _ in stale_schemas(root.path)]


def without_line(root: SmallRoot) -> list[str]:
    return [path.relative_to(root.path).as_posix() for path, _ in files_without_line(root.path)]


def write_all(root: SmallRoot) -> None:
    for path, text in stale_schemas(root.path) + files_without_line(root.path):
        path.write_bytes(text.encode())


def nodes(schema: Any) -> list[dict[str, Any]]:
    """Every mapping of a schema."""
    if isinstance(schema, list):
        return [node for item in schema for node in nodes(item)]
    if isinstance(schema, dict):
        return [schema, *(node for item in schema.values() for node in nodes(item))]
    return []


def test_a_new_root_lacks_both_schemas_and_every_first_line(root: SmallRoot) -> None:
    assert stale(root) == ["contracts/contrat.schema.json", "regions/region.schema.json"]
    assert without_line(root) == [
        "contracts/bretagne/cornouaille-2018.yml",
        "contracts/bretagne/cornouaille-2023.yml",
        "contracts/guadeloupe/saint-martin.yml",
        "regions/bretagne.yml",
        "regions/guadeloupe.yml",
    ]
    write_all(root)
    assert stale(root) == without_line(root) == []
    assert root.problems() == []


def test_the_first_line_leads_an_editor_to_a_schema_that_is_there(root: SmallRoot) -> None:
    write_all(root)
    for path in root.path.glob("**/*.yml"):
        first = path.read_text(encoding="utf-8").split("\n")[0]
        target = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert target.is_file()
        assert json.loads(target.read_text(encoding="utf-8"))["type"] == "object"


NAME = "contracts/bretagne/quimper-2029.yml"
RIGHT = "# yaml-language-server: $schema=../contrat.schema.json"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("# yaml-language-server: $schema=ailleurs.json\n# mot\n", f"{RIGHT}\n# mot\n"),
        ("# mot\n# yaml-language-server: $schema=ailleurs.json\n", f"# mot\n{RIGHT}\n"),
        ("# mot\r\n", f"{RIGHT}\r\n# mot\r\n"),
        ("\ufeff# mot\n", f"\ufeff{RIGHT}\n# mot\n"),
    ],
    ids=["wrong", "lower", "windows", "byte-order-mark"],
)
def test_the_line_is_set_and_nothing_else_changes(
    root: SmallRoot, given: str, written: str
) -> None:
    write_all(root)
    root.write(NAME, given + contract_text())
    assert without_line(root) == [NAME]
    write_all(root)
    assert (root.path / NAME).read_bytes().decode() == written + contract_text()
    assert without_line(root) == []
    assert root.problems() == []


@pytest.mark.parametrize("before", ["# mot\n", "\ufeff", ""])
def test_a_right_line_is_left_as_it_is(root: SmallRoot, before: str) -> None:
    write_all(root)
    root.write(NAME, f"{before}{RIGHT}\r\n" + contract_text())
    assert without_line(root) == []


def test_an_edited_schema_is_stale(root: SmallRoot) -> None:
    write_all(root)
    root.write("regions/region.schema.json", "{}")
    assert stale(root) == ["regions/region.schema.json"]


def test_a_schema_whose_ends_of_lines_git_changed_is_not_stale(root: SmallRoot) -> None:
    write_all(root)
    schema = root.path / "regions/region.schema.json"
    schema.write_bytes(schema.read_bytes().replace(b"\n", b"\r\n"))
    assert stale(root) == []


def test_links_and_unreadable_files_are_left_alone(root: SmallRoot, tmp_path: Path) -> None:
    write_all(root)
    outside = tmp_path / "dehors.yml"
    outside.write_text("nom: dehors\n", encoding="utf-8")
    (root.path / "contracts/bretagne/lien.yml").symlink_to(outside)
    root.write("contracts/bretagne/latin.yml", b"nom: sant\xe9\n")
    (root.path / "contracts/bretagne/dossier.yml").mkdir()
    assert without_line(root) == []


@pytest.mark.parametrize("model", [Contract, Region])
def test_every_key_has_a_french_title_and_description(model: type[Contract] | type[Region]) -> None:
    schema = json.loads(schema_text(model))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    objects = [
        node for node in nodes(schema) if "properties" in node and node.get("type") == "object"
    ]
    assert len(objects) >= 5
    for node in objects:
        assert node["additionalProperties"] is False
        for key, field in node["properties"].items():
            assert field["title"], key
            target = schema["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})
            description = field.get("description") or target["description"]
            assert description.endswith((".", "…")), key
            assert "default" not in field


def test_the_schema_knows_what_is_required_and_the_words_of_each_list() -> None:
    schema = json.loads(schema_text(Contract))
    assert schema["required"] == ["nom", "etat", "territoire", "porteur", "sources"]
    constants = {node["const"] for node in nodes(schema) if "const" in node}
    assert set(THEMES) <= constants
    assert {"signé", "en préparation", "ars", "gouvernance"} <= constants


def test_every_reference_inside_the_schema_leads_somewhere() -> None:
    for model in (Contract, Region):
        schema = json.loads(schema_text(model))
        targets = {node["$ref"] for node in nodes(schema) if "$ref" in node}
        assert targets
        assert targets == {f"#/$defs/{name}" for name in schema["$defs"]}


@pytest.mark.parametrize("model", [Contract, Region])
def test_the_schema_knows_how_long_a_value_may_be(model: type[Contract] | type[Region]) -> None:
    found = nodes(json.loads(schema_text(model)))
    lists = [node for node in found if node.get("type") == "array"]
    assert {node["maxItems"] for node in lists} == {500}
    addresses = [node for node in found if node.get("pattern") == "^https?://"]
    assert {node["maxLength"] for node in addresses} == {2000}


def test_the_schema_knows_how_long_an_id_may_be() -> None:
    precedent = json.loads(schema_text(Contract))["properties"]["precedent"]
    assert precedent["maxLength"] == 100

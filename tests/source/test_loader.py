"""Whatever lies in the folders, each bad file is one clear problem and stops no other."""

import os
import sys
import time
from pathlib import Path

import pytest

from generator.source import loader
from generator.source.problem import Problem, as_github, as_json, as_text
from generator.source.sheet import Sheet
from tests.small_root import SmallRoot, contract_text

THREE = ["cornouaille-2018", "cornouaille-2023", "saint-martin"]
HERE = "contracts/bretagne/quimper-2029.yml"


def only(root: SmallRoot) -> Problem:
    corpus = root.load()
    assert list(corpus.contracts) == THREE
    assert len(corpus.problems) == 1
    assert corpus.errors == list(corpus.problems)
    return corpus.problems[0]


def test_a_sound_root_has_no_problem(root: SmallRoot) -> None:
    corpus = root.load()
    assert corpus.problems == ()
    assert list(corpus.contracts) == THREE
    assert list(corpus.regions) == ["bretagne", "guadeloupe"]
    assert corpus.contracts["saint-martin"].path == "contracts/guadeloupe/saint-martin.yml"


@pytest.mark.parametrize(
    ("content", "rule", "words"),
    [
        (b"", "vide", "fichier vide"),
        (b"\n \n", "vide", "fichier vide"),
        (b"\xef\xbb\xbf", "vide", "fichier vide"),
        (b"nom: Contrat de sant\xe9\n", "encodage", "UTF-8"),
        ("nom: Contrat\n".encode("utf-16"), "encodage", "UTF-8"),
        (b"- nom: Contrat\n", "type", "une liste au premier niveau"),
        (b"Contrat\n", "type", "un texte seul"),
        (b"# " + b"x" * 10_000_000, "taille", "fichier trop gros"),
        (b"nom: Contrat\x00\n", "caractere", "U+0000"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "encodage", "UTF-8"),
    ],
)
def test_bad_content(root: SmallRoot, content: bytes, rule: str, words: str) -> None:
    root.write(HERE, content)
    problem = only(root)
    assert (problem.path, problem.rule) == (HERE, rule)
    assert words in problem.message


def test_the_place_of_a_byte_that_is_not_utf_8_is_told(root: SmallRoot) -> None:
    root.write(HERE, "nom: santé\nporteur: é".encode() + b"\xe9\n")
    problem = only(root)
    assert (problem.line, problem.column, problem.found) == (2, 11, "octet 0xE9")


def test_utf_16_is_named(root: SmallRoot) -> None:
    root.write(HERE, contract_text().encode("utf-16"))
    assert only(root).found == "UTF-16"


def test_a_byte_order_mark_and_windows_line_ends_are_forgiven(root: SmallRoot) -> None:
    root.write(HERE, b"\xef\xbb\xbf" + contract_text().replace("\n", "\r\n").encode())
    corpus = root.load()
    assert corpus.problems == ()
    assert "quimper-2029" in corpus.contracts


def test_lines_are_counted_as_an_editor_does_whatever_their_end(root: SmallRoot) -> None:
    root.write(HERE, contract_text(etat="signe").replace("\n", "\r\n"))
    assert (only(root).line, only(root).column) == (2, 7)


def test_ten_megabytes_of_yaml_are_refused_unread(root: SmallRoot) -> None:
    root.write(HERE, "- [" + "a, " * 3_500_000)
    begin = time.process_time()
    assert only(root).rule == "taille"
    assert time.process_time() - begin < 1


def test_an_unreadable_file(root: SmallRoot, monkeypatch: pytest.MonkeyPatch) -> None:
    # Tests may run as root, whom no permission stops.
    path = root.path / HERE
    root.write(HERE, contract_text())
    real = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = only(root)
    assert (problem.rule, problem.message) == ("lecture", "fichier illisible")


def test_a_folder_called_like_a_file(root: SmallRoot) -> None:
    (root.path / HERE).mkdir()
    assert only(root).rule == "place"


@pytest.mark.parametrize("name", ["quimper.yaml", "quimper.json", "notes.txt", "vieux/quimper.yml"])
def test_a_file_that_would_be_ignored_is_told(root: SmallRoot, name: str) -> None:
    root.write(f"contracts/bretagne/{name}", contract_text())
    problem = only(root)
    assert problem.rule == "place"
    assert "il serait ignoré" in problem.message
    if name.endswith(".yaml"):
        assert problem.proposal == "renommez-le en .yml"


def test_hidden_files_schemas_and_licences_are_no_contracts(root: SmallRoot) -> None:
    for name in (
        "contracts/.gitkeep", "contracts/bretagne/.x.yml.swp", "contracts/contrat.schema.json",
        "regions/region.schema.json", "contracts/LICENCE.md", "regions/LICENCE.md",
    ):  # fmt: skip
        root.write(name, "x")
    assert root.problems() == []


@pytest.mark.parametrize("target", ["/etc/passwd", "cornouaille-2023.yml", "nulle-part.yml", "."])
def test_a_symbolic_link_is_never_followed(root: SmallRoot, target: str) -> None:
    (root.path / HERE).symlink_to(target)
    problem = only(root)
    assert (problem.rule, problem.path) == ("lien", HERE)


def test_a_linked_folder_is_never_followed(root: SmallRoot, tmp_path: Path) -> None:
    outside = tmp_path / "dehors"
    outside.mkdir()
    (outside / "secret.yml").write_text(contract_text(), encoding="utf-8")
    (root.path / "contracts/corse").symlink_to(outside)
    problem = only(root)
    assert (problem.rule, problem.path) == ("lien", "contracts/corse")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes has none")
def test_a_pipe_does_not_hang_the_check(root: SmallRoot) -> None:
    os.mkfifo(root.path / HERE)
    assert only(root).rule == "place"


def test_a_folder_that_is_no_region(root: SmallRoot) -> None:
    root.write("contracts/bretange/quimper-2029.yml", contract_text())
    (problem,) = root.problems()
    assert (problem.path, problem.rule) == ("contracts/bretange", "dossier")
    assert problem.proposal == "vouliez-vous dire « bretagne » ?"


def test_a_contract_in_the_folder_of_another_region(root: SmallRoot) -> None:
    root.write("contracts/guadeloupe/quimper-2029.yml", contract_text())
    problem = only(root)
    assert problem.rule == "region"
    assert problem.proposal == "déplacez le fichier dans contracts/bretagne/"


def test_two_files_with_one_id_are_both_told(root: SmallRoot) -> None:
    root.write(
        "contracts/guadeloupe/cornouaille-2018.yml",
        contract_text(territoire='{communes: ["97105"]}'),
    )
    corpus = root.load()
    assert [(problem.path, problem.rule) for problem in corpus.problems] == [
        ("contracts/bretagne/cornouaille-2018.yml", "identifiant-double"),
        ("contracts/guadeloupe/cornouaille-2018.yml", "identifiant-double"),
    ]
    assert "cornouaille-2018" not in corpus.contracts


@pytest.mark.parametrize(
    "stem", ["Quimper", "quimper_2029", "santé-2029", "-x", "a--b", "quimper 2029"]
)
def test_a_file_name_that_can_be_no_address(root: SmallRoot, stem: str) -> None:
    root.write(f"contracts/bretagne/{stem}.yml", contract_text())
    problem = only(root)
    assert problem.rule == "identifiant"
    assert (problem.proposal or "").endswith(".yml")


def test_a_name_too_long_to_be_an_address(root: SmallRoot) -> None:
    root.write(f"contracts/bretagne/{'a' * 100}.yml", contract_text())
    assert root.problems() == []
    root.write(
        f"contracts/bretagne/{'a' * 101}.yml", contract_text(duree="{debut: 2023, fin: 2027}")
    )
    (problem,) = root.problems()
    assert (problem.rule, problem.message) == (
        "identifiant",
        "nom de fichier trop long : 101 caractères",
    )


@pytest.mark.parametrize("length", [200, 255])
def test_a_folder_with_the_longest_of_names_stops_nothing(root: SmallRoot, length: int) -> None:
    (root.path / "contracts" / ("a" * length)).mkdir()
    assert only(root).rule == "dossier"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name themselves")
@pytest.mark.parametrize("folder", ["contracts", "contracts/bretagne", "regions"])
def test_a_file_whose_name_is_not_utf_8(root: SmallRoot, folder: str) -> None:
    (root.path / folder / os.fsdecode(b"bad\xff\n.yml")).write_bytes(b"nom: [")
    problems = root.problems()
    assert {problem.rule for problem in problems} <= {"identifiant", "yaml", "place"}
    for shown in (*map(as_text, problems), *map(as_github, problems), as_json(problems)):
        assert r"bad\xff\n.yml" in shown.replace("\\\\", "\\")
        assert shown.encode("utf-8")


def test_a_folder_that_may_be_listed_and_not_entered(
    root: SmallRoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.write(HERE, contract_text())
    real = Path.is_symlink

    def refuse(self: Path) -> bool:
        if self == root.path / HERE:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "is_symlink", refuse)
    problem = only(root)
    assert (problem.rule, problem.path) == ("lecture", HERE)


def test_a_mistake_of_the_program_in_one_file_hides_no_other_file(
    root: SmallRoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.write(HERE, contract_text())
    root.write("contracts/bretagne/casse.yml", "nom: [")

    def check(sheet: Sheet, *_: object) -> None:
        if sheet.id == "quimper-2029":
            raise ZeroDivisionError("oups")

    monkeypatch.setattr(loader, "check_contract", check)
    corpus = root.load()
    assert [(problem.path, problem.rule) for problem in corpus.problems] == [
        ("contracts/bretagne/casse.yml", "yaml"),
        (HERE, "interne"),
    ]
    assert "ZeroDivisionError dans test_loader.py, ligne" in (corpus.problems[1].found or "")
    assert list(corpus.contracts) == THREE


def test_a_mistake_of_the_program_between_files_is_told(
    root: SmallRoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(loader, "check_directory", check)
    corpus = root.load()
    assert [(problem.path, problem.rule) for problem in corpus.problems] == [
        ("contracts", "interne")
    ]
    assert corpus.errors


@pytest.mark.parametrize(
    ("duration", "place"),
    [
        ("{debut: 2099, annees: 5}", (5, 30)),
        ('{signature: "2023-99999999999999999999"}', (5, 20)),
        ('{signature: "2023 ' + "9" * 5000 + '"}', (5, 20)),
        ("{debut: 1989, fin: 1992}", (5, 16)),
        ("{debut: 2099, fin: 2101}", (5, 27)),
    ],
)
def test_a_date_beyond_all_bounds_is_told_at_its_place(
    root: SmallRoot, duration: str, place: tuple[int, int]
) -> None:
    root.write("contracts/bretagne/casse.yml", "nom: [")
    (problem,) = root.check(contract_text(duree=duration))
    assert (problem.rule, (problem.line, problem.column)) == ("date", place)
    assert len(root.problems()) == 2


LONG = {
    "address": (
        {"sources": '[{titre: a, url: "https://a.fr/' + "x" * 2000 + '"}]'},
        "adresse de plus de 2000 caractères",
    ),
    "list": ({"enjeux": "[" + "a, " * 501 + "]"}, "« enjeux » a plus de 500 éléments"),
    "list of mappings": ({"axes": "[" + "{}, " * 501 + "]"}, "« axes » a plus de 500 éléments"),
    "values": ({"axes": "[" + ("{actions: [" + "{}, " * 400 + "]}, ") * 30 + "]"}, "fichier trop chargé"),
    "precedent": ({"precedent": "a" * 101}, "identifiant mal formé"),
}  # fmt: skip


@pytest.mark.parametrize("case", LONG)
def test_what_is_too_long_is_refused_with_the_reason(root: SmallRoot, case: str) -> None:
    changes, message = LONG[case]
    (problem,) = root.check(contract_text(**changes))
    assert problem.message == message
    assert problem.expected


def test_what_is_just_short_enough_is_accepted(root: SmallRoot) -> None:
    address = "https://a.fr/" + "x" * (2000 - len("https://a.fr/"))
    assert root.check(
        contract_text(enjeux=str([f"a{rank}" for rank in range(500)]), sources=f'[{{titre: a, url: "{address}"}}]')
    ) == []  # fmt: skip


def test_the_place_of_a_bad_byte_is_told_after_a_mark_and_any_end_of_line(root: SmallRoot) -> None:
    root.write(HERE, b"\xef\xbb\xbfnom: sant\xc3\xa9\r\nporteur: \xc3\xa9\rnote: \xe9\n")
    problem = only(root)
    assert (problem.line, problem.column, problem.found) == (3, 7, "octet 0xE9")


def test_a_broken_precedent_is_still_a_contract(root: SmallRoot) -> None:
    root.write("contracts/bretagne/cornouaille-2018.yml", "nom: [")
    corpus = root.load()
    assert [problem.path for problem in corpus.problems] == [
        "contracts/bretagne/cornouaille-2018.yml"
    ]
    assert list(corpus.contracts) == ["cornouaille-2023", "saint-martin"]


def test_contracts_that_follow_each_other_in_a_circle(root: SmallRoot) -> None:
    text = (root.path / "contracts/bretagne/cornouaille-2018.yml").read_text(encoding="utf-8")
    root.write("contracts/bretagne/cornouaille-2018.yml", text + "precedent: cornouaille-2023\n")
    corpus = root.load()
    assert {problem.rule for problem in corpus.problems} == {"precedent"}
    assert list(corpus.contracts) == ["saint-martin"]


def test_every_broken_file_is_told_at_once(root: SmallRoot) -> None:
    for number in range(5):
        root.write(f"contracts/bretagne/casse-{number}.yml", "nom: [\n" if number % 2 else b"\xff")
    root.write("regions/corse.yml", "nom: Corse\n")
    corpus = root.load()
    assert list(corpus.contracts) == THREE
    assert [problem.path for problem in corpus.problems] == sorted(
        problem.path for problem in corpus.problems
    )
    assert len({problem.path for problem in corpus.problems}) == 6


@pytest.mark.parametrize(
    ("name", "code", "proposal"),
    [
        ("bretagne", "99", 'écrivez "53" (Bretagne)'),
        ("bretagne", "94", "renommez le fichier corse.yml"),
    ],
)
def test_the_code_of_a_region(root: SmallRoot, name: str, code: str, proposal: str) -> None:
    path = root.path / f"regions/{name}.yml"
    root.write(f"regions/{name}.yml", path.read_text(encoding="utf-8").replace('"53"', f'"{code}"'))
    (problem,) = root.problems()
    assert (problem.rule, problem.line, problem.column) == ("region-inconnue", 2, 13)
    assert proposal in (problem.proposal or "")


def test_an_unknown_collectivite(root: SmallRoot) -> None:
    path = root.path / "regions/guadeloupe.yml"
    root.write("regions/guadeloupe.yml", path.read_text(encoding="utf-8").replace('"977"', '"979"'))
    assert [problem.rule for problem in root.problems()] == ["collectivite-inconnue"]


def test_a_root_without_folders_is_told(tmp_path: Path, root: SmallRoot) -> None:
    (root.path / "regions").rename(tmp_path / "regions")
    assert "dossier illisible" in [problem.message for problem in root.problems()]

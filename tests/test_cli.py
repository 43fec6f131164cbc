"""The command as it is typed: exit codes, what is printed where, and what is left on the disk."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.output import MARKER
from tests.small_root import SmallRoot, contract_text

BAD = "contracts/bretagne/quimper-2029.yml"
WARNING = "contracts/bretagne/brest-2029.yml"


@pytest.fixture
def troubled(root: SmallRoot) -> SmallRoot:
    """One error, and one warning in another file; every file but the wrong one lacks something."""
    root.write(BAD, contract_text(etat="signe"))
    root.write(WARNING, contract_text(duree="{debut: 2029, annees: 9}"))
    return root


def run(root: SmallRoot, *arguments: str) -> int:
    return main(["--root", str(root.path), *arguments])


def refused(*arguments: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_a_sound_root_passes(root: SmallRoot, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "check", "--strict") == 0
    out, err = capsys.readouterr()
    assert out == (
        "contracts/bretagne/cornouaille-2018.yml: à compléter : aucune action, aucun axe, une seule source\n"
        "contracts/bretagne/cornouaille-2023.yml: à compléter : aucun signataire, une seule source\n"
        "contracts/guadeloupe/saint-martin.yml: à compléter : date de l’état inconnue, une seule source\n\n"
    )
    assert err == (
        "3 contrats et 2 régions lus sans erreur ; "
        "0 erreur(s), 0 avertissement(s), 7 point(s) à compléter\n"
    )


def test_text_is_the_default(troubled: SmallRoot, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(troubled, "check") == 1
    out, err = capsys.readouterr()
    assert f"{WARNING}:5:22: avertissement: durée hors de 1 à 8 ans [duree-inhabituelle]\n" in out
    assert (
        f"{BAD}:2:7: erreur: « signe » n’est pas dans la liste de « etat » [vocabulaire]\n" in out
    )
    assert "    2 | etat: signe\n      |       ^^^^^\n" in out
    assert "proposition : vouliez-vous dire « signé » ?" in out
    assert "1 erreur(s), 1 avertissement(s), 11 point(s) à compléter" in err


def test_what_is_to_complete_takes_a_line_a_file_and_errors_are_read_last(
    troubled: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    douarnenez = contract_text(territoire='{communes: ["29046"]}', rang="2")
    troubled.write("contracts/bretagne/zz-2029.yml", douarnenez)
    assert run(troubled, "check") == 1
    shown = re.findall(r"^contracts\S+ \w+", capsys.readouterr().out, re.MULTILINE)
    assert shown == [
        f"{WARNING}: à",
        "contracts/bretagne/cornouaille-2018.yml: à",
        "contracts/bretagne/cornouaille-2023.yml: à",
        "contracts/bretagne/zz-2029.yml: à",
        "contracts/guadeloupe/saint-martin.yml: à",
        f"{WARNING}:5:22: avertissement",
        "contracts/bretagne/zz-2029.yml:7:7: avertissement",
        f"{BAD}:2:7: erreur",
    ]


def test_all_shows_in_full_what_is_to_complete(
    troubled: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(troubled, "check", "--all", WARNING) == 0
    out = capsys.readouterr().out
    assert (
        f"{WARNING}:6:1: à compléter: une seule source [source-unique]\n    6 | sources: [{{titre"
    ) in out
    assert out.count("proposition : ") == 5
    assert out.rindex("à compléter") < out.index("avertissement")


def test_github_annotates_what_is_to_complete_only_when_asked(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "check", "--format", "github") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "7 point(s) à compléter" in err
    assert run(root, "check", "--format", "github", "--all") == 0
    notices = capsys.readouterr().out.splitlines()
    assert len(notices) == 7
    assert all(notice.startswith("::notice file=contracts/") for notice in notices)


def test_github_prints_one_command_a_line(
    troubled: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(troubled, "check", "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    command = re.compile(r"::(\w+) file=([^,]+),line=(\d+),col=(\d+),title=([\w-]+)::.+")
    assert [command.fullmatch(line) is not None for line in lines] == [True, True]
    assert [command.findall(line)[0] for line in lines] == [
        ("warning", WARNING, "5", "22", "duree-inhabituelle"),
        ("error", BAD, "2", "7", "vocabulaire"),
    ]


def test_json_is_all_that_json_prints(
    troubled: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(troubled, "check", "--format", "json") == 1
    out, err = capsys.readouterr()
    problems = json.loads(out)
    graver = [problem for problem in problems if problem["severity"] != "à compléter"]
    assert [problem["rule"] for problem in graver] == ["duree-inhabituelle", "vocabulaire"]
    assert len(problems) == 2 + 11
    assert err == ""


def test_a_warning_fails_only_when_strict(root: SmallRoot) -> None:
    root.write(WARNING, contract_text(duree="{debut: 2029, annees: 9}"))
    assert run(root, "check") == 0
    assert run(root, "check", "--strict") == 1


@pytest.mark.parametrize(
    ("paths", "code", "shown"),
    [
        ([BAD], 1, {BAD}),
        ([WARNING], 0, {WARNING}),
        (["contracts/guadeloupe"], 0, set()),
        (["contracts/guadeloupe", "regions"], 0, set()),
        (["contracts/bretagne"], 1, {BAD, WARNING}),
        (["contracts/bretagne/"], 1, {BAD, WARNING}),
    ],
)
def test_paths_choose_what_is_shown_and_what_fails(
    troubled: SmallRoot,
    capsys: pytest.CaptureFixture[str],
    paths: list[str],
    code: int,
    shown: set[str],
) -> None:
    assert run(troubled, "check", *paths) == code
    out = capsys.readouterr().out
    assert {name for name in (BAD, WARNING) if name in out} == shown


def test_paths_may_be_as_the_shell_gives_them(
    troubled: SmallRoot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(troubled, "check", str(troubled.path / BAD)) == 1
    monkeypatch.chdir(troubled.path / "contracts" / "bretagne")
    assert main(["--root", "../..", "check", "quimper-2029.yml"]) == 1
    assert capsys.readouterr().out.count(f"{BAD}:2:7") == 2


@pytest.mark.parametrize("path", ["contracts/nulle-part.yml", "/etc", "..", "README.md", "."])
def test_a_path_that_holds_no_data_is_misuse(
    root: SmallRoot, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    root.write("README.md", "x")
    assert run(root, "check", path) == 2
    assert f"{path} : ni fichier ni dossier de contracts/ ou de regions/" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "arguments manquants : COMMANDE"),
        (
            ("publish",),
            "choix inconnu : 'publish' (au choix : check, schema, build, addresses, generate)",
        ),
        (("check", "--format", "xml"), "choix inconnu : 'xml' (au choix : text, github, json)"),
        (("check", "--format"), "une valeur est attendue"),
        (("check", "--vite"), "arguments inconnus : --vite"),
        (("generate",), "arguments manquants : --output"),
    ],
)
def test_misuse_is_explained_in_french(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert refused(*arguments) == 2
    err = capsys.readouterr().err
    assert words in err.replace(
        "'check', 'schema', 'build', 'addresses', 'generate'",
        "check, schema, build, addresses, generate",
    ).replace("'text', 'github', 'json'", "text, github, json")
    assert err.startswith("utilisation : annuaire")


HOSTILE_KEY = '"k\\n::add-mask::x": "\\e[31m##[add-mask]\\u202e"\n'


@pytest.mark.parametrize("style", ["text", "github", "json"])
def test_no_file_gives_an_order_to_the_log_of_a_workflow(
    root: SmallRoot, capsys: pytest.CaptureFixture[str], style: str
) -> None:
    root.write(BAD, contract_text() + HOSTILE_KEY)
    assert run(root, "check", "--format", style) == 1
    out, err = capsys.readouterr()
    assert "add-mask" in out
    orders = [line for line in (out + err).split("\n") if line.lstrip().startswith("::")]
    assert len(orders) == (1 if style == "github" else 0)
    assert all(order.startswith(f"::error file={BAD},") for order in orders)
    assert "##[" not in out + err
    assert all(line.isprintable() for line in (out + err).split("\n"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--x\n::add-mask::y"),
        ("check", "contracts/\n::add-mask::y"),
        ("generate", "--output", "build", "--date", "\n::add-mask::y"),
        ("--root", "\n::add-mask::y", "check"),
        ("publish\n::add-mask::y",),
        ("check", "contracts/\udcff##[add-mask]y"),
    ],
)
def test_an_argument_is_echoed_on_one_line(
    root: SmallRoot, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    try:
        code: object = run(root, *arguments)
    except SystemExit as caught:
        code = caught.code
    assert code == 2
    err = capsys.readouterr().err
    assert "add-mask" in err
    assert not any(line.startswith("::") for line in err.split("\n"))
    assert "##[" not in err
    assert err.encode("utf-8")


@pytest.mark.parametrize("arguments", [("check", "a" * 5000), ("--root", "a" * 5000, "check")])
def test_a_path_too_long_to_be_one_is_misuse(root: SmallRoot, arguments: tuple[str, ...]) -> None:
    assert run(root, *arguments) == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("style", ["text", "github", "json"])
def test_any_terminal_can_show_the_problems(troubled: SmallRoot, encoding: str, style: str) -> None:
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "--root",
        str(troubled.path),
        "check",
        "--format",
        style,
    ]
    done = subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    out = done.stdout.decode("utf-8" if style == "json" else encoding)
    if style == "json":
        assert any("« signe » n’est pas" in problem["message"] for problem in json.loads(out))
    elif encoding == "utf-8":
        assert "« signe » n’est pas" in out
    else:
        assert r"n\u2019est pas" in out


def test_the_problems_that_are_not_shown_are_counted(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root.write(BAD, contract_text(enjeux="[" + "'', " * 80 + "]"))
    assert run(root, "check") == 1
    out, err = capsys.readouterr()
    assert out.count(f"{BAD}:") == 51
    assert "et 30 autres erreurs dans ce fichier [suite]" in out
    assert "80 erreur(s), 0 avertissement(s)" in err
    assert run(root, "check", "--format", "json") == 1
    of_bad = [found for found in json.loads(capsys.readouterr().out) if found["path"] == BAD]
    assert [problem["others"] for problem in of_bad] == [0] * 50 + [30]
    assert run(root, "generate", "--output", str(root.path / "docs")) == 1
    assert "80 erreur(s) dans les fichiers" in capsys.readouterr().err


def test_an_error_is_never_hidden_behind_the_warnings(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    organisations = "[" + "{nom: ARS, type: ars}, " * 90 + "]"
    root.write(BAD, contract_text(signataires=organisations, a_verifier="[duree.fim]"))
    assert run(root, "check") == 1
    out = capsys.readouterr().out
    assert "vouliez-vous dire « duree.fin »" in out
    assert "et 40 autres avertissements dans ce fichier [suite]" in out


def test_help_is_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused("--help") == 0
    out = capsys.readouterr().out
    assert "vérifier les fichiers" in out
    for english in ("usage", "positional", "show this help", "default"):
        assert english not in out


def test_a_folder_that_is_no_root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "lancez la commande à la racine du projet" in capsys.readouterr().err


def test_schema_writes_then_is_up_to_date(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "schema", "--check") == 1
    assert "contracts/contrat.schema.json : périmé" in capsys.readouterr().out
    assert not (root.path / "contracts/contrat.schema.json").exists()
    assert run(root, "schema") == 0
    assert run(root, "schema", "--check") == 0
    assert "écrit" in capsys.readouterr().out


def test_a_contributors_file_never_makes_the_schemas_stale(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a new file, the guide asks for no first line: it is ours to write."""
    assert run(root, "schema") == 0
    capsys.readouterr()
    for text in (contract_text(), "# yaml-language-server: $schema=x\n" + contract_text(), "["):
        contract = root.write(BAD, text)
        assert run(root, "schema", "--check") == 0
        assert capsys.readouterr() == ("", "")
        assert contract.read_text(encoding="utf-8") == text
        assert run(root, "schema") == 0
        assert capsys.readouterr().out == f"{BAD} : ligne du schéma écrite\n"
        assert contract.read_text(encoding="utf-8") != text


def test_the_check_loads_nothing_of_the_site() -> None:
    """Folium and shapely would take longer to load than the check itself."""
    code = (
        "import sys, generator.cli.main; "
        "print(*sorted({'folium', 'shapely', 'jinja2', 'mkdocs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


@pytest.mark.slow
def test_generate_writes_the_pages_and_replaces_them(root: SmallRoot, tmp_path: Path) -> None:
    output = tmp_path / "site" / "docs"
    assert run(root, "generate", "--output", str(output), "--date", "2026-11-22") == 0
    page = output / "contrats/cornouaille-2023/index.md"
    assert "Cornouaille" in page.read_text(encoding="utf-8")
    (output / "contrats/vieux.md").write_text("ancienne page", encoding="utf-8")
    first = page.read_bytes()
    assert run(root, "generate", "--output", str(output), "--date", "2026-11-22") == 0
    assert page.read_bytes() == first
    assert not (output / "contrats/vieux.md").exists()
    assert [path.name for path in output.parent.iterdir()] == ["docs"]


def test_generate_with_an_error_leaves_the_previous_tree(
    troubled: SmallRoot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "docs"
    output.mkdir()
    (output / MARKER).write_text("", encoding="utf-8")
    (output / "index.md").write_text("dernière bonne version", encoding="utf-8")
    assert run(troubled, "generate", "--output", str(output)) == 1
    assert (output / "index.md").read_text(encoding="utf-8") == "dernière bonne version"
    err = capsys.readouterr().err
    assert f"{BAD}:2:7" in err
    assert "1 erreur(s) dans les fichiers : le site n’est pas construit." in err
    assert WARNING not in err


@pytest.mark.parametrize("kind", ["foreign", "file", "link"])
def test_generate_never_replaces_what_is_not_its_own(
    root: SmallRoot, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    output = tmp_path / "docs"
    mine = tmp_path / "mes-pages"
    mine.mkdir()
    (mine / "these.txt").write_text("trois ans de travail", encoding="utf-8")
    if kind == "foreign":
        output = mine
    elif kind == "file":
        output = mine / "these.txt"
    else:
        output.symlink_to(mine)
    assert run(root, "generate", "--output", str(output)) == 2
    assert (mine / "these.txt").read_text(encoding="utf-8") == "trois ans de travail"
    assert str(output) in capsys.readouterr().err


def test_the_day_of_a_check_parts_the_past_from_the_future(
    root: SmallRoot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "check", "--date", "2026-11-22") == 0
    assert run(root, "check", "--date", "2026-06-01") == 1
    assert "[date-future]" in capsys.readouterr().out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert run(root, "check") == 1
    assert run(root, "check", "--date", "2026-11-22") == 0
    assert run(root, "check", "--date", "demain") == 2
    assert "date « demain » mal formée" in capsys.readouterr().err


@pytest.mark.slow
def test_a_site_of_a_past_day_holds_what_was_read_since(root: SmallRoot, tmp_path: Path) -> None:
    output = tmp_path / "docs"
    assert run(root, "generate", "--output", str(output), "--date", "2020-01-01") == 0


@pytest.mark.parametrize("given", ["22/11/2026", "2026-13-01", "demain"])
def test_a_bad_date_is_misuse(
    root: SmallRoot, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    assert run(root, "generate", "--output", str(tmp_path / "docs"), "--date", given) == 2
    assert f"date « {given} » mal formée : AAAA-MM-JJ attendu" in capsys.readouterr().err


@pytest.mark.slow
def test_the_date_may_come_from_source_date_epoch(
    root: SmallRoot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(name: str, *arguments: str) -> str:
        output = tmp_path / name
        assert run(root, "generate", "--output", str(output), *arguments) == 0
        return (output / "contrats/cornouaille-2023/index.md").read_text(encoding="utf-8")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert "À venir" in page("2020")  # the contract began in 2023
    assert "En cours" in page("2026", "--date", "2026-11-22")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hier")
    assert run(root, "generate", "--output", str(tmp_path / "x")) == 2

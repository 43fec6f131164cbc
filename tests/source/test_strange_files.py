"""Whatever someone puts in the folders: one clear problem for it, every other file told, no wait.

Nothing here is skipped: what a system or a user may not make (a device) is replaced by what they may.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.source.problem import Problem
from tests.small_root import SmallRoot, contract_text

THREE = ["cornouaille-2018", "cornouaille-2023", "saint-martin"]
HERE = "contracts/bretagne/quimper-2029.yml"
ELSEWHERE = "contracts/guadeloupe/zz-dernier.yml"
"""Another file with a mistake, read after the hostile one."""
ANY_USER = 65534

_listeners: list[Callable[[str], None]] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _listeners and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        for listener in _listeners:
            listener(str(Path(os.fsdecode(arguments[0])).absolute()))


sys.addaudithook(_hook)  # it cannot be taken away again: without listeners it does nothing


@contextmanager
def at_each_opening(listener: Callable[[str], None]) -> Iterator[None]:
    """Tell `listener` the path of each file that Python is about to open, by whatever function."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


@contextmanager
def without_privileges() -> Iterator[None]:
    """No right that a plain user has not: root reads a file whatever its mode says."""
    user = os.geteuid()
    if user == 0:
        with suppress(PermissionError):  # a root without privileges, as some containers have it
            os.seteuid(ANY_USER)
    try:
        yield
    finally:
        os.seteuid(user)


def told(root: SmallRoot, *, hostile: str = HERE) -> list[Problem]:
    """The problems of the hostile file; the three good ones and another bad one are told as well."""
    root.write(ELSEWHERE, contract_text(etat="signe", territoire='{communes: ["97105"]}'))
    corpus = root.load()
    assert list(corpus.contracts) == THREE
    assert list(corpus.regions) == ["bretagne", "guadeloupe"]
    assert {problem.path for problem in corpus.problems} == {hostile, ELSEWHERE}
    assert corpus.errors
    return [problem for problem in corpus.problems if problem.path == hostile]


# What is no file


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    """/dev/zero, which has no end; a pipe where only root may make a device, or not even root."""
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:
        os.mkfifo(path)


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the address of a socket is a short one
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.chdir(before)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "quimper-2029.yml").write_text(contract_text(), encoding="utf-8")


def _link(target: str, path: Path) -> None:
    path.symlink_to(target)


NO_FILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "pipe": (_pipe, "place"),
    "device": (_device, "place"),
    "socket": (_socket, "place"),
    "folder": (_folder, "place"),
    "link to a contract": (partial(_link, "cornouaille-2023.yml"), "lien"),
    "link to a folder": (partial(_link, "../guadeloupe"), "lien"),
    "link to its own folder": (partial(_link, "."), "lien"),
    "link outside": (partial(_link, "/etc/passwd"), "lien"),
    "link to a device": (partial(_link, "/dev/zero"), "lien"),
    "link to standard input": (partial(_link, "/dev/stdin"), "lien"),
    "link to nothing": (partial(_link, "nulle-part.yml"), "lien"),
    "link to itself": (partial(_link, "quimper-2029.yml"), "lien"),
}


PLACES = (HERE, "regions/corse.yml", "contracts/corse")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, name)
        for kind in NO_FILE
        for name in PLACES
        if (kind, name) != ("folder", "contracts/corse")  # which is what belongs there
    ],
)
def test_what_is_no_file_is_told_and_never_opened(root: SmallRoot, kind: str, name: str) -> None:
    make, rule = NO_FILE[kind]
    make(root.path / name)
    opened: list[str] = []
    with at_each_opening(opened.append):
        (problem,) = told(root, hostile=name)
    assert problem.rule == rule
    assert problem.expected
    assert problem.proposal
    assert str(root.path / ELSEWHERE) in opened
    assert not [path for path in opened if path.startswith(str(root.path / name))]


def test_a_link_and_a_chain_of_links_are_told_one_by_one(root: SmallRoot) -> None:
    folder = root.path / "contracts/bretagne"
    names = [f"lien-{number}.yml" for number in range(60)]  # more than a system follows
    for name, target in zip(names, [*names[1:], "cornouaille-2023.yml"], strict=True):
        (folder / name).symlink_to(target)
    corpus = root.load()
    assert list(corpus.contracts) == THREE
    assert sorted(problem.path for problem in corpus.problems) == sorted(
        f"contracts/bretagne/{name}" for name in names
    )


# What cannot be read


def test_a_file_that_its_mode_closes(root: SmallRoot, monkeypatch: pytest.MonkeyPatch) -> None:
    root.write(HERE, contract_text()).chmod(0)
    root.load()  # so that every module is there before privileges go
    monkeypatch.chdir(root.path)  # the folders above are root's alone
    root.path = Path()
    root.write(ELSEWHERE, "").chmod(0o666)
    with without_privileges():
        (problem,) = told(root)
    assert (problem.rule, problem.message) == ("lecture", "fichier illisible")
    assert problem.found == os.strerror(13)
    assert problem.proposal


def test_a_folder_that_its_mode_closes(root: SmallRoot, monkeypatch: pytest.MonkeyPatch) -> None:
    root.load()
    closed = root.path / "contracts/closed"
    closed.mkdir()
    closed.chmod(0)
    monkeypatch.chdir(root.path)
    root.path = Path()
    try:
        with without_privileges():
            corpus = root.load()
    finally:
        closed.chmod(0o700)
    assert [(problem.path, problem.rule) for problem in corpus.problems] == [
        ("contracts/closed", "dossier"),
        ("contracts/closed", "lecture"),
    ]
    assert list(corpus.contracts) == THREE


def test_a_file_that_vanishes_as_it_is_read(root: SmallRoot) -> None:
    path = str(root.write(HERE, contract_text()))

    def vanish(opened: str) -> None:
        if opened == path and os.path.lexists(path):
            Path(path).unlink()

    with at_each_opening(vanish):
        (problem,) = told(root)
    assert (problem.rule, problem.found) == ("lecture", os.strerror(2))


# What is no text, or no YAML of ours


def _laughs(depth: int) -> str:
    """A billion laughs: each line nine times the one before, 9 ** depth in memory."""
    lines = ["enjeux: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, depth)]
    return "\n".join(lines) + "\n"


TEXT = contract_text()
PLAIN = contract_text(nom="CLS de Quimper", etat="sign", porteur="Quimper")
"""ASCII only: in UTF-16 without its mark, it is UTF-8 too."""
CONTENT = {
    "UTF-16": (TEXT.encode("utf-16"), "encodage", (1, 1)),
    "UTF-16, little end first, no mark": (TEXT.encode("utf-16-le"), "encodage", (1, 1)),
    "UTF-16, big end first, no mark": (TEXT.encode("utf-16-be"), "encodage", (1, 1)),
    "UTF-16, ASCII letters, no mark": (PLAIN.encode("utf-16-le"), "encodage", (1, 1)),
    "UTF-32": (TEXT.encode("utf-32"), "encodage", (1, 1)),
    "UTF-32, no mark": (PLAIN.encode("utf-32-be"), "encodage", (1, 1)),
    "Latin-1": (TEXT.encode("latin-1"), "encodage", (1, 27)),
    "a NUL in a text": (TEXT.replace("Quimper", "\0Quimper", 1).encode(), "caractere", (1, 32)),
    "a NUL first": (b"\0" + TEXT.encode(), "caractere", (1, 1)),
    "a NUL last": (TEXT.encode() + b"\0", "caractere", (7, 1)),
    "NULs only": (b"\0" * 5000, "caractere", (1, 1)),
    "an anchor": (f"{TEXT}note: &a x\n".encode(), "yaml", (7, 7)),
    "an alias": (f"{TEXT}note: *a\n".encode(), "yaml", (7, 7)),
    "a tag that makes an object": (
        f"{TEXT}note: !!python/object/apply:os.system ['echo']\n".encode(), "yaml", (7, 7),
    ),
    "a tag that names a function": (f"{TEXT}note: !!python/name:os.system\n".encode(), "yaml", (7, 7)),
    "a harmless tag": (f"{TEXT}note: !!str x\n".encode(), "yaml", (7, 7)),
    "a merge": (f"{TEXT}<<: {{note: x}}\n".encode(), "cle-inconnue", (7, 1)),
    "two documents": (f"{TEXT}---\n{TEXT}".encode(), "yaml", (7, 1)),
    "three documents": (f"{TEXT}---\n{TEXT}---\n{TEXT}".encode(), "yaml", (7, 1)),
    "an empty second document": (f"{TEXT}---\n".encode(), "yaml", (7, 1)),
    "a later version of YAML": (f"%YAML 9.9\n---\n{TEXT}".encode(), "yaml", (1, 1)),
    "nesting without end": (b"note: " + b"[" * 100_000, "yaml", (1, 1)),
    "too much": (b"note: " + b"x" * 10_000_000, "taille", (1, 1)),
}  # fmt: skip


@pytest.mark.parametrize("kind", CONTENT)
def test_what_is_no_sound_text_is_told_where_it_is(root: SmallRoot, kind: str) -> None:
    content, rule, place = CONTENT[kind]
    root.write(HERE, content)
    problems = told(root)
    # A tag may leave a value of no use, which is told beside it.
    assert [problem.rule for problem in problems if problem.rule not in {"type", "vide"}] == [rule]
    assert {(problem.line, problem.column) for problem in problems} == {place}
    assert all(problem.expected or problem.proposal for problem in problems) or rule == "yaml"


@pytest.mark.parametrize("kind", [kind for kind in CONTENT if kind.startswith("UTF-")])
def test_an_encoding_is_named(root: SmallRoot, kind: str) -> None:
    root.write(HERE, CONTENT[kind][0])
    assert [problem.found for problem in told(root)] == [kind[:6]]


@pytest.mark.parametrize("text", [_laughs(12), _laughs(400), "a: &a [*a]\n", "a: &a\n  b: *a\n"])
def test_aliases_are_told_and_never_followed(root: SmallRoot, text: str) -> None:
    root.write(HERE, text)
    problems = told(root)
    aliases = [problem for problem in problems if problem.message.startswith("renvoi ")]
    assert 0 < len(aliases) <= text.count("*")  # followed, they would be told more than once
    assert {problem.rule for problem in aliases} == {"yaml"}
    told_in_all = sum(problem.others or 1 for problem in problems)
    assert told_in_all <= 2 * text.count("*") + text.count("&") + 20  # as long as the file is


def test_a_merge_gives_no_value_to_anything(root: SmallRoot) -> None:
    root.write(HERE, f"base: &b {{note: x}}\n<<: *b\n{contract_text(porteur=None)}porteur: &p Q\n")
    assert {(problem.line, problem.rule) for problem in told(root)} == {
        (1, "cle-inconnue"), (1, "yaml"), (2, "cle-inconnue"), (2, "yaml"), (8, "yaml"),
    }  # fmt: skip


# All at once, as a contributor sees it


def test_the_command_tells_every_hostile_file_at_once(
    root: SmallRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root.path / "contracts/bretagne"
    expected = set()
    for number, (make, rule) in enumerate(NO_FILE.values()):
        if (make, rule) != NO_FILE["link to itself"]:
            make(folder / f"chose-{number}.yml")
            expected.add((f"contracts/bretagne/chose-{number}.yml", rule))
    for number, (content, rule, _) in enumerate(CONTENT.values()):
        root.write(f"contracts/bretagne/texte-{number}.yml", content)
        expected.add((f"contracts/bretagne/texte-{number}.yml", rule))
    assert main(["--root", str(root.path), "check"]) == 1
    out, err = capsys.readouterr()
    heads = [line for line in out.splitlines() if line.startswith("contracts/")]
    assert {(head.partition(":")[0], head.rpartition("[")[2][:-1]) for head in heads} >= expected
    assert "3 contrats et 2 régions lus sans erreur" in err
    assert "Traceback" not in out + err

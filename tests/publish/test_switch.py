"""A published folder is whole whenever the process that replaces it is killed: real kills, a small tree."""

from __future__ import annotations

import errno
import os
import random
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.publish import exchange
from generator.publish.errors import PublishError
from generator.publish.workspace import workspace

pytestmark = pytest.mark.slow

NAMES = ("index.html", "contrats/index.html", "contrats/lyon-2023/index.html")
STEPS = {"open", "ctypes.dlsym"} | {
    f"os.{name}" for name in ("chmod", "mkdir", "remove", "rename", "rmdir", "symlink")
}
"""Audit events, each raised just before the system is asked to change something."""

Method = Callable[[pytest.MonkeyPatch], None]


def by_exchange(_: pytest.MonkeyPatch) -> None:
    """What this system does by itself."""


def by_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where two names cannot be exchanged."""

    def refuse(one: Path, other: Path) -> None:
        raise exchange.NoExchangeError

    monkeypatch.setattr(exchange, "exchange", refuse)


def by_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where there are no links either."""

    def refuse(link: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    by_link(monkeypatch)
    monkeypatch.setattr(Path, "symlink_to", refuse)


def anything_is_ours(_: Path) -> None:
    return None


def publish(target: Path, text: str) -> None:
    with workspace(target, anything_is_ours) as work:
        for name in NAMES:
            (work.tree / name).parent.mkdir(parents=True, exist_ok=True)
            (work.tree / name).write_text(text)
        work.publish()


def begin(target: Path) -> None:
    """A run that begins, then fails."""
    with workspace(target, anything_is_ours):
        pass


def seen(target: Path) -> str | None:
    """The edition that a visitor finds, None where there is no site; a partial or mixed one fails."""
    if not target.exists():
        return None
    texts = {(target / name).read_text() for name in NAMES}
    assert len(texts) == 1, f"two editions at once: {texts}"
    return texts.pop()


def left_beside(target: Path) -> list[str]:
    return sorted(
        path.relative_to(target.parent).as_posix()
        for path in target.parent.glob(".*")
        if path.name != target.name
    )


def forked(action: Callable[[], None]) -> int:
    """A process that runs `action` and ends."""
    process = os.fork()
    if process == 0:
        try:
            action()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return process


def killed_at(step: int, action: Callable[[], None]) -> bool:
    """Whether a process that runs `action` came to its step-th request, where it is killed."""

    def run() -> None:
        count = 0

        def kill(event: str, _: object) -> None:
            nonlocal count
            if event in STEPS:
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        action()

    status = os.waitstatus_to_exitcode(os.waitpid(forked(run), 0)[1])
    assert status in {0, -signal.SIGKILL}
    return status != 0


@pytest.mark.parametrize("before", ["nothing", "folder", "published"])
@pytest.mark.parametrize("method", [by_exchange, by_link, by_moves])
def test_a_kill_at_any_step_leaves_a_whole_site_or_the_next_run_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: Method, before: str
) -> None:
    if before == "folder":  # as an earlier version, or MkDocs alone, left it
        publish(tmp_path / "model", "old")
    method(monkeypatch)
    never_missing = method is by_exchange or (method is by_link and before == "published")
    old = None if before == "nothing" else "old"
    step, after = 0, set()
    while True:
        step += 1
        target = tmp_path / str(step) / "site"
        target.parent.mkdir()
        if before == "folder":
            (tmp_path / "model").rename(target)
        elif before == "published":
            publish(target, "old")
        killed = killed_at(step, partial(publish, target, "new"))
        if not killed:
            assert seen(target) == "new"
            break
        state = seen(target)
        assert state in ({old, "new"} if never_missing else {None, old, "new"})
        begin(target)
        assert seen(target) in {old, "new"}
        after.add(seen(target))
        publish(target, "newer")
        assert seen(target) == "newer"
        if before == "folder":
            monkeypatch.undo()
            publish(tmp_path / "model", "old")
            method(monkeypatch)
    assert step > 20
    assert after == {old, "new"}


def test_fifty_kills_at_random_moments_leave_a_whole_site(tmp_path: Path) -> None:
    target, moments = tmp_path / "site", random.Random(20261122)
    publish(target, "0")
    editions = set()
    for _ in range(50):
        receiver, sender = os.pipe()

        def publish_for_ever(sender: int = sender) -> None:
            number = 0
            while True:
                number += 1
                publish(target, str(number))
                os.write(sender, b".")

        process = forked(publish_for_ever)
        os.close(sender)
        for _ in range(moments.randint(1, 4)):
            assert os.read(receiver, 1) == b"."
        for _ in range(moments.randint(0, 300)):
            assert target.exists()
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(receiver)
        edition = seen(target)
        assert edition is not None
        editions.add(edition)
    assert len(editions) > 1
    begin(target)
    assert os.listdir(tmp_path) == ["site"]  # noqa: PTH208 - the names alone are compared


@pytest.mark.parametrize("method", [by_exchange, by_link, by_moves])
def test_only_the_last_edition_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: Method
) -> None:
    method(monkeypatch)
    target = tmp_path / "site"
    for text in ("one", "two", "three"):
        publish(target, text)
        assert seen(target) == text
    kept = [path for path in tmp_path.rglob("index.html") if path.is_file()]
    assert len(kept) == len(NAMES)
    assert target.is_symlink() == (method is by_link)


def test_a_link_is_relative_and_open_to_the_web_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_link(monkeypatch)
    publish(tmp_path / "www" / "site", "one")
    (tmp_path / "www").rename(tmp_path / "moved")
    target = tmp_path / "moved" / "site"
    assert seen(target) == "one"
    assert [path.stat().st_mode & 0o777 for path in (target, target.resolve().parent)] == [
        0o755
    ] * 2


def test_a_link_becomes_a_folder_again_where_names_are_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    with monkeypatch.context() as elsewhere:
        by_link(elsewhere)
        publish(target, "one")
    publish(target, "two")
    assert seen(target) == "two"
    assert not target.is_symlink()
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_to_a_tree_that_was_removed_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    with monkeypatch.context() as elsewhere:
        by_link(elsewhere)
        publish(target, "one")
        target.resolve().rename(tmp_path / "taken away")
    publish(target, "two")
    assert seen(target) == "two"


def test_a_link_of_someone_else_is_kept(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    target = tmp_path / "site"
    target.symlink_to(tmp_path / "mine")
    with pytest.raises(
        PublishError, match=r"est un lien vers .*/mine : donnez ce dossier lui-même"
    ):
        publish(target, "one")
    assert target.readlink() == tmp_path / "mine"

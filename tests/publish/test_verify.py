"""`--verify`: a sample of pages against what they are from nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.build import Settings, build
from generator.publish.cache import Cache
from generator.publish.made import MadeFile
from generator.publish.progress import Progress
from generator.publish.verify import StaleError, verify
from tests.small_root import TODAY, SmallRoot

SETTINGS = Settings(TODAY, "https://forge.example/cls")


def _made(root: Path) -> dict[str, MadeFile]:
    return {file.path: file for file in build(root, SETTINGS, Cache(), Progress())}


def test_pages_that_are_right_pass(root: SmallRoot) -> None:
    assert verify(root.path, SETTINGS, _made(root.path), Progress()) > 0


def test_a_stale_page_is_named_with_what_to_do(root: SmallRoot) -> None:
    files = {path: replace(file, read=lambda: b"hier") for path, file in _made(root.path).items()}
    with pytest.raises(StaleError, match=r"\.md.*Supprimez le dossier \.cache"):
        verify(root.path, SETTINGS, files, Progress())

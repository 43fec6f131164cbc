"""What the system refuses, in a contributor's words."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from generator.publish.errors import PublishError, reason, told


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "le disque est plein"),
        (errno.EDQUOT, "le quota du disque est atteint"),
        (errno.EACCES, "droits insuffisants"),
        (errno.EROFS, "le disque est en lecture seule"),
    ],
)
def test_usual_refusals_are_in_french(number: int, words: str) -> None:
    assert reason(OSError(number, os.strerror(number))) == words
    copied = shutil.Error([("a", "b", str(OSError(number, os.strerror(number))))])
    assert reason(copied) == words


def test_others_keep_the_words_of_the_system() -> None:
    assert reason(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert reason(OSError("no number")) == "no number"


def test_the_place_is_told() -> None:
    with (
        pytest.raises(
            PublishError,
            match=r"^build/site : écriture impossible, le disque est plein \(build/x\)$",
        ),
        told(Path("build/site")),
    ):
        raise OSError(errno.ENOSPC, "No space left on device", "build/x")

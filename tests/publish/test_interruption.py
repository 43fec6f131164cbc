"""Requests to stop, as a shell or a terminal sends them."""

import os
import signal

import pytest

from generator.publish.interruption import Interrupted, interruptible, uninterrupted

pytestmark = pytest.mark.slow


def ask(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


def test_the_first_request_is_heard_and_the_next_do_not_disturb_the_tidying_up() -> None:
    before = signal.getsignal(signal.SIGTERM)
    tidied = False

    def work() -> None:
        nonlocal tidied
        try:
            ask(signal.SIGTERM)
        finally:
            ask(signal.SIGINT)
            ask(signal.SIGTERM)
            tidied = True

    with pytest.raises(Interrupted) as caught, interruptible():
        work()
    assert tidied
    assert caught.value.code == 143
    assert signal.getsignal(signal.SIGTERM) is before


def test_what_has_begun_is_finished() -> None:
    with interruptible():
        with uninterrupted():
            ask(signal.SIGTERM)
            ask(signal.SIGINT)
        with pytest.raises(Interrupted):
            ask(signal.SIGINT)


def test_what_the_caller_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruptible():
            ask(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)

"""Commands that publish a folder, and that Ctrl-C or a request to stop ends before they have."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps

Command = Callable[[argparse.Namespace], int]


def stoppable(command: Command) -> Command:
    """`command`, which answers a request to stop by a message and the signal's exit code."""

    @wraps(command)
    def run(options: argparse.Namespace) -> int:
        from generator.publish.interruption import Interrupted, interruptible

        try:
            with interruptible():
                return command(options)
        except Interrupted as stop:
            print("annuaire: interrompu, rien n’a été publié", file=sys.stderr)
            return stop.code

    return run

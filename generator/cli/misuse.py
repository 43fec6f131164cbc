"""What a command answers when it is called wrongly."""

from __future__ import annotations

import sys

from generator.source.visible import visible


def misuse(message: str) -> int:
    """Say what is wrong with the call; the exit code that goes with it."""
    print(f"annuaire: {visible(message)}", file=sys.stderr)
    return 2

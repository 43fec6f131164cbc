"""The day of a build: asked for, fixed by the environment, or read on the clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from generator.source.visible import visible


def build_date(text: str = "") -> date:
    """The day of the statuses: `text` (ISO), else SOURCE_DATE_EPOCH (seconds, UTC), else today.

    Raises ValueError, in French, when one of them is no date.
    """
    if text:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"date « {visible(text)} » mal formée : AAAA-MM-JJ attendu") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return today()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"SOURCE_DATE_EPOCH vaut « {visible(epoch)} » : des secondes étaient attendues"
        ) from None


def today() -> date:
    """The machine's own day."""
    return datetime.now(tz=UTC).astimezone().date()

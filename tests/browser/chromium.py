"""Where the Chromium of this machine is."""

from __future__ import annotations

import shutil

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def executable() -> str | None:
    """The system's Chromium, the headless one first (see install.sh); None: Playwright's own."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)

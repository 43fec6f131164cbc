"""The command line in French: argparse speaks through gettext, and `locale/` holds what it says."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "annuaire"


@contextmanager
def in_french() -> Iterator[None]:
    """Within, argparse speaks French, whatever the machine's language.

    That is how Python's argparse tutorial has it (« How to translate the argparse output »); the
    language is named in the environment, the one place where gettext looks for it.
    """
    domain, language = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = "fr"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language

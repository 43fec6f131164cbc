"""Each kind of page that the rooms make, and each page written by hand, for tests that look at all of them."""

from __future__ import annotations

import pytest

from tests.site_pages import kinds
from tests.sites import ROOT

KINDS = {kind.template: kind for kind in kinds()}
WRITTEN = sorted(
    path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")
)
EACH_KIND = pytest.mark.parametrize("address", [*KINDS, *WRITTEN], indirect=True)
"""Each kind of page that the rooms make, and each page written by hand."""

"""Nothing for axe to say of any kind of page, in light and in dark colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.each_kind import EACH_KIND
from tests.browser.opening import opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
@EACH_KIND
def test_axe_finds_no_violation(page: Page, site_url: str, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(page, site_url + address)
    assert violations(page, scheme) == ""

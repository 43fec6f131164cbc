"""What axe has to say of a page."""

from __future__ import annotations

import json

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, scheme: str) -> str:
    """The rules that the page breaks, with the first elements at fault; empty where there is none.

    Dark pages are light ones in other colours: only their contrasts are looked at.
    """
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if scheme == "dark":
        options["runOnly"] = ["color-contrast"]
    found = Axe().run(page, options=options).response["violations"]
    told = [
        {"id": item["id"], "nodes": [node["html"][:200] for node in item["nodes"][:3]]}
        for item in found
    ]
    return json.dumps(told, indent=1, ensure_ascii=False) if told else ""

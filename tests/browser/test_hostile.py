"""Nothing written in a YAML file runs in a visitor's browser."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parents[2]

MARK = "globalThis.execute=1"
HOSTILE = (
    f"</title></script><img src=x onerror={MARK}><script>{MARK}</script>"
    f"\"onmouseover='{MARK}' [lien](javascript:{MARK}) {{: onclick={MARK} }} {{{{ 7*7 }}}} `x` | *a*"
)
CONTRACT = {
    "nom": f"CLS {HOSTILE}",
    "etat": "signé",
    "territoire": {"epci": ["200068120"], "precision": HOSTILE},
    "porteur": HOSTILE,
    "duree": {"debut": "2023-07", "fin": "2028"},
    "avenants": [{"objet": HOSTILE}],
    "signataires": [{"nom": HOSTILE, "type": "ars"}],
    "partenaires": [{"nom": HOSTILE, "type": "association"}],
    "enjeux": [HOSTILE],
    "axes": [
        {
            "titre": HOSTILE,
            "rattachement": ["sante-mentale"],
            "actions": [
                {"titre": HOSTILE, "themes": ["jeunes"], "publics": [HOSTILE], "pilote": HOSTILE}
            ],
        }
    ],
    "articulations": [HOSTILE],
    "note": HOSTILE,
    "sources": [{"titre": HOSTILE, "url": "https://exemple.fr/?a=1&b=(2)"}],
}
ID = "hostile-2023"


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site of the real régions and of one contract, hostile in every text."""
    project = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copytree(ROOT / "regions", project / "regions")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "generator").symlink_to(ROOT / "generator")
    contract = project / f"contracts/bretagne/{ID}.yml"
    contract.parent.mkdir(parents=True)
    contract.write_text(json.dumps(CONTRACT, indent=1), encoding="utf-8")  # JSON is YAML
    site = project / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(
        command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True,
        capture_output=True,
    )  # fmt: skip
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize(
    "address",
    [
        "",
        f"contrats/{ID}/",
        "contrats/",
        "actions/",
        "axes/sante-mentale/",
        "themes/jeunes/",
        "regions/bretagne/",
        "departements/29-finistere/",
        "echeances/",
        "?commune=29232",
    ],
)
def test_text_stays_text(browser: Browser, hostile_url: str, address: str) -> None:
    page = browser.new_page()
    page.goto(hostile_url + address, wait_until="networkidle")
    assert page.evaluate("globalThis.execute") is None
    assert page.locator("img[src=x], [onerror], [onclick], [onmouseover]").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    page.close()


def test_the_contract_reads_as_it_was_written(browser: Browser, hostile_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{hostile_url}contrats/{ID}/")
    shown = page.locator("h1").inner_text()
    assert "<img src=x onerror=" in shown
    assert "{{ 7*7 }}" in shown
    assert "| *a*" in shown
    page.close()


def test_a_popup_of_the_map_shows_it_as_text(browser: Browser, hostile_url: str) -> None:
    page = browser.new_page()
    page.goto(hostile_url + "carte/")
    page.locator(".carte__repere").first.click()
    expect(page.locator(".carte__bulle")).to_contain_text("<img src=x onerror=")
    assert page.evaluate("globalThis.execute") is None
    page.close()

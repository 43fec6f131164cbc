"""Nothing written in a YAML file runs in a visitor's browser, and all of it is read as written.

Attacks × fields of the model × places of the site: `hostile_texts` writes each attack into each
field, one site is built of it, every page is parsed by Chromium, and one page of each kind is used.
"""

from __future__ import annotations

import csv
import functools
import gzip
import http.server
import io
import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.hostile_site import MARK, TILES, QuietHandler, Site, build, kind_of
from tests.browser.hostile_texts import ADDRESSES, ATTACKS, Hand, contracts
from tests.browser.opening import opened

CUT_OFF = """
for (const part of document.querySelectorAll(".recherche__extrait, .recherche__filtres option")) {
  part.remove();
}
"""
"""What is not whole in the search: an excerpt begins and ends anywhere in a text; and Pagefind reads
entities twice in what pages can be filtered by."""
CUT_NAMES = """
for (const label of document.querySelectorAll("svg.trame text")) {
  if (label.textContent.includes("…")) label.remove();
}
"""
"""The time line cuts a long name, anywhere in a text."""
_PROBE = """
for (const name of ["alert", "confirm", "prompt", "open", "print"]) {
  globalThis[name] = (...what) => globalThis.pwned(`${name}(${what})`);
}
"""
"""Run before any script of a page: whatever an attack calls is noted."""


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Site]:
    """The site that MkDocs builds of hostile contracts and of hostile régions."""
    hand, folder = build(tmp_path_factory.mktemp("hostile"))
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = Site(folder, f"http://127.0.0.1:{server.server_port}/", hand, set())
        yield site
        server.shutdown()
    plugins = request.config.pluginmanager
    capture, terminal = plugins.get_plugin("capturemanager"), plugins.get_plugin("terminalreporter")
    if capture is not None and terminal is not None:
        with capture.global_and_fixture_disabled():
            terminal.write_line(f"\nhostile texts: {site.summary()}")


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the hostile site in which nothing may run, nor be asked of another host."""
    context = browser.new_context(locale="fr-FR")
    foreign: list[str] = []
    ran: list[str] = []

    def refuse(route: Route) -> None:
        foreign.append(route.request.url)
        route.abort()

    context.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), refuse)
    context.expose_function("pwned", lambda *what: ran.append(str(what)))
    context.add_init_script(_PROBE)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    yield page
    context.close()
    assert ran == []
    assert [url for url in foreign if not url.startswith(TILES)] == []


def test_each_field_of_the_model_has_held_each_attack() -> None:
    hand = Hand()
    list(contracts(hand))
    held = {(text.field, text.attack) for text in hand.written.values()}
    assert hand.attacks.keys() >= ATTACKS.keys()
    assert len(held) == len(hand.fields) * len(hand.attacks)
    assert {"contrat.nom", "contrat.axes.actions.publics", "contrat.note"} <= set(hand.fields)
    assert hand.addresses == set(ADDRESSES)


def test_every_page_shows_every_text_as_it_was_written(browser: Browser, site: Site) -> None:
    """All pages, parsed as a browser does: no element, handler or address comes from a text."""
    pages = [
        path.relative_to(site.folder).as_posix().removesuffix("index.html")
        for path in sorted(site.folder.rglob("*.html"))
    ]
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(site.url + "404.html")
    found = site.check(page, "", addresses=[f"/{address}" for address in pages])
    context.close()
    assert len(pages) > 2 * len(ATTACKS)
    assert found == set(site.hand.written)


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("", "contrat.nom"),
        ("contrats/hostile-1/", "contrat.note"),
        ("comparer/hostile-1/", "contrat.porteur"),
        ("contrats/", "contrat.porteur"),
        ("actions/", "contrat.axes.actions.publics"),
        ("axes/", ""),
        ("axes/sante-mentale/", "contrat.axes.actions.titre"),
        ("themes/sante-mentale/", "contrat.axes.actions.titre"),
        ("regions/", "region.ars.nom"),
        ("regions/bretagne/", "region.reperes.0.texte"),
        ("departements/29-finistere/", "contrat.porteur"),
        ("echeances/", "contrat.nom"),
        ("chiffres/", ""),
        ("carte/", "contrat.nom"),
        ("comparer/", "contrat.nom"),
    ],
)
def test_nothing_runs_in_a_page_of_each_kind(
    page: Page, site: Site, address: str, field: str
) -> None:
    opened(page, site.url + address)
    found = site.check(page, f"{kind_of('/' + address)}, live")
    assert not field or found & site.marks(field)


def test_the_finder_answers_with_plain_text(page: Page, site: Site) -> None:
    page.goto(f"{site.url}?commune=29232")
    expect(page.locator(".chercheur__reponse h2")).to_be_visible()
    found = site.check(page, "finder, answer")
    assert len(found & site.marks("contrat.nom")) > 50


def test_a_popup_of_the_map_shows_plain_text(page: Page, site: Site) -> None:
    page.goto(f"{site.url}carte/?lat=48&lon=-4.1")
    expect(page.locator(".carte__bilan")).to_have_text(re.compile("affiché"))
    for box in page.locator(".carte__legende input").all():
        box.check()
    page.locator(".carte__repere").first.click()
    expect(page.locator(".carte__bulle a").first).to_be_visible()
    found = site.check(page, "map, pop-up")
    assert page.locator(".carte__bulle a").count() > 50
    assert len(found & site.marks("contrat.nom")) > 50


def test_contracts_side_by_side_are_plain_text(page: Page, site: Site) -> None:
    ids = list(range(len(site.hand.attacks)))
    for start in range(0, len(ids), 6):
        six = ids[start : start + 6]
        chosen = ",".join(f"hostile-{number}" for number in six)
        page.goto(f"{site.url}comparer/?c={chosen}")
        expect(page.locator("table.cotes").first).to_be_visible()
        page.evaluate(CUT_NAMES)
        found = site.check(page, "comparison, live")
        for field in ("contrat.nom", "contrat.porteur", "contrat.axes.titre"):
            assert site.marks(field, six) <= found


@pytest.mark.parametrize("field", ["contrat.nom", "contrat.note", "contrat.signataires.nom"])
def test_results_of_the_search_are_plain_text(page: Page, site: Site, field: str) -> None:
    page.goto(site.url + "comprendre/")
    page.get_by_role("button", name="Rechercher").click()
    alone = [
        mark
        for mark in sorted(site.marks(field))
        if mark in site.hand.written[mark].text.split()  # else it is no word for the index
    ]
    message = page.locator(".recherche__message")
    found = 0
    for mark in alone[::2]:
        page.get_by_role("searchbox").fill(mark)
        expect(message).to_contain_text(re.compile(f"résultat.*{mark}"), timeout=15_000)
        if "Aucun" in message.inner_text():
            continue
        expect(page.locator(".recherche__resultat").first).to_be_visible()
        assert page.locator(".recherche__extrait > :not(mark)").count() == 0
        page.evaluate(CUT_OFF)
        site.check(page, "search, results", asked=mark)
        found += 1
    assert found > 4


@pytest.mark.parametrize("address", ["contrats/", "actions/"])
def test_the_explorer_narrows_with_plain_text(page: Page, site: Site, address: str) -> None:
    page.goto(site.url + address)
    for box in page.locator(".facette input").all()[::7]:
        box.evaluate("box => box.click()")
    site.check(page, f"explorer of {address}, filters")
    page.get_by_role("button", name="Tout effacer").click()
    for mark in sorted(site.marks("contrat.nom"))[::9]:
        page.locator(".explorateur input[type=search]").fill(mark)
        expect(
            page.locator(f"table.contrats tbody tr:visible:has-text('{mark}')")
        ).not_to_have_count(0)
        assert mark in site.check(page, f"explorer of {address}, rows", asked=mark)


def test_data_files_hold_every_text_as_it_was_written(site: Site) -> None:
    """What scripts fetch, what people subscribe to, and what the search has indexed."""
    kinds = Counter[str]()
    for path in sorted(site.folder.rglob("*")):
        place = path.relative_to(site.folder).as_posix()
        if path.is_dir() or path.suffix == ".html":
            continue
        content = path.read_bytes()
        if path.suffix in {".pf_fragment", ".gz"}:
            content = gzip.decompress(content)
        if MARK.search(content.decode("utf-8", "replace")):
            for text in _texts(content, path.suffix):
                site.check_text(text, f"file {place.partition('/')[0]}/…{path.suffix}")
            kinds[path.suffix] += 1
    assert kinds.keys() == {".csv", ".json", ".ics", ".pf_fragment"}


def _texts(content: bytes, suffix: str) -> Iterator[str]:
    """The texts that a program which knows the format reads in a file."""
    text = content.decode().removeprefix("pagefind_dcd")
    if suffix == ".json":
        yield from _strings(json.loads(text))
    elif suffix == ".csv":
        for row in csv.reader(io.StringIO(text, newline="")):
            yield from (re.sub(r"^'(?='*[=+@-])", "", cell) for cell in row)
    elif suffix == ".pf_fragment":
        page = json.loads(text)
        yield from _strings([page["content"], page["meta"], page["anchors"]])
    else:
        assert suffix == ".ics", f"how is a file {suffix} read?"
        lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
        names = Counter(line.partition(":")[0].partition(";")[0] for line in lines)
        assert all(re.fullmatch("[A-Z-]+", name) for name in names)
        assert names["BEGIN"] == names["END"] == 1 + names["UID"]
        for line in lines:
            yield re.sub(r"\\(.)", lambda match: {"n": "\n"}.get(match[1], match[1]), line)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from _strings(below)
    elif isinstance(value, list):
        for below in value:
            yield from _strings(below)

"""What a page may load and run, and what a first visit leaves on the device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data: https://data.geopf.fr; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
_RUN = {"", "module", "text/javascript", "application/javascript"}


class _Reader(HTMLParser):
    """Collects what the policy is about: itself, scripts without a file, styles and handlers inline."""

    def __init__(self) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.before_policy: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])
        elif not self.policies and tag not in {"html", "head"}:
            self.before_policy.append(tag)
        if tag == "style" or (
            tag == "script" and "src" not in given and given.get("type", "") in _RUN
        ):
            self.inline.append(tag)
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if given.get("href", "").strip().lower().startswith("javascript:"):
            self.inline.append(given["href"])


def _pages(site: Path) -> Iterator[tuple[str, _Reader]]:
    for path in sorted(site.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        yield path.relative_to(site).as_posix(), reader


def test_each_page_begins_with_the_policy_and_holds_nothing_inline(built_site: Path) -> None:
    found = dict(_pages(built_site))
    assert {"index.html", "404.html", "carte/index.html"} <= found.keys()
    for address, reader in found.items():
        assert reader.policies == [POLICY], address
        assert reader.before_policy == [], address
        assert reader.inline == [], address


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf"])
def test_the_examples_for_servers_send_the_same_policy(name: str) -> None:
    text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
    sent = re.findall(r'Content-Security-Policy "([^"]*)"', text)
    assert sent == [f"{POLICY}; frame-ancestors 'self'"]


def test_what_got_into_a_page_all_the_same_does_not_run(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(site_url)
    refused = page.evaluate(
        """async () => {
          const refused = [];
          document.addEventListener("securitypolicyviolation", (event) => {
            refused.push(event.effectiveDirective);
            event.preventDefault();
          });
          const place = document.createElement("div");
          place.innerHTML =
            '<img src="data:," onerror="globalThis.ran = 1"><img src="https://ailleurs.invalid/x.png">' +
            '<p style="color: red"></p><iframe src="https://ailleurs.invalid/"></iframe>';
          const script = document.createElement("script");
          script.textContent = "globalThis.ran = 2";
          place.append(script);
          document.body.append(place);
          while (new Set(refused).size < 5) await new Promise((done) => setTimeout(done, 20));
          return [...new Set(refused)].sort();
        }"""
    )
    assert refused == [
        "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr",
    ]  # fmt: skip
    assert page.evaluate("globalThis.ran") is None
    page.close()


def _stored(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_first_visit_leaves_nothing_on_the_device(
    browser: Browser, site_url: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    material = {"light": "default", "dark": "slate"}
    for address in ("", "carte/", "contrats/", "comparer/"):
        page.goto(site_url + address)
        page.locator("html.js").wait_for()
        assert page.locator("body").get_attribute("data-md-color-scheme") == material[scheme]
        assert _stored(page) == []
    context.close()


def test_a_chosen_colour_is_kept_from_page_to_page(browser: Browser, site_url: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(site_url)
    page.get_by_title("Passer en couleurs sombres").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert len(_stored(page)) == 1
    page.goto(f"{site_url}contrats/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.get_by_title("Passer en couleurs claires").click()
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    context.close()


def test_where_storage_is_refused_pages_work_and_colours_follow(
    browser: Browser, site_url: str
) -> None:
    context = browser.new_context(color_scheme="dark")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused'); }})"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site_url)
    page.locator("html.js").wait_for()
    page.get_by_title("Passer en couleurs claires").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    assert errors == []
    context.close()

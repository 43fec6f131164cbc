"""How long a phone waits for the main pages: traced by Chromium at a quarter of this machine's speed, on slow 4G.

Run it with `make lighthouse`. Times are milliseconds from the request of the page, on this machine; each is the
median of three visits with nothing kept from before.
"""

from __future__ import annotations

import json
import statistics
import sys
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.lighthouse.marks import heaviest
from tests.browser.chromium import executable
from tests.browser.opening import READY
from tests.served import TILE_PICTURE, served

VISITS = 3
CPU = 4
SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 184_320,
    "uploadThroughput": 84_375,
}
"""Milliseconds a request, bytes a second: what Lighthouse and Chromium's own tools mean by it."""

_CATEGORIES = [
    "blink.user_timing",
    "loading",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
]
_LONG_TASK = 50_000
"""Microseconds: what a task takes beyond is time when the page does not answer."""

_NOTE_USABLE = f"""
(() => {{
  const ready = {READY};
  const watch = new MutationObserver(() => {{
    if (document.readyState !== "loading" && ready()) {{
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.usableAt = performance.now())));
    }}
  }});
  watch.observe(document, {{ subtree: true, childList: true, attributes: true }});
}})();
"""

_ANSWER = """async (typed) => {
  const field = document.querySelector(".explorateur input[name=q]");
  if (!field) return 0;
  const start = performance.now();
  field.value = typed;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit measured: milliseconds, bytes as they were sent, and numbers of files."""

    first_paint: float
    largest_paint: float
    blocked: float
    usable: float
    answer: float
    kilobytes: float
    requests: float
    elements: float


def main(site: Path) -> None:
    """Print one line a page."""
    pages = {"home": "", "explorer": "contrats/", "contract": heaviest(site), "map": "carte/"}
    names = [field.name for field in fields(Visit)]
    print(f"{'':<12}" + "".join(f"{name.replace('_', ' '):>15}" for name in names))
    with sync_playwright() as playwright, served(site, TILE_PICTURE) as address:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for name, page in pages.items():
            visits = [astuple(visit(browser, address + page)) for _ in range(VISITS)]
            medians = [statistics.median(values) for values in zip(*visits, strict=True)]
            print(f"{name:<12}" + "".join(f"{value:15.0f}" for value in medians), flush=True)
        browser.close()


def visit(browser: Browser, url: str) -> Visit:
    """Open a page as a phone does, its first visit."""
    context = browser.new_context(
        viewport={"width": 412, "height": 823}, device_scale_factor=1.75, has_touch=True
    )
    page = context.new_page()
    page.add_init_script(_NOTE_USABLE)
    traffic = _throttled(page)
    browser.start_tracing(page=page, categories=_CATEGORIES)
    page.goto(url, wait_until="load", timeout=120_000)
    page.wait_for_function("() => globalThis.usableAt", timeout=120_000)
    page.wait_for_timeout(1_000)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    found = Visit(
        *_from_trace(events, url),
        usable=page.evaluate("usableAt"),
        answer=page.evaluate(_ANSWER, "agglomération"),
        kilobytes=sum(traffic) / 1_000,
        requests=len(traffic),
        elements=page.evaluate("document.getElementsByTagName('*').length"),
    )
    context.close()
    return found


def _throttled(page: Page) -> list[float]:
    """Slow the page down; gives the bytes of each answer as it comes."""
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})

    def note(event: dict[str, Any]) -> None:
        sizes.append(event["encodedDataLength"])

    session.on("Network.loadingFinished", note)
    return sizes


def _from_trace(events: list[dict[str, Any]], url: str) -> tuple[float, float, float]:
    """First contentful paint, largest contentful paint, and the time that the page answered nothing after the first."""
    start = next(
        event
        for event in events
        if event["name"] == "navigationStart"
        and event["args"].get("data", {}).get("documentLoaderURL") == url
    )
    process, thread, zero = start["pid"], start["tid"], start["ts"]
    own = [event for event in events if event["pid"] == process and event["ts"] >= zero]
    first = next(event["ts"] for event in own if event["name"] == "firstContentfulPaint")
    largest = max(
        (event["ts"] for event in own if event["name"] == "largestContentfulPaint::Candidate"),
        default=first,
    )
    blocked = sum(
        event["dur"] - _LONG_TASK
        for event in own
        if event["name"] == "RunTask"
        and event["tid"] == thread
        and event["ts"] > first
        and event.get("dur", 0) > _LONG_TASK
    )
    return (first - zero) / 1_000, (largest - zero) / 1_000, blocked / 1_000


if __name__ == "__main__":
    main(Path(sys.argv[1]))

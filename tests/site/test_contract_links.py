"""A link to a contract says which: no two of one text, on no page, lead to different addresses."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

import icalendar
import pytest

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.files import site_files
from generator.site.shell.front_matter import read_front_matter
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.sites import FROZEN, FROZEN_DAY

_LINK = re.compile(
    r'<a\b[^>]*\bhref="(?P<href>[^"]*)"[^>]*>(?P<text>.*?)</a>'
    r"|(?<!!)\[(?P<said>(?:\\.|[^\]\\])*)\]\(<?(?P<to>[^)>\s]+)",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
pytestmark = pytest.mark.slow

_ROOT = "https://exemple.fr/"

Pages = Mapping[str, str]


@pytest.fixture(scope="module")
def files() -> Mapping[str, str | bytes]:
    reference = load_reference()
    directory = Directory(load(FROZEN, reference, FROZEN_DAY), reference, load_shapes())
    edition = Edition(directory, FROZEN_DAY, "https://exemple.fr/depot")
    return {file.path: file.content for file in site_files(edition)}


@pytest.fixture(scope="module")
def pages(files: Mapping[str, str | bytes]) -> Pages:
    return {
        path: content
        for path, content in files.items()
        if path.endswith(".md") and isinstance(content, str)
    }


def _links(path: str, page: str) -> Iterator[tuple[str, str]]:
    """The text and the address, from the site's root, of each link of the site to itself."""
    base = _ROOT + path.removesuffix("index.md")
    for link in _LINK.finditer(page):
        address = urljoin(base, html.unescape(link["href"] or link["to"])).removesuffix("index.md")
        text = html.unescape(_TAG.sub("", link["text"] or link["said"] or "")).replace("\\", "")
        if address.startswith(_ROOT):
            yield " ".join(text.split()), address.removeprefix(_ROOT)


def test_no_two_links_of_a_page_say_the_same_of_two_contracts(pages: Pages) -> None:
    found = 0
    for path, page in pages.items():
        addresses: dict[tuple[str, str], set[str]] = defaultdict(set)
        for text, address in _links(path, page):
            kind, _, rest = address.partition("/")
            # A question to a list, or a place in a page, is named by the heading that it stands under.
            if rest and not re.search(r"[?#]", rest):
                addresses[text, kind].add(address)
                found += 1
        assert {text: to for text, to in addresses.items() if len(to) > 1} == {}, path
    assert found > 1_000


def test_the_steps_of_a_breadcrumb_are_told_apart(pages: Pages) -> None:
    """Overseas a région and its only département have one name."""
    for path, page in pages.items():
        trail = page.partition('<nav class="fil"')[2].partition("</nav>")[0]
        said = [text for text, _ in _links(path, trail)]
        assert len(set(said)) == len(said), path


def test_a_contract_is_called_the_same_on_all_pages(pages: Pages) -> None:
    names: dict[str, set[str]] = defaultdict(set)
    for path, page in pages.items():
        if path.startswith("contribuer/"):
            continue  # prose that cites one
        for text, address in _links(path, page):
            if re.fullmatch(r"contrats/[a-z0-9-]+/", address):
                names[address].add(text)
    assert len(names) > 70
    assert {address: said for address, said in names.items() if len(said) > 1} == {}


def test_no_two_pages_have_one_title(pages: Pages) -> None:
    titles: dict[str, list[str]] = defaultdict(list)
    for path, page in pages.items():
        titles[read_front_matter(page)["title"]].append(path)
    # What one page says of an axe and another of the theme of that name, of a région and its only département.
    pairs = [paths for paths in titles.values() if len(paths) > 1]
    assert [paths for paths in pairs if any("contrats/" in path for path in paths)] == []
    assert [paths for paths in pairs if any("comparer/" in path for path in paths)] == []


def test_what_the_comparison_proposes_and_the_map_shows_is_told_apart(
    files: Mapping[str, str | bytes],
) -> None:
    proposed = [
        line[1] for line in json.loads(files["assets/donnees/comparer/index.json"])["contrats"]
    ]
    features = json.loads(files["assets/donnees/carte/france.json"])["features"]
    shown = [feature["properties"]["nom"] for feature in features]
    assert sorted(proposed) == sorted(shown)
    assert len(set(proposed)) == len(proposed) > 70


def test_what_the_finder_answers_is_told_apart(files: Mapping[str, str | bytes]) -> None:
    found = 0
    for path, content in files.items():
        answers = json.loads(content) if "/reponses/" in path and path.endswith(".json") else None
        if isinstance(answers, dict) and "contrats" in answers:
            names = {name: address for name, _, _, address in answers["contrats"]}
            assert len(names) == len({address for *_, address in answers["contrats"]}), path
            found += len(names)
    assert found > 70


def test_each_event_of_a_calendar_is_told_apart(files: Mapping[str, str | bytes]) -> None:
    feed = files["donnees/echeances.ics"]
    assert isinstance(feed, bytes)
    summaries = [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(feed).events]
    assert len(set(summaries)) == len(summaries) > 10

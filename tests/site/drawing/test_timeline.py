from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.directory.directory import Directory, Entry
from generator.directory.edition import Edition
from generator.site.drawing.spans import Span, spans
from generator.site.drawing.timeline import chain_timeline, region_timeline
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.small_root import SmallRoot, contract_text

ON = date(2026, 11, 22)


def edition(root: SmallRoot) -> Edition:
    directory = Directory(root.load(), load_reference(), load_shapes())
    return Edition(directory, ON, "https://forge.example/cls")


def entry(root: SmallRoot, **values: str | None) -> Entry:
    root.write("contracts/bretagne/quimper.yml", contract_text(**values))
    return edition(root).directory.entries["quimper"]


def kinds(found: list[Span]) -> list[tuple[str, str, str]]:
    return [(span.kind, span.start.isoformat(), span.end.isoformat()) for span in found]


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (
            "{debut: 2023, fin: 2028}",
            [
                ("debut", "2023-01-01", "2024-01-01"),
                ("sur", "2024-01-01", "2028-01-01"),
                ("fin", "2028-01-01", "2029-01-01"),
            ],
        ),
        ("{debut: 2023-07-12, fin: 2028-07-11}", [("sur", "2023-07-12", "2028-07-12")]),
        (
            "{debut: 2023-07, fin: 2028-07-11}",
            [("debut", "2023-07-01", "2023-08-01"), ("sur", "2023-08-01", "2028-07-12")],
        ),
        (
            "{debut: 2024, fin: 2024}",
            [("debut", "2024-01-01", "2024-07-02"), ("fin", "2024-07-02", "2025-01-01")],
        ),
        (
            "{debut: 2023}",
            [("debut", "2023-01-01", "2024-01-01"), ("inconnue-fin", "2024-01-01", "2029-01-01")],
        ),
        (
            "{signature: 2024-02-29}",
            [("borne", "2024-02-29", "2024-02-29"), ("inconnue-fin", "2024-02-29", "2030-02-28")],
        ),
        (
            "{fin: 2028}",
            [("inconnu-debut", "2025-01-01", "2028-01-01"), ("fin", "2028-01-01", "2029-01-01")],
        ),
        ("{}", []),
    ],
)
def test_spans(root: SmallRoot, duration: str, expected: list[tuple[str, str, str]]) -> None:
    assert kinds(spans(entry(root, duree=duration))) == expected


def test_avenant_is_apart_and_starts_where_the_first_end_was(root: SmallRoot) -> None:
    extended = entry(root, duree="{debut: 2018-01-01, fin: 2020}", avenants="[{fin: 2022}]")
    assert kinds(spans(extended)) == [
        ("sur", "2018-01-01", "2021-01-01"),
        ("avenant", "2021-01-01", "2022-01-01"),
        ("avenant-fin", "2022-01-01", "2023-01-01"),
    ]


def test_unknown_end_lies_before_the_next_contract(root: SmallRoot) -> None:
    found = spans(entry(root, duree="{debut: 2023-01-01}"), date(2025, 5, 1))
    assert found[-1].end == date(2025, 5, 1)


def test_contract_in_preparation_stands_where_it_was_seen(root: SmallRoot) -> None:
    seen = entry(root, etat="en préparation", duree=None, etat_constate="2025-03")
    assert kinds(spans(seen)) == [("vu", "2025-03-01", "2025-04-01")]


def test_chain_is_a_table_that_says_everything_in_words(root: SmallRoot) -> None:
    found = edition(root)
    html = chain_timeline(found, found.directory.entries["cornouaille-2023"])
    table = parse(html)
    rows = table.findall("./tbody/tr")
    assert [row.get("aria-current") for row in rows] == [None, "true"]
    words = ["".join(row.itertext()) for row in rows]
    assert "2018-2022" in words[0]
    assert "Remplacé" in words[0]
    assert "de\u00a0juillet\u00a02023 à\u00a02028" in words[1]
    assert "En cours" in words[1]
    assert [link.get("href") for link in table.iter("a")] == ["../cornouaille-2018/"]
    assert all(svg.get("aria-hidden") == "true" for svg in table.findall(".//td/svg"))
    assert len(table.findall(".//caption")) == 1
    assert "\n\n" not in html  # a blank line would end the HTML block in Markdown


def test_places_lie_on_the_bar(root: SmallRoot) -> None:
    html = region_timeline(edition(root), "bretagne")
    percentages = [float(value) for value in re.findall(r'="(-?[\d.]+)%"', html)]
    assert percentages
    assert all(0 <= value <= 100 for value in percentages)


def test_single_dated_contract_has_no_time_line(root: SmallRoot) -> None:
    found = edition(root)
    assert chain_timeline(found, found.directory.entries["saint-martin"]) == ""
    root.write(
        "contracts/bretagne/cornouaille-2018.yml", contract_text(duree="{}", nom="Sans date")
    )
    found = edition(root)
    assert chain_timeline(found, found.directory.entries["cornouaille-2023"]) == ""


def test_region_keeps_a_territory_together_and_names_the_undated(root: SmallRoot) -> None:
    root.write("contracts/bretagne/quimper.yml", contract_text(duree="{}"))
    html = region_timeline(edition(root), "bretagne")
    bodies = parse(html).findall("./tbody")
    assert [len(body.findall("tr")) for body in bodies] == [2]
    assert "Sans aucune date dans les sources" in html
    assert 'href="../../contrats/quimper/"' in html.split("</table>")[1]


def test_region_without_any_date_has_no_time_line(root: SmallRoot) -> None:
    assert region_timeline(edition(root), "guadeloupe") == ""


def test_text_of_a_file_stays_text(root: SmallRoot) -> None:
    root.write(
        "contracts/bretagne/cornouaille-2018.yml",
        contract_text(nom="'CLS <script>alert(1)</script>'", duree="{debut: 2018, fin: 2022}"),
    )
    html = region_timeline(edition(root), "bretagne")
    assert "<script" not in html


def test_light_enough_for_a_page(root: SmallRoot) -> None:
    found = edition(root)
    html = chain_timeline(found, found.directory.entries["cornouaille-2023"])
    assert len(html.encode()) < 3000


def parse(html: str) -> ElementTree.Element:
    """The table, which is well-formed XML."""
    return ElementTree.fromstring(str(html).split("</table>")[0] + "</table>")

"""Abbreviations are explained once a page, and only where an explanation can stand."""

from __future__ import annotations

from pathlib import Path

from generator.site.shell.glossary import GLOSSARY, explain, read_glossary

ROOT = Path(__file__).parents[3]
SENSES = {"ARS": "agence régionale de santé", "CPTS": "communauté <professionnelle>"}


def test_the_glossary_page_gives_the_abbreviations_that_contracts_use() -> None:
    senses = read_glossary((ROOT / "docs" / GLOSSARY).read_text(encoding="utf-8"))
    assert senses["ARS"] == "agence régionale de santé"
    assert senses["Carsat"] == senses["CARSAT"]
    assert senses["CIAS"] == senses["CCAS"]
    assert {
        "EPCI",
        "CPTS",
        "CLSM",
        "PETR",
        "CPAM",
        "MSA",
        "CAF",
        "URPS",
        "DAC",
        "PTSM",
    } <= senses.keys()


def test_only_the_first_occurrence_is_explained() -> None:
    html = explain("<p>L’ARS et l’ARS.</p><p>ARS</p>", SENSES)
    assert html.count("<abbr") == 1
    assert html.startswith(
        '<p>L’<abbr title="agence régionale de santé" tabindex="0">ARS</abbr> et'
    )


def test_links_headings_code_and_drawings_are_left_alone() -> None:
    html = (
        '<h2>ARS</h2><a href="x">ARS <b>CPTS</b></a><code>ARS</code><svg><title>ARS</title></svg>'
    )
    assert explain(html, SENSES) == html


def test_words_that_only_contain_an_abbreviation_and_attributes_are_left_alone() -> None:
    html = '<p title="ARS">MARS ARSenal ARS-2</p>'
    assert explain(html, SENSES) == html


def test_a_meaning_is_escaped() -> None:
    assert "communauté &lt;professionnelle&gt;" in explain("<p>CPTS</p>", SENSES)

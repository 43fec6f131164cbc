"""Abbreviations are explained once a page, and only where an explanation can stand."""

from __future__ import annotations

from pathlib import Path

import markdown
import yaml

from generator.site.shell.glossary import EXTENSION, explain, read_glossary

ROOT = Path(__file__).parents[3]
GLOSSARY = ROOT / "docs/comprendre/glossaire.md"
SENSES = {"ARS": "agence régionale de santé", "CPTS": "communauté <professionnelle>"}


def test_the_glossary_page_gives_the_abbreviations_that_contracts_use() -> None:
    senses = read_glossary(GLOSSARY.read_text(encoding="utf-8"))
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


def as_built(source: str, glossary: Path = GLOSSARY) -> str:
    """A page's HTML, by whatever builder turns on the extension that `mkdocs.yml` names."""
    extensions = ["attr_list", "def_list", "md_in_html", EXTENSION]
    settings = {EXTENSION: {"glossary": str(glossary)}}
    html: str = markdown.markdown(source, extensions=extensions, extension_configs=settings)
    return html


def test_any_builder_explains_abbreviations_in_text_and_in_blocks_of_html() -> None:
    page = "# L’ARS\n\nL’ARS et l’[EPCI](x.md), l’ARS.\n\n<div>\n<p>Une CPTS</p>\n</div>\n"
    html = as_built(page)
    assert html.count("<abbr") == 2
    assert 'L’<abbr title="agence régionale de santé" tabindex="0">ARS</abbr> et' in html
    assert ">CPTS</abbr></p>" in html


def test_the_glossary_explains_itself() -> None:
    text = GLOSSARY.read_text(encoding="utf-8")
    assert "<abbr" not in as_built(text[text.index("# Glossaire") :])
    assert "<abbr" in as_built("L’ARS, d’après le glossaire.")


def test_a_project_without_a_glossary_builds(tmp_path: Path) -> None:
    assert as_built("L’ARS.", tmp_path / "absent.md") == "<p>L’ARS.</p>"


def test_mkdocs_yml_turns_it_on_and_names_the_glossary() -> None:
    class Loader(yaml.SafeLoader):
        """mkdocs.yml holds tags of MkDocs, that are of no matter here."""

    Loader.add_multi_constructor("", lambda *_: None)
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    settings = next(
        s for s in config["markdown_extensions"] if isinstance(s, dict) and EXTENSION in s
    )
    assert ROOT / settings[EXTENSION]["glossary"] == GLOSSARY

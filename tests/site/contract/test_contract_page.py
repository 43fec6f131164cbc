"""The page of a contract."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path

from generator.directory.directory import Directory
from generator.directory.edition import Edition
from generator.site.shell import addresses
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from tests.site_pages import page_at
from tests.small_root import SmallRoot, contract_text


def test_the_day_of_the_vote_is_told_apart_from_that_of_the_signature(tmp_path: Path) -> None:
    root = SmallRoot(tmp_path)
    root.write(
        "contracts/bretagne/sein-2025.yml",
        contract_text(
            territoire='{communes: ["29083"]}',
            duree="{deliberation: 2025-01-29, signature: 2025-03-04, debut: 2025, fin: 2029}",
        ),
    )
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    page = page_at(edition, addresses.contract("sein-2025")).replace("\u00a0", " ")
    assert "<dt>Délibération</dt><dd>29 janvier 2025</dd>" in page
    assert "<dt>Signature</dt><dd>4 mars 2025</dd>" in page
    assert "Délibération" not in page_at(edition, addresses.contract("cornouaille-2023"))


def test_what_was_read_of_a_contract_is_told(tmp_path: Path) -> None:
    root = SmallRoot(tmp_path)
    root.write(
        "contracts/bretagne/sein-2025.yml",
        contract_text(territoire='{communes: ["29083"]}', connaissance="mention"),
    )
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    page = page_at(edition, addresses.contract("sein-2025"))
    assert "<dt>Ce qui a été lu</dt><dd>Simple mention</dd>" in page


def _page(root: SmallRoot, **values: str | None) -> str:
    root.write("contracts/bretagne/essai.yml", contract_text(**values))
    directory = Directory(root.load(), load_reference(), load_shapes())
    edition = Edition(directory, date(2026, 11, 24), "https://forge.example/cls")
    return (
        page_at(edition, addresses.contract("essai")).replace("\u00a0", " ").replace("\u202f", " ")
    )


def test_a_contract_in_preparation_says_when_it_was_seen_so_and_nothing_of_today(
    tmp_path: Path,
) -> None:
    page = _page(
        SmallRoot(tmp_path),
        etat="en préparation",
        etape="adopté",
        etat_constate="2024-09",
        duree="{debut: 2025, fin: 2029}",
    )
    assert ">En préparation</span> en septembre 2024, d’après la source ; période annoncée" in page
    assert "<dt>Période annoncée</dt><dd>2025-2029" in page
    assert (
        "<dt>Signature</dt><dd>aucune connue ; le contrat n’était pas signé en septembre 2024, "
        "d’après la source</dd>"
    ) in page
    assert "<dt>Dernière étape connue</dt><dd>Adopté" in page
    assert not re.search("pas encore signé|n’est pas signé|reste à signer", page)


def test_a_contract_without_a_known_end_says_what_is_likely_and_what_is_known(
    tmp_path: Path,
) -> None:
    root = SmallRoot(tmp_path)
    page = _page(root, duree="{debut: 2024-07}")
    assert (
        ">Vraisemblablement en cours</span> commencé en juillet 2024, fin non renseignée." in page
    )
    assert "<dt>Période</dt><dd>début en juillet 2024, fin non renseignée dans les sources" in page
    [description] = re.findall(r"^description: (.+)$", page, re.MULTILINE)
    told = json.loads(description).replace("\u00a0", " ")
    assert (
        "Vraisemblablement en cours : commencé en juillet 2024, fin non renseignée. Porteur" in told
    )
    page = _page(root, duree="{debut: 2015}")
    assert ">Vraisemblablement échu</span> commencé en 2015, fin non renseignée." in page
    assert "depuis 2015" not in page


def test_an_item_that_was_deduced_is_marked_and_named_by_its_place(tmp_path: Path) -> None:
    axes = (
        "[{titre: Premier, rattachement: [gouvernance]},"
        " {titre: Second, rattachement: [], actions: [{titre: Une}, {titre: Deux}]}]"
    )
    page = _page(
        SmallRoot(tmp_path),
        axes=axes,
        signataires="[{nom: communes membres, type: commune, nombre: 28}, {nom: ARS, type: ars}]",
        a_verifier="[axes.1, axes.2.actions.2, signataires.1]",
    )
    mark = ' <a class="a-verifier" href="#a-verifier">à vérifier</a>'
    page = html.unescape(page)
    assert f"communes membres (28){mark}</dd>" in page
    assert f"- Deux{mark}" in page
    assert "- Une\n" in page
    assert "aucun des axes nationaux ou transversaux.</p>" in page
    assert page.partition("## Signataires")[2].count(mark) == 3
    for label in ("Axes, n° 1", "Axes, n° 2 : actions, n° 2", "Signataires, n° 1"):
        assert f"- {label}\n" in page


def test_organisations_that_a_line_names_together_count_each(tmp_path: Path) -> None:
    together = "[{nom: communes membres, type: commune, nombre: 28}, {nom: ARS, type: ars}]"
    page = _page(SmallRoot(tmp_path), signataires=together, effectifs="{signataires: 31}")
    assert "31 signataires selon une source ; les sources en nomment 29." in page

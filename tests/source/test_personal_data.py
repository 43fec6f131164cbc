import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source.document import Document
from generator.source.personal_data import check_personal_data
from generator.source.problem import Problem
from generator.source.yaml_nodes import parse


def problems_in(text: str) -> list[Problem]:
    document = Document("x.yml", text.split("\n"))
    node = parse(document)
    assert node is not None
    check_personal_data(node, document)
    return document.problems


def traces(value: str) -> list[str]:
    text = yaml.safe_dump({"note": value}, allow_unicode=True, width=10_000)
    return [problem.found or "" for problem in problems_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mme Durand", "Mme Durand"),
        ("coordonné par Mme Durand (ARS)", "Mme Durand"),
        ("signé de M. Jean-Luc d'Artagnan, maire", "M. Jean-Luc d'Artagnan"),
        ("le docteur : Dr Émilie Le Goff", "Dr Émilie Le Goff"),
        ("M. de Villepin", "M. de Villepin"),
        ("Madame Anne de La Tour, élue", "Madame Anne de La Tour"),
        ("l'élue (Mme Ça)", "Mme Ça"),
        ("Pr\u00a0Martin", "Pr\u00a0Martin"),
        ("Le Pr Martin préside", "Pr Martin"),
        ("à Auch Docteur Durand", "Docteur Durand"),
        ("jean.durand@ars.sante.fr", "jean.durand@ars.sante.fr"),
        ("écrire à cls+sante@ville-brest.fr.", "cls+sante@ville-brest.fr"),
        ("02 98 98 89 89", "02 98 98 89 89"),
        ("tél. 02.98.98.89.89", "02.98.98.89.89"),
        ("0298988989", "0298988989"),
        ("+33 2 98 98 89 89", "+33 2 98 98 89 89"),
        ("+33 (0)2 98 98 89 89", "+33 (0)2 98 98 89 89"),
        ("0590 87 50 04", "0590 87 50 04"),
        ("0033 2 98 98 89 89", "0033 2 98 98 89 89"),
    ],
)
def test_personal_data_is_found(text: str, found: str) -> None:
    assert traces(text) == [f"« {found} »"]


@pytest.mark.parametrize(
    "text",
    [
        "hôpital Docteur Schaffner",
        "Centre hospitalier Docteur Schaffner de Lens",
        "rue du Docteur Roux",
        "12 quai du Docteur Calmette",
        "école Professeur Calmette",
        "Le Pr et le Dr",
        "Le Drive de Pringy",
        "M. le maire de Brest",
        "Mme la présidente",
        "Mesures et Médecins",
        "MSA Mayenne-Orne-Sarthe",
        "Pays de Redon, Me, MM",
        "SIREN 200068120",
        "SIRET 200 068 120 00012",
        "du 2023-07-12 au 2028-12-31",
        "population 217 882 en 2023",
        "numéro vert 3114 ou 15",
        "code 29232 et 01004",
        "CLS 2023-2028 @Brest",
    ],
)
def test_what_is_no_personal_data(text: str) -> None:
    assert traces(text) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ars.sante.fr/fiche-0298988989.pdf",
        "https://exemple.fr/?tel=0298988989&cHash=0612345678",
        "https://www.google.fr/maps/@48.85,2.35",
        "https://exemple.fr/rue/Dr-Durand",
    ],
)
def test_an_address_is_full_of_digits(url: str) -> None:
    assert traces(url) == []


def test_an_address_may_hide_an_e_mail_address() -> None:
    assert traces("https://exemple.fr/?a=jean@ars.fr") == ["« jean@ars.fr »"]


def test_the_caret_points_at_the_name_in_its_text() -> None:
    (problem,) = problems_in("nom: CLS\nnote: suivi par Mme Durand depuis 2020\n")
    assert (problem.line, problem.column, problem.length) == (2, 17, len("Mme Durand"))
    assert problem.rule == "donnee-personnelle"
    assert problem.severity == "erreur"


@pytest.mark.parametrize(
    "text",
    [
        'note: "Mme Durand"',
        "note: 'Mme Durand'",
        "signataires: [{nom: Mme Durand}]",
        "note: >-\n  suivi par Mme\n  Durand",
        'note: "Mm\\x65 Durand"',
        "note: 'Mme d''Arc'",
        "note: |\n  06 12 34\n  56 78",
        "note:\n- Ville\n-   Dr   Durand",
    ],
)
def test_no_way_of_writing_yaml_hides_it(text: str) -> None:
    assert len(problems_in(text)) == 1


hostile = st.lists(
    st.sampled_from(
        [
            "Mme",
            "Dr",
            "Durand",
            "a@b.fr",
            "06 12 34 56 78",
            "+33 6 12 34 56 78",
            "0033612345678",
            "l'",
            "«",
            '"',
            ":",
            "é\n",
            "rue du",
        ]
    ),
    max_size=6,
).map(" ".join)


@given(hostile, st.sampled_from(["'", '"', "|", ">", None]))
def test_the_quick_look_at_the_file_misses_nothing(value: str, style: str | None) -> None:
    quick = yaml.safe_dump([value], allow_unicode=True, default_style=style, width=20)
    slow = quick + "# \\"  # a backslash makes it look at every text
    texts = [f"note:\n{text}" for text in (quick, slow)]
    assert len(problems_in(texts[0])) == len(problems_in(texts[1]))


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "Mme Durand " * 20_000, "0 " * 100_000, "d' " * 60_000]
)
def test_a_monstrous_text_takes_no_monstrous_time(text: str) -> None:
    begin = time.process_time()
    traces(text)
    assert time.process_time() - begin < 4

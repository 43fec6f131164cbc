import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source.document import PROBLEM_LIMIT
from generator.source.personal_data import check
from generator.source.problem import Severity
from tests.small_root import underlined
from tests.source.personal_data import spellings
from tests.source.personal_data.reading import problems_in, problems_of, traces, written

REFUSED = (
    *spellings.PHONES,
    *spellings.EMAILS,
    *spellings.TITLED_NAMES,
    *spellings.ADDRESSES,
)
ORGANISATIONS = (*spellings.ORGANISATIONS, *spellings.NAMED_AFTER)


@pytest.mark.parametrize("text", REFUSED)
def test_personal_data_is_refused_in_every_spelling(text: str) -> None:
    problems = problems_of(text)
    assert {(problem.rule, problem.severity) for problem in problems} == {
        ("donnee-personnelle", Severity.ERROR)
    }


@pytest.mark.parametrize("text", [*spellings.SENTENCES, *spellings.GOOD_ADDRESSES])
def test_what_only_looks_like_it_is_accepted(text: str) -> None:
    assert traces(text) == []


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_what_bears_a_name_is_accepted(name: str) -> None:
    assert traces(name, "note") == []
    assert traces(name, "porteur") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("coordonné par Mme Durand (ARS)", ["Mme Durand"]),
        ("signé de M. Jean-Luc d'Artagnan, maire", ["M. Jean-Luc d'Artagnan"]),
        ("le docteur : Dr Émilie Le Goff", ["Dr Émilie Le Goff"]),
        ("Madame Anne de La Tour, élue", ["Madame Anne de La Tour"]),
        ("l'élue (Mme Ça)", ["Mme Ça"]),
        ("Pr\u00a0Martin", ["Pr\u00a0Martin"]),
        ("Mme Durand et Mme Martin", ["Mme Durand", "Mme Martin"]),
        ("Madame la maire Mme Durand", ["Mme Durand"]),
        ("M. Durand Mme Martin", ["M. Durand", "Mme Martin"]),
        ("écrire à cls+sante@ville-brest.fr.", ["cls+sante@ville-brest.fr"]),
        ("tél. 02.98.98.89.89, poste 12", ["02.98.98.89.89"]),
        ("06 12 34 56 78 / 01 98 76 54 32", ["06 12 34 56 78", "01 98 76 54 32"]),
        ("0612345678/0198765432", ["0612345678", "0198765432"]),
        ("joindre le +33 (0)6 12 34 56 78 !", ["+33 (0)6 12 34 56 78"]),
        ("Mme Durand, 06 12 34 56 78, a@b.fr", ["Mme Durand", "06 12 34 56 78", "a@b.fr"]),
        ("a@b.fr ou https://exemple.fr/?a=c%40d.fr", ["a@b.fr", "c%40d.fr"]),
        ("12 https://exemple.fr/ 06 12 34 56 78", ["06 12 34 56 78"]),
    ],
)
def test_no_more_than_the_data_is_shown(text: str, found: list[str]) -> None:
    assert traces(text) == found


@pytest.mark.parametrize("text", spellings.LONE_NAMES)
@pytest.mark.parametrize(
    "file",
    [
        "porteur: {}",
        "signataires: [{{nom: {}, type: autre}}]",
        "partenaires:\n  - nom: {}\n",
        "axes: [{{titre: Agir, actions: [{{titre: Agir, pilote: {}}}]}}]",
        "actions: [{{titre: Agir, pilote: {}}}]",
        "contact: {{service: {}}}",
        "ars: {{nom: {}}}",
    ],
)
def test_a_person_in_the_place_of_an_organisation_is_a_warning(file: str, text: str) -> None:
    problems = problems_in(file.format(f'"{text}"'))
    assert problems
    assert {(problem.rule, problem.severity) for problem in problems} == {
        ("personne-probable", Severity.WARNING)
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la coordinatrice Marie Martin", ["Marie Martin"]),
        ("Ville de Brest - Jean Durand, maire", ["Jean Durand"]),
        ("Marie Martin et Paul Durand", ["Marie Martin", "Paul Durand"]),
        ("MARTIN Marie (ARS Bretagne)", ["MARTIN Marie"]),
    ],
)
def test_the_lone_name_alone_is_shown(text: str, found: list[str]) -> None:
    assert traces(text, "porteur") == found


@pytest.mark.parametrize("text", spellings.LONE_NAMES)
def test_elsewhere_a_name_without_title_may_be_a_place(text: str) -> None:
    assert traces(text, "titre") == []


def test_the_proposal_for_an_organisation_works_when_followed() -> None:
    (problem,) = problems_of("Jeanne Martin", "porteur")
    assert problem.proposal is not None
    assert "« association Jeanne Martin »" in problem.proposal
    assert traces("association Jeanne Martin", "porteur") == []
    assert traces("Ville de Perpignan, la coordinatrice", "porteur") == []


@pytest.mark.parametrize(
    ("file", "line", "found"),
    [
        ("nom: CLS\nnote: suivi par Mme Durand depuis 2020\n", 2, "Mme Durand"),
        ('note: "Mme Durand"', 1, "Mme Durand"),
        ("note: 'l''élue Mme Durand'", 1, "Mme Durand"),
        ("note: 'Mme d''Arc'", 1, "Mme d''Arc"),
        ('note: "\\u00c9lue, Mm\\x65 Durand"', 1, "Mm\\x65 Durand"),
        ('note: "un \\"mot\\" de Mme Durand"', 1, "Mme Durand"),
        ('note: "l’élue \\\n  Mme Durand"', 2, "Mme Durand"),
        ("note: >-\n  suivi depuis 2020\n  par Mme Durand", 3, "Mme Durand"),
        ("note: |\n  suivi\n\n    par Mme Durand\n", 4, "Mme Durand"),
        ("note: suivi\n  par Mme Durand", 2, "Mme Durand"),
        ("note: >-\n  suivi par Mme\n  Durand", 2, "Mme"),
        ("note: |\n  06 12 34\n  56 78", 2, "06 12 34"),
        ("signataires: [{nom: Ville}, {nom: Mme Durand}]", 1, "Mme Durand"),
        ("note:\n- Ville\n-   Dr   Durand", 3, "Dr   Durand"),
        ("note: t\u00e9l. 06\u200b12 &#51;4 56 78, le soir", 1, "06\u200b12 &#51;4 56 78"),
        ("note: e\u0301lue Mme E\u0301lise, 06 12 34 56 78", 1, "Mme E\u0301lise"),
        ("site: https://exemple.fr/?a=%C3%A9&b=jean%40ars.fr&c=1", 1, "jean%40ars.fr"),
        ("porteur: ARS, Marie Martin", 1, "Marie Martin"),
        ("Mme Durand: maire", 1, "Mme Durand"),
        ('? "06 12 34 56 78"\n: maire', 1, "06 12 34 56 78"),
        ("nom: CLS # Mme Durand, élue", 1, "Mme Durand"),
        ("nom: CLS\n# le 06 12 34 56 78\n", 2, "06 12 34 56 78"),
        ("nom: CLS\n# suivi par Mme\n# Durand\n", 2, "Mme"),
        ("nom: CLS # Marie Martin, coordinatrice", 1, "Marie Martin"),
        ("note: | # a@b.fr\n  Ville\n", 1, "a@b.fr"),
    ],
)
def test_the_caret_points_at_what_was_found(file: str, line: int, found: str) -> None:
    problem = problems_in(file)[0]
    assert (problem.line, underlined(problem)) == (line, found)


@pytest.mark.parametrize(
    ("file", "message", "proposal"),
    [
        ("note: a@b.fr", "adresse de messagerie dans un fichier public", "contact.url"),
        ("note: 0612345678", "numéro de téléphone dans un fichier public", "contact.url"),
        ("note: Mme Durand", "nom de personne dans un fichier public", "Ville de Perpignan"),
        ("Mme Durand: 1", "nom de personne dans une clé d’un fichier public", "la fonction"),
        ("a: 1 # a@b.fr", "adresse de messagerie dans un commentaire", "du commentaire"),
        ("url: https://b.fr/?c=a@b.fr", "adresse de messagerie", "citez une autre page"),
    ],
)
def test_the_message_says_where_it_is_and_what_to_write(
    file: str, message: str, proposal: str
) -> None:
    (problem,) = problems_in(file)
    assert problem.message.startswith(message)
    assert proposal in (problem.proposal or "")


def test_the_editors_line_is_no_comment_to_check() -> None:
    assert problems_in("# yaml-language-server: $schema=../a@b.fr.json\nnom: CLS\n") == []
    assert len(problems_in("# yaml-language-server: $schema=../a.json a@b.fr\nnom: CLS\n")) == 1


digits = st.text("0123456789", min_size=8, max_size=8)
separators = st.sampled_from(
    [
        " ",
        "  ",
        ".",
        ". ",
        "-",
        " - ",
        "_",
        "/",
        "\u00a0",
        "\u202f",
        "\u2009",
        "\u2013",
        "\u2011",
        ") ",
    ]
)
plain_digits = "0123456789"
scripts = st.sampled_from([plain_digits, "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩"])


@st.composite
def phones(draw: st.DrawFn) -> str:
    """A French number: pairs, whatever parts them, in any digits, with or without +33."""
    first, rest = draw(st.sampled_from(plain_digits[1:])), draw(digits)
    pairs = [rest[index : index + 2] for index in range(0, 8, 2)]
    start = draw(st.sampled_from(["0", "+33", "+33 ", "+33 (0)", "0033 ", "(0)"]))
    parts = [start + first, *pairs]
    parted = draw(st.booleans())
    text = "".join(part + (draw(separators) if parted else "") for part in parts[:-1])
    return (text + parts[-1]).translate(str.maketrans(plain_digits, draw(scripts)))


@settings(deadline=None)  # a busy machine fails no test
@given(
    phones(),
    st.sampled_from(["", "au ", "(", "tél. : "]),
    st.sampled_from(["", ".", ")", " (ARS)"]),
)
def test_any_phone_number_is_found(number: str, before: str, after: str) -> None:
    assert len(traces(f"{before}{number}{after}")) == 1


pieces = st.sampled_from(
    [*REFUSED, *spellings.SENTENCES, "l'", "«", '"', ":", "é\n", "rue du", "# ", "\\", "%20"]
)


@settings(deadline=None)  # a busy machine fails no test
@given(
    st.lists(pieces, max_size=4).map(" ".join),
    st.sampled_from(["'", '"', "|", ">", None]),
    st.sampled_from(["note", "porteur", "url"]),
)
def test_the_quick_look_at_the_file_misses_nothing(value: str, style: str | None, key: str) -> None:
    text = f"{written(value, key, style, width=20)}# {value.replace(chr(10), ' ')}\n"
    quick = problems_in(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "is_suspect", lambda _: True)
        assert problems_in(text) == quick


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "count"),
    [
        *(
            (piece, 0)
            for piece in ("a", "M ", "0 ", "a@", "@ ", "d' ", "Dr ", "+33", "%40", "&#64;")
        ),
        *(
            (piece, 0)
            for piece in (
                "e\u0301",
                "(at) ",
                "centre a ",
                "06 12 34 56 7",
                "https://",
                "# ",
                "mme ",
            )
        ),
        ("Mme Durand ", PROBLEM_LIMIT),
        ("https://b.fr/a@b.fr ", PROBLEM_LIMIT),
    ],
)
def test_a_monstrous_text_is_read_in_time(piece: str, count: int) -> None:
    # Were a search not linear, 250 KB would take it hours.
    text = piece * (250_000 // len(piece))
    assert len(problems_in(f"note: |\n  {text}\n")) == count
    assert len(problems_in(f"# {text}\nnote: court\n")) == count

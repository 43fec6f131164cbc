import pytest

from generator.source.personal_data.comments import comments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nom: CLS", []),
        ("# un\nnom: CLS # deux\n  # trois", [(1, 2, " un"), (2, 11, " deux"), (3, 4, " trois")]),
        ("nom: CLS#1", []),
        ('nom: "CLS # 1" # oui', [(1, 17, " oui")]),
        ("nom: 'l''# 1 # 2' # oui", [(1, 20, " oui")]),
        ("nom: 'a\n  # b\n  c' # oui", [(3, 7, " oui")]),
        ("note: |\n  # texte\n  fin\n# oui", [(4, 2, " oui")]),
        ("note: > # oui\n  # texte\nnom: CLS # aussi", [(1, 10, " oui"), (3, 11, " aussi")]),
        ("note: a\n  b # oui", [(2, 6, " oui")]),
        ("url: https://exemple.fr/#ancre # oui # et", [(1, 33, " oui # et")]),
        ("liste: [a, # oui\n  b]", [(1, 13, " oui")]),
        ("liste:\n- a\n#\n- b", [(3, 2, "")]),
        ("nom: CLS # oui\n---\nnom: 'jamais # fini", [(1, 11, " oui"), (3, 15, " fini")]),
        ("# yaml-language-server: $schema=../contrat.schema.json\nnom: CLS", []),
        (
            "nom: CLS\n# yaml-language-server: $schema=a",
            [(2, 2, " yaml-language-server: $schema=a")],
        ),
    ],
)
def test_a_comment_is_what_no_text_holds(text: str, expected: list[tuple[int, int, str]]) -> None:
    found = [(comment.line, comment.column, comment.text) for comment in comments(text.split("\n"))]
    assert found == expected

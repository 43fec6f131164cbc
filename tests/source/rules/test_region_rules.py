"""What a région's file says of itself."""

import pytest

from tests.small_root import BRETAGNE, SmallRoot, told

PACA = BRETAGNE.replace('"53"', '"93"')


@pytest.mark.parametrize("name", ["Normandie", "bretagne", "Région Bretagne"])
def test_the_name_is_that_of_the_code(root: SmallRoot, name: str) -> None:
    root.write("regions/bretagne.yml", BRETAGNE.replace("nom: Bretagne", f"nom: {name}", 1))
    (problem,) = root.problems()
    assert told([problem]) == [("erreur", "region-nom", name)]
    assert problem.proposal == 'écrivez nom: "Bretagne", ou corrigez code_insee'


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_either_apostrophe_will_do(root: SmallRoot, apostrophe: str) -> None:
    name = f"Provence-Alpes-Côte d{apostrophe}Azur"
    text = PACA.replace("nom: Bretagne", f"nom: {name}", 1)
    root.write("regions/provence-alpes-cote-d-azur.yml", text)
    assert root.problems() == []


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        ("{nom: PRS, debut: 2028, fin: 2023}", [("erreur", "fin-avant-debut", "2023")]),
        ("{nom: PRS, debut: 2023, fin: 2028}", []),
        ("{nom: PRS, debut: 2023-11, fin: 2023}", []),
        ("{nom: PRS, fin: 2028}", []),
    ],
)
def test_a_prs_ends_after_it_starts(
    root: SmallRoot, project: str, expected: list[tuple[str, str, str]]
) -> None:
    root.write("regions/bretagne.yml", f"{BRETAGNE}prs: {project}\n")
    assert told(root.problems()) == expected

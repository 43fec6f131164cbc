"""Names that tell contracts apart: real groups, and any set of contracts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.directory.directory import Directory, Entry
from generator.directory.distinct_names import distinct_names
from generator.model.contract import Contract
from generator.model.period import period_of
from generator.source.loader import load
from generator.territories.reference import load_reference
from generator.territories.shapes import load_shapes
from generator.territories.territory import Territory
from generator.territories.text_keys import fold
from tests.sites import FROZEN, FROZEN_DAY, ROOT
from tests.small_root import AFTER_ALL


def entry(id_: str, name: str, place: str = "29", communes: str = "", **keys: Any) -> Entry:
    """A contract of the given keys of its file, on some communes of the département `place`."""
    contract = Contract.model_validate(
        {
            "nom": name,
            "etat": "signé",
            "territoire": {"communes": ["29232"]},
            "porteur": "Quimper Bretagne Occidentale",
            "sources": [{"titre": "Page", "url": "https://exemple.fr/"}],
            **keys,
        }
    )
    # Each has a territory of its own, unless communes are given.
    territory = Territory((communes or id_,), (), 0, (place,) if place else (), ())
    return Entry(id_, "", contract, territory, period_of(contract), "bretagne", ())


def names_of(entries: Iterable[Entry]) -> list[str]:
    return list(dict(sorted(distinct_names(entries).items())).values())


def of(corpus: Path, day: Any) -> dict[str, str]:
    reference = load_reference()
    directory = Directory(load(corpus, reference, day), reference, load_shapes())
    return distinct_names(directory.entries.values())


@pytest.fixture(scope="module")
def frozen() -> dict[str, str]:
    return of(FROZEN, FROZEN_DAY)


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        (
            "marseille",
            [
                "CLS de Marseille, 2009-2011",
                "CLS de Marseille, 2014-2016",
                "CLS de Marseille, 2019-2021",
                "CLS de Marseille, 2024-2026",
            ],
        ),
        (
            "saverne",
            [
                "CLS médico-social du Pays de Saverne Plaine et Plateau, 2020-2024",
                "CLS de Saverne, Plaine et Plateau, en préparation en 2025",
            ],
        ),
        (
            "dinan",
            [
                "CLS de Dinan Agglomération, 2020-2024",
                "CLS de Dinan Agglomération, en préparation en 2024",
            ],
        ),
        (
            "evry",
            [
                "CLS intercommunal d'Évry et Courcouronnes, 2015-2017",
                "CLS d'Évry et Courcouronnes, 2018-2022",
            ],
        ),
        ("mamoudzou", ["CLS de Mamoudzou, signé en 2013", "CLS de Mamoudzou, signé en 2021"]),
        (
            "la-seyne",
            ["CLS de La Seyne-sur-Mer, signé en 2015", "CLS de La Seyne-sur-Mer, 2019-2020"],
        ),
        # Alone of its name: nothing more than the territory is needed.
        ("mayenne", ["CLS de Mayenne Communauté"]),
        ("medoc-3", ["CLS Médoc"]),
        ("cornouaille", ["CLS de Cornouaille"]),
        ("ville-de-strasbourg", ["CLS de la Ville de Strasbourg"]),
    ],
)
def test_real_groups(frozen: dict[str, str], prefix: str, expected: list[str]) -> None:
    assert [name for id_, name in sorted(frozen.items()) if id_.startswith(prefix)] == expected


AMIENS = "Contrat local de santé d'Amiens"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [
                entry("a", AMIENS, duree={"signature": "2019-10-02"}, rang=2),
                entry("b", "Contrat local de santé d’Amiens (3e génération)"),
            ],
            ["CLS d'Amiens, 2e contrat", "CLS d’Amiens, 3e contrat"],
            id="ranks, where years do not tell all apart",
        ),
        pytest.param(
            [entry("a", AMIENS, rang=1), entry("b", AMIENS, precedent="a")],
            ["CLS d'Amiens, 1er contrat", "CLS d'Amiens, 2e contrat"],
            id="the one after the first is the second",
        ),
        pytest.param(
            [
                entry("a", "CLS d'AMIENS", duree={"debut": "2012"}),
                entry("b", "2e contrat local de santé d’Amiens", duree={"fin": "2029"}),
                entry("c", "Contrat local de santé Amiens", duree={"debut": "2020", "fin": "2020"}),
            ],
            [
                "CLS d'AMIENS, commencé en 2012",
                "CLS d’Amiens, jusqu’en 2029",
                "CLS Amiens, 2020",
            ],
            id="spellings that a reader would confuse",
        ),
        pytest.param(
            [
                entry("a", AMIENS, etat="en préparation", duree={"debut": "2027"}),
                entry("b", AMIENS, etat="en préparation", duree={"debut": "2027", "annees": 5}),
                entry("c", AMIENS, etat="en préparation", duree={"fin": "2035"}),
                entry("d", AMIENS, etat="en préparation", etat_constate="2019-05"),
                entry("e", AMIENS, etat="en préparation"),
            ],
            [
                "CLS d'Amiens, prévu pour 2027",
                "CLS d'Amiens, 2027-2031",
                "CLS d'Amiens, prévu jusqu’en 2035",
                "CLS d'Amiens, en préparation en 2019",
                "CLS d'Amiens, en préparation",
            ],
            id="in preparation",
        ),
        pytest.param(
            [
                entry("a", AMIENS, etat_constate="2019-12-31"),
                entry("b", AMIENS, duree={"signature": "2025"}),
                entry("c", AMIENS),
            ],
            [
                "CLS d'Amiens, attesté en 2019",
                "CLS d'Amiens, signé en 2025",
                "CLS d'Amiens, date inconnue",
            ],
            id="neither years nor ranks for all",
        ),
        pytest.param(
            [
                entry("a", AMIENS, duree={"debut": "2020", "fin": "2023"}),
                entry("b", AMIENS, duree={"debut": "2020-05", "fin": "2023-06"}),
                entry("c", AMIENS, duree={"debut": "2024", "fin": "2027"}, rang=3),
            ],
            ["CLS d'Amiens, a", "CLS d'Amiens, b", "CLS d'Amiens, 2024-2027"],
            id="ids, where nothing else differs",
        ),
        pytest.param(
            [
                entry("a", "CLS de Saint-Denis", "93"),
                entry("b", "CLS de Saint-Denis", "974"),
                entry("c", "CLS de Saint-Denis (93)", "93"),
            ],
            [
                "CLS de Saint-Denis (93), a",
                "CLS de Saint-Denis (974)",
                "CLS de Saint-Denis (93), c",
            ],
            id="one that bears the very name that another is given",
        ),
        pytest.param(
            [
                entry("a", AMIENS, porteur="Ville d’Amiens"),
                entry("b", AMIENS, porteur="Amiens Métropole"),
            ],
            ["CLS d'Amiens, porteur : Ville d’Amiens", "CLS d'Amiens, porteur : Amiens Métropole"],
            id="porteurs",
        ),
        pytest.param(
            [
                entry("a", "CLS de Saint-Denis", "93", duree={"debut": "2011", "fin": "2014"}),
                entry("b", "CLS de Saint-Denis", "974", duree={"debut": "2011", "fin": "2014"}),
                entry("c", "CLS de Saint-Denis", "93", duree={"debut": "2015", "fin": "2018"}),
            ],
            [
                "CLS de Saint-Denis (93), 2011-2014",
                "CLS de Saint-Denis (974)",
                "CLS de Saint-Denis (93), 2015-2018",
            ],
            id="two territories of one name",
        ),
        pytest.param(
            [
                entry("a", "CLS de Nantes", communes="44109", duree={"debut": "2012", "fin": "2017"}),
                entry("b", "CLS nantais", communes="44109", precedent="a", duree={"debut": "2019"}),
            ],
            ["CLS de Nantes, 2012-2017", "CLS nantais, commencé en 2019"],
            id="one territory that changes its name",
        ),
        pytest.param(
            [entry("a", "CLS de Brest"), entry("b", "CLS du Pays de Brest")],
            ["CLS de Brest", "CLS du Pays de Brest"],
            id="a city and its pays",
        ),
    ],
)  # fmt: skip
def test_the_means_that_tell_apart(entries: list[Entry], expected: list[str]) -> None:
    assert names_of(entries) == expected


YEARS = st.sampled_from(["2015", "2015-06", "2018", "2021-12-31"])
TERRITORIES = st.sampled_from(["Brest", "BREST", "l'Élorn", "l’Elorn", ""])
FORMS = st.sampled_from(
    [
        "Contrat local de santé de {}",
        "CLS {}",
        "Deuxième contrat local de santé du Pays de {}",
        "CLS de {} (2e génération)",
        "CLS de {} 2015-2018",
        # As another may be called for want of better.
        "CLS de {} (29)",
        "CLS de {}, date inconnue",
        "CLS de {}, b",
        "CLS de {}, 29, b",
        "Santé {}",
    ]
)


@st.composite
def contracts(draw: st.DrawFn) -> list[Entry]:
    ids = draw(st.lists(st.sampled_from(list("abcdefgh")), min_size=1, unique=True))
    return [_any(draw, id_, ids) for id_ in ids]


def _any(draw: st.DrawFn, id_: str, ids: Sequence[str]) -> Entry:
    optional: dict[str, Any] = {
        "rang": draw(st.none() | st.integers(1, 3)),
        "etat_constate": draw(st.none() | YEARS),
        # Loops are errors, and are met nevertheless while a file is written.
        "precedent": draw(st.none() | st.sampled_from(ids)),
        "duree": draw(
            st.fixed_dictionaries({}, optional={"signature": YEARS, "debut": YEARS, "fin": YEARS})
        ),
    }
    return entry(
        id_,
        draw(FORMS).format(draw(TERRITORIES)),
        draw(st.sampled_from(["29", "93", ""])),
        draw(st.sampled_from(["", "29019"])),
        etat=draw(st.sampled_from(["signé", "en préparation"])),
        porteur=draw(st.sampled_from(["Ville de Brest", "Métropole"])),
        **{key: value for key, value in optional.items() if value is not None},
    )


@pytest.mark.slow
@given(contracts(), st.randoms(use_true_random=False))
def test_no_two_contracts_are_alike_whatever_their_order(
    entries: list[Entry], chance: random.Random
) -> None:
    names = distinct_names(entries)
    assert names.keys() == {entry.id for entry in entries}
    assert max(Counter(map(fold, names.values())).values()) == 1
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert distinct_names(shuffled) == names


def test_no_two_contracts_of_the_directory_are_alike() -> None:
    names = of(ROOT, AFTER_ALL)
    assert [name for name, times in Counter(map(fold, names.values())).items() if times > 1] == []

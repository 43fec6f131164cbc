from collections.abc import Mapping

import pytest

from generator.model.fields import SLUG
from generator.model.vocabulary import (
    AXES,
    KNOWLEDGE,
    NATIONAL_AXES,
    ORGANISATIONS,
    STAGES,
    STATES,
    STATUSES,
    THEMES,
    Family,
    Term,
    Vocabulary,
)

ALL: dict[str, Mapping[str, Term]] = {
    "axes": AXES,
    "themes": THEMES,
    "organisations": ORGANISATIONS,
    "states": STATES,
    "knowledge": KNOWLEDGE,
    "stages": STAGES,
    "statuses": STATUSES,
}

AXIS_IDS = """acces-aux-soins prevention-promotion parcours-de-sante sante-environnement
sante-mentale participation-citoyenne gouvernance"""

THEME_IDS = """offre-de-soins acces-aux-droits telesante soins-non-programmes activite-physique
alimentation addictions depistage maladies-chroniques vaccination vie-affective-et-sexuelle
sante-mentale ecrans-et-numerique petite-enfance-parentalite jeunes vieillissement handicap aidants
precarite violences sante-au-travail bucco-dentaire coordination-des-acteurs parcours-de-soins
habitat qualite-de-l-air eau bruit perturbateurs-endocriniens urbanisme-favorable mobilite climat
especes-nuisibles participation communication observation-evaluation formation
demographie-medicale cancers suicide gestes-qui-sauvent sante-des-femmes mediation-interpretariat
isolement fin-de-vie"""

ORGANISATION_IDS = """ars epci commune petr autre-collectivite prefecture cpam departement region caf
msa carsat education-nationale hopital cpts urps ordre-professionnel association mutualite universite
bailleur etat medico-social syndicat-mixte ccas dac cgss parc-naturel
maison-de-sante promotion-sante observatoire enseignement autre"""


@pytest.mark.parametrize(
    ("vocabulary", "ids"),
    [(AXES, AXIS_IDS), (THEMES, THEME_IDS), (ORGANISATIONS, ORGANISATION_IDS)],
)
def test_the_public_ids_are_those_of_the_format(vocabulary: Vocabulary, ids: str) -> None:
    assert list(vocabulary) == ids.split()


def test_the_four_national_axes_come_first() -> None:
    assert tuple(AXES)[:4] == NATIONAL_AXES


def test_states_and_stages_are_written_in_french() -> None:
    assert list(STATES) == ["signé", "en préparation"]
    assert list(STAGES) == [
        "préfiguration", "diagnostic", "rédaction", "adopté", "signature prévue",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["axes", "themes", "organisations", "statuses"])
def test_ids_can_stand_in_an_address(name: str) -> None:
    assert [id_ for id_ in ALL[name] if not SLUG.fullmatch(id_)] == []


@pytest.mark.parametrize("name", ALL)
def test_every_term_is_explained_and_no_two_look_alike(name: str) -> None:
    vocabulary = ALL[name]
    for id_, term in vocabulary.items():
        assert term.id == id_
        assert term.label[0].isupper()
        assert term.definition.endswith((".", "…"))
        assert "\n" not in term.definition
    assert len({term.label for term in vocabulary.values()}) == len(vocabulary)


def test_a_status_tells_once_what_it_comes_to() -> None:
    families = {
        family: {id_ for id_, term in STATUSES.items() if term.family is family}
        for family in Family
    }
    assert families == {
        Family.IN_FORCE: {"en-cours"},
        Family.LIKELY_IN_FORCE: {"vraisemblablement-en-cours"},
        Family.TO_COME: {"a-venir"},
        Family.IN_PREPARATION: {"en-preparation"},
        Family.UNKNOWN: {"echeance-inconnue"},
        Family.LOST_FROM_SIGHT: {"suite-inconnue"},
        Family.PAST: {"vraisemblablement-echu", "echu", "remplace"},
    }
    by_rank = sorted(STATUSES.values(), key=lambda term: term.rank)
    assert len({term.rank for term in by_rank}) == len(STATUSES)
    past = [term.family is Family.PAST for term in by_rank]
    assert past == sorted(past), "what is over never stands for a territory before what is not"
    lost = [not term.family.live for term in by_rank]
    assert lost == sorted(lost), "nor what is lost from sight before what is live"


def test_no_id_is_written_twice_in_the_module() -> None:
    with pytest.raises(ValueError, match="jeunes"):
        Vocabulary("essai", ("jeunes", "Jeunes", "Un."), ("jeunes", "Jeunes gens", "Deux."))

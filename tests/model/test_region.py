from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.region import Region

GUADELOUPE: dict[str, Any] = {
    "nom": "Guadeloupe",
    "code_insee": "01",
    "collectivites": ["977", "978"],
    "ars": {"nom": "ARS Guadeloupe", "site": "https://www.guadeloupe.ars.sante.fr"},
    "prs": {"nom": "Projet régional de santé 3", "debut": "2023", "fin": "2028"},
    "axes_regionaux": [{"titre": "Prévenir", "rattachement": ["prevention-promotion"]}],
    "reperes": ["Neuf contrats en 2024"],
    "sources": [{"titre": "ARS", "url": "https://www.guadeloupe.ars.sante.fr/cls"}],
}


def test_a_region_keeps_its_leading_zero_and_its_collectivites() -> None:
    region = Region.model_validate(GUADELOUPE)
    assert (region.insee_code, region.overseas) == ("01", ("977", "978"))
    assert region.agency.name == "ARS Guadeloupe"
    assert region.health_project is not None
    assert str(region.health_project.end) == "2028"
    assert region.regional_axes[0].national == ("prevention-promotion",)


def test_only_name_code_agency_and_sources_are_required() -> None:
    needed = {key: GUADELOUPE[key] for key in ("nom", "code_insee", "ars", "sources")}
    assert Region.model_validate(needed).health_project is None
    for key in needed:
        with pytest.raises(ValidationError, match="Field required"):
            Region.model_validate({name: value for name, value in needed.items() if name != key})


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"code_insee": "1"}, "code_region"),
        ({"code_insee": "2A"}, "code_region"),
        ({"collectivites": ["29"]}, "code_collectivite"),
        ({"collectivites": ["971 "]}, "code_collectivite"),
        (
            {"axes_regionaux": [{"titre": "Prévenir", "rattachement": ["prevention"]}]},
            "vocabulaire",
        ),
        ({"ars": {"nom": "ARS", "page_cls": "ars.fr"}}, "url"),
        ({"sources": []}, "too_short"),
        ({"departements": ["29"]}, "extra_forbidden"),
    ],
)
def test_refusals(change: dict[str, Any], kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Region.model_validate({**GUADELOUPE, **change})
    assert kind in [error["type"] for error in caught.value.errors()]

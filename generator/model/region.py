"""Region: how one région, through its ARS, takes up the local health contracts."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)

from generator.model.about import About
from generator.model.base import AxisId, Node, Source
from generator.model.dates import PartialDate
from generator.model.fields import (
    TEXT_LIMIT,
    Count,
    Many,
    OneOrMany,
    Shorthand,
    Text,
    WebAddress,
    matching,
)

RegionCode = Annotated[
    str,
    AfterValidator(matching(r"\d{2}", "code_region")),
    WithJsonSchema({"type": "string", "pattern": r"^\d{2}$"}),
]
"""INSEE code of a région (COG), two digits."""

OverseasCode = Annotated[
    str,
    AfterValidator(matching(r"9[78]\d", "code_collectivite")),
    WithJsonSchema({"type": "string", "pattern": r"^9[78]\d$"}),
]
"""Code of a collectivité d'outre-mer, three digits."""


class Agency(Node):
    """L’agence régionale de santé."""

    name: Text = Field(alias="nom", title="Nom", examples=["ARS Bretagne"])
    """Nom de l’agence."""

    site: WebAddress | None = Field(
        None, title="Site", examples=["https://www.bretagne.ars.sante.fr"]
    )
    """Site de l’agence."""

    cls_page: WebAddress | None = Field(
        None,
        alias="page_cls",
        title="Page sur les CLS",
        examples=["https://www.bretagne.ars.sante.fr/contrats-locaux-ou-territoriaux-de-sante"],
        json_schema_extra=About(found="le site de l’agence"),
    )
    """Page de l’agence sur les contrats locaux de santé."""


class HealthProject(Node):
    """Le projet régional de santé (PRS) en vigueur."""

    name: Text = Field(
        alias="nom",
        title="Nom",
        examples=["Projet régional de santé 3"],
        json_schema_extra=About(found="le site de l’agence"),
    )
    """Nom du projet."""

    start: PartialDate | None = Field(None, alias="debut", title="Début", examples=["2023"])
    """Début du projet."""

    end: PartialDate | None = Field(None, alias="fin", title="Fin", examples=["2028"])
    """Fin du projet."""


class RegionalAxis(Node):
    """Un axe que l’ARS propose aux contrats de la région."""

    title: Text = Field(
        alias="titre",
        title="Titre",
        examples=["Promotion de la santé et prévention"],
        json_schema_extra=About(found="le site de l’agence, ou son guide des contrats"),
    )
    """Titre de l’axe, comme l’écrit l’ARS."""

    national: Many[AxisId] = Field(
        alias="rattachement",
        title="Rattachement",
        examples=[["prevention-promotion"]],
    )
    """Axes nationaux ou transversaux auxquels il se rattache ; [] quand aucun ne convient."""


class Census(Node):
    """Ce que l’ARS elle-même dit du nombre de contrats de la région."""

    number: Annotated[Count, Field(ge=1, le=2000)] = Field(
        alias="nombre",
        title="Nombre",
        examples=[21],
        json_schema_extra=About(found="le site de l’agence, ou ce qu’elle dit à la presse"),
    )
    """Nombre de contrats selon l’ARS."""

    state: Text = Field(
        alias="etat",
        title="État",
        examples=["signés et actifs"],
        json_schema_extra=About(found="les mots qui suivent le nombre dans la source"),
    )
    """Ce qui est compté, dans les mots de la source : signés, en cours, en préfiguration…"""

    date: PartialDate = Field(
        title="Date",
        examples=["2025-03-26"],
        json_schema_extra=About(found="la date de la page ou du document"),
    )
    """Date à laquelle ce nombre vaut."""

    source: WebAddress = Field(
        title="Source",
        examples=["https://www.normandie.ars.sante.fr/contrats-locaux-de-sante-8"],
        json_schema_extra=About(found="la barre d’adresse du navigateur"),
    )
    """Adresse de la page qui donne ce nombre."""


class Landmark(Node):
    """Un fait sur les contrats de la région, tel qu’une source l’a dit."""

    text: Text = Field(
        alias="texte",
        title="Texte",
        examples=["Toute la population du Finistère est couverte par un contrat"],
        json_schema_extra=About(found="le site de l’agence, ou la presse"),
    )
    """Le fait, dans des mots proches de ceux de la source."""

    date: PartialDate | None = Field(
        None,
        title="Date",
        examples=["2023-07-12"],
        json_schema_extra=About(found="la date de la page ou du document"),
    )
    """Date à laquelle la source le dit."""

    source: WebAddress | None = Field(
        None,
        title="Source",
        examples=["https://www.bretagne.ars.sante.fr"],
        json_schema_extra=About(found="la barre d’adresse du navigateur"),
    )
    """Adresse de la page qui le dit."""


def _plain_landmark(value: object) -> object:
    return {"texte": value} if isinstance(value, str) else value


_TEXT_ALONE = Shorthand(
    _plain_landmark, lambda _: {"type": "string", "minLength": 1, "maxLength": TEXT_LIMIT}
)


class Region(Node):
    """Une région et son agence régionale de santé."""

    model_config = ConfigDict(title="Région")

    name: Text = Field(alias="nom", title="Nom", examples=["Bretagne"])
    """Nom de la région."""

    insee_code: RegionCode = Field(
        alias="code_insee",
        title="Code INSEE",
        examples=["53"],
        json_schema_extra=About(found="le site de l’INSEE"),
    )
    """Code INSEE de la région, entre guillemets."""

    overseas: Many[OverseasCode] = Field(
        (),
        alias="collectivites",
        title="Collectivités",
        examples=[["977", "978"]],
        json_schema_extra=About(found="le site de l’INSEE"),
    )
    """Codes des collectivités d’outre-mer dont l’ARS s’occupe aussi."""

    agency: Agency = Field(alias="ars", title="ARS", examples=[{"nom": "ARS Bretagne"}])
    """L’agence régionale de santé."""

    health_project: HealthProject | None = Field(
        None,
        alias="prs",
        title="PRS",
        examples=[{"nom": "Projet régional de santé 3", "debut": "2023"}],
        json_schema_extra=About(found="le site de l’agence"),
    )
    """Le projet régional de santé."""

    regional_axes: Many[RegionalAxis] = Field(
        (),
        alias="axes_regionaux",
        title="Axes régionaux",
        examples=[
            [
                {
                    "titre": "Promotion de la santé et prévention",
                    "rattachement": ["prevention-promotion"],
                }
            ]
        ],
        json_schema_extra=About(found="le site de l’agence, ou son guide des contrats"),
    )
    """Axes que l’ARS propose aux contrats de la région."""

    census: OneOrMany[Census] = Field(
        (),
        alias="recensement",
        title="Recensement",
        examples=[
            [
                {
                    "nombre": 21,
                    "etat": "signés et actifs",
                    "date": "2025-03-26",
                    "source": "https://www.normandie.ars.sante.fr/contrats-locaux-de-sante-8",
                }
            ]
        ],
        json_schema_extra=About(found="le site de l’agence"),
    )
    """Nombre de contrats que l’ARS elle-même donne, à une date."""

    landmarks: Many[Annotated[Landmark, _TEXT_ALONE]] = Field(
        (),
        alias="reperes",
        title="Repères",
        examples=[
            ["Premiers contrats de la région signés en 2012 selon l’ARS"],
            [{"texte": "Neuf contrats signés", "date": "2024-09"}],
        ],
        json_schema_extra=About(found="le site de l’agence"),
    )
    """Ce que des sources disent des contrats de la région : un texte, ou un texte avec sa date et sa source."""

    sources: Many[Source] = Field(
        title="Sources",
        min_length=1,
        examples=[
            [
                {
                    "titre": "Page de l’agence",
                    "url": "https://www.bretagne.ars.sante.fr",
                    "consulte": "2026-11-22",
                }
            ]
        ],
    )
    """Pages et documents publics d’où viennent les faits : un au moins."""

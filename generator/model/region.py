"""Region: how one région, through its ARS, takes up the local health contracts."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema

from generator.model.base import AxisId, Node, Source
from generator.model.dates import PartialDate
from generator.model.fields import Many, Text, WebAddress, matching

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

    name: Text = Field(alias="nom", title="Nom")
    """Nom de l’agence."""

    site: WebAddress | None = Field(None, title="Site")
    """Site de l’agence."""

    cls_page: WebAddress | None = Field(None, alias="page_cls", title="Page sur les CLS")
    """Page de l’agence sur les contrats locaux de santé."""


class HealthProject(Node):
    """Le projet régional de santé (PRS) en vigueur."""

    name: Text = Field(alias="nom", title="Nom")
    """Nom du projet."""

    start: PartialDate | None = Field(None, alias="debut", title="Début")
    """Début du projet."""

    end: PartialDate | None = Field(None, alias="fin", title="Fin")
    """Fin du projet."""


class RegionalAxis(Node):
    """Un axe que l’ARS propose aux contrats de la région."""

    title: Text = Field(alias="titre", title="Titre")
    """Titre de l’axe, comme l’écrit l’ARS."""

    national: Many[AxisId] = Field(alias="rattachement", title="Rattachement", min_length=1)
    """Axes nationaux ou transversaux auxquels il se rattache."""


class Region(Node):
    """Une région et son agence régionale de santé."""

    model_config = ConfigDict(title="Région")

    name: Text = Field(alias="nom", title="Nom")
    """Nom de la région."""

    insee_code: RegionCode = Field(alias="code_insee", title="Code INSEE")
    """Code INSEE de la région, entre guillemets."""

    overseas: Many[OverseasCode] = Field((), alias="collectivites", title="Collectivités")
    """Codes des collectivités d’outre-mer dont l’ARS s’occupe aussi."""

    agency: Agency = Field(alias="ars", title="ARS")
    """L’agence régionale de santé."""

    health_project: HealthProject | None = Field(None, alias="prs", title="PRS")
    """Le projet régional de santé."""

    regional_axes: Many[RegionalAxis] = Field((), alias="axes_regionaux", title="Axes régionaux")
    """Axes que l’ARS propose aux contrats de la région."""

    landmarks: Many[Text] = Field((), alias="reperes", title="Repères")
    """Quelques faits sur les contrats locaux de santé dans la région."""

    sources: Many[Source] = Field(title="Sources", min_length=1)
    """Pages et documents publics d’où viennent les faits : un au moins."""

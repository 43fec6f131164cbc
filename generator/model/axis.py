"""Axis: what a contract sets out to do, and the actions that serve it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import About, Counted
from generator.model.base import AxisId, Node
from generator.model.fields import Many, Text
from generator.model.vocabulary import THEMES


class Action(Node):
    """Une action ou une fiche action du contrat."""

    title: Text = Field(
        alias="titre",
        title="Titre",
        examples=["Diagnostic santé environnementale"],
        json_schema_extra=About(found="le titre de la fiche action"),
    )
    """Titre de l’action, comme l’écrit la source."""

    themes: Many[Annotated[str, THEMES]] = Field(
        (),
        title="Thèmes",
        examples=[["observation-evaluation"]],
        json_schema_extra=About(counted=Counted("Thème d’une action au moins")),
    )
    """Thèmes de l’action, à choisir dans la liste."""

    audiences: Many[Text] = Field(
        (),
        alias="publics",
        title="Publics",
        examples=[["jeunes", "personnes âgées"]],
        json_schema_extra=About(found="la ligne « public visé » de la fiche action"),
    )
    """Publics visés, en mots simples : jeunes, personnes âgées, professionnels de santé…"""

    lead: Text | None = Field(
        None,
        alias="pilote",
        title="Pilote",
        examples=["Ville de Quimper"],
        json_schema_extra=About(
            found="la ligne « pilote » ou « porteur de l’action » de la fiche action"
        ),
    )
    """Organisme qui conduit l’action."""


class Axis(Node):
    """Un axe du contrat, avec ses actions."""

    title: Text = Field(
        alias="titre",
        title="Titre",
        examples=["Promouvoir la santé environnementale"],
        json_schema_extra=About(found="le sommaire : « axe stratégique n° 1 »"),
    )
    """Titre de l’axe, comme l’écrit le contrat."""

    national: Many[AxisId] = Field(
        alias="rattachement", title="Rattachement", examples=[["sante-environnement"], []]
    )
    """Axes nationaux ou transversaux auxquels cet axe se rattache ; [] quand aucun ne convient."""

    actions: Many[Action] = Field(
        (),
        title="Actions",
        examples=[[{"titre": "Diagnostic santé environnementale"}]],
        json_schema_extra=About(found="les fiches actions, à la suite de leur axe"),
    )
    """Actions de cet axe que citent les sources."""

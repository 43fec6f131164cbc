"""Perimeter: the territory that a contract covers, as its file says it."""

from __future__ import annotations

from pydantic import Field

from generator.model.about import About
from generator.model.base import Node
from generator.model.fields import CommuneCode, Many, Siren, Text


class Perimeter(Node):
    """Le territoire que couvre le contrat : au moins un code d’intercommunalité ou de commune."""

    epci: Many[Siren] = Field(
        (),
        title="Intercommunalités",
        examples=[["200068120"]],
        json_schema_extra=About(
            found="l’article sur le périmètre ; leur numéro est dans l’Annuaire des entreprises"
        ),
    )
    """Numéros SIREN des intercommunalités (ou des EPT du Grand Paris) couvertes en entier, entre guillemets."""

    communes: Many[CommuneCode] = Field(
        (),
        title="Communes",
        examples=[["66136"]],
        json_schema_extra=About(
            found="la liste des communes du périmètre ; leur code est sur le site de l’INSEE"
        ),
    )
    """Codes INSEE des communes, entre guillemets, quand le périmètre n’est pas fait d’intercommunalités entières."""

    precision: Text | None = Field(
        None,
        title="Précision",
        examples=["quartiers prioritaires surtout"],
        json_schema_extra=About(
            found="l’article sur le périmètre, ou la présentation du territoire"
        ),
    )
    """Ce que les codes ne disent pas : quartiers visés, périmètre partiel, chiffres au jour de la signature."""

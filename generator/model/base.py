"""What contract and region files have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.model.about import About
from generator.model.dates import PartialDate
from generator.model.fields import Text, WebAddress
from generator.model.vocabulary import AXES


class Node(BaseModel):
    """Base of every model: frozen, French aliases, no unknown key."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        # PyYAML gives only text, lists and mappings; a number typed as text is read by its own type.
        coerce_numbers_to_str=True,
    )


class Source(Node):
    """Une page ou un document public d’où viennent les faits."""

    title: Text = Field(
        alias="titre",
        title="Titre",
        examples=["Quimper Cornouaille Développement : contrat local de santé"],
        json_schema_extra=About(found="le titre de la page dans le navigateur"),
    )
    """Titre de la page ou du document, avec le nom de l’organisme qui le publie."""

    url: WebAddress = Field(
        title="Adresse web",
        examples=["https://exemple.fr/cls"],
        json_schema_extra=About(found="la barre d’adresse du navigateur"),
    )
    """Adresse complète, qui commence par https://."""

    consulted: PartialDate | None = Field(
        None, alias="consulte", title="Consulté le", examples=["2026-11-22"]
    )
    """Jour où la page a été lue, AAAA-MM-JJ."""


AxisId = Annotated[str, AXES]
"""Id of a national or cross-cutting axis."""

"""Organisation: who signs a contract or takes part in it, and where its carrier is reached."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import About
from generator.model.base import Node
from generator.model.fields import Count, Text, WebAddress
from generator.model.vocabulary import ORGANISATIONS


class Organisation(Node):
    """Un organisme qui signe le contrat ou y participe ; jamais une personne."""

    name: Text = Field(
        alias="nom",
        title="Nom",
        examples=["ARS Bretagne"],
        json_schema_extra=About(
            found="la liste « Entre les soussignés », ou les logos et les signatures"
        ),
    )
    """Nom de l’organisme."""

    kind: Annotated[str, ORGANISATIONS] = Field(alias="type", title="Type", examples=["ars"])
    """Type d’organisme, à choisir dans la liste."""

    number: Annotated[Count, Field(ge=2, le=2000)] | None = Field(
        None,
        alias="nombre",
        title="Nombre",
        examples=[28],
        json_schema_extra=About(found="le préambule, ou le compte des signatures"),
    )
    """Combien d’organismes la ligne nomme ensemble : « communes membres » en vaut 28."""

    @property
    def counts_for(self) -> int:
        """How many organisations it stands for."""
        return self.number or 1


class Contact(Node):
    """Où joindre l’organisme porteur : une page publique, jamais une personne."""

    service: Text | None = Field(
        None,
        title="Service",
        examples=["Direction de la santé"],
        json_schema_extra=About(found="le site de l’organisme porteur"),
    )
    """Nom du service ou de l’organisme."""

    url: WebAddress | None = Field(
        None,
        title="Page",
        examples=[
            "https://quimper-cornouaille-developpement.bzh/expertises/contrat-local-de-sante-cls"
        ],
        json_schema_extra=About(found="le site de l’organisme porteur"),
    )
    """Page publique de contact."""

"""Duration: the dates that a contract's file gives, and those of its amendments."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.about import About, Counted
from generator.model.base import Node
from generator.model.dates import LAST_YEAR, PartialDate
from generator.model.fields import Count, Text


class Duration(Node):
    """Les dates du contrat ; chacune est facultative et peut se limiter à l’année ou au mois."""

    deliberation: PartialDate | None = Field(
        None,
        title="Délibération",
        examples=["2023-06-29"],
        json_schema_extra=About(
            found="le registre des délibérations du porteur, ou un article sur le vote",
            compared=True,
            listed=True,
        ),
    )
    """Date à laquelle l’assemblée du porteur a approuvé le contrat, qui n’est pas celle de sa signature."""

    signature: PartialDate | None = Field(
        None,
        title="Signature",
        examples=["2023-07-12"],
        json_schema_extra=About(
            found="la dernière page, au-dessus des signatures ; sinon un article ou un communiqué sur la cérémonie",
            counted=Counted("Date de signature", signed_only=True),
            compared=True,
        ),
    )
    """Date de signature : AAAA, AAAA-MM ou AAAA-MM-JJ."""

    start: PartialDate | None = Field(
        None,
        alias="debut",
        title="Début",
        examples=["2023-07"],
        json_schema_extra=About(
            found="l’article sur la durée ou la prise d’effet",
            counted=Counted("Date de début", signed_only=True),
        ),
    )
    """Début de la période du contrat : AAAA, AAAA-MM ou AAAA-MM-JJ."""

    end: PartialDate | None = Field(
        None,
        alias="fin",
        title="Fin",
        examples=["2028"],
        json_schema_extra=About(
            found="l’article sur la durée, ou les années du titre",
            counted=Counted(
                "Date de fin (écrite, portée par un avenant ou déduite de la durée)",
                signed_only=True,
            ),
        ),
    )
    """Fin de la période du contrat, avant tout avenant : AAAA, AAAA-MM ou AAAA-MM-JJ."""

    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        None,
        alias="annees",
        title="Durée en années",
        examples=[5],
        json_schema_extra=About(found="l’article sur la durée : « conclu pour cinq ans »"),
    )
    """Durée en années que donne une source ; elle fixe la fin quand celle-ci manque."""

    def end_by_length(self) -> PartialDate | None:
        """The end that `years` gives from the start, or else from the signature; None without both."""
        start = self.start or self.signature
        if start is None or self.years is None:
            return None
        return start.end_after(self.years, whole_years=self.start is not None)

    @model_validator(mode="after")
    def _ends_in_bounds(self) -> Self:
        if self.end is None:
            try:
                self.end_by_length()
            except ValueError:
                context = {"key": "annees", "last": LAST_YEAR}
                raise PydanticCustomError("fin_lointaine", "fin hors bornes", context) from None
        return self


class Amendment(Node):
    """Un avenant : une modification du contrat après sa signature."""

    date: PartialDate | None = Field(
        None,
        title="Date de l’avenant",
        examples=["2019-06"],
        json_schema_extra=About(found="la dernière page de l’avenant"),
    )
    """Date de signature de l’avenant."""

    end: PartialDate | None = Field(
        None,
        alias="fin",
        title="Nouvelle fin",
        examples=["2020"],
        json_schema_extra=About(found="l’article de l’avenant sur la durée"),
    )
    """Nouvelle fin du contrat, quand l’avenant le prolonge."""

    subject: Text | None = Field(
        None,
        alias="objet",
        title="Objet",
        examples=["prolongation de deux ans"],
        json_schema_extra=About(found="le titre ou le premier article de l’avenant"),
    )
    """Ce que l’avenant change."""

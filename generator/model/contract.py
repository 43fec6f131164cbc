"""Contract: one contrat local de santé, as its YAML file says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import ConfigDict, Field

from generator.model.about import About, Counted, Prints, Section
from generator.model.axis import Action, Axis
from generator.model.base import Node, Source
from generator.model.dates import PartialDate
from generator.model.duration import Amendment, Duration
from generator.model.fields import Count, Flag, Many, Slug, Text, WebAddress
from generator.model.organisation import Contact, Organisation
from generator.model.perimeter import Perimeter
from generator.model.vocabulary import KNOWLEDGE, STAGES, STATES


class Totals(Node):
    """Les totaux qu’une source donne, quand les listes du fichier sont incomplètes."""

    signatories: Count | None = Field(
        None,
        alias="signataires",
        title="Signataires",
        examples=[25],
        json_schema_extra=About(
            found="une page ou un article qui dit « signé par 25 partenaires »"
        ),
    )
    """Nombre total de signataires selon la source."""

    axes: Count | None = Field(
        None,
        title="Axes",
        examples=[4],
        json_schema_extra=About(found="le sommaire, ou une page qui présente le contrat"),
    )
    """Nombre total d’axes selon la source."""

    actions: Count | None = Field(
        None,
        title="Actions",
        examples=[21],
        json_schema_extra=About(
            found="le sommaire des fiches actions, ou une page qui présente le contrat"
        ),
    )
    """Nombre total de fiches actions selon la source."""

    communes: Count | None = Field(
        None,
        title="Communes",
        examples=[59],
        json_schema_extra=About(found="la présentation du territoire"),
    )
    """Nombre de communes selon la source, au jour de la signature."""


class Document(Node):
    """Un document public du contrat."""

    title: Text = Field(alias="titre", title="Titre", examples=["Contrat signé"])
    """Titre du document."""

    url: WebAddress = Field(title="Adresse web", examples=["https://exemple.fr/contrat.pdf"])
    """Adresse complète, qui commence par https://."""


class Contract(Node):
    """Un contrat local de santé."""

    model_config = ConfigDict(title="Contrat local de santé")

    name: Text = Field(
        alias="nom",
        title="Nom",
        examples=["Contrat local de santé de Perpignan"],
        json_schema_extra=About(section=Section.WHAT, found="la première page"),
    )
    """Nom du contrat, par exemple « Contrat local de santé de Cornouaille »."""

    rank: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        None,
        alias="rang",
        title="Rang",
        examples=[3],
        json_schema_extra=About(
            section=Section.WHAT,
            found="le titre (« CLS 3 », « troisième contrat ») ou le préambule",
            compared=True,
            listed=True,
            prints=Prints.ORDINAL,
        ),
    )
    """1 pour le premier contrat de ce territoire, 2 pour le deuxième…"""

    state: Annotated[str, STATES] = Field(
        alias="etat",
        title="État",
        examples=["signé", "en préparation"],
        json_schema_extra=About(
            section=Section.WHAT,
            found="un contrat avec ses signatures, ou une page qui annonce la signature ou la préparation",
        ),
    )
    """Signé ou en préparation. Le statut (en cours, échu…) n’est jamais écrit : il se déduit des dates."""

    stage: Annotated[str, STAGES] | None = Field(
        None,
        alias="etape",
        title="Étape",
        examples=["diagnostic"],
        json_schema_extra=About(
            section=Section.WHAT,
            found="une délibération, un appel d’offres ou un article sur le contrat à venir",
            compared=True,
        ),
    )
    """Étape atteinte par un contrat en préparation."""

    state_seen: PartialDate | None = Field(
        None,
        alias="etat_constate",
        title="État constaté",
        examples=["2022-02-01"],
        json_schema_extra=About(section=Section.WHAT, found="la date de la page ou de l’article"),
    )
    """Dernière date à laquelle une source montre cet état."""

    precedent: Slug | None = Field(
        None,
        title="Contrat précédent",
        examples=["perpignan-2019"],
        json_schema_extra=About(
            section=Section.WHAT, found="le préambule, qui rappelle souvent le premier contrat"
        ),
    )
    """Identifiant (nom du fichier sans .yml) du contrat auquel celui-ci fait suite."""

    former_ids: Many[Slug] = Field(
        (),
        alias="anciens_identifiants",
        title="Anciens identifiants",
        examples=[["perpignan-preparation"]],
        json_schema_extra=About(section=Section.WHAT, found="l’ancien nom du fichier, sans .yml"),
    )
    """Noms que ce fichier a portés : leurs adresses publiées mènent ici pour toujours."""

    knowledge: Annotated[str, KNOWLEDGE] | None = Field(
        None,
        alias="connaissance",
        title="Ce qui a été lu",
        examples=["page"],
        json_schema_extra=About(
            section=Section.WHAT,
            counted=Counted("Ce qui a été lu : texte, pages ou simple mention"),
            listed=True,
        ),
    )
    """Ce qui a été lu pour écrire la fiche : le texte signé, des pages qui en parlent, ou une simple mention."""

    perimeter: Perimeter = Field(
        alias="territoire",
        title="Territoire",
        examples=[{"epci": ["200068120"]}],
        json_schema_extra=About(section=Section.WHERE, found="l’article sur le périmètre"),
    )
    """Le territoire couvert : au moins un code d’intercommunalité ou de commune."""

    carrier: Text = Field(
        alias="porteur",
        title="Porteur",
        examples=["Ville de Perpignan"],
        json_schema_extra=About(
            section=Section.WHO,
            found="l’article sur la gouvernance ou le pilotage ; c’est souvent l’employeur de la coordination",
            compared=True,
        ),
    )
    """Organisme qui porte le contrat localement ; jamais une personne."""

    duration: Duration = Field(
        default_factory=Duration,
        alias="duree",
        title="Durée",
        examples=[{"signature": "2023-07-12", "debut": "2023-07", "fin": "2028"}],
        json_schema_extra=About(
            section=Section.WHEN, found="l’article sur la durée et la dernière page"
        ),
    )
    """Dates de signature, de début et de fin, durée."""

    amendments: Many[Amendment] = Field(
        (),
        alias="avenants",
        title="Avenants",
        examples=[[{"fin": "2025", "objet": "prolongation de deux ans et ajout d’actions"}]],
        json_schema_extra=About(
            section=Section.WHEN, found="le site de l’ARS ou du porteur, à côté du contrat"
        ),
    )
    """Avenants au contrat."""

    totals: Totals = Field(
        default_factory=Totals,
        alias="effectifs",
        title="Effectifs",
        examples=[{"signataires": 25}],
        json_schema_extra=About(section=Section.WHO, found="une page qui présente le contrat"),
    )
    """Totaux que donnent les sources, quand les listes de ce fichier sont incomplètes."""

    signatories: Many[Organisation] = Field(
        (),
        alias="signataires",
        title="Signataires",
        examples=[[{"nom": "ARS Bretagne", "type": "ars"}]],
        json_schema_extra=About(
            section=Section.WHO,
            found="la première page (« Entre les soussignés ») et la dernière",
            counted=Counted("Signataires, un au moins", signed_only=True),
            compared=True,
        ),
    )
    """Organismes qui ont signé (ou doivent signer) le contrat."""

    partners: Many[Organisation] = Field(
        (),
        alias="partenaires",
        title="Partenaires",
        examples=[[{"nom": "CPTS de Vitry", "type": "cpts"}]],
        json_schema_extra=About(
            section=Section.WHO,
            found="l’article sur les partenaires, ou les fiches actions",
            counted=Counted("Partenaires, un au moins"),
        ),
    )
    """Organismes qui participent sans signer, ou dont on ignore s’ils ont signé."""

    challenges: Many[Text] = Field(
        (),
        alias="enjeux",
        title="Enjeux",
        examples=[["peu de médecins généralistes"]],
        json_schema_extra=About(
            section=Section.CONTENT,
            found="la synthèse du diagnostic, avant les axes",
            counted=Counted("Enjeux, un au moins"),
        ),
    )
    """Ce que le diagnostic local a montré."""

    axes: Many[Axis] = Field(
        (),
        title="Axes",
        examples=[
            [
                {
                    "titre": "Promouvoir la santé environnementale",
                    "rattachement": ["sante-environnement"],
                }
            ]
        ],
        json_schema_extra=About(
            section=Section.CONTENT,
            found="le sommaire, ou l’article sur les axes stratégiques",
            counted=Counted("Axes, un au moins"),
            compared=True,
        ),
    )
    """Axes du contrat, dans son ordre."""

    loose_actions: Many[Action] = Field(
        (),
        alias="actions",
        title="Actions sans axe",
        examples=[[{"titre": "Mutuelle intercommunale"}]],
        json_schema_extra=About(
            section=Section.CONTENT, found="un article ou une page qui cite l’action seule"
        ),
    )
    """Actions que les sources citent sans dire leur axe."""

    clsm: Flag | None = Field(
        None,
        title="Conseil local de santé mentale",
        examples=[True, False],
        json_schema_extra=About(
            section=Section.CONTENT,
            found="l’axe de la santé mentale, ou l’article sur la gouvernance",
            counted=Counted("Lien ou non avec un conseil local de santé mentale"),
            compared=True,
            listed=True,
        ),
    )
    """true si un conseil local de santé mentale est lié au contrat, false si une source dit qu’il n’y en a pas."""

    linked_schemes: Many[Text] = Field(
        (),
        alias="articulations",
        title="Articulations",
        examples=[["CPTS", "contrat de ville"]],
        json_schema_extra=About(
            section=Section.CONTENT, found="l’article sur l’articulation avec les autres démarches"
        ),
    )
    """Dispositifs avec lesquels le contrat s’articule : CPTS, PTSM, contrat de ville…"""

    contact: Contact | None = Field(
        None,
        title="Contact",
        examples=[{"service": "Direction de la santé"}],
        json_schema_extra=About(
            section=Section.ORIGIN,
            found="le site de l’organisme porteur",
            counted=Counted("Page ou service de contact"),
        ),
    )
    """Où joindre l’organisme porteur."""

    documents: Many[Document] = Field(
        (),
        title="Documents",
        examples=[[{"titre": "Contrat signé", "url": "https://exemple.fr/contrat.pdf"}]],
        json_schema_extra=About(
            section=Section.ORIGIN,
            found="le site de l’ARS, de la préfecture ou du porteur",
            counted=Counted("Document public, un au moins"),
        ),
    )
    """Documents publics du contrat."""

    to_verify: Many[Text] = Field(
        (),
        alias="a_verifier",
        title="À vérifier",
        examples=[["duree.fin", "axes.2"]],
        json_schema_extra=About(
            section=Section.ORIGIN, counted=Counted("Aucune information déduite")
        ),
    )
    """Chemins des clés dont la valeur est déduite et non lue dans une source ; axes.2 est le deuxième axe."""

    sources: Many[Source] = Field(
        title="Sources",
        min_length=1,
        examples=[
            [
                {
                    "titre": "Page du contrat",
                    "url": "https://exemple.fr/cls",
                    "consulte": "2026-11-22",
                }
            ]
        ],
        json_schema_extra=About(section=Section.ORIGIN),
    )
    """Pages et documents publics d’où viennent les faits : un au moins."""

    note: Text | None = Field(
        None,
        title="Remarque",
        examples=["Une source cite trois signataires, l’autre deux."],
        json_schema_extra=About(section=Section.ORIGIN),
    )
    """Remarque publique sur ce que les sources ne disent pas, ou contredisent."""

    def actions(self) -> Iterator[tuple[Axis | None, Action]]:
        """Every action that the file cites, with its axis, or None where the sources give none."""
        for axis in self.axes:
            for action in axis.actions:
                yield axis, action
        for action in self.loose_actions:
            yield None, action

    def signatory_count(self) -> int:
        """How many signatories the file names, those that a line names together included."""
        return sum(organisation.counts_for for organisation in self.signatories)

    def national_axes(self) -> frozenset[str]:
        """Ids of the national and cross-cutting axes that the contract's axes belong to."""
        return frozenset(axis_id for axis in self.axes for axis_id in axis.national)

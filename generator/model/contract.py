"""Contract: one contrat local de santé, as its YAML file says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import AxisId, Node, Source
from generator.model.dates import LAST_YEAR, PartialDate
from generator.model.fields import CommuneCode, Count, Flag, Many, Siren, Slug, Text, WebAddress
from generator.model.vocabulary import ORGANISATIONS, STAGES, STATES, THEMES


class Perimeter(Node):
    """Le territoire que couvre le contrat : au moins un code d’intercommunalité ou de commune."""

    epci: Many[Siren] = Field((), title="Intercommunalités")
    """Numéros SIREN des intercommunalités couvertes en entier, entre guillemets."""

    communes: Many[CommuneCode] = Field((), title="Communes")
    """Codes INSEE des communes, entre guillemets, quand le périmètre n’est pas fait d’intercommunalités entières."""

    precision: Text | None = Field(None, title="Précision")
    """Ce que les codes ne disent pas : quartiers visés, périmètre partiel, chiffres au jour de la signature."""


class Duration(Node):
    """Les dates du contrat ; chacune est facultative et peut se limiter à l’année ou au mois."""

    signature: PartialDate | None = Field(None, title="Signature")
    """Date de signature : AAAA, AAAA-MM ou AAAA-MM-JJ."""

    start: PartialDate | None = Field(None, alias="debut", title="Début")
    """Début de la période du contrat : AAAA, AAAA-MM ou AAAA-MM-JJ."""

    end: PartialDate | None = Field(None, alias="fin", title="Fin")
    """Fin de la période du contrat, avant tout avenant : AAAA, AAAA-MM ou AAAA-MM-JJ."""

    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        None, alias="annees", title="Durée en années"
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

    date: PartialDate | None = Field(None, title="Date de l’avenant")
    """Date de signature de l’avenant."""

    end: PartialDate | None = Field(None, alias="fin", title="Nouvelle fin")
    """Nouvelle fin du contrat, quand l’avenant le prolonge."""

    subject: Text | None = Field(None, alias="objet", title="Objet")
    """Ce que l’avenant change."""


class Totals(Node):
    """Les totaux qu’une source donne, quand les listes du fichier sont incomplètes."""

    signatories: Count | None = Field(None, alias="signataires", title="Signataires")
    """Nombre total de signataires selon la source."""

    axes: Count | None = Field(None, title="Axes")
    """Nombre total d’axes selon la source."""

    actions: Count | None = Field(None, title="Actions")
    """Nombre total de fiches actions selon la source."""

    communes: Count | None = Field(None, title="Communes")
    """Nombre de communes selon la source, au jour de la signature."""


class Organisation(Node):
    """Un organisme qui signe le contrat ou y participe ; jamais une personne."""

    name: Text = Field(alias="nom", title="Nom")
    """Nom de l’organisme."""

    kind: Annotated[str, ORGANISATIONS] = Field(alias="type", title="Type")
    """Type d’organisme, à choisir dans la liste."""


class Action(Node):
    """Une action ou une fiche action du contrat."""

    title: Text = Field(alias="titre", title="Titre")
    """Titre de l’action, comme l’écrit la source."""

    themes: Many[Annotated[str, THEMES]] = Field((), title="Thèmes")
    """Thèmes de l’action, à choisir dans la liste."""

    audiences: Many[Text] = Field((), alias="publics", title="Publics")
    """Publics visés, en mots simples : jeunes, personnes âgées, professionnels de santé…"""

    lead: Text | None = Field(None, alias="pilote", title="Pilote")
    """Organisme qui conduit l’action."""


class Axis(Node):
    """Un axe du contrat, avec ses actions."""

    title: Text = Field(alias="titre", title="Titre")
    """Titre de l’axe, comme l’écrit le contrat."""

    national: Many[AxisId] = Field(alias="rattachement", title="Rattachement", min_length=1)
    """Axes nationaux ou transversaux auxquels cet axe se rattache : un au moins."""

    actions: Many[Action] = Field((), title="Actions")
    """Actions de cet axe que citent les sources."""


class Contact(Node):
    """Où joindre l’organisme porteur : une page publique, jamais une personne."""

    service: Text | None = Field(None, title="Service")
    """Nom du service ou de l’organisme."""

    url: WebAddress | None = Field(None, title="Page")
    """Page publique de contact."""


class Document(Node):
    """Un document public du contrat."""

    title: Text = Field(alias="titre", title="Titre")
    """Titre du document."""

    url: WebAddress = Field(title="Adresse web")
    """Adresse complète, qui commence par https://."""


class Contract(Node):
    """Un contrat local de santé."""

    model_config = ConfigDict(title="Contrat local de santé")

    name: Text = Field(alias="nom", title="Nom")
    """Nom du contrat, par exemple « Contrat local de santé de Cornouaille »."""

    rank: Annotated[Count, Field(ge=1, le=20)] | None = Field(None, alias="rang", title="Rang")
    """1 pour le premier contrat de ce territoire, 2 pour le deuxième…"""

    state: Annotated[str, STATES] = Field(alias="etat", title="État")
    """Signé ou en préparation. Le statut (en cours, échu…) n’est jamais écrit : il se déduit des dates."""

    stage: Annotated[str, STAGES] | None = Field(None, alias="etape", title="Étape")
    """Étape atteinte par un contrat en préparation."""

    state_seen: PartialDate | None = Field(None, alias="etat_constate", title="État constaté")
    """Dernière date à laquelle une source montre cet état."""

    precedent: Slug | None = Field(None, title="Contrat précédent")
    """Identifiant (nom du fichier sans .yml) du contrat auquel celui-ci fait suite."""

    perimeter: Perimeter = Field(alias="territoire", title="Territoire")
    """Le territoire couvert : au moins un code d’intercommunalité ou de commune."""

    carrier: Text = Field(alias="porteur", title="Porteur")
    """Organisme qui porte le contrat localement ; jamais une personne."""

    duration: Duration = Field(default_factory=Duration, alias="duree", title="Durée")
    """Dates de signature, de début et de fin, durée."""

    amendments: Many[Amendment] = Field((), alias="avenants", title="Avenants")
    """Avenants au contrat."""

    totals: Totals = Field(default_factory=Totals, alias="effectifs", title="Effectifs")
    """Totaux que donnent les sources, quand les listes de ce fichier sont incomplètes."""

    signatories: Many[Organisation] = Field((), alias="signataires", title="Signataires")
    """Organismes qui ont signé (ou doivent signer) le contrat."""

    partners: Many[Organisation] = Field((), alias="partenaires", title="Partenaires")
    """Organismes qui participent sans signer, ou dont on ignore s’ils ont signé."""

    challenges: Many[Text] = Field((), alias="enjeux", title="Enjeux")
    """Ce que le diagnostic local a montré."""

    axes: Many[Axis] = Field((), title="Axes")
    """Axes du contrat, dans son ordre."""

    loose_actions: Many[Action] = Field((), alias="actions", title="Actions sans axe")
    """Actions que les sources citent sans dire leur axe."""

    clsm: Flag | None = Field(None, title="CLSM")
    """true si un conseil local de santé mentale est lié au contrat, false si une source dit qu’il n’y en a pas."""

    linked_schemes: Many[Text] = Field((), alias="articulations", title="Articulations")
    """Dispositifs avec lesquels le contrat s’articule : CPTS, PTSM, contrat de ville…"""

    contact: Contact | None = Field(None, title="Contact")
    """Où joindre l’organisme porteur."""

    documents: Many[Document] = Field((), title="Documents")
    """Documents publics du contrat."""

    to_verify: Many[Text] = Field((), alias="a_verifier", title="À vérifier")
    """Chemins des clés dont la valeur est déduite et non lue dans une source, par exemple duree.fin."""

    sources: Many[Source] = Field(title="Sources", min_length=1)
    """Pages et documents publics d’où viennent les faits : un au moins."""

    note: Text | None = Field(None, title="Remarque")
    """Remarque publique sur ce que les sources ne disent pas, ou contredisent."""

    def actions(self) -> Iterator[tuple[Axis | None, Action]]:
        """Every action that the file cites, with its axis, or None where the sources give none."""
        for axis in self.axes:
            for action in axis.actions:
                yield axis, action
        for action in self.loose_actions:
            yield None, action

    def national_axes(self) -> frozenset[str]:
        """Ids of the national and cross-cutting axes that the contract's axes belong to."""
        return frozenset(axis_id for axis in self.axes for axis_id in axis.national)

"""The closed lists of the data format: each term with its id, label and one-line definition.

Ids are written in the YAML files and in addresses, so they never change; labels and definitions
are what the site shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary."""

    id: str
    label: str
    definition: str


class Vocabulary(Mapping[str, Term]):
    """An ordered, closed list of terms; as a pydantic annotation, the type of one of its ids."""

    def __init__(self, name: str, *terms: tuple[str, str, str]) -> None:
        self.name = name
        self._terms: dict[str, Term] = {}
        for term in terms:
            if term[0] in self._terms:
                raise ValueError(f"{name} : {term[0]} est écrit deux fois")
            self._terms[term[0]] = Term(*term)

    def __getitem__(self, key: str) -> Term:
        return self._terms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def __hash__(self) -> int:
        return hash(self.name)

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "oneOf": [
                {"const": term.id, "title": term.label, "description": term.definition}
                for term in self.values()
            ]
        }

    def _validate(self, value: str) -> str:
        if value not in self:
            raise PydanticCustomError(
                "vocabulaire", "terme inconnu", {"vocabulary": self.name, "terms": list(self)}
            )
        return value


NATIONAL_AXES = (
    "acces-aux-soins",
    "prevention-promotion",
    "parcours-de-sante",
    "sante-environnement",
)
"""The four axes that the national page of the CLS sets; the other terms of `AXES` cut across them."""

AXES = Vocabulary(
    "rattachement",
    (
        "acces-aux-soins",
        "Accès aux soins et à la santé",
        "Trouver un professionnel de santé près de chez soi, attirer et garder les soignants, lever les obstacles aux soins.",
    ),
    (
        "prevention-promotion",
        "Prévention et promotion de la santé",
        "Aider chacun à rester en bonne santé : dépistage, vaccination, alimentation, activité physique, lutte contre les addictions.",
    ),
    (
        "parcours-de-sante",
        "Parcours de santé",
        "Mieux relier les soins, le médico-social et le social pour que personne ne se perde entre deux portes.",
    ),
    (
        "sante-environnement",
        "Santé et environnement",
        "Agir sur ce qui nous entoure et pèse sur la santé : air, eau, bruit, habitat, urbanisme, climat.",
    ),
    (
        "sante-mentale",
        "Santé mentale",
        "Prévenir la souffrance psychique, accompagner les personnes et leurs proches, souvent avec un conseil local de santé mentale.",
    ),
    (
        "participation-citoyenne",
        "Participation citoyenne",
        "Associer les habitants et les usagers aux choix et aux actions de santé.",
    ),
    (
        "gouvernance",
        "Gouvernance et coordination",
        "Piloter, animer et évaluer le contrat, faire se connaître et travailler ensemble les acteurs du territoire.",
    ),
)

THEMES = Vocabulary(
    "themes",
    ("offre-de-soins", "Offre de soins", "Maisons et centres de santé, consultations, exercice coordonné."),
    ("acces-aux-droits", "Accès aux droits", "Ouvrir et faire valoir ses droits : couverture maladie, complémentaire, accompagnement des démarches."),
    ("telesante", "Télésanté", "Téléconsultation, téléexpertise et outils numériques au service des soins."),
    ("soins-non-programmes", "Soins non programmés", "Répondre aux besoins urgents de soins qui ne relèvent pas de l’hôpital."),
    ("activite-physique", "Activité physique", "Bouger pour sa santé : sport-santé, activité physique adaptée, lutte contre la sédentarité."),
    ("alimentation", "Alimentation", "Bien manger à tout âge, prévenir le surpoids et l’obésité."),
    ("addictions", "Addictions", "Alcool, tabac, drogues, jeux : prévenir, repérer, accompagner."),
    ("depistage", "Dépistage", "Repérer tôt les maladies."),
    ("maladies-chroniques", "Maladies chroniques", "Diabète, maladies du cœur, des bronches… : prévenir et mieux vivre avec."),
    ("vaccination", "Vaccination", "Informer sur la vaccination et la rendre plus facile."),
    ("vie-affective-et-sexuelle", "Vie affective et sexuelle", "Contraception, consentement, infections sexuellement transmissibles."),
    ("sante-mentale", "Santé mentale", "Bien-être psychique, repérage, soins et accompagnement des troubles."),
    ("ecrans-et-numerique", "Écrans et numérique", "Bon usage des écrans et prévention de leurs excès."),
    ("petite-enfance-parentalite", "Petite enfance et parentalité", "Les mille premiers jours, le soutien aux parents, la protection maternelle et infantile."),
    ("jeunes", "Jeunes", "La santé des enfants, des adolescents et des jeunes adultes."),
    ("vieillissement", "Vieillissement", "Bien vieillir, prévenir la perte d’autonomie."),
    ("handicap", "Handicap", "Accès aux soins et à la prévention des personnes en situation de handicap."),
    ("aidants", "Aidants", "Soutenir et relayer ceux qui aident un proche."),
    ("precarite", "Précarité", "Aller vers les personnes en situation de pauvreté, de mal-logement ou de migration."),
    ("violences", "Violences", "Prévenir les violences, en particulier au sein du couple et de la famille, et accompagner les victimes."),
    ("sante-au-travail", "Santé au travail", "Prévenir les risques liés au travail et favoriser la qualité de vie au travail."),
    ("bucco-dentaire", "Santé bucco-dentaire", "Hygiène et soins des dents et de la bouche."),
    ("coordination-des-acteurs", "Coordination des acteurs", "Faire travailler ensemble les professionnels, les institutions et les associations."),
    ("parcours-de-soins", "Parcours de soins", "Suites d’hospitalisation, orientation, continuité entre la ville et l’hôpital."),
    ("habitat", "Habitat", "Logement indigne, qualité du logement, maintien dans le logement."),
    ("qualite-de-l-air", "Qualité de l’air", "Air extérieur, air intérieur, pollens."),
    ("eau", "Eau", "Qualité de l’eau potable et de l’eau de baignade."),
    ("bruit", "Bruit", "Réduire l’exposition au bruit et ses effets."),
    ("perturbateurs-endocriniens", "Perturbateurs endocriniens", "Réduire l’exposition aux substances qui dérèglent les hormones."),
    ("urbanisme-favorable", "Urbanisme favorable à la santé", "Aménager en tenant compte de la santé des habitants."),
    ("mobilite", "Mobilité", "Se déplacer pour se soigner, marcher et pédaler au quotidien."),
    ("climat", "Climat", "Canicules, îlots de chaleur, adaptation au changement climatique."),
    ("especes-nuisibles", "Espèces nuisibles à la santé", "Moustique tigre, tiques, ambroisie, chenilles urticantes…"),
    ("participation", "Participation", "Donner aux habitants et aux usagers une place dans les actions."),
    ("communication", "Communication", "Faire connaître l’offre de santé et les actions du territoire."),
    ("observation-evaluation", "Observation et évaluation", "Connaître l’état de santé du territoire, mesurer ce que font les actions."),
    ("formation", "Formation", "Former les professionnels, les élus, les bénévoles."),
    ("demographie-medicale", "Démographie médicale", "Attirer et garder les soignants : accueil d’internes, logement, découverte du territoire."),
    ("cancers", "Cancers", "Prévenir les cancers, les repérer tôt, accompagner les malades et leurs proches."),
    ("suicide", "Prévention du suicide", "Repérer la crise suicidaire, former ceux qui peuvent aider, faire connaître le 3114."),
    ("gestes-qui-sauvent", "Gestes qui sauvent", "Premiers secours, défibrillateurs, premiers secours en santé mentale."),
    ("sante-des-femmes", "Santé des femmes", "Suivi gynécologique, maternité, ménopause, endométriose, précarité menstruelle."),
    ("mediation-interpretariat", "Médiation et interprétariat", "Aller vers ceux qui sont loin des soins, traduire, faire comprendre."),
    ("isolement", "Isolement", "Rompre l’isolement et la solitude, à tout âge."),
    ("fin-de-vie", "Fin de vie", "Soins palliatifs, directives anticipées, accompagnement du deuil."),
)  # fmt: skip

ORGANISATIONS = Vocabulary(
    "type",
    ("ars", "Agence régionale de santé", "Établissement public de l’État qui pilote la santé dans la région."),
    ("epci", "Intercommunalité", "Communauté de communes, d’agglomération, urbaine, métropole ou établissement public territorial."),
    ("commune", "Commune", "Ville ou village, ou commune nouvelle."),
    ("petr", "Pôle d’équilibre territorial et rural", "Établissement public qui réunit plusieurs intercommunalités autour d’un projet de territoire."),
    ("autre-collectivite", "Autre collectivité", "Collectivité qui n’est ni commune, ni intercommunalité, ni département, ni région."),
    ("prefecture", "Préfecture", "Représentation de l’État dans le département ou la région."),
    ("cpam", "Caisse primaire d’assurance maladie", "Assurance maladie du régime général dans le département."),
    ("departement", "Conseil départemental", "Collectivité chargée notamment des solidarités et de l’autonomie."),
    ("region", "Conseil régional", "Collectivité chargée notamment des formations sanitaires et sociales et de l’aménagement."),
    ("caf", "Caisse d’allocations familiales", "Organisme qui verse les prestations familiales et soutient la vie sociale."),
    ("msa", "Mutualité sociale agricole", "Protection sociale du monde agricole."),
    ("carsat", "Caisse d’assurance retraite et de la santé au travail", "Retraite et prévention des risques professionnels du régime général."),
    ("education-nationale", "Éducation nationale", "Rectorat, direction académique, établissements scolaires."),
    ("hopital", "Établissement de santé", "Hôpital public ou privé, clinique, établissement de santé mentale."),
    ("cpts", "Communauté professionnelle territoriale de santé", "Professionnels de santé d’un territoire organisés autour d’un projet commun."),
    ("urps", "Union régionale des professionnels de santé", "Représentation régionale des professionnels de santé libéraux."),
    ("ordre-professionnel", "Ordre professionnel", "Ordre d’une profession de santé (médecins, infirmiers, pharmaciens…)."),
    ("association", "Association", "Association locale, départementale ou nationale."),
    ("mutualite", "Mutualité", "Mutuelles et unions de mutuelles."),
    ("universite", "Université", "Université ou organisme de recherche."),
    ("bailleur", "Bailleur social", "Organisme de logement social."),
    ("etat", "État", "Services de l’État autres que la préfecture."),
    ("medico-social", "Établissement ou service médico-social", "Accueil et accompagnement des personnes âgées, handicapées ou fragiles."),
    ("syndicat-mixte", "Syndicat mixte", "Groupement de collectivités, pays."),
    ("ccas", "Centre communal d’action sociale", "Établissement de la commune (CCAS) ou de l’intercommunalité (CIAS) pour l’action sociale."),
    ("dac", "Dispositif d’appui à la coordination", "Appui aux professionnels pour les situations complexes."),
    ("cgss", "Caisse générale de sécurité sociale", "Sécurité sociale des départements et régions d’outre-mer."),
    ("parc-naturel", "Parc naturel", "Parc naturel régional ou parc national."),
    ("maison-de-sante", "Maison ou centre de santé", "Maison de santé pluriprofessionnelle ou centre de santé."),
    ("promotion-sante", "Promotion de la santé", "Organisme d’éducation et de promotion de la santé : IREPS, Promotion Santé, CODES."),
    ("observatoire", "Observatoire", "Observatoire régional de la santé et autres observatoires."),
    ("enseignement", "Enseignement", "Établissement d’enseignement ou de formation hors de l’Éducation nationale : lycée agricole, école de soins infirmiers, maison familiale rurale."),
    ("autre", "Autre organisme", "Organisme qui n’entre dans aucune autre catégorie."),
)  # fmt: skip

STATES = Vocabulary(
    "etat",
    ("signé", "Signé", "Le contrat a été signé, qu’il soit en cours ou terminé."),
    (
        "en préparation",
        "En préparation",
        "Le contrat est annoncé ou en cours d’écriture ; aucune source ne dit qu’il est signé.",
    ),
)

KNOWLEDGE = Vocabulary(
    "connaissance",
    ("texte", "Texte du contrat", "Le texte signé a été lu."),
    (
        "page",
        "Pages sur le contrat",
        "Des pages ou des articles qui décrivent le contrat ont été lus, mais non son texte.",
    ),
    ("mention", "Simple mention", "Les sources nomment le contrat en passant, sans le décrire."),
)
"""What was read of a contract by whoever wrote its file."""

STAGES = Vocabulary(
    "etape",
    ("préfiguration", "Préfiguration", "Les acteurs étudient l’intérêt d’un contrat et font un premier état des lieux."),
    ("diagnostic", "Diagnostic", "Les besoins de santé et les ressources du territoire sont analysés avec les acteurs."),
    ("rédaction", "Rédaction", "Les axes et les fiches actions sont écrits avec les partenaires."),
    ("adopté", "Adopté", "La collectivité a approuvé le contrat ; aucune source ne dit qu’il est signé."),
    ("signature prévue", "Signature prévue", "Une source annonce la signature."),
)  # fmt: skip


class Family(Enum):
    """What a status comes to for whoever looks for a contract today; its value is what scripts read."""

    IN_FORCE = "en-cours"
    """Signed, begun, and not over."""
    LIKELY_IN_FORCE = "vraisemblablement-en-cours"
    """Signed, begun too lately to be over unless it is a short one; when it ends is not known."""
    TO_COME = "a-venir"
    """Signed, and not begun."""
    UNKNOWN = "inconnue"
    """Signed and begun: perhaps in force still, perhaps over."""
    IN_PREPARATION = "en-preparation"
    """Not signed, when a source last spoke of it."""
    LOST_FROM_SIGHT = "suite-inconnue"
    """In preparation long ago: perhaps signed since, perhaps given up."""
    PAST = "passee"
    """Over, for sure or most likely."""

    @property
    def live(self) -> bool:
        """Whether a contract of this family may matter today: neither over nor lost from sight."""
        return self not in (Family.LOST_FROM_SIGHT, Family.PAST)


@dataclass(frozen=True, slots=True)
class StatusTerm(Term):
    """A status: what is known of it once, from which every list of statuses follows."""

    family: Family
    rank: int
    """Less for one that matters more today: of successive contracts, the least stands for the territory."""


STATUSES: Mapping[str, StatusTerm] = {
    term.id: term
    for term in (
        StatusTerm("en-cours", "En cours", "Le contrat a commencé, et la fin que donnent les sources n’est pas passée.", Family.IN_FORCE, 0),
        StatusTerm("vraisemblablement-en-cours", "Vraisemblablement en cours", "Le contrat date de moins de trois ans et les sources ne disent pas quand il finit ; un contrat dure le plus souvent de trois à cinq ans.", Family.LIKELY_IN_FORCE, 1),
        StatusTerm("a-venir", "À venir", "Le contrat est signé, mais sa période n’a pas commencé.", Family.TO_COME, 2),
        StatusTerm("en-preparation", "En préparation", "La dernière source trouvée montre un contrat annoncé ou en cours d’écriture ; il a pu être signé depuis.", Family.IN_PREPARATION, 4),
        StatusTerm("echeance-inconnue", "Échéance inconnue", "Le contrat est signé, mais les sources ne disent pas quand il finit : il est peut-être encore en cours, peut-être terminé.", Family.UNKNOWN, 3),
        StatusTerm("suite-inconnue", "Suite inconnue", "Vu en préparation il y a plus de trois ans, ou annoncé pour une période qui est passée, le contrat a pu être signé ou abandonné : les sources ne le disent pas.", Family.LOST_FROM_SIGHT, 5),
        StatusTerm("vraisemblablement-echu", "Vraisemblablement échu", "Le contrat date de plus de six ans, et les sources ne disent pas quand il finit.", Family.PAST, 6),
        StatusTerm("echu", "Échu", "La période du contrat est terminée et aucun contrat suivant n’est recensé comme commencé.", Family.PAST, 7),
        StatusTerm("remplace", "Remplacé", "Un contrat plus récent du même territoire lui a fait suite.", Family.PAST, 8),
    )
}  # fmt: skip
"""Statuses in the order in which lists show them, never written in a file: `generator.directory.status`
derives them at a date."""

"""The rules, each said once: what is wrong, what to do, and a message that the check prints for it.

The page of the rules is made of this. A rule that is an error here and a warning there is told twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.source.problem import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Subject(Enum):
    """What a rule is about; its value is the heading of its table."""

    FORM = "La forme du fichier"
    ADDRESSES = "Les adresses web"
    TERRITORY = "Le territoire"
    DATES = "Les dates et la suite des contrats"
    PEOPLE = "Les personnes"
    UNUSUAL = "Les avertissements"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, at one severity. Texts are French, and may hold code and links in Markdown."""

    id: str
    """What a message shows between brackets."""
    severity: Severity
    subject: Subject
    what: str
    """What is wrong, or unusual."""
    advice: str
    """What to do about an error; why a warning is told."""
    example: str
    """A message that the check really prints: a test breaks every rule to hold it."""


RULES = (
    Rule(
        "cle-inconnue", ERROR, Subject.FORM, "une clé que l’annuaire ne connaît pas",
        "corrigez son nom ; le programme en propose souvent un", "clé inconnue « porteurs »",
    ),
    Rule(
        "cle-repetee", ERROR, Subject.FORM, "une clé écrite deux fois",
        "gardez-en une, ou réunissez leurs valeurs", "clé « note » écrite deux fois",
    ),
    Rule(
        "cle-manquante", ERROR, Subject.FORM, "une clé obligatoire absente : pas de nom, d’état, de territoire, de porteur ou de source",
        "ajoutez-la", "clé « porteur » manquante",
    ),
    Rule(
        "type", ERROR, Subject.FORM, "une valeur d’un mauvais genre, par exemple un texte à la place d’une liste",
        "suivez la proposition", "« signataires » doit être une liste",
    ),
    Rule(
        "nombre", ERROR, Subject.FORM, "un nombre trop petit ou trop grand, comme un `rang` de zéro",
        "relisez la source, puis corrigez-le", "« rang » est trop petit : 1 au moins",
    ),
    Rule(
        "vide", ERROR, Subject.FORM, "une valeur obligatoire laissée vide, ou aucune source",
        "remplissez-la", "« porteur » est vide",
    ),
    Rule(
        "vocabulaire", ERROR, Subject.FORM, "un mot hors de la liste, pour `rattachement`, `themes`, `type`, `etat` ou `etape`",
        "prenez un mot de [la liste](fichier.md#les-listes-de-mots)", "« hôpital » n’est pas dans la liste de « type »",
    ),
    Rule(
        "date", ERROR, Subject.FORM, "une date mal formée, impossible, ou hors des années 1990 à 2100",
        "écrivez par exemple `2023-07-12`", "date mal formée ou impossible",
    ),
    Rule(
        "url", ERROR, Subject.FORM, "une adresse web mal formée",
        "écrivez-la en entier, avec `https://`", "adresse web mal formée",
    ),
    Rule(
        "yaml", ERROR, Subject.FORM, "un guillemet, une accolade ou un alignement incorrect",
        "relisez [Les guillemets](fichier.md#les-guillemets)", "deux-points inattendus dans un texte",
    ),
    Rule(
        "caractere", ERROR, Subject.FORM, "un caractère invisible, ou qui change le sens de lecture",
        "supprimez-le, ou retapez le texte au clavier", "caractère qui change le sens de lecture (U+202E) dans « note »",
    ),
    Rule(
        "trop-long", ERROR, Subject.FORM, "un texte ou une adresse de plus de 2 000 caractères, une liste de plus de 500 éléments",
        "gardez l’essentiel", "« note » est trop long",
    ),
    Rule(
        "taille", ERROR, Subject.FORM, "un fichier de plus de 256 Kio, ou de plus de 10 000 clés et valeurs",
        "gardez les faits, non le texte entier du contrat", "fichier trop gros",
    ),
    Rule(
        "identifiant", ERROR, Subject.FORM, "un nom de fichier, ou un `precedent`, mal formé ou de plus de 100 caractères",
        "des minuscules sans accent, des chiffres, des traits d’union", "nom de fichier mal formé : « Quimper 2029 »",
    ),
    Rule(
        "encodage", ERROR, Subject.FORM, "un fichier qui n’est pas enregistré en UTF-8",
        "enregistrez-le de nouveau en choisissant « UTF-8 »", "le fichier n’est pas en UTF-8",
    ),
    Rule(
        "dossier", ERROR, Subject.FORM, "un dossier de `contracts` qui n’est celui d’aucune région",
        "rangez la fiche dans le dossier que le programme propose", "le dossier « bretagnes » n’est celui d’aucune région",
    ),
    Rule(
        "place", ERROR, Subject.FORM, "un fichier qui n’est ni une fiche ni une région, ou qui ne finit pas par `.yml`",
        "renommez-le, déplacez-le ou retirez-le", "ni fichier de contrat, ni fichier de région : il serait ignoré",
    ),
    Rule(
        "lien", ERROR, Subject.FORM, "un lien vers un autre fichier, à la place d’une fiche",
        "copiez le fichier lui-même", "lien symbolique",
    ),
    Rule(
        "lecture", ERROR, Subject.FORM, "un fichier ou un dossier que le programme n’a pas le droit d’ouvrir",
        "vérifiez ses droits, puis relancez la vérification", "dossier illisible",
    ),
    Rule(
        "interne", ERROR, Subject.FORM, "rien dans votre fiche : le programme se trompe",
        "[signalez-le](index.md#signaler), avec le message et le nom du fichier", "le programme ne sait pas lire ce fichier : l’erreur est dans le programme",
    ),
    Rule(
        "terme-repete", ERROR, Subject.FORM, "un mot d’une liste fermée écrit deux fois : `themes`, `rattachement`, `a_verifier`, `collectivites`",
        "retirez le second", "« jeunes » est écrit deux fois dans « themes »",
    ),
    Rule(
        "texte-provisoire", ERROR, Subject.FORM, "un texte qui n’est pas un fait : « À compléter », « TODO », « xxx », « … », « Nom du contrat »",
        "écrivez la valeur, ou retirez la ligne si la clé est facultative", "« À compléter » n’est pas un fait",
    ),
    Rule(
        "effectifs-hors-mesure", ERROR, Subject.FORM, "un total de zéro, ou impossible, comme 4 000 axes",
        "corrigez-le, ou retirez-le", "le total de « axes » (4000) est hors de mesure",
    ),
    Rule(
        "type-organisme", ERROR, Subject.FORM, "une ARS rangée sous un autre type, ou le type `ars` donné à un autre organisme",
        "corrigez le type", "« ARS Bretagne » n’est pas du type « etat »",
    ),
    Rule(
        "adresse-locale", ERROR, Subject.ADDRESSES, "une adresse qui ne mène à aucun site public : machine locale, réseau interne, adresse IP, `example.com`",
        "citez la page par son adresse publique", "adresse qui ne mène à aucun site public (intranet.local)",
    ),
    Rule(
        "adresse-secrete", ERROR, Subject.ADDRESSES, "une adresse qui contient un mot de passe, un jeton ou une clé d’accès (`token=`, `key=`, `sig=`…)",
        "retirez cette partie, ou citez la page qui mène au document", "l’adresse contient une clé d’accès (« token »)",
    ),
    Rule(
        "adresse-raccourcie", ERROR, Subject.ADDRESSES, "une adresse raccourcie (bit.ly, t.co, urlr.me…), qui cache la page où elle mène",
        "ouvrez-la, puis écrivez l’adresse que montre le navigateur", "bit.ly cache la page où mène l’adresse",
    ),
    Rule(
        "territoire", ERROR, Subject.TERRITORY, "aucun code de commune ni d’intercommunalité",
        "donnez-en au moins un", "territoire sans aucun code",
    ),
    Rule(
        "code-commune", ERROR, Subject.TERRITORY, "un code de commune mal formé",
        "cinq caractères, entre guillemets", "code de commune mal formé",
    ),
    Rule(
        "siren", ERROR, Subject.TERRITORY, "un numéro SIREN d’intercommunalité mal formé",
        "neuf chiffres, entre guillemets", "numéro SIREN mal formé",
    ),
    Rule(
        "commune-inconnue", ERROR, Subject.TERRITORY, "un code de commune qui n’existe pas ; souvent, un code postal",
        "cherchez le bon : voyez [Trouver les codes](fichier.md#trouver-les-codes)", "aucune commune n’a le code INSEE 29000",
    ),
    Rule(
        "epci-inconnu", ERROR, Subject.TERRITORY, "un numéro SIREN qui n’est celui d’aucune intercommunalité",
        "cherchez le bon : voyez [Trouver les codes](fichier.md#trouver-les-codes)", "aucune intercommunalité n’a le numéro SIREN 200068121",
    ),
    Rule(
        "commune-fusionnee", ERROR, Subject.TERRITORY, "une commune qui a fusionné avec d’autres",
        "prenez le code que le programme propose, en la nommant", "Esquibien (29052) n’est plus une commune : elle fait partie de Audierne",
    ),
    Rule(
        "code-repete", ERROR, Subject.TERRITORY, "un code écrit deux fois",
        "gardez-en un", "« 200068120 » est écrit deux fois",
    ),
    Rule(
        "region", ERROR, Subject.TERRITORY, "une fiche dans le dossier d’une région que son territoire ne touche pas",
        "déplacez-la, ou corrigez le territoire", "le territoire du contrat ne touche pas la région Bretagne",
    ),
    Rule(
        "territoire-eclate", ERROR, Subject.TERRITORY, "une partie du territoire dans une région qui n’est voisine d’aucune des autres",
        "retirez les codes que le programme nomme, ou corrigez-les", "une partie du territoire, dans une autre région (Provence-Alpes-Côte d'Azur), ne touche pas le reste",
    ),
    Rule(
        "ars-region", ERROR, Subject.TERRITORY, "des signataires qui ne nomment que l’ARS d’une autre région",
        "écrivez l’ARS que le programme propose, ou corrigez le territoire", "« ARS Normandie » n’est pas l’ARS de ce territoire",
    ),
    Rule(
        "region-nom", ERROR, Subject.TERRITORY, "dans un fichier de région, un `nom` qui n’est pas celui de son `code_insee`",
        "écrivez le nom que le programme propose", "« Bretagnes » n’est pas le nom de la région de code 53",
    ),
    Rule(
        "region-inconnue", ERROR, Subject.TERRITORY, "dans un fichier de région, un `code_insee` qui n’est celui d’aucune région, ou qui est celui d’une autre",
        "prenez le code que le programme propose", "aucune région n’a le code 54",
    ),
    Rule(
        "code-region", ERROR, Subject.TERRITORY, "un code de région mal formé",
        "deux chiffres, entre guillemets", "code de région mal formé",
    ),
    Rule(
        "collectivite-inconnue", ERROR, Subject.TERRITORY, "dans un fichier de région, un code de `collectivites` qui n’existe pas",
        "corrigez-le, ou retirez-le", "aucune collectivité d’outre-mer n’a le code 979",
    ),
    Rule(
        "code-collectivite", ERROR, Subject.TERRITORY, "un code de collectivité d’outre-mer mal formé",
        "trois chiffres, entre guillemets", "code de collectivité mal formé",
    ),
    Rule(
        "fin-avant-debut", ERROR, Subject.DATES, "une fin placée avant le début : celle du contrat, d’un avenant ou d’un projet régional de santé",
        "relisez les deux dates", "le contrat finirait (2022-12) avant de commencer (2023)",
    ),
    Rule(
        "date-future", ERROR, Subject.DATES, "un état constaté ou une source consultée dans l’avenir, ou une signature à venir pour un contrat signé",
        "corrigez la date ; une signature prévue va avec `etat: en préparation`", "l’état serait constaté (2031) dans l’avenir",
    ),
    Rule(
        "avant-la-loi", ERROR, Subject.DATES, "une date antérieure au 21 juillet 2009, quand la loi a créé ces contrats",
        "corrigez l’année", "aucun contrat local de santé n’existait alors (2005)",
    ),
    Rule(
        "annees-contredites", ERROR, Subject.DATES, "une durée en années qui s’écarte d’un an ou plus du début et de la fin",
        "corrigez la valeur fausse, ou retirez `annees`", "2 ans annoncés, mais la période va de 2019 à 2023",
    ),
    Rule(
        "avenant-avant-signature", ERROR, Subject.DATES, "un avenant signé avant le contrat",
        "corrigez la date fausse, ou retirez celle de l’avenant", "l’avenant (2021) serait signé avant le contrat (2023)",
    ),
    Rule(
        "etape", ERROR, Subject.DATES, "une étape donnée à un contrat déjà signé",
        "retirez la ligne `etape`", "une étape est donnée à un contrat signé",
    ),
    Rule(
        "precedent", ERROR, Subject.DATES, "un contrat précédent qui n’existe pas, qui est le contrat lui-même, ou dont la suite revient à lui",
        "donnez l’identifiant d’une autre fiche : le nom de son fichier, sans `.yml`", "aucun contrat n’a l’identifiant « cornouaille-2017 »",
    ),
    Rule(
        "precedent-ailleurs", ERROR, Subject.DATES, "un contrat précédent sans aucune commune en commun",
        "corrigez l’identifiant ou le territoire faux", "« cornouaille-2018 » n’a aucune commune en commun avec ce contrat",
    ),
    Rule(
        "precedent-posterieur", ERROR, Subject.DATES, "un contrat précédent qui commence après celui-ci",
        "retirez la ligne `precedent` : c’est l’autre fiche qui cite celle-ci", "« cornouaille-2023 » commence (2023-07) après ce contrat (2019)",
    ),
    Rule(
        "identifiant-double", ERROR, Subject.DATES, "deux fichiers du même nom",
        "renommez le plus récent", "l’identifiant « quimper-2029 » est aussi celui de contracts/guadeloupe/quimper-2029.yml",
    ),
    Rule(
        "adresse-perdue", ERROR, Subject.DATES, "une fiche publiée qui n’a plus de fichier, renommée ou retirée",
        "dites son ancien nom dans `anciens_identifiants` du fichier qui la remplace : son adresse y mènera",
        "le contrat « quimper-preparation », dont la page est publiée, n’a plus de fichier",
    ),
    Rule(
        "a-verifier", ERROR, Subject.DATES, "un chemin qui n’est celui d’aucune clé",
        "écrivez par exemple `duree.fin`", "« duree.fn » n’est le chemin d’aucune clé",
    ),
    Rule(
        "donnee-personnelle", ERROR, Subject.PEOPLE, "un nom de personne précédé d’un titre, une adresse de messagerie ou un numéro de téléphone, dans une valeur, une adresse web, une clé ou un commentaire",
        "retirez-le : voyez [plus bas](#donnees-personnelles)", "nom de personne dans un fichier public",
    ),
    Rule(
        "adresse-personnelle", ERROR, Subject.PEOPLE, "la page d’une personne sur un réseau social",
        "citez une page du site de l’organisme", "page d’une personne sur un réseau social",
    ),
    Rule(
        "signataires", WARNING, Subject.UNUSUAL, "un contrat signé, dont la liste des signataires ne nomme ni ARS ni collectivité",
        "la loi veut que l’ARS conclue le contrat, notamment avec des collectivités (Code de la santé publique, article L. 1434-10) ; la liste est sans doute incomplète", "ni ARS ni collectivité parmi les signataires",
    ),
    Rule(
        "rang", WARNING, Subject.UNUSUAL, "un deuxième contrat (ou plus) sans `precedent`, ou un premier contrat qui en suit un",
        "le contrat précédent manque peut-être à l’annuaire", "rang 2, sans contrat précédent",
    ),
    Rule(
        "duree-inhabituelle", WARNING, Subject.UNUSUAL, "une durée de moins de trois ans ou de plus de cinq ans",
        "la durée courante est de trois à cinq ans", "durée hors de 3 à 5 ans",
    ),
    Rule(
        "annees-contredites", WARNING, Subject.UNUSUAL, "une durée en années qui ne tombe pas juste avec les dates",
        "l’une des trois valeurs est sans doute fausse", "4 ans annoncés, mais la période va de 2019-01 à 2023-06",
    ),
    Rule(
        "signature-avant-debut", WARNING, Subject.UNUSUAL, "une signature plus d’un an avant le début de la période",
        "l’une des deux dates est sans doute fausse", "signé (2021-03) plus d’un an avant le début de la période (2023-01)",
    ),
    Rule(
        "signature-apres-debut", WARNING, Subject.UNUSUAL, "une signature après le début de la période",
        "cela arrive, mais peut aussi être une faute de frappe", "signé (2026-02) après le début de la période (2025)",
    ),
    Rule(
        "fin-avant-signature", WARNING, Subject.UNUSUAL, "une fin placée avant la signature",
        "l’une des deux dates est sans doute fausse", "le contrat finirait (2023) avant sa signature (2025)",
    ),
    Rule(
        "date-future", WARNING, Subject.UNUSUAL, "un avenant daté de l’avenir",
        "il n’est pas encore signé", "l’avenant serait signé (2031) dans l’avenir",
    ),
    Rule(
        "avenant-raccourcit", WARNING, Subject.UNUSUAL, "un avenant qui avance la fin du contrat sans que son `objet` le dise",
        "un avenant prolonge d’ordinaire ; si celui-ci raccourcit, écrivez-le dans `objet`", "l’avenant ferait finir le contrat (2023) plus tôt que prévu (2024)",
    ),
    Rule(
        "chevauchement", WARNING, Subject.UNUSUAL, "un contrat qui commence avant la fin du précédent",
        "l’un des deux a peut-être été prolongé, ou une date est fausse", "commence (2027) avant la fin du contrat précédent (2028)",
    ),
    Rule(
        "fin-inconnue", WARNING, Subject.UNUSUAL, "une fin qu’on ne peut pas calculer",
        "le lecteur ne saura pas si le contrat est en cours ; cherchez une durée ou un avenant", "fin du contrat inconnue",
    ),
    Rule(
        "code-superflu", WARNING, Subject.UNUSUAL, "une commune déjà comprise dans une intercommunalité citée",
        "son code est inutile", "la commune 29232 est déjà dans une des intercommunalités citées",
    ),
    Rule(
        "organisme-repete", WARNING, Subject.UNUSUAL, "un organisme cité deux fois",
        "l’une des deux lignes est de trop", "« ARS Bretagne » est cité deux fois",
    ),
    Rule(
        "repetition", WARNING, Subject.UNUSUAL, "le même axe, enjeu, public ou avenant, la même action ou articulation, deux fois",
        "l’une des deux lignes est de trop, ou il leur manque ce qui les distingue", "l’enjeu « vieillissement » est déjà dans la fiche",
    ),
    Rule(
        "adresse-repetee", WARNING, Subject.UNUSUAL, "la même adresse dans deux sources, ou dans deux documents",
        "une seule entrée suffit", "la même adresse est déjà dans « documents »",
    ),
    Rule(
        "type-organisme", WARNING, Subject.UNUSUAL, "un organisme dont le nom dit un autre type : une CPAM, une préfecture, une CPTS…",
        "le type sert à compter et à comparer les contrats", "« CPTS du Cap » n’est pas du type « association »",
    ),
    Rule(
        "ars-region", WARNING, Subject.UNUSUAL, "l’ARS d’une autre région, à côté de celle du territoire ou parmi les partenaires",
        "le territoire est peut-être incomplet, ou le nom faux", "« ARS Normandie » n’est pas l’ARS de ce territoire",
    ),
    Rule(
        "territoire-eclate", WARNING, Subject.UNUSUAL, "une partie du territoire, dans une région voisine, qui ne touche pas le reste",
        "une île peut être à part ; sinon, un code est sans doute faux", "une partie du territoire, dans une autre région (Pays de la Loire), ne touche pas le reste",
    ),
    Rule(
        "effectifs", WARNING, Subject.UNUSUAL, "un total plus petit que la liste du fichier",
        "l’un des deux est faux", "le total de « actions » (1) est plus petit que la liste du fichier (2)",
    ),
    Rule(
        "effectifs-hors-mesure", WARNING, Subject.UNUSUAL, "un total très grand, ou plus de communes que le territoire de la fiche n’en a jamais eu",
        "un chiffre est faux, ou le territoire incomplet", "60 communes selon la source, mais le territoire de la fiche en a 14",
    ),
    Rule(
        "a-verifier-absent", WARNING, Subject.UNUSUAL, "un chemin de `a_verifier` où la fiche n’a rien",
        "il n’y a rien à vérifier : retirez-le", "« rang » est à vérifier, mais la fiche n’a rien à cet endroit",
    ),
    Rule(
        "texte-provisoire", WARNING, Subject.UNUSUAL, "un texte où il reste « à compléter », « TODO » ou « xxx », ou un nom qui s’arrête sur « … »",
        "il semble inachevé", "le texte semble inachevé : « à compléter »",
    ),
    Rule(
        "reseau-social", WARNING, Subject.UNUSUAL, "la page d’un organisme sur un réseau social",
        "tout le monde ne peut pas la lire, et elle peut disparaître", "page d’un réseau social, que tout le monde ne peut pas lire et qui peut disparaître",
    ),
    Rule(
        "personne-probable", WARNING, Subject.UNUSUAL, "un prénom et un nom, là où l’on attend un organisme",
        "aucune personne ne doit être nommée ; si c’est un organisme, dites lequel : « association Jeanne Martin »", "ce qui semble être le nom d’une personne",
    ),
)  # fmt: skip
"""In the order of the page."""

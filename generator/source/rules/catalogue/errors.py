"""What stops publication."""

from __future__ import annotations

from generator.source.problem import Severity
from generator.source.rules.catalogue.rule import Rule, Subject

ERROR = Severity.ERROR

ERRORS = (
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
        "ancien-identifiant", ERROR, Subject.DATES, "un ancien identifiant que porte une fiche, ou que deux fiches donnent",
        "renommez le fichier le plus récent, ou retirez la ligne de trop : un identifiant ne sert qu’une fois",
        "« cornouaille-2018 » est un ancien identifiant de « quimper-2029 »",
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
)  # fmt: skip
"""In the order of the page."""

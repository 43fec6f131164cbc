"""What is probably wrong."""

from __future__ import annotations

from generator.source.problem import Severity
from generator.source.rules.catalogue.rule import Rule, Subject

WARNING, UNUSUAL = Severity.WARNING, Subject.UNUSUAL

WARNINGS = (
    Rule(
        "signataires", WARNING, UNUSUAL, "un contrat signé, dont la liste des signataires ne nomme ni ARS ni collectivité",
        "la loi veut que l’ARS conclue le contrat, notamment avec des collectivités (Code de la santé publique, article L. 1434-10) ; la liste est sans doute incomplète", "ni ARS ni collectivité parmi les signataires",
    ),
    Rule(
        "rang", WARNING, UNUSUAL, "un deuxième contrat (ou plus) sans `precedent`, ou un premier contrat qui en suit un",
        "le contrat précédent manque peut-être à l’annuaire", "rang 2, sans contrat précédent",
    ),
    Rule(
        "duree-inhabituelle", WARNING, UNUSUAL, "une durée de moins d’un an ou de plus de huit ans",
        "les contrats connus durent de un à huit ans, le plus souvent de trois à cinq", "durée hors de 1 à 8 ans",
    ),
    Rule(
        "annees-contredites", WARNING, UNUSUAL, "une durée en années qui ne tombe pas juste avec les dates",
        "l’une des trois valeurs est sans doute fausse", "4 ans annoncés, mais la période va de 2019-01 à 2023-06",
    ),
    Rule(
        "signature-avant-debut", WARNING, UNUSUAL, "une signature plus d’un an avant le début de la période",
        "l’une des deux dates est sans doute fausse", "signé (2021-03) plus d’un an avant le début de la période (2023-01)",
    ),
    Rule(
        "signature-apres-debut", WARNING, UNUSUAL, "une signature plus de six mois après le début de la période",
        "cela arrive, mais peut aussi être une faute de frappe", "signé (2026-09) plus de six mois après le début de la période (2025)",
    ),
    Rule(
        "fin-avant-signature", WARNING, UNUSUAL, "une fin placée avant la signature",
        "l’une des deux dates est sans doute fausse", "le contrat finirait (2023) avant sa signature (2025)",
    ),
    Rule(
        "date-future", WARNING, UNUSUAL, "un avenant daté de l’avenir",
        "il n’est pas encore signé", "l’avenant serait signé (2031) dans l’avenir",
    ),
    Rule(
        "avenant-raccourcit", WARNING, UNUSUAL, "un avenant qui avance la fin du contrat sans que son `objet` le dise",
        "un avenant prolonge d’ordinaire ; si celui-ci raccourcit, écrivez-le dans `objet`", "l’avenant ferait finir le contrat (2023) plus tôt que prévu (2024)",
    ),
    Rule(
        "chevauchement", WARNING, UNUSUAL, "un contrat qui commence avant la fin du précédent",
        "l’un des deux a peut-être été prolongé, ou une date est fausse", "commence (2027) avant la fin du contrat précédent (2028)",
    ),
    Rule(
        "meme-territoire", WARNING, UNUSUAL, "deux contrats signés du même territoire, dont aucun ne suit l’autre",
        "il leur manque un `precedent`, ou c’est le même contrat", "même territoire que « cornouaille-2018 », signé aussi, sans que l’un suive l’autre",
    ),
    Rule(
        "fiche-double", WARNING, UNUSUAL, "deux fiches de même nom et de même période, dans le même département",
        "c’est sans doute le même contrat", "même nom et même période que « cornouaille-2023 »",
    ),
    Rule(
        "preparation-signee", WARNING, UNUSUAL, "un contrat en préparation, dont la date de signature est passée",
        "il est sans doute signé", "en préparation, mais sa signature est passée (2025-03)",
    ),
    Rule(
        "preparation-finie", WARNING, UNUSUAL, "un contrat en préparation, dont la période annoncée est finie",
        "il a été signé depuis, ou n’a pas vu le jour", "en préparation, mais la période annoncée est finie (2024)",
    ),
    Rule(
        "territoire-nom", WARNING, UNUSUAL, "un territoire dont aucun nom (intercommunalité, commune, département, région) n’est dans `nom`, `porteur` ou `precision`",
        "un code est peut-être faux : relisez les noms que le programme affiche", "aucun nom du territoire n’est dans « nom », « porteur » ni « precision »",
    ),
    Rule(
        "code-superflu", WARNING, UNUSUAL, "une commune déjà comprise dans une intercommunalité citée",
        "son code est inutile", "la commune 29232 est déjà dans une des intercommunalités citées",
    ),
    Rule(
        "organisme-repete", WARNING, UNUSUAL, "un organisme cité deux fois",
        "l’une des deux lignes est de trop", "« ARS Bretagne » est cité deux fois",
    ),
    Rule(
        "repetition", WARNING, UNUSUAL, "le même axe, enjeu, public ou avenant, la même action ou articulation, deux fois",
        "l’une des deux lignes est de trop, ou il leur manque ce qui les distingue", "l’enjeu « vieillissement » est déjà dans la fiche",
    ),
    Rule(
        "adresse-repetee", WARNING, UNUSUAL, "la même adresse dans deux sources, ou dans deux documents",
        "une seule entrée suffit", "la même adresse est déjà dans « documents »",
    ),
    Rule(
        "type-organisme", WARNING, UNUSUAL, "un organisme dont le nom dit un autre type : une CPAM, une préfecture, une CPTS…",
        "le type sert à compter et à comparer les contrats", "« CPTS du Cap » n’est pas du type « association »",
    ),
    Rule(
        "ars-region", WARNING, UNUSUAL, "l’ARS d’une autre région, à côté de celle du territoire ou parmi les partenaires",
        "le territoire est peut-être incomplet, ou le nom faux", "« ARS Normandie » n’est pas l’ARS de ce territoire",
    ),
    Rule(
        "territoire-eclate", WARNING, UNUSUAL, "une partie du territoire, dans une région voisine, qui ne touche pas le reste",
        "une île peut être à part ; sinon, un code est sans doute faux", "une partie du territoire, dans une autre région (Pays de la Loire), ne touche pas le reste",
    ),
    Rule(
        "effectifs", WARNING, UNUSUAL, "un total plus petit que la liste du fichier",
        "l’un des deux est faux", "le total de « actions » (1) est plus petit que la liste du fichier (2)",
    ),
    Rule(
        "effectifs-hors-mesure", WARNING, UNUSUAL, "un total très grand, ou plus de communes que le territoire de la fiche n’en a jamais eu",
        "un chiffre est faux, ou le territoire incomplet", "60 communes selon la source, mais le territoire de la fiche en a 14",
    ),
    Rule(
        "a-verifier-absent", WARNING, UNUSUAL, "un chemin de `a_verifier` où la fiche n’a rien",
        "il n’y a rien à vérifier : retirez-le", "« rang » est à vérifier, mais la fiche n’a rien à cet endroit",
    ),
    Rule(
        "texte-provisoire", WARNING, UNUSUAL, "un texte où il reste « à compléter », « TODO » ou « xxx », ou un nom qui s’arrête sur « … »",
        "il semble inachevé", "le texte semble inachevé : « à compléter »",
    ),
    Rule(
        "elision", WARNING, UNUSUAL, "« de » devant un mot qui commence par une voyelle",
        "c’est une faute de frappe ; le programme écrit la correction", "« de Audierne » : « de » s’élide devant une voyelle",
    ),
    Rule(
        "espaces", WARNING, UNUSUAL, "deux espaces de suite dans un texte",
        "c’est une faute de frappe ; le programme écrit la correction", "2 espaces de suite",
    ),
    Rule(
        "majuscules", WARNING, UNUSUAL, "un titre ou un autre texte tout en majuscules, plus long qu’un sigle",
        "il se lit mal, et les lecteurs d’écran peuvent l’épeler", "texte tout en majuscules",
    ),
    Rule(
        "reseau-social", WARNING, UNUSUAL, "la page d’un organisme sur un réseau social",
        "tout le monde ne peut pas la lire, et elle peut disparaître", "page d’un réseau social, que tout le monde ne peut pas lire et qui peut disparaître",
    ),
    Rule(
        "personne-probable", WARNING, UNUSUAL, "un prénom et un nom, là où l’on attend un organisme",
        "aucune personne ne doit être nommée ; si c’est un organisme, dites lequel : « association Jeanne Martin »", "ce qui semble être le nom d’une personne",
    ),
)  # fmt: skip
"""In the order of the page."""

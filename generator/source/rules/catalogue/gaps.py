"""What is missing, where nothing is wrong."""

from __future__ import annotations

from generator.source.problem import Severity
from generator.source.rules.catalogue.rule import Rule, Subject

MISSING = Severity.TO_COMPLETE, Subject.MISSING

GAPS = (
    Rule(
        "fin-inconnue", *MISSING, "la fin d’un contrat signé, qu’on ne peut pas calculer et qu’aucun autre contrat ne suit",
        "l’article sur la durée, un avenant, une page sur le contrat suivant", "fin inconnue",
    ),
    Rule(
        "sans-axe", *MISSING, "les axes, sauf tant que le contrat en est à la préfiguration ou au diagnostic",
        "le sommaire, une page qui présente le contrat", "aucun axe",
    ),
    Rule(
        "sans-action", *MISSING, "les actions, dans les mêmes cas que les axes",
        "les fiches actions, un bilan, un article", "aucune action",
    ),
    Rule(
        "sans-signataire", *MISSING, "les signataires d’un contrat signé",
        "la première et la dernière page, un article sur la signature", "aucun signataire",
    ),
    Rule(
        "etat-non-date", *MISSING, "la date de l’état (`etat_constate`) d’un contrat en préparation",
        "la date de la page ou de l’article lu", "date de l’état inconnue",
    ),
    Rule(
        "etat-ancien", *MISSING, "un état constaté depuis moins de deux ans, pour un contrat en préparation ou dont la fin n’est pas connue",
        "une délibération ou un article plus récent", "état constaté il y a plus de deux ans (2020-05)",
    ),
    Rule(
        "mention", *MISSING, "une page qui décrive le contrat : les sources ne font que le nommer (`connaissance: mention`)",
        "le site de l’ARS ou du porteur", "une simple mention a été lue",
    ),
    Rule(
        "source-unique", *MISSING, "une deuxième source, qui confirme la première",
        "le site de l’ARS, du porteur ou de la préfecture, la presse locale", "une seule source",
    ),
)  # fmt: skip
"""In the order of the page; `what` says what is missing, `advice` where it is to be found."""

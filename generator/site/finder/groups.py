"""What an answer says of the contracts of a place, family by family: the script prints these words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.vocabulary import Family
from generator.site.text.french import typography

PLACE = "{lieu}"
"""Stands in a verdict for the name of the place."""

_INCOMPLETE = "L’annuaire n’est pas complet : il peut en exister un."

NOTHING = typography(f"Aucun contrat n’est recensé pour {PLACE}. {_INCOMPLETE}")
"""The verdict where no contract is known."""


@dataclass(frozen=True, slots=True)
class Group:
    """The contracts of one family: their title, and what is said of the place where they come first."""

    family: Family
    title: str
    titles: str
    """Of several."""
    verdict: str = ""
    """Empty where a contract is in force: the contract itself is the answer."""
    remark: str = ""


GROUPS = (
    Group(Family.IN_FORCE, "Contrat en cours", "Contrats en cours"),
    Group(
        Family.LIKELY_IN_FORCE,
        "Contrat vraisemblablement en cours",
        "Contrats vraisemblablement en cours",
        f"Un contrat est vraisemblablement en cours pour {PLACE} : il date de moins de trois ans, et les "
        "sources ne disent pas quand il finit.",
        "Un contrat dure le plus souvent de trois à cinq ans.",
    ),
    Group(
        Family.UNKNOWN,
        "Contrat signé dont la fin n’est pas connue",
        "Contrats signés dont la fin n’est pas connue",
        f"On ne sait pas si un contrat est en cours pour {PLACE} : les sources ne disent pas quand finit "
        "celui qui a été signé.",
        "Peut-être encore en cours, peut-être terminé.",
    ),
    Group(
        Family.TO_COME,
        "Contrat signé, à venir",
        "Contrats signés, à venir",
        f"Aucun contrat en cours n’est recensé pour {PLACE}, mais un contrat signé doit commencer.",
    ),
    Group(
        Family.IN_PREPARATION,
        "Contrat vu en préparation",
        "Contrats vus en préparation",
        f"Aucun contrat en cours n’est recensé pour {PLACE}, mais un contrat y a été vu en préparation.",
        "La date est celle de la dernière source trouvée : le contrat a pu être signé depuis.",
    ),
    Group(
        Family.LOST_FROM_SIGHT,
        "Contrat annoncé dont la suite est inconnue",
        "Contrats annoncés dont la suite est inconnue",
        f"Aucun contrat en cours n’est recensé pour {PLACE}. {_INCOMPLETE}",
        "Les sources ne disent pas si ce qu’elles annonçaient a été signé ou abandonné.",
    ),
    Group(
        Family.PAST,
        "Contrat passé",
        "Contrats passés",
        f"Aucun contrat en cours n’est recensé pour {PLACE}. {_INCOMPLETE}",
    ),
)
"""In the order in which an answer shows them; the first that holds a contract gives the verdict."""


def groups_told() -> list[list[str]]:
    """The groups as the script reads them: family, title, title of several, verdict, remark."""
    return [
        [
            group.family.value,
            *map(typography, (group.title, group.titles, group.verdict, group.remark)),
        ]
        for group in GROUPS
    ]

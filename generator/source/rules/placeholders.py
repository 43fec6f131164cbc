"""Texts that stand where a fact is to come: « À compléter », « TODO », « … »."""

from __future__ import annotations

import re

from generator.source.document import Document
from generator.source.problem import Severity
from generator.source.yaml_nodes import Node

_SIGNS = " .,;:…·-–—_*#?!/\\|()[]{}<>«»\"'’~=+\u00a0\u202f"

_EMPTY_TEXTS = frozenset((
    "à ajouter", "à compléter", "a completer", "à confirmer", "à définir", "a definir",
    "à déterminer", "à préciser", "a preciser", "à remplir", "à renseigner", "à venir",
    "texte à compléter", "texte à venir", "en attente", "todo", "to do", "fixme", "tbc", "tbd",
    "xx", "xxx", "xxxx", "xxxxx", "n/a", "na", "nc", "n.c", "nd", "n.d", "placeholder", "lorem ipsum",
    "aucun", "aucune", "inconnu", "inconnue", "néant", "rien", "sans objet", "non communiqué",
    "non connu", "non défini", "non précisé", "non renseigné", "nom du contrat", "nom du porteur",
    "nom du territoire", "nom du document", "nom de l'organisme", "nom de la commune", "titre",
    "titre de l'axe", "titre de l'action", "titre du document", "titre de la page",
    "titre de la source",
))  # fmt: skip
"""What a whole text says when it says nothing, in lower case and without the signs around it. The model
refuses a text of signs alone."""

_LONGEST = 40

_TRACE = r"\b(?:TODO|FIXME)\b|\b[Xx]{3,}\b|[Ll]orem ipsum|\b[Àà] compléter\b"
"""The same within a longer text, where « à définir » is a fact (« un lieu à définir »)."""

_CLUES = ("TODO", "FIXME", "xx", "XX", "orem ipsum", " compléter")
"""A file without any of these holds no trace: one look at the whole spares one at each text."""

_UNFINISHED = ("…", "...")


def may_hold_traces(document: Document) -> bool:
    """Whether the texts of the file are worth a closer look."""
    whole = "\n".join(document.lines)
    return any(clue in whole for clue in _CLUES)


def is_placeholder(text: str) -> bool:
    """Whether the whole text says nothing; a text that is empty is the model's business."""
    if len(text) > _LONGEST or not text:
        return False
    return text.strip(_SIGNS).lower().replace("’", "'") in _EMPTY_TEXTS


def report_placeholder(node: Node, text: str, document: Document) -> None:
    """Report a text that holds no fact."""
    document.report(
        "texte-provisoire",
        f"« {text} » n’est pas un fait",
        node.mark,
        expected="ce que dit une source",
        proposal="écrivez la valeur ; si la clé est facultative, retirez la ligne",
    )


def check_trace(node: Node, text: str, document: Document) -> None:
    """Report a text that is partly unwritten."""
    trace = re.search(_TRACE, text)
    if trace is not None:
        document.report(
            "texte-provisoire",
            f"le texte semble inachevé : « {trace.group()} »",
            node.mark,
            severity=Severity.WARNING,
            expected="un texte achevé",
            proposal="complétez le texte, ou retirez ce passage",
        )


def check_unfinished_names(root: Node, document: Document) -> None:
    """Report a name, or a carrier, that breaks off; a quoted title may well end so."""
    for key in ("nom", "porteur"):
        name = root.find((key,))
        if name is None or not isinstance(name.content, str) or is_placeholder(name.content):
            continue
        if name.content.rstrip().endswith(_UNFINISHED):
            document.report(
                "texte-provisoire",
                f"« {key} » s’arrête sur des points de suspension",
                name.mark,
                severity=Severity.WARNING,
                expected="un nom écrit en entier",
                proposal="achevez le nom, ou retirez les points de suspension",
            )

"""What the YAML parser says of a broken file, told to someone who is no developer."""

from __future__ import annotations

import unicodedata

import yaml

from generator.source.document import Document, Mark

_SYNTAX = (
    (
        "mapping values are not allowed",
        "deux-points inattendus dans un texte",
        "mettez le texte entre guillemets droits : titre: \"Santé : agir\"",
    ),
    ("cannot start any token", "ce caractère ne peut pas commencer une valeur",
     "mettez la valeur entre guillemets droits ; indentez avec des espaces, jamais de tabulation"),
    ("unexpected end of stream", "guillemet, crochet ou accolade jamais refermé", "refermez-le"),
    ("',' or ']'", "liste entre crochets mal formée",
     "séparez les éléments par des virgules, refermez le crochet et mettez les textes entre guillemets droits"),
    ("',' or '}'", "groupe entre accolades mal formé",
     "séparez les éléments par des virgules, refermez l’accolade et mettez les textes entre guillemets droits"),
    ("expected ':'", "deux-points manquants après une clé",
     "écrivez clé: valeur, avec une espace après les deux-points"),
    ("did not find expected key", "indentation ou guillemets incorrects",
     "alignez les clés d’un même niveau ; mettez entre guillemets les textes qui contiennent « : » ou une virgule"),
    ("did not find expected '-' indicator", "élément de liste mal aligné",
     "alignez les tirets d’une même liste"),
    ("block sequence entries are not allowed", "liste inattendue à cet endroit",
     "passez à la ligne avant le premier tiret"),
    ("escape", "caractère d’échappement inconnu",
     "entre guillemets droits, écrivez \\\\ pour une barre oblique inverse"),
    ("document start", "contenu inattendu après la fin des clés",
     "alignez les clés du premier niveau sur le bord gauche"),
    ("undefined alias", "renvoi vers une ancre qui n’existe pas", "écrivez la valeur en entier"),
)  # fmt: skip


def report_syntax(error: yaml.MarkedYAMLError, document: Document) -> None:
    """Report what the YAML parser stumbled on, in French and with what to do about it."""
    text = f"{error.problem or ''} {error.context or ''}"
    message, proposal = "YAML mal formé", "vérifiez l’indentation et les guillemets"
    for fragment, known, advice in _SYNTAX:
        if fragment in text:
            message, proposal = known, advice
            break
    place = error.problem_mark or error.context_mark
    at_the_end = place is not None and not any(map(str.strip, document.lines[place.line :]))
    if at_the_end and error.context_mark is not None:
        place = error.context_mark  # where the quote opens helps, the end of the file does not
    mark = Mark(place.line + 1, place.column + 1) if place is not None else Mark(1, 1)
    if mark.line > len(document.lines):
        mark = Mark(max(1, len(document.lines)), 1)
    document.report("yaml", message, mark, proposal=proposal)


def report_character(error: yaml.reader.ReaderError, document: Document) -> None:
    """Report the first character that no YAML file may hold."""
    for number, line in enumerate(document.lines, start=1):
        for column, char in enumerate(line, start=1):
            if char != "\t" and unicodedata.category(char) in {"Cc", "Cs", "Cn"}:
                document.report(
                    "caractere",
                    f"caractère interdit U+{ord(char):04X}",
                    Mark(number, column),
                    proposal="supprimez-le",
                )
                return
    document.report("caractere", f"caractère interdit ({error.reason})")

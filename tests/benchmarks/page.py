"""The page `/projet/performances/`: what the last benchmark saw, as it saw it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.site.text import french
from tests.benchmarks.results import GROWING, OWN, Budget, Results

PAGE = Path("docs/projet/performances.md")
RESULTS = Path("docs/projet/performances.json")

_LABELS = {
    "check": "vérifier tous les fichiers (annuaire check)",
    "generate": "écrire les pages Markdown (annuaire generate)",
    "build": "construire le site depuis rien (make site)",
    "same": "… sans rien changer",
    "edit": "… après un contrat modifié",
    "add": "… après un contrat ajouté",
    "day": "… le lendemain",
    "serve": "aperçu : du fichier enregistré à la page nouvelle (make serve)",
    "plain": "MkDocs seul, avec Material et sa recherche, sur les mêmes pages Markdown",
    "zensical": "Zensical, sur les mêmes pages Markdown",
    "jsonschema": "check-jsonschema, avec le schéma du projet, sur les mêmes fichiers",
}


def page(results: Results) -> str:
    """Its Markdown. Columns are not aligned there: Markdown does so by inline styles, which the policy refuses."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    on = french.day(date.fromisoformat(results.day))
    machine, versions = results.machine, results.versions
    yield "# Combien de temps prend la construction du site\n"
    yield french.typography(
        f"Mesures du {on}, faites par une seule commande (`make bench`) sur une même machine : "
        f"{machine['processor']}, {machine['cores']} cœurs, {machine['memory']}, {machine['system']} ; "
        + ", ".join(f"{name} {number}" for name, number in versions.items())
        + f" ; version {results.commit} du projet. Les secondes sont celles de cette machine ; les rapports "
        "valent ailleurs aussi. Les contrats sont ceux de l’annuaire, et des contrats fabriqués : le corps d’un vrai, "
        "sur un autre territoire.\n"
    )
    yield "## Les engagements\n"
    yield "| Mesure | Vu | Au plus | Tenu |\n|---|---|---|---|"
    for budget in results.budgets():
        figures = f"{_number(budget.seen)} | {_number(budget.most)}"
        yield f"| {_promise(budget)} | {figures} | {'oui' if budget.is_met else '**non**'} |"
    yield french.typography(
        "\nUn rapport est celui de deux durées : celle de la commande, et celle de MkDocs seul sur les mêmes pages. "
        "Un exposant de 1 veut dire : dix fois plus de contrats, dix fois plus de temps.\n"
    )
    for size, costs in results.costs.items():
        which = " : ceux de l’annuaire" if size == OWN else ", fabriqués"
        yield french.typography(f"## {french.number(results.sizes[size])} contrats{which}\n")
        yield "| Commande | Secondes | Processeur, s | Mémoire, Mio | Rapport |\n|---|---|---|---|---|"
        for name, label in _LABELS.items():
            for key, word in (
                (name, ""),
                (f"before {name}", f", avant (version {results.before})"),
            ):
                if key in costs:
                    cost, ratio = costs[key], results.ratio(size, key)
                    cells = [cost.wall_s, cost.cpu_s or None, cost.memory_mib or None, ratio]
                    shown = ("" if cell is None else _number(cell) for cell in cells)
                    yield f"| {french.typography(label + word)} | {' | '.join(shown)} |"
        yield ""
    yield "## Croissance\n"
    for name in GROWING:
        exponent = results.exponent(name)
        if exponent is not None:
            yield f"- {_named(name)}{french.NBSP}: exposant {_number(exponent)}"
    yield french.typography(
        "\n## Refaire ces mesures\n\n`make bench` mesure tout, jusqu’à 3 000 contrats, ce qui est long, "
        "et écrit cette page ; "
        "`make bench-quick`, 300 contrats seulement. Les chiffres : "
        "[performances.json](performances.json)."
    )


def _named(name: str) -> str:
    """The label of an operation away from the line that it continues."""
    return _LABELS[name].replace("…", "construire le site")


def _promise(budget: Budget) -> str:
    words = {
        "build": "site construit depuis rien, en part du temps de MkDocs seul",
        "edit": "site construit après un contrat modifié, en part du temps de MkDocs seul",
        "serve": "aperçu d’une modification, en part du temps de MkDocs seul",
        "memory": "mémoire, en Mio",
        "check (s)": "vérification, en secondes",
        "check (ms a contract)": "vérification, en millisecondes par contrat",
        **{f"growth of {name}": f"exposant de croissance : {_named(name)}" for name in GROWING},
    }
    size = f" ({french.number(budget.contracts)} contrats)" if budget.contracts else ""
    return french.typography(words[budget.name] + size)


def _number(value: float) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{digits}f}".replace(".", ",")

"""The rules that one région's file must hold to."""

from __future__ import annotations

from datetime import date

from generator.model.region import Region
from generator.source import suggestions
from generator.source.document import Document
from generator.source.rules.calendar import check_consultations
from generator.source.rules.repetitions import check_region_repetitions
from generator.source.yaml_nodes import Node
from generator.territories.reference import Reference


def check_region(
    slug: str, region: Region, root: Node, document: Document, reference: Reference, on: date
) -> None:
    """Report a code that is unknown or another région's, and facts that cannot be true."""
    _check_code(slug, region, root, document, reference)
    _check_name(slug, region, root, document, reference)
    _check_overseas(region, root, document, reference)
    _check_health_project(region, root, document)
    check_consultations(region.sources, root, document, on)
    check_region_repetitions(region, root, document)


def _check_code(
    slug: str, region: Region, root: Node, document: Document, reference: Reference
) -> None:
    official = reference.regions.get(region.insee_code)
    if official is None:
        near = suggestions.nearest(
            region.name, (known.name for known in reference.regions.values())
        )
        code = next(
            (known.code for known in reference.regions.values() if known.name == near), None
        )
        document.report(
            "region-inconnue",
            f"aucune région n’a le code {region.insee_code}",
            root.mark_of(("code_insee",)),
            expected="le code INSEE d’une des 18 régions",
            proposal=f'écrivez "{code}" ({near})' if near else None,
        )
    elif official.slug != slug:
        document.report(
            "region-inconnue",
            f"le code {region.insee_code} est celui de la région {official.name}",
            root.mark_of(("code_insee",)),
            proposal=f"renommez le fichier {official.slug}.yml, ou corrigez le code",
        )


def _check_name(
    slug: str, region: Region, root: Node, document: Document, reference: Reference
) -> None:
    official = reference.regions.get(region.insee_code)
    if official is None or official.slug != slug:
        return  # the code is told to be wrong, so it says nothing of the name
    if region.name.replace("’", "'") == official.name:
        return
    document.report(
        "region-nom",
        f"« {region.name} » n’est pas le nom de la région de code {official.code}",
        root.mark_of(("nom",)),
        expected="le nom officiel de la région (INSEE)",
        proposal=f'écrivez nom: "{official.name}", ou corrigez code_insee',
    )


def _check_overseas(region: Region, root: Node, document: Document, reference: Reference) -> None:
    for index, code in enumerate(region.overseas):
        if code not in reference.collectivites:
            document.report(
                "collectivite-inconnue",
                f"aucune collectivité d’outre-mer n’a le code {code}",
                root.mark_of(("collectivites", index)),
                expected="un de : " + ", ".join(reference.collectivites),
            )


def _check_health_project(region: Region, root: Node, document: Document) -> None:
    project = region.health_project
    if project and project.start and project.end and project.end.last_day < project.start.first_day:
        document.report(
            "fin-avant-debut",
            f"le projet régional de santé finirait ({project.end}) avant de commencer"
            f" ({project.start})",
            root.mark_of(("prs", "fin")),
            expected="une fin qui suit le début",
            proposal="corrigez la date fausse, ou retirez-la si aucune source ne la donne",
        )

"""`annuaire build`: the site, built and published in one step."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from generator.cli.misuse import misuse
from generator.cli.stoppable import stoppable
from generator.clock import build_date
from generator.source.visible import visible


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--output", type=Path, metavar="DOSSIER", help="dossier publié (défaut : build/site)"
    )
    parser.add_argument("--date", default="", metavar="AAAA-MM-JJ", help="jour des statuts")


@stoppable
def run(options: argparse.Namespace) -> int:
    """Build and publish; 1 when the site cannot be built, 2 when the folder cannot be published."""
    # Imported here as what it imports takes longer to load than a whole check takes.
    from generator.publish.errors import PublishError
    from generator.publish.site import DEFAULT_OUTPUT, BuildFailedError, publish_site

    root: Path = options.root
    output: Path = options.output or root / DEFAULT_OUTPUT
    if not (root / "mkdocs.yml").is_file():
        return misuse(
            f"pas de fichier mkdocs.yml dans {root} : lancez la commande à la racine du projet"
        )
    try:
        written = publish_site(root, output, _day(options.date))
    except BuildFailedError as error:
        print(f"annuaire: {visible(str(error))}", file=sys.stderr)
        return 1
    except (PublishError, ValueError) as error:
        return misuse(str(error))
    print(f"{written} fichiers publiés dans {visible(str(output))}")
    return 0


def _day(text: str) -> date | None:
    if not text:
        return None
    return build_date(text)

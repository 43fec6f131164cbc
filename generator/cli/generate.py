"""`annuaire generate`: the pages as plain Markdown, and the data of the site."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from generator.cli.misuse import misuse
from generator.cli.stoppable import stoppable
from generator.clock import build_date
from generator.source.visible import visible

DEFAULT_REPOSITORY = "https://github.com/annuaire-cls/annuaire-cls"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--output", type=Path, required=True, metavar="DOSSIER")
    parser.add_argument("--date", default="", metavar="AAAA-MM-JJ", help="jour des statuts")
    parser.add_argument(
        "--repository", default=DEFAULT_REPOSITORY, metavar="ADRESSE", help="dépôt public du projet"
    )
    parser.add_argument(
        "--site-url", default="", metavar="ADRESSE", help="adresse du site, pour les calendriers"
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="comparer un échantillon de pages à ce qu’elles sont sans cache",
    )


@stoppable
def run(options: argparse.Namespace) -> int:
    """Write the tree; 1 when a file holds an error or a page is stale, 2 when the folder cannot be written."""
    # Imported here because folium and shapely take longer to load than a whole check takes.
    from generator.publish.build import SourceError
    from generator.publish.cores import CoreError
    from generator.publish.errors import PublishError
    from generator.publish.verify import StaleError

    try:
        written, verified = _write(options)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    except StaleError as error:
        print(f"annuaire: {visible(str(error))}", file=sys.stderr)
        return 1
    except (CoreError, PublishError, ValueError) as error:
        return misuse(str(error))
    compared = f", {verified} pages comparées à ce qu’elles sont sans cache" if verified else ""
    print(f"{written} fichiers écrits dans {visible(str(options.output))}{compared}")
    return 0


def _write(options: argparse.Namespace) -> tuple[int, int]:
    """Numbers of files written and of pages verified."""
    from generator.publish.build import Settings, build
    from generator.publish.cache import FOLDER, Cache
    from generator.publish.output import write_tree
    from generator.publish.progress import Progress
    from generator.publish.verify import verify

    settings = Settings(build_date(options.date), options.repository, options.site_url)
    with (
        Progress.on(sys.stderr) as progress,
        closing(Cache(options.root / FOLDER)) as cache,
    ):
        files = {file.path: file for file in build(options.root, settings, cache, progress)}
        verified = verify(options.root, settings, files, progress) if options.verify else 0
        return write_tree(options.output, files.values(), progress), verified

"""`annuaire addresses`: whether a built site still has every address that was published."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.misuse import misuse
from generator.source.document import Document
from generator.source.published import FILE, read_published
from generator.source.visible import visible

_HEADING = "# Every address published so far, one a line: it only grows. `annuaire addresses --write` adds to it.\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--site", type=Path, metavar="DOSSIER", help="site construit (défaut : build/site)"
    )
    parser.add_argument(
        "--write", action="store_true", help="ajouter les adresses nouvelles à la liste"
    )


def run(options: argparse.Namespace) -> int:
    """Show lost and new addresses; 1 when one is lost, 2 where there is no built site."""
    # Imported here as what it imports takes longer to load than a whole check takes.
    from generator.publish.addresses import addresses_of
    from generator.publish.site import DEFAULT_OUTPUT

    root: Path = options.root
    site: Path = options.site or root / DEFAULT_OUTPUT
    if not (site / "index.html").is_file():
        return misuse(f"pas de site construit dans {site} : lancez d’abord annuaire build")
    document = Document(FILE)
    listed, found = set(read_published(root, document)), addresses_of(site)
    if document.has_errors:
        return misuse(f"{root / FILE} ne peut être lu")
    for address in sorted(listed - found):
        print(f"adresse perdue : {visible(address)}", file=sys.stderr)
    if listed - found:
        print(
            f"{len(listed - found)} adresse(s) publiée(s) ne mène(nt) plus nulle part : rétablissez la page, ou"
            " donnez son ancien nom à celle qui la remplace (anciens_identifiants)",
            file=sys.stderr,
        )
        return 1
    if options.write:
        try:
            _write(root / FILE, listed | found)
        except OSError as error:
            return misuse(f"{root / FILE} ne peut être écrit : {error}")
    verb = "ajoutée(s)" if options.write else "nouvelle(s)"
    print(f"{len(listed)} adresse(s) publiée(s), aucune perdue ; {len(found - listed)} {verb}")
    return 0


def _write(file: Path, addresses: set[str]) -> None:
    """Whole or not at all: a list cut short would let addresses be lost."""
    aside = file.with_name(f"{file.name}.nouveau")
    aside.write_text(
        _HEADING + "".join(f"{address}\n" for address in sorted(addresses) if address),
        encoding="utf-8",
    )
    aside.replace(file)

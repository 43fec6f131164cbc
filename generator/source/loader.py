"""From the project's folder to its contracts and regions, with every problem of every file."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.contract import Contract
from generator.model.fields import SLUG_LIMIT, is_slug
from generator.model.region import Region
from generator.source import suggestions
from generator.source.contract_rules import check_contract
from generator.source.directory_rules import check_directory
from generator.source.document import Document
from generator.source.internal_errors import internal_errors_told
from generator.source.model_errors import read_model
from generator.source.perimeter_rules import check_perimeter
from generator.source.personal_data import check_personal_data
from generator.source.problem import Problem, Severity
from generator.source.published import check_published
from generator.source.reading import read_lines, report_unreadable
from generator.source.rules.regions import check_region
from generator.source.rules.texts import check_texts
from generator.source.rules.writing import check_writing
from generator.source.sheet import Ground, Sheet
from generator.source.visible import quoted
from generator.source.yaml_nodes import parse
from generator.territories.reference import Reference
from generator.territories.text_keys import slugify

CONTRACTS, REGIONS = "contracts", "regions"
CONTRACT_SCHEMA, REGION_SCHEMA = "contrat.schema.json", "region.schema.json"
_BESIDE = frozenset({CONTRACT_SCHEMA, REGION_SCHEMA, "LICENCE.md"})
"""Files that rightly lie beside the data."""
LICENCE = "LICENCE.md"
"""The licence that lies beside the data, in both folders."""


@dataclass(frozen=True, slots=True)
class ContractFile:
    """A contract and the file that says it."""

    id: str
    """The file's stem, unique in the whole directory."""
    folder: str
    """The folder's name: the slug of a région."""
    path: str
    """Path from the project's root, with forward slashes."""
    contract: Contract


@dataclass(frozen=True, slots=True)
class RegionFile:
    """A région and the file that says it."""

    slug: str
    path: str
    region: Region


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that the files say; only files without error are in it."""

    contracts: Mapping[str, ContractFile]
    """By id, sorted."""
    regions: Mapping[str, RegionFile]
    """By slug, sorted."""
    problems: tuple[Problem, ...]
    """Every problem of every file, sorted by file and place."""

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop publication."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


def load(root: Path, reference: Reference, on: date) -> Corpus:
    """Read and check `root`/contracts and `root`/regions. Never raises for what a file holds.

    `on` is the day that parts the past from the future: no source was read after it.
    """
    with _collector_paused():
        return _load(root, reference, on)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No search for reference cycles: reading makes none, and the search takes a third of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(root: Path, reference: Reference, on: date) -> Corpus:
    documents: list[Document] = []
    regions = _read_regions(root, reference, on, documents)
    sheets = _read_contracts(root, set(regions), reference, on, documents)
    ids = {
        Path(document.path).stem
        for document in documents
        if document.path.startswith(f"{CONTRACTS}/") and document.path.endswith(".yml")
    }
    between = Document(CONTRACTS)
    documents.append(between)
    with internal_errors_told(between):
        known = {slug: file.region for slug, file in regions.items()}
        check_directory(sheets, ids, known, reference, on)
        check_published(root, sheets, ids, documents)
    contracts = {
        sheet.id: ContractFile(sheet.id, sheet.folder, sheet.document.path, sheet.contract)
        for sheet in sheets
        if not sheet.document.has_errors
    }
    problems = sorted(
        (problem for document in documents for problem in document.told()),
        key=lambda problem: problem.sort_key,
    )
    return Corpus(dict(sorted(contracts.items())), dict(sorted(regions.items())), tuple(problems))


def _read_regions(
    root: Path, reference: Reference, on: date, documents: list[Document]
) -> dict[str, RegionFile]:
    regions: dict[str, RegionFile] = {}
    for file, document in _yaml_files(root, Path(REGIONS), documents):
        with internal_errors_told(document):
            region = _read_region(file.stem, document, reference, on)
            if region is not None and not document.has_errors:
                regions[file.stem] = RegionFile(file.stem, document.path, region)
    return regions


def _read_region(slug: str, document: Document, reference: Reference, on: date) -> Region | None:
    node = parse(document)
    if node is None:
        return None
    check_personal_data(node, document)
    region = read_model(Region, node, document)
    check_texts(node, document)
    check_writing(node, document)
    if region is not None:
        check_region(slug, region, node, document, reference, on)
    return region


def _read_contracts(
    root: Path, regions: set[str], reference: Reference, on: date, documents: list[Document]
) -> list[Sheet]:
    sheets = []
    for folder in _region_folders(root, regions, documents):
        for file, document in _yaml_files(root, folder, documents):
            with internal_errors_told(document):
                sheet = _read_contract(file.stem, folder.name, document, reference, on)
                if sheet is not None:
                    sheets.append(sheet)
    return sheets


def _read_contract(
    id_: str, folder: str, document: Document, reference: Reference, on: date
) -> Sheet | None:
    node = parse(document)
    if node is None:
        return None
    check_personal_data(node, document)
    check_perimeter(node, document, reference)
    contract = read_model(Contract, node, document)
    check_texts(node, document)
    check_writing(node, document)
    if contract is None:
        return None
    ground = Ground(contract.perimeter, reference)
    sheet = Sheet(id_, folder, contract, ground, node, document)
    check_contract(sheet, reference, on)
    return sheet


def _region_folders(root: Path, regions: set[str], documents: list[Document]) -> Iterator[Path]:
    files = {document.path for document in documents}
    for entry in _entries(root, Path(CONTRACTS), documents):
        document = Document(f"{CONTRACTS}/{entry.name}")
        documents.append(document)
        kind = _kind(entry, document)
        if kind == "folder":
            if f"{REGIONS}/{entry.name}.yml" not in files:
                near = suggestions.nearest(entry.name, regions)
                document.report(
                    "dossier",
                    f"le dossier {quoted(entry.name)} n’est celui d’aucune région",
                    expected="un dossier du nom d’un fichier de regions/",
                    proposal=f"vouliez-vous dire « {near} » ?" if near else None,
                )
            yield Path(CONTRACTS) / entry.name
        elif kind and entry.name not in _BESIDE:
            _refuse_place(document, "contracts/<région>/<identifiant>.yml")


def _yaml_files(
    root: Path, folder: Path, documents: list[Document]
) -> Iterator[tuple[Path, Document]]:
    """The readable YAML files of a folder; whatever else lies there becomes a problem."""
    for entry in _entries(root, folder, documents):
        if entry.name in _BESIDE:
            continue
        document = Document(f"{folder.as_posix()}/{entry.name}")
        documents.append(document)
        kind = _kind(entry, document)
        if kind == "file" and entry.suffix == ".yml":
            read_lines(entry, document)
            _check_id(entry.stem, document)
            if document.lines:
                yield entry, document
        elif kind:
            _refuse_place(document, f"{folder.as_posix()}/<identifiant>.yml")


def _entries(root: Path, folder: Path, documents: list[Document]) -> list[Path]:
    try:
        entries = sorted((root / folder).iterdir())
    except OSError as error:
        document = Document(folder.as_posix())
        document.report("lecture", "dossier illisible", found=error.strerror)
        documents.append(document)
        return []
    return [entry for entry in entries if not entry.name.startswith(".") and entry.name != LICENCE]


def _kind(entry: Path, document: Document) -> str | None:
    """« file », « folder » or « other »; None for what is refused already: a link, or unreadable."""
    try:
        if entry.is_symlink():
            document.report(
                "lien",
                "lien symbolique",
                expected="un vrai fichier dans l’arborescence du projet",
                proposal="copiez le fichier à la place du lien",
            )
            return None
        return "file" if entry.is_file() else "folder" if entry.is_dir() else "other"
    except OSError as error:  # a folder that may be listed, and not entered
        report_unreadable(error, document)
        return None


def _check_id(stem: str, document: Document) -> None:
    if len(stem) > SLUG_LIMIT:
        document.report(
            "identifiant",
            f"nom de fichier trop long : {len(stem)} caractères",
            expected=f"{SLUG_LIMIT} caractères au plus, sans compter .yml",
            proposal="renommez-le d’après le territoire et l’année, par exemple cornouaille-2023.yml",
        )
    elif not is_slug(stem):
        document.report(
            "identifiant",
            f"nom de fichier mal formé : {quoted(stem)}",
            expected="des lettres minuscules sans accent, des chiffres et des traits d’union",
            proposal=f"renommez-le {slugify(stem) or 'territoire-annee'}.yml",
        )


def _refuse_place(document: Document, expected: str) -> None:
    is_yaml = document.path.endswith(".yaml")
    document.report(
        "place",
        "ni fichier de contrat, ni fichier de région : il serait ignoré",
        expected=expected,
        proposal="renommez-le en .yml" if is_yaml else "déplacez-le ou retirez-le",
    )

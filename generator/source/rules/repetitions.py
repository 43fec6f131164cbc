"""The same fact written twice in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.axis import Action
from generator.model.contract import Contract
from generator.model.region import Region
from generator.source.document import Document
from generator.source.problem import Severity
from generator.source.sheet import Sheet
from generator.source.yaml_nodes import Node, PathKey
from generator.territories.text_keys import fold_lines

_Path = tuple[PathKey, ...]
_Terms = tuple[_Path, Sequence[str]]
"""A list of closed terms (ids of a vocabulary, paths of the format, codes), and where it is."""
_Texts = tuple[str, list[tuple[_Path, str]]]
"""A list of texts: what each is (« l’axe »), then where each is."""


def check_repetitions(sheet: Sheet) -> None:
    """Report terms, texts and addresses that one list of a contract's file gives twice."""
    _check_terms(_terms_of_contract(sheet.contract), sheet.root, sheet.document)
    _check_texts(_texts_of_contract(sheet.contract), sheet.root, sheet.document)
    sources = [source.url for source in sheet.contract.sources]
    documents = [document.url for document in sheet.contract.documents]
    _check_addresses("sources", sources, sheet.root, sheet.document)
    _check_addresses("documents", documents, sheet.root, sheet.document)


def check_region_repetitions(region: Region, root: Node, document: Document) -> None:
    """Report terms, texts and addresses that one list of a région's file gives twice."""
    axes = list(enumerate(region.regional_axes))
    terms: list[_Terms] = [(("collectivites",), region.overseas)]
    terms += [(("axes_regionaux", index, "rattachement"), axis.national) for index, axis in axes]
    _check_terms(terms, root, document)
    titles: list[tuple[_Path, str]] = [
        (("axes_regionaux", index, "titre"), axis.title) for index, axis in axes
    ]
    landmarks = _items(("reperes",), [landmark.text for landmark in region.landmarks])
    _check_texts([("l’axe", titles), ("le repère", landmarks)], root, document)
    _check_addresses("sources", [source.url for source in region.sources], root, document)


def _terms_of_contract(contract: Contract) -> Iterator[_Terms]:
    yield ("a_verifier",), contract.to_verify
    for index, axis in enumerate(contract.axes):
        if len(axis.national) > 1:
            yield ("axes", index, "rattachement"), axis.national
    for path, action in _actions(contract):
        if len(action.themes) > 1:
            yield (*path, "themes"), action.themes


def _texts_of_contract(contract: Contract) -> Iterator[_Texts]:
    axes = enumerate(contract.axes)
    actions = list(_actions(contract))
    yield "l’axe", [(("axes", index, "titre"), axis.title) for index, axis in axes]
    yield "l’action", [((*path, "titre"), action.title) for path, action in actions]
    yield "l’enjeu", _items(("enjeux",), contract.challenges)
    yield "l’articulation", _items(("articulations",), contract.linked_schemes)
    for path, action in actions:
        if len(action.audiences) > 1:
            yield "le public", _items((*path, "publics"), action.audiences)
    if len(contract.amendments) > 1:
        amendments = [
            f"{amendment.date or ''} {amendment.end or ''} {amendment.subject or ''}"
            for amendment in contract.amendments
        ]
        yield "l’avenant", _items(("avenants",), amendments)


def _actions(contract: Contract) -> Iterator[tuple[_Path, Action]]:
    """Every action of the file and where it is."""
    for index, axis in enumerate(contract.axes):
        for number, action in enumerate(axis.actions):
            yield ("axes", index, "actions", number), action
    for number, action in enumerate(contract.loose_actions):
        yield ("actions", number), action


def _items(path: _Path, texts: Sequence[str]) -> list[tuple[_Path, str]]:
    return [((*path, index), text) for index, text in enumerate(texts)]


def _check_terms(lists: Iterable[_Terms], root: Node, document: Document) -> None:
    for path, terms in lists:
        if len(set(terms)) == len(terms):
            continue
        for index, term in enumerate(terms):
            if term in terms[:index]:
                document.report(
                    "terme-repete",
                    f"« {term} » est écrit deux fois dans « {path[-1]} »",
                    root.mark_of((*path, index)),
                    expected="chaque terme une seule fois",
                    proposal="retirez celui-ci",
                )


def _check_texts(lists: Iterable[_Texts], root: Node, document: Document) -> None:
    longer = [(what, texts) for what, texts in lists if len(texts) > 1]
    # Folding all at once takes half the time of folding list by list.
    folded = iter(fold_lines("\n".join(text for _, texts in longer for _, text in texts)))
    for what, texts in longer:
        first: dict[str, _Path] = {}
        for path, text in texts:
            # A text of another alphabet folds to nothing.
            earlier = first.setdefault(next(folded) or text, path)
            if earlier is not path:
                _report_repeated(what, text, path, root, earlier, document)


def _report_repeated(
    what: str, text: str, path: _Path, root: Node, earlier: _Path, document: Document
) -> None:
    document.report(
        "repetition",
        f"{what} « {text.strip()} » est déjà dans la fiche",
        root.mark_of(path),
        severity=Severity.WARNING,
        found=f"déjà ligne {root.mark_of(earlier).line}",
        proposal="retirez l’un des deux, ou écrivez ce qui les distingue",
    )


def _check_addresses(key: str, addresses: Sequence[str], root: Node, document: Document) -> None:
    first: dict[str, int] = {}
    for index, address in enumerate(addresses):
        earlier = first.setdefault(address.rstrip("/"), index)
        if earlier != index:
            document.report(
                "adresse-repetee",
                f"la même adresse est déjà dans « {key} »",
                root.mark_of((key, index, "url")),
                severity=Severity.WARNING,
                found=f"déjà ligne {root.mark_of((key, earlier, 'url')).line}",
                proposal="gardez une seule des deux entrées, en réunissant leurs titres",
            )

"""What is compared of a contract: the same rows for all, each with what the sources say.

The page made at build and the one that a script fills set the same cells side by side. A row that is
missing from a part says that nothing of the kind is cited; a part that is None, that the sources say
nothing of it at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.facts import COMPARED
from generator.directory.once import once_a_contract
from generator.model.axis import Action
from generator.model.contract import Contract
from generator.model.vocabulary import AXES, ORGANISATIONS, THEMES
from generator.site.drawing.spans import spans
from generator.site.shell import addresses
from generator.site.text import french
from generator.site.text.facts import told
from generator.site.text.status import sentence

NO_THEME = "sans-theme"
NO_AXIS = "sans-axe"

Cell = tuple[str, ...]
Part = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class PartTerms:
    """A part of the comparison: its rows, by id, in their order, with their labels."""

    id: str
    title: str
    rows: Mapping[str, str]
    listed: bool
    """True where a row lists what is cited: rows differ when one has some and another has none."""
    remark: str = ""


PARTS = (
    PartTerms(
        "identite",
        "Identité",
        {fact.id: fact.label for fact in COMPARED},
        listed=False,
    ),
    PartTerms(
        "signataires",
        "Qui signe, par type d’organisme",
        {id_: term.label for id_, term in ORGANISATIONS.items()},
        listed=True,
        remark="Les organismes que les sources nomment parmi les signataires.",
    ),
    PartTerms(
        "axes",
        "Axes, par axe national ou transversal",
        {**{id_: term.label for id_, term in AXES.items()}, NO_AXIS: "Sans rattachement"},
        listed=True,
        remark="Les axes de chaque contrat, sous les axes auxquels ils se rattachent.",
    ),
    PartTerms(
        "themes",
        "Actions, par thème",
        {**{id_: term.label for id_, term in THEMES.items()}, NO_THEME: "Sans thème indiqué"},
        listed=True,
        remark="Les actions que citent les sources ; une action à plusieurs thèmes revient sous chacun.",
    ),
    PartTerms("dispositifs", "Dispositifs liés", {"dispositifs": "Dispositifs cités"}, listed=True),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One contract, as a comparison shows it; texts are ready to print."""

    id: str
    name: str
    address: str
    status: str
    sentence: str
    """Its status and dates."""
    signature: date | None
    drawn: tuple[date, date] | None
    """From when to when a time line draws it: to where an unknown end may lie; None without a date."""
    loose: bool
    """Whether the beginning or the end of what is drawn is unknown, or only announced."""
    parts: Mapping[str, Part | None]
    """By id of `PARTS`."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """A row of the comparison: a cell a contract, None where the sources say nothing of the kind."""

    label: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class SidePart:
    """A part of the comparison, with the rows that at least one contract fills."""

    id: str
    title: str
    remark: str
    rows: tuple[SideRow, ...]


@once_a_contract
def profile(edition: Edition, entry: Entry) -> Profile:
    """What a comparison shows of the contract."""
    contract = entry.contract
    signature = contract.duration.signature
    dated = entry.period.start is not None or entry.period.end is not None
    drawn = spans(entry, edition.directory.followed_on(entry)) if dated else []
    return Profile(
        id=entry.id,
        name=french.typography(edition.name(entry)),
        address=addresses.contract(entry.id),
        status=edition.status(entry),
        sentence=sentence(edition.status(entry), entry),
        signature=signature.first_day if signature else None,
        drawn=(drawn[0].start, drawn[-1].end) if drawn else None,
        loose=contract.state != "signé" or None in (entry.period.start, entry.period.end),
        parts={
            "identite": _printed(_facts(edition, entry)),
            "signataires": _printed(_signatories(contract)) or None,
            "axes": _printed(_axes(contract)) or None,
            "themes": _printed(_themes(contract)) or None,
            "dispositifs": _printed({"dispositifs": contract.linked_schemes}) or None,
        },
    )


def side_by_side(profiles: Sequence[Profile]) -> list[SidePart]:
    """The parts that list what is cited, contract by contract; one that none fills is left out."""
    parts = []
    for terms in PARTS:
        found = [known.parts[terms.id] for known in profiles] if terms.listed else []
        filled = {id_ for part in found if part for id_ in part}
        rows = [
            SideRow(label, tuple(None if part is None else part.get(id_, ()) for part in found))
            for id_, label in terms.rows.items()
            if id_ in filled
        ]
        if rows:
            parts.append(SidePart(terms.id, terms.title, terms.remark, tuple(rows)))
    return parts


def _facts(edition: Edition, entry: Entry) -> Iterator[tuple[str, Sequence[str]]]:
    unsigned = entry.contract.state != "signé"
    for fact in COMPARED:
        texts = told(fact, fact.value(edition, entry))
        if unsigned and fact.id == "statut":
            texts = [sentence(edition.status(entry), entry)]
        if unsigned and fact.id == "periode":
            texts = [f"{text} (annoncée)" for text in texts]
        yield fact.id, texts


def _signatories(contract: Contract) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for organisation in contract.signatories:
        named = french.together(organisation.name, organisation.number)
        found.setdefault(organisation.kind, []).append(named)
    return found


def _axes(contract: Contract) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for axis in contract.axes:
        for id_ in axis.national or (NO_AXIS,):
            found.setdefault(id_, []).append(axis.title)
    return found


def _themes(contract: Contract) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _, action in contract.actions():
        for theme in action.themes or (NO_THEME,):
            found.setdefault(theme, []).append(_action(action))
    return found


def _action(action: Action) -> str:
    return f"{action.title} (pilote : {action.lead})" if action.lead else action.title


def _printed(rows: Mapping[str, Sequence[str]] | Iterable[tuple[str, Sequence[str]]]) -> Part:
    """Rows in French typography, without those that say nothing."""
    pairs = rows.items() if isinstance(rows, Mapping) else rows
    return {id_: tuple(french.typography(text) for text in texts) for id_, texts in pairs if texts}

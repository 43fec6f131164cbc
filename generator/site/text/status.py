"""A contract's status and its dates in words: every page, list, file and script prints what is said here.

`sentence` stands alone; after a badge, which says the status, come `after_badge` or `dates`. Nothing here
depends on the day but by the status: what a date means today is never left for the reader to guess.
"""

from __future__ import annotations

from generator.directory.directory import Entry
from generator.directory.status import Beginning, Dated, beginning
from generator.model.contract import Contract
from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.model.vocabulary import STATUSES
from generator.site.text.french import (
    NARROW,
    NBSP,
    partial_date,
    period,
    plural,
    since,
    until,
    when,
)

_COLON, _SEMICOLON = f"{NBSP}: ", f"{NARROW}; "

_BEGUN = {
    Dated.START: "commencé",
    Dated.SIGNATURE: "signé",
    Dated.VOTE: "voté",
    Dated.SEEN: "signé au plus tard",
}


def sentence(status: str, entry: Entry) -> str:
    """« En cours jusqu’en 2028 », « Échéance inconnue : signé en 2021, fin non renseignée »."""
    joint = " " if status in {"en-cours", "echu", "en-preparation"} else _COLON
    return f"{STATUSES[status].label}{joint}{after_badge(status, entry)}"


def after_badge(status: str, entry: Entry) -> str:
    """What the sentence says after the status: « jusqu’en 2028 », « signé en 2021, fin non renseignée »."""
    end = entry.period.end
    if status == "en-cours" and end is not None:
        return until(end)
    if status == "echu" and end is not None:
        return since(end)
    if status == "en-preparation":
        return _unsigned(entry, "")
    if entry.contract.state == "en préparation":
        return _unsigned(entry, "en préparation ")
    if end is None:
        return _without_end(status, entry)
    named = "" if entry.period.starts_at_signature else "période "
    return f"{named}{dates(status, entry)}"


def dates(status: str, entry: Entry) -> str:
    """What lists set beside the badge: the whole period where it is known, else as `after_badge`."""
    begun, end = beginning(entry.contract, entry.period), entry.period.end
    if entry.contract.state != "signé" or end is None:
        return after_badge(status, entry)
    if entry.period.starts_at_signature and begun is not None:
        return _enumerated(_begun(status, begun), f"fin {when(end)}")
    return period(entry.period)


def _without_end(status: str, entry: Entry) -> str:
    contract = entry.contract
    begun = beginning(contract, entry.period)
    length = f"pour {plural(contract.duration.years, 'an')}" if contract.duration.years else ""
    if begun is None:
        return _enumerated(f"conclu {length}" if length else "", "début et fin non renseignés")
    unknown = "début et fin non renseignés" if begun.by is Dated.SEEN else "fin non renseignée"
    return _enumerated(_begun(status, begun), length, unknown)


def _begun(status: str, begun: Beginning) -> str:
    if status == "a-venir":
        return f"{'début' if begun.by is Dated.START else 'signature'} {when(begun.date)}"
    return f"{_BEGUN[begun.by]} {when(begun.date)}"


def _unsigned(entry: Entry, opening: str) -> str:
    """When a contract was in preparation, never that it still is, and what was announced then."""
    contract = entry.contract
    told = [_seen(contract, opening), *_announced(contract, entry.period)]
    return _SEMICOLON.join(told)


def _seen(contract: Contract, opening: str) -> str:
    if contract.state_seen is not None:
        return f"{opening}{when(contract.state_seen)}, d’après la source"
    if contract.duration.deliberation is not None:
        vote = when(contract.duration.deliberation)
        return f"{opening}au moment du vote, {vote}"
    return f"{opening}d’après une source dont la date n’est pas renseignée"


def _announced(contract: Contract, announced: Period) -> list[str]:
    start, end = announced.start, announced.end
    if start is not None and end is not None and not announced.starts_at_signature:
        return [f"période annoncée{_COLON}{period(announced)}"]
    first = "signature annoncée" if announced.starts_at_signature else "début annoncé"
    told = [_labelled(first, start), _labelled("fin annoncée", end)]
    if end is None and contract.duration.years:
        told.append(f"durée annoncée{_COLON}{plural(contract.duration.years, 'an')}")
    return [text for text in told if text]


def _labelled(label: str, value: PartialDate | None) -> str:
    return f"{label}{_COLON}{partial_date(value)}" if value is not None else ""


def _enumerated(*told: str) -> str:
    return ", ".join(text for text in told if text)

"""A name for each contract that tells it apart from all others: « CLS d'Argonne-Meuse, 2020-2025 »."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.directory.directory import Entry
from generator.directory.names import NameParts, name_parts
from generator.territories.text_keys import fold

_LINKS = re.compile(r"\b(?:de|du|des|d|la|le|les|l|et)\b")
"""Words that a reader takes no notice of: « Pays Vesoul » is « Pays de Vesoul »."""

_Group = list[Entry]


def distinct_names(entries: Iterable[Entry]) -> dict[str, str]:
    """By id, the name of each contract beside others; no two are equal once folded.

    The short name says the territory. Those that share one bear their départements where they lie
    apart, then the first kind of means that tells them all apart: years, rank, when it was seen,
    porteur; else each the first that is its own; else the id. The order of `entries` is nothing to it.
    """
    known = sorted(entries, key=lambda entry: entry.id)
    parts = {entry.id: name_parts(entry.contract.name) for entry in known}
    names: dict[str, str] = {}
    for group in _groups(known, parts):
        places = _places(group)
        for place, members in places.items():
            beside = f" ({place})" if place and len(places) > 1 else ""
            told = _qualifiers(members, parts)
            for entry in members:
                after = f", {told[entry.id]}" if told[entry.id] else ""
                names[entry.id] = f"{parts[entry.id].short}{beside}{after}"
    return _unlike(names)


def _groups(entries: Sequence[Entry], parts: Mapping[str, NameParts]) -> Iterable[_Group]:
    """Contracts of one name, with those that follow one another on one territory whatever its name.

    « CLS de Brest » and « CLS du Pays de Brest » are two territories; « CLS du Pays Cœur de Lorraine »
    and the « CLS du PETR Cœur de Lorraine » that follows it, or « CLS de Nantes » and « CLS nantais »,
    are one.
    """
    names = {id_: _words(part.short) for id_, part in parts.items()}
    by_name: dict[str, _Group] = {}
    for entry in entries:
        by_name.setdefault(names[entry.id], []).append(entry)
    by_id = {entry.id: entry for entry in entries}
    for entry in entries:
        before = by_id.get(entry.contract.precedent or "")
        if before is not None and _same_territory(before, entry, parts):
            one, other = by_name[names[before.id]], by_name[names[entry.id]]
            if one is not other:
                one += other
                by_name.update({names[member.id]: one for member in other})
    return {id(group): group for group in by_name.values()}.values()


def _same_territory(one: Entry, other: Entry, parts: Mapping[str, NameParts]) -> bool:
    return _words(parts[one.id].territory) == _words(parts[other.id].territory) or set(
        one.territory.communes
    ) == set(other.territory.communes)


def _words(text: str) -> str:
    return " ".join(_LINKS.sub(" ", fold(text)).split())


def _places(group: _Group) -> dict[str, _Group]:
    """The contracts that have a département in common, by the codes of all of theirs."""
    found: list[tuple[set[str], _Group]] = []
    for entry in group:
        codes, members = set(entry.territory.departements), [entry]
        apart = []
        for others, theirs in found:
            if codes.isdisjoint(others) and (codes or others):
                apart.append((others, theirs))
            else:
                codes, members = codes | others, theirs + members
        found = [*apart, (codes, members)]
    return {", ".join(sorted(codes)): members for codes, members in found}


def _qualifiers(group: _Group, parts: Mapping[str, NameParts]) -> dict[str, str]:
    """What tells each contract of the group from the others; empty for one alone."""
    if len(group) == 1:
        return {group[0].id: ""}
    ranks = _ranks(group, parts)
    means: tuple[Callable[[Entry], str], ...] = (
        _years,
        lambda entry: _rank(ranks[entry.id]),
        _seen,
        lambda entry: f"porteur : {entry.contract.carrier}",
    )
    told = [{entry.id: say(entry) for entry in group} for say in means]
    times = [Counter(map(fold, values.values())) for values in told]
    for values, counts in zip(told, times, strict=True):
        if all(values.values()) and max(counts.values()) == 1:
            return values
    return {
        entry.id: next(
            (
                values[entry.id]
                for values, counts in zip(told, times, strict=True)
                if values[entry.id] and counts[fold(values[entry.id])] == 1
            ),
            entry.id,
        )
        for entry in group
    }


def _years(entry: Entry) -> str:
    """« 2020-2025 », « signé en 2020 », « en préparation en 2024 »: true whatever the day; else empty."""
    contract, start, end = entry.contract, entry.period.start, entry.period.end
    signed = contract.state == "signé"
    if start and end:
        return f"{start.year}-{end.year}" if start.year != end.year else f"{start.year}"
    if start:
        if not signed:
            return f"prévu pour {start.year}"
        signature = contract.duration.signature
        return f"signé en {signature.year}" if signature else f"commencé en {start.year}"
    if end:
        return f"{'' if signed else 'prévu '}jusqu’en {end.year}"
    if signed:
        return ""
    return (
        f"en préparation en {contract.state_seen.year}" if contract.state_seen else "en préparation"
    )


def _seen(entry: Entry) -> str:
    """As `_years`, else when a source showed the contract, or that nothing dates it."""
    seen = entry.contract.state_seen
    return _years(entry) or (f"attesté en {seen.year}" if seen else "date inconnue")


def _ranks(group: _Group, parts: Mapping[str, NameParts]) -> dict[str, int | None]:
    """The rank that the file, or its name, states; else one more than that of the contract it follows."""
    ranks = {entry.id: entry.contract.rank or parts[entry.id].rank for entry in group}
    waiting = [entry for entry in group if ranks[entry.id] is None]
    while known := [entry for entry in waiting if ranks.get(entry.contract.precedent or "")]:
        for entry in known:
            before = ranks[entry.contract.precedent or ""]
            ranks[entry.id] = None if before is None else before + 1
        waiting = [entry for entry in waiting if ranks[entry.id] is None]
    return ranks


def _rank(rank: int | None) -> str:
    return "" if rank is None else f"{rank}{'er' if rank == 1 else 'e'} contrat"


def _unlike(names: Mapping[str, str]) -> dict[str, str]:
    """`names`, those that are still equal followed by their ids, and at the worst by a number."""
    times = Counter(map(fold, names.values()))
    found = {id_: name for id_, name in names.items() if times[fold(name)] == 1}
    taken = {fold(name) for name in found.values()}
    for id_, name in sorted(names.items()):
        if id_ in found:
            continue
        proposed, number = f"{name}, {id_}", 1
        while fold(proposed) in taken:
            number += 1
            proposed = f"{name}, {id_}, {number}"
        found[id_] = proposed
        taken.add(fold(proposed))
    return found

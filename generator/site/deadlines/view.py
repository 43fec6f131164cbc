"""The page of what ends, has ended and is being prepared, and its calendar feeds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.directory.deadlines import (
    HORIZONS,
    by_end,
    by_region,
    ending_soon,
    followers,
    whole_months,
)
from generator.directory.directory import Entry
from generator.directory.edition import Edition
from generator.directory.status import beginning
from generator.directory.whereabouts import departement_names, regions_in_order
from generator.model.dates import PartialDate
from generator.model.vocabulary import STAGES, STATUSES, Family
from generator.site.deadlines.calendars import NATIONAL_FEED, end_remark, feed_events, region_feed
from generator.site.room import Head
from generator.site.shell import addresses
from generator.site.shell.search_meta import search_meta
from generator.site.text import french
from generator.site.text.status import dates, sentence

_COVERING = {
    Family.IN_FORCE: "en cours",
    Family.LIKELY_IN_FORCE: "vraisemblablement en cours",
}
"""What is said of a contract that covers the ground of one that is over."""


@dataclass(frozen=True, slots=True)
class _Follower:
    address: str
    name: str
    remark: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One contract in a list; what no source tells is empty."""

    address: str
    name: str
    place: str
    status: str
    dates: str
    """What stands beside the badge of its status."""
    end: str
    remark: str
    """How the end is known."""
    seen: str
    """When a source last showed it in preparation."""
    since: str
    """How long ago it ended, or was seen in preparation."""
    stage: str
    period: str
    followers: Sequence[_Follower]


@dataclass(frozen=True, slots=True)
class _Group:
    address: str
    name: str
    lines: list[_Line]


@dataclass(frozen=True, slots=True)
class _List:
    """Contracts by région, and how many there are: one on two régions counts once."""

    groups: list[_Group]
    total: int


@dataclass(frozen=True, slots=True)
class _Feed:
    region: str
    path: str
    events: int


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """What `page.md.j2` prints."""

    head: Head
    on: date
    soon: list[tuple[str, str, _List]]
    past: _List
    likely_over: _List
    preparing: _List
    lost: _List
    likely: _List
    unknown_end: _List
    feeds: list[_Feed]


def deadlines_view(edition: Edition) -> DeadlinesView:
    """What is shown on the page."""
    entries = list(edition.directory.entries.values())
    soon = ending_soon(entries, edition.statuses, edition.on)
    past = by_end(edition.with_status(entries, "echu"))[::-1]
    return DeadlinesView(
        head=Head(
            title="Les échéances",
            description=french.typography(
                f"Contrats locaux de santé qui finissent dans les {HORIZONS[-1]} mois, contrats échus "
                "sans suite connue, contrats en préparation, région par région, et calendriers à suivre."
            ),
            search=search_meta(kind="liste"),
        ),
        on=edition.on,
        soon=[
            (title, anchor, _listed(edition, found))
            for (title, anchor), found in zip(_titles(), soon, strict=True)
        ],
        past=_listed(edition, past),
        likely_over=_listed(
            edition, _by_start(edition, edition.with_status(entries, "vraisemblablement-echu"))
        ),
        preparing=_listed(
            edition, edition.in_order(edition.of_family(entries, Family.IN_PREPARATION))
        ),
        lost=_listed(edition, edition.in_order(edition.of_family(entries, Family.LOST_FROM_SIGHT))),
        likely=_listed(
            edition, _by_start(edition, edition.of_family(entries, Family.LIKELY_IN_FORCE))
        ),
        unknown_end=_listed(
            edition, _by_start(edition, edition.of_family(entries, Family.UNKNOWN))
        ),
        feeds=[_Feed("", NATIONAL_FEED, len(feed_events(edition, entries))), *_feeds(edition)],
    )


def _titles() -> list[tuple[str, str]]:
    """The title and the anchor of each list of contracts that end soon."""
    titles = [(f"Dans les {HORIZONS[0]} mois", f"fin-{HORIZONS[0]}-mois")]
    titles += [
        (f"Dans {before} à {months} mois", f"fin-{months}-mois")
        for before, months in pairwise(HORIZONS)
    ]
    return titles


def _listed(edition: Edition, entries: Sequence[Entry]) -> _List:
    found = by_region(edition.directory, entries)
    groups = [
        _Group(
            addresses.region(region.slug),
            region.region.name,
            [_line(edition, entry) for entry in found[region.slug]],
        )
        for region in regions_in_order(edition.directory)
        if region.slug in found
    ]
    return _List(groups, len(entries))


def _by_start(edition: Edition, entries: Iterable[Entry]) -> list[Entry]:
    def day(entry: Entry) -> date:
        begun = beginning(entry.contract, entry.period)
        return begun.date.first_day if begun is not None else date.min

    return sorted(edition.in_order(entries), key=day)


def _line(edition: Edition, entry: Entry) -> _Line:
    contract, period = entry.contract, entry.period
    marked = contract.state_seen if contract.state == "en préparation" else period.end
    return _Line(
        address=addresses.contract(entry.id),
        name=edition.name(entry),
        place=french.enumerate_words(departement_names(edition.directory, entry)),
        status=edition.status(entry),
        dates=dates(edition.status(entry), entry),
        end=french.partial_date(period.end) if period.end else "",
        remark=end_remark(entry),
        seen=french.partial_date(contract.state_seen) if contract.state_seen else "",
        since=_elapsed(marked, edition.on),
        stage=STAGES[contract.stage].label if contract.stage else "",
        period=_planned(entry),
        followers=_followers(edition, entry),
    )


def _planned(entry: Entry) -> str:
    period = entry.period
    known = period.start is not None or period.end is not None
    return french.period(period) if known else ""


def _elapsed(value: PartialDate | None, on: date) -> str:
    """« 7 mois », « au moins 3 ans »: whole months or years since the last day of a date now past."""
    if value is None or value.last_day >= on:
        return ""
    months = whole_months(value.last_day, on)
    at_least = "" if value.day is not None else "au moins "
    if months == 0:
        return "moins d’un mois" if value.day is not None else "ce mois-ci ou avant"
    if months < 12:
        return f"{at_least}{months}{french.NBSP}mois"
    return at_least + french.plural(months // 12, "an")


def _followers(edition: Edition, entry: Entry) -> list[_Follower]:
    found = []
    for follower in followers(edition.directory, edition.statuses, entry):
        name = edition.name(follower.entry)
        if follower.shared is None:
            remark = _ahead(edition, follower.entry, name)
        elif edition.family(entry) is not Family.PAST:
            continue  # a contract in force needs no other yet
        else:
            runs = _COVERING[edition.family(follower.entry)]
            communes = len(entry.territory.communes)
            ground = (
                "les mêmes communes"
                if follower.shared == communes
                else f"{follower.shared} de ses {communes} communes"
            )
            remark = f"{runs} sur {ground}"
        found.append(_Follower(addresses.contract(follower.entry.id), name, remark))
    return found


def _ahead(edition: Edition, follower: Entry, name: str) -> str:
    """What is said of a contract that follows another and has not begun, beside its name."""
    status = edition.status(follower)
    if "en préparation" in name:  # the name says it, and when
        in_preparation = edition.family(follower) is Family.IN_PREPARATION
        return "" if in_preparation else STATUSES[status].label.lower()
    told = sentence(status, follower)
    return told[:1].lower() + told[1:]


def _feeds(edition: Edition) -> list[_Feed]:
    directory = edition.directory
    feeds = [
        _Feed(
            region.region.name,
            region_feed(region.slug),
            len(feed_events(edition, directory.of_region(region.slug))),
        )
        for region in regions_in_order(directory)
    ]
    return [feed for feed in feeds if feed.events]

"""Of whom a coordinator should think today. Signs about care, never marks: every one is a reason to call. Pure.

What they mean in words is in docs/decisions, 0075; nobody looks at when somebody opens the app.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from vrijplaats.core.errors import Words
from vrijplaats.volunteers.rules import months_after

# how far back signs of life are looked for
WINDOW = timedelta(days=100)
SHORT, LONG = 14, 30
# a visit that was planned counts as kept for so long without a log
PATIENCE = timedelta(days=7)
FIRST_VISIT = timedelta(days=14)
LOAD = timedelta(days=28)
LOAD_WEEKS = 4
# without a rhythm that was agreed on: once in two weeks (DOMAIN: every two to three weeks)
USUAL_WEEKS = 2
# one more visit than the rhythm is a visit that moved
MARGIN = 2
HALF_YEAR_MONTHS = 6

PASSED: Words = {"nl": "dit speelt niet meer", "en": "this is no longer so"}
NOT_YOURS: Words = {"nl": "{name} vinkte dit af", "en": "{name} ticked this off"}
TOO_LATE: Words = {"nl": "dat kan alleen op de dag zelf", "en": "that is possible on the day itself only"}


class CareSignal(StrEnum):
    """Why to think of somebody; in the order in which one looks."""

    SILENT_30 = "SILENT_30"
    OVERLOADED = "OVERLOADED"
    FIRST_VISIT = "FIRST_VISIT"
    NEVER_ASKED = "NEVER_ASKED"
    SILENT_14 = "SILENT_14"
    HALF_YEAR = "HALF_YEAR"


@dataclass(frozen=True, slots=True)
class Bond:
    """A match that runs. `first_held` is the day of its first visit, when that was lately; `weeks` its rhythm."""

    match_id: UUID
    pseudonym: str
    started_on: date
    weeks: int | None = None
    first_held: date | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """That somebody was spoken with, and about which sign."""

    signal: CareSignal
    fact: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one volunteer. `active`: counts as active today and is not away; `last_sign`: the latest sign of
    life; `ahead`: a visit is planned, or was until a week ago; `unlogged`: an older one was never logged; `held`: the
    days of the visits of the last four weeks; `ready_since`: ready to begin since then, there, and asked for nobody."""

    capacity: int
    carrying: int
    active: bool
    bonds: tuple[Bond, ...]
    last_sign: date | None = None
    ahead: bool = False
    unlogged: bool = False
    held: tuple[date, ...] = ()
    talks: tuple[Talk, ...] = ()
    ready_since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One reason to call, and the fact it rests on. `since` is the day it began; `count` of `usual` the visits in four
    weeks, or the people visited of how many they said; `months` how long a match runs."""

    signal: CareSignal
    fact: str
    since: date
    bond: Bond | None = None
    count: int | None = None
    usual: int | None = None
    months: int | None = None
    by_people: bool = False


def signs(facts: Facts, today: date) -> tuple[Sign, ...]:
    """Everything to think of with this volunteer today, that was not spoken about."""
    spoken = {(talk.signal, talk.fact) for talk in facts.talks}
    found = (
        *_silence(facts, today),
        *_load(facts, today),
        *_firsts(facts, today),
        *_unasked(facts, today),
        *_half_years(facts, today),
    )
    return tuple(sign for sign in found if (sign.signal, sign.fact) not in spoken)


def silent_since(facts: Facts, today: date) -> date:
    """The last day on which something was heard: a talk with a coordinator counts as well. Never further back than is
    looked."""
    heard: list[date] = [today - WINDOW]
    heard += [bond.started_on for bond in facts.bonds]
    heard += [talk.on for talk in facts.talks]
    heard += [facts.last_sign] if facts.last_sign else []
    return max(day for day in heard if day <= today)


def usual_visits(facts: Facts) -> int:
    """How many visits four weeks hold by the rhythms of the matches that run."""
    return sum(-(-LOAD_WEEKS // (bond.weeks or USUAL_WEEKS)) for bond in facts.bonds)


def _silence(facts: Facts, today: date) -> Iterator[Sign]:
    counted_on = facts.ahead and not facts.unlogged
    if not facts.active or not facts.bonds or counted_on:
        return
    since = silent_since(facts, today)
    days = (today - since).days
    if days >= SHORT:
        signal = CareSignal.SILENT_30 if days >= LONG else CareSignal.SILENT_14
        yield Sign(signal=signal, fact=since.isoformat(), since=since)


def _load(facts: Facts, today: date) -> Iterator[Sign]:
    """More people than they said; else clearly more visits than the rhythm asks, since it was last spoken about."""
    if facts.carrying > facts.capacity and facts.bonds:
        newest = max(bond.started_on for bond in facts.bonds)
        fact = f"{facts.carrying}/{facts.capacity}:{newest.isoformat()}"
        yield Sign(
            signal=CareSignal.OVERLOADED,
            fact=fact,
            since=newest,
            count=facts.carrying,
            usual=facts.capacity,
            by_people=True,
        )
        return
    talks = (talk.on for talk in facts.talks if talk.signal is CareSignal.OVERLOADED)
    after = max([today - LOAD, *talks])
    held = sorted(day for day in facts.held if after < day <= today)
    usual = usual_visits(facts)
    if facts.bonds and len(held) >= usual + MARGIN:
        fact = f"{held[0].isoformat()}:{held[-1].isoformat()}"
        yield Sign(signal=CareSignal.OVERLOADED, fact=fact, since=held[0], count=len(held), usual=usual)


def _firsts(facts: Facts, today: date) -> Iterator[Sign]:
    for bond in facts.bonds:
        if bond.first_held is not None and today - FIRST_VISIT < bond.first_held <= today:
            fact = _first_fact(facts.talks, bond.match_id, bond.first_held)
            yield Sign(signal=CareSignal.FIRST_VISIT, fact=fact, since=bond.first_held, bond=bond)


def _first_fact(talks: Iterable[Talk], match_id: UUID, day: date) -> str:
    """Once for each match; but who was spoken with before that day was so about a visit that turned out not to have
    taken place (a correction, 0068), and the first one is still to be spoken about."""
    match = str(match_id)
    about = [talk for talk in talks if talk.signal is CareSignal.FIRST_VISIT and talk.fact.startswith(match)]
    since = [talk.fact for talk in about if talk.on >= day]
    if since:
        return since[0]
    return f"{match}:{day.isoformat()}" if about else match


def _unasked(facts: Facts, today: date) -> Iterator[Sign]:
    """For a month ready, or spoken with, or back, and nobody has asked them anything."""
    if facts.ready_since is None:
        return
    heard = [facts.ready_since, *(talk.on for talk in facts.talks if talk.on <= today)]
    since = max(heard + ([facts.last_sign] if facts.last_sign and facts.last_sign <= today else []))
    if (today - since).days >= LONG:
        yield Sign(signal=CareSignal.NEVER_ASKED, fact=since.isoformat(), since=facts.ready_since)


def _half_years(facts: Facts, today: date) -> Iterator[Sign]:
    for bond in facts.bonds:
        if halves := half_years(bond.started_on, today):
            months = halves * HALF_YEAR_MONTHS
            since = months_after(bond.started_on, months)
            fact = f"{bond.match_id}:{halves}"
            yield Sign(signal=CareSignal.HALF_YEAR, fact=fact, since=since, bond=bond, months=months)


def half_years(started_on: date, today: date) -> int:
    """How many half years a match has been running."""
    halves = max(0, ((today.year - started_on.year) * 12 + today.month - started_on.month) // HALF_YEAR_MONTHS)
    return halves if halves == 0 or months_after(started_on, halves * HALF_YEAR_MONTHS) <= today else halves - 1

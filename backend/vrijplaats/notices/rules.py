"""What is said about an event, and to whom when nobody is named. No name of a detainee is known here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from babel.dates import format_date

from vrijplaats.core.actor import Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words
from vrijplaats.notices import words

THINGS = ("offer", "request", "match", "visit", "call", "membership", "correction", "message")


class Audience(StrEnum):
    """Those whose work an event is, when the person who causes it may not know them by id."""

    VOLUNTEER = "VOLUNTEER"
    COORDINATORS = "COORDINATOR"
    STAFF = "STAFF"


AUDIENCES: Mapping[str, Audience] = {
    "request.made": Audience.COORDINATORS,
    "request.withdrawn": Audience.COORDINATORS,
    "detainee.erased": Audience.COORDINATORS,
    "offer.accepted": Audience.COORDINATORS,
    "offer.declined": Audience.COORDINATORS,
    "offer.expired": Audience.COORDINATORS,
    "call.asked": Audience.COORDINATORS,
    "call.asked_today": Audience.COORDINATORS,
    "call.withdrawn": Audience.COORDINATORS,
    "request.everyone_asked": Audience.COORDINATORS,
    "request.handed_back": Audience.COORDINATORS,
    "handover.proposed": Audience.COORDINATORS,
    "handover.accepted": Audience.COORDINATORS,
    "handover.declined": Audience.COORDINATORS,
    "handover.withdrawn": Audience.COORDINATORS,
    "handover.expired": Audience.COORDINATORS,
    "pause.started": Audience.COORDINATORS,
    "pause.ended": Audience.COORDINATORS,
    "correction.asked": Audience.COORDINATORS,
    "correction.waiting": Audience.COORDINATORS,
    "membership.left": Audience.COORDINATORS,
    "papers.end": Audience.COORDINATORS,
    "visit.papers_end": Audience.COORDINATORS,
    "request.matched": Audience.STAFF,
    "visit.proposed": Audience.STAFF,
}

# told to coordinators by name: who stands in for one of them hears it too. Of the others all coordinators hear
OF_ONE = ("call.waiting",)

_FAR = 180  # days: next year's 24 November is no Tuesday


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a text may be filled with."""

    event: str
    place: str | None
    deadline: datetime | None
    starts_at: datetime | None
    # of somebody who took part
    name: str | None = None
    # of who answered: for a coordinator in the app, and nowhere else
    volunteer: str | None = None
    # of the activity that is asked for
    kind: str | None = None


def text(facts: Facts, *, role: Role, locale: str, today: date) -> str:
    """The sentence for an event, for somebody in this role, in their language."""
    kind = words.KINDS.get(facts.kind or "")
    said = _sentence(facts.event, other=kind is not None)[locale].format(
        place=facts.place or words.SOMEWHERE[locale],
        deadline=_deadline(facts.deadline, locale, today),
        day=_day(facts.starts_at, locale, today),
        time=_time(facts.starts_at, locale),
        name=facts.name or words.SOMEBODY[locale],
        volunteer=facts.volunteer or words.VOLUNTEER[locale],
        kind=kind[locale] if kind else "",
    )
    alone = facts.event == "visit.cancelled" and role is Role.VOLUNTEER
    return said + (words.STAY_HOME[locale] if alone else "")


def audience_of(event: str, payload: Mapping[str, Any]) -> Audience | None:
    """Whom a message without named recipients is for: as it says itself ("staff", "coordinators"), or as is usual."""
    named = payload.get("audience")
    return Audience(str(named).upper().removesuffix("S")) if named else AUDIENCES.get(event)


def things_of(payload: Mapping[str, Any]) -> dict[str, str]:
    """The ids a payload holds, by the name of the thing."""
    found = {name: payload.get(name) or payload.get(f"{name}_id") for name in THINGS}
    return {name: str(identifier) for name, identifier in found.items() if identifier}


def _sentence(event: str, *, other: bool) -> Words:
    """The one for other work than a visit to one person, where that is asked for."""
    usual = words.TEXTS.get(event, words.NEWS)
    return words.OTHER_WORK.get(event, usual) if other else usual


def _deadline(moment: datetime | None, locale: str, today: date) -> str:
    if moment is not None and moment.astimezone(AMSTERDAM).date() == today:
        return _time(moment, locale)
    return f"{_day(moment, locale, today)} {_time(moment, locale)}"


def _day(moment: datetime | None, locale: str, today: date) -> str:
    """A day as one says it: relative when it is near, with the year when it is far."""
    if moment is None:
        return "…"
    day = moment.astimezone(AMSTERDAM).date()
    if near := words.NEAR.get((day - today).days):
        return near[locale]
    return format_date(day, "EEEE d MMMM" if abs((day - today).days) < _FAR else "EEEE d MMMM y", locale=locale)


def _time(moment: datetime | None, locale: str) -> str:
    if moment is None:
        return "…"
    return moment.astimezone(AMSTERDAM).strftime("%H.%M uur" if locale == "nl" else "%H:%M")

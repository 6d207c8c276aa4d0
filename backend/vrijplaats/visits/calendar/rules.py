"""A calendar as RFC 5545 wants it, for Google, Apple and Outlook alike. No name of anybody in prison is known here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from icalendar import Calendar, Event, Timezone

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words

COMING = timedelta(days=183)
PAST = timedelta(days=31)
REFRESH = timedelta(hours=6)

# a calendar knows nothing of our words; LOGGED has been
STATUS: Mapping[str, str] = {
    "PROPOSED": "TENTATIVE",
    "CONFIRMED": "CONFIRMED",
    "LOGGED": "CONFIRMED",
    "CANCELLED": "CANCELLED",
}
# as a rule, since Outlook and others do not read a list of days; the European Union's, in force since 1996
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
_VISIT: Words = {"nl": "Bezoek {place}", "en": "Visit {place}"}
_OUTSIDE: Words = {"nl": "Ontmoeting buiten", "en": "Meeting outside"}
_BEFORE: Mapping[str, Words] = {
    "PROPOSED": {"nl": "Nog niet bevestigd: ", "en": "Not confirmed yet: "},
    # some calendars show a cancelled event like any other
    "CANCELLED": {"nl": "Gaat niet door: ", "en": "Off: "},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A visit as a calendar shows it: where, when and whether; never whom."""

    id: UUID
    state: str
    starts_at: datetime
    ends_at: datetime
    facility_name: str
    city: str
    revision: int
    created_at: datetime
    changed_at: datetime
    outside: bool = False


def as_calendar(entries: Iterable[Entry], *, origin: str, locale: str) -> bytes:
    """The whole calendar; the same entries give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vrijplaats//Bezoeken//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Vrijplaats")
    calendar.add("x-wr-timezone", AMSTERDAM.key)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add_component(Timezone.from_ical(_ZONE))
    for entry in entries:
        calendar.add_component(_event(entry, origin, locale))
    return bytes(calendar.to_ical())


def _event(entry: Entry, origin: str, locale: str) -> Event:
    place, off = entry.facility_name.replace(", locatie ", ", "), entry.state == "CANCELLED"
    before = _BEFORE.get(entry.state, {locale: ""})[locale]
    event = Event()
    event.add("uid", f"{entry.id}@{urlsplit(origin).hostname}")
    event.add("sequence", entry.revision)
    event.add("dtstamp", entry.changed_at)
    event.add("created", entry.created_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.starts_at.astimezone(AMSTERDAM))
    event.add("dtend", entry.ends_at.astimezone(AMSTERDAM))
    event.add("summary", before + (_OUTSIDE[locale] if entry.outside else _VISIT[locale].format(place=place)))
    if not entry.outside:
        event.add("location", f"{place}, {entry.city}")
    event.add("url", f"{origin}/bezoeken/{entry.id}")
    event.add("status", STATUS[entry.state])
    event.add("transp", "TRANSPARENT" if off else "OPAQUE")
    event.add("class", "PRIVATE")
    return event

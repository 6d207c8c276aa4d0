"""Moments and visiting hours as people say them, in Dutch and English."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from babel.dates import format_date

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words

NOT_KNOWN: Words = {"nl": "nog niet bekend", "en": "not known yet"}
COORDINATOR: Words = {"nl": "De coördinator", "en": "The coordinator"}
DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_TO = {"nl": "tot", "en": "to"}


def clock_time(moment: time) -> Words:
    """14.00 uur, 14:00."""
    return {"nl": f"{moment:%H.%M} uur", "en": f"{moment:%H:%M}"}


def day(moment: date) -> Words:
    """dinsdag 24 november, Tuesday 24 November."""
    return {locale: format_date(moment, "EEEE d MMMM", locale=locale) for locale in ("nl", "en")}


def day_and_time(moment: datetime | None) -> Words:
    """dinsdag 24 november 14.00 uur; the first free moment may be unknown."""
    if moment is None:
        return NOT_KNOWN
    local = moment.astimezone(AMSTERDAM)
    return _joined(day(local.date()), clock_time(local.time()))


def time_seen_from(moment: datetime, now: datetime) -> Words:
    """The time alone when it is today, else with the day."""
    local = moment.astimezone(AMSTERDAM)
    return clock_time(local.time()) if local.date() == now.astimezone(AMSTERDAM).date() else day_and_time(moment)


def hours_near(slots: Iterable[tuple[int, time, time]], weekday: int) -> Words:
    """The hours of that weekday, or of the next one that has any: a whole week is more than anybody reads."""
    known = sorted(set(slots))
    days = sorted({day for day, *_ in known}, key=lambda day: (day - weekday) % 7)
    return hours(slot for slot in known if slot[0] in days[:1])


def hours(slots: Iterable[tuple[int, time, time]]) -> Words:
    """Weekdays (1 = Monday) with their hours: dinsdag 13.00 tot 16.00, vrijdag 9.00 tot 11.30."""
    known = sorted(set(slots))
    return {locale: _hours(known, locale) for locale in ("nl", "en")} if known else NOT_KNOWN


def _hours(slots: Sequence[tuple[int, time, time]], locale: str) -> str:
    form = "%H.%M" if locale == "nl" else "%H:%M"
    return ", ".join(
        f"{DAYS[locale][weekday - 1]} {starts.strftime(form)} {_TO[locale]} {ends.strftime(form)}"
        for weekday, starts, ends in slots
    )


def _joined(first: Words, second: Words) -> Words:
    return {locale: f"{first[locale]} {second[locale]}" for locale in ("nl", "en")}

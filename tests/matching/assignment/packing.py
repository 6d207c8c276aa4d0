"""Volunteers as the rows in which the database would send them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from vrijplaats.volunteers.crowd import ADMISSION, DAYS_FROM, HOURS, NEVER, PAPER, Crowd
from vrijplaats.volunteers.rules import Paper, Volunteer

_PLAIN = ("id", "organisation_id", "person_id", "display_name", "status", "gender", "place", "capacity", "carrying")
_POLICY = ("required", "required_at", "months_at", "called")


def packed(volunteers: Sequence[Volunteer]) -> Crowd:
    """One policy for all of them: that of the first."""
    codes = sorted({paper.kind for each in volunteers for paper in each.credentials})
    policy = {name: getattr(volunteers[0], name) for name in _POLICY} if volunteers else {}
    return Crowd([_row(each, codes) for each in volunteers], policy, codes)


def _row(who: Volunteer, codes: list[str]) -> dict[str, Any]:
    latitude, longitude = who.coordinates or (None, None)
    return {name: getattr(who, name) for name in _PLAIN} | {
        "latitude": latitude,
        "longitude": longitude,
        "languages": " ".join(who.languages),
        "little_languages": " ".join(sorted(who.little_languages)),
        "kinds": " ".join(sorted(who.kinds)),
        "activity_denominations": " ".join(sorted(who.activity_denominations)),
        "paused_on": who.pause.starts_on if who.pause else None,
        "paused_until": who.pause.ends_on if who.pause else None,
        "away": [[period.first.isoformat(), period.last.isoformat()] for period in who.away] or None,
        "free": b"".join(HOURS.pack(each.weekday, _time(each.starts), _time(each.ends)) for each in who.availability),
        "papers": b"".join(PAPER.pack(codes.index(paper.kind), *_days(paper)) for paper in who.credentials) or None,
        "admitted": b"".join(
            ADMISSION.pack(place.bytes, *_days(paper)) for place, papers in who.admissions.items() for paper in papers
        ),
    }


def _days(paper: Paper) -> tuple[int, int]:
    return _day(paper.valid_from), NEVER if paper.valid_until is None else _day(paper.valid_until)


def _day(day: date) -> int:
    return (day - DAYS_FROM).days


def _time(at: time) -> int:
    return ((at.hour * 60 + at.minute) * 60 + at.second) * 1_000_000 + at.microsecond

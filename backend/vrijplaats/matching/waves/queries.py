"""Waves as coordinators see them, and how they stand when something is to be done with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vrijplaats.accounts.settings.queries import values_of
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.waves import choices
from vrijplaats.matching.waves.rules import EndReason, Night, Rhythm, Standing, goes_at

# the running one, else the last one; of a request that still waits for somebody
_ASKED = """
cross join lateral (
  select coalesce(array_agg(o.volunteer_id), '{}') as people, coalesce(max(o.wave), 0) as sent,
    count(*) filter (where o.state = 'LIVE' and o.expires_at > $1) as open_offers
  from offer o where o.organisation_id = w.organisation_id and o.request_id = w.request_id) asked
"""
_OF_REQUESTS = f"""
select distinct on (w.request_id) w.id, w.request_id, w.size, w.every_hours, w.next_at, w.end_reason,
  true as waiting, true as ours, asked.people, asked.open_offers, asked.sent, s.night_from, s.night_until
from waves w
join visit_request r on r.id = w.request_id and r.organisation_id = w.organisation_id
left join organisation_setting s on s.organisation_id = w.organisation_id
{_ASKED}
where w.request_id = any ($2) and w.organisation_id = $3 and r.state in ('OPEN', 'OFFERED')
order by w.request_id, w.ended_at is not null, w.created_at desc, w.id desc
"""
_STANDING = f"""
select w.id, w.organisation_id, w.facility_id, w.request_id, w.size, w.every_hours, w.answer_time, w.next_at,
  w.started_by, r.state in ('OPEN', 'OFFERED') as waiting,
  coalesce(r.organisation_id = w.organisation_id, false) as ours, asked.people, asked.open_offers, asked.sent,
  s.night_from, s.night_until
from waves w
join visit_request r on r.id = w.request_id
left join organisation_setting s on s.organisation_id = w.organisation_id
{_ASKED}
where w.id = $2 and w.ended_at is null
"""

_HOW_MANY = "select count(*)::int from waves where organisation_id = $1 and ended_at is null"


@dataclass(frozen=True, slots=True, kw_only=True)
class WavesView:
    """How a request goes on by itself; without `next_at` it does not any more, and `end_reason` says why. `sent` counts
    the waves there were, the first by hand included."""

    id: UUID
    request_id: UUID
    size: int
    hours: int
    next_at: datetime | None
    end_reason: EndReason | None
    sent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveSettings:
    """What an organisation chose for its rounds; `running` is how many requests have rounds that go on."""

    rhythm: Rhythm
    night: Night
    running: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """Running waves with how they stand."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    request_id: UUID
    started_by: UUID
    every_hours: int
    answer_time: timedelta
    sent: int
    standing: Standing


async def waves_of(actor: Actor, request_ids: Iterable[UUID]) -> dict[UUID, WavesView]:
    """A coordinator's waves by request; none for what was never asked in waves or is settled."""
    if actor.role is not Role.COORDINATOR:
        return {}
    rows = await db.fetch(_OF_REQUESTS, clock.now(), list(request_ids), actor.organisation_id)
    return {row["request_id"]: _view(row) for row in rows}


async def wave_settings(actor: Actor) -> WaveSettings:
    """Coordinator: in the own organisation."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    return WaveSettings(
        rhythm=choices.rhythm_in(await values_of(organisation_id, Setting.WAVES, choices.USUAL_WAVES)),
        night=await night_of(organisation_id),
        running=await db.fetch_value(_HOW_MANY, organisation_id),
    )


async def night_of(organisation_id: UUID | None) -> Night:
    """When nobody of this organisation is asked by itself."""
    return choices.night_in(await values_of(organisation_id, Setting.NIGHT, choices.USUAL_HOURS))


async def running(waves_id: UUID) -> Running | None:
    """The waves as they stand now; None when they have ended. Asked after the request's row was locked, so that what
    others did before is seen."""
    row = await db.fetch_one(_STANDING, clock.now(), waves_id)
    if row is None:
        return None
    as_they_are = ("id", "organisation_id", "facility_id", "request_id", "started_by", "every_hours", "answer_time")
    return Running(**{name: row[name] for name in as_they_are}, sent=row["sent"], standing=_standing(row))


def _standing(row: dict[str, Any]) -> Standing:
    return Standing(
        **{name: row[name] for name in ("size", "next_at", "waiting", "ours", "open_offers")},
        asked=frozenset(row["people"]),
        night=choices.night_in(row),
    )


def _view(row: dict[str, Any]) -> WavesView:
    ended = EndReason(row["end_reason"]) if row["end_reason"] else None
    return WavesView(
        **{name: row[name] for name in ("id", "request_id", "size", "sent")},
        hours=row["every_hours"],
        next_at=None if ended else goes_at(_standing(row), clock.now()),
        end_reason=ended,
    )

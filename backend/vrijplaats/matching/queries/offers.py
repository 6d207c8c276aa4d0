"""Invitations as people see them. One past its time reads as EXPIRED, also before the job has come by."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.models import OfferState
from vrijplaats.matching.queries.candidates import hours_of
from vrijplaats.matching.queries.views import OfferView, VolunteerView
from vrijplaats.matching.ranking import suitable_weekdays
from vrijplaats.requests.rules import waiting_days

STAYS_VISIBLE = timedelta(days=1)

_OFFERS = """
select o.id, o.request_id, o.expires_at, o.answered_at, o.created_at, o.distance_kilometres, o.reasons,
  case when o.state = 'LIVE' and o.expires_at <= $1 then 'EXPIRED' else o.state end as state,
  r.activity_kind, r.languages, r.note, r.waiting_since,
  f.id as facility_id, f.code, f.name, f.city,
  v.id as volunteer_id, v.place, p.display_name, m.id as match_id,
  (select json_agg(json_build_array(s.weekday, s.starts, s.ends)) from visiting_slot s
    where s.facility_id = f.id and s.active_from <= $2 and (s.active_until is null or s.active_until >= $2)) as hours,
  (select json_agg(json_build_array(a.weekday, a.starts, a.ends)) from volunteer_availability a
    where a.organisation_id = o.organisation_id and a.volunteer_id = o.volunteer_id) as free
from offer o
join visit_request r on r.id = o.request_id
join facility f on f.id = o.facility_id
join volunteer v on v.id = o.volunteer_id
join person p on p.id = v.person_id
left join lateral (
  -- who won it, gave it over and won it once more has two: this one is of the same moment
  select m.id from match m
  where m.request_id = o.request_id and m.volunteer_id = o.volunteer_id and m.organisation_id = o.organisation_id
  order by greatest(m.created_at - o.answered_at, o.answered_at - m.created_at) limit 1) m on o.state = 'ACCEPTED'
where o.organisation_id = $3
"""
_MINE = f"""{_OFFERS}
and o.volunteer_id = $4 and (o.state = 'LIVE' or o.answered_at > $5) and o.expires_at > $5
order by (o.state = 'LIVE' and o.expires_at > $1) desc, o.expires_at, o.id
"""
_ONE = f"{_OFFERS} and o.id = any ($4) and ($5::uuid is null or o.volunteer_id = $5) order by o.id"
_OF_REQUESTS = f"{_OFFERS} and o.request_id = any ($4) order by o.request_id, o.wave, o.created_at, o.id"


async def my_offers(actor: Actor) -> list[OfferView]:
    """The volunteer's invitations: open ones by when they end, then what was settled within the last day."""
    now = clock.now()
    since = now - STAYS_VISIBLE
    return _views(await db.fetch(_MINE, now, clock.today(), actor.organisation_id, actor.volunteer_id, since))


async def offer(actor: Actor, offer_id: UUID) -> OfferView | None:
    """One invitation: the volunteer's own, or any of the coordinator's organisation."""
    return next(iter(await offers(actor, [offer_id])), None)


async def offers(actor: Actor, offer_ids: Iterable[UUID]) -> list[OfferView]:
    """These invitations, as far as they are the actor's to see."""
    if actor.role not in (Role.VOLUNTEER, Role.COORDINATOR):
        return []
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    return _views(await db.fetch(_ONE, clock.now(), clock.today(), actor.organisation_id, list(offer_ids), only))


async def offers_of_request(actor: Actor, request_ids: Iterable[UUID]) -> dict[UUID, list[OfferView]]:
    """A coordinator's invitations by request, in the order they were made."""
    if actor.role is not Role.COORDINATOR:
        return {}
    rows = await db.fetch(_OF_REQUESTS, clock.now(), clock.today(), actor.organisation_id, list(request_ids))
    found: dict[UUID, list[OfferView]] = {}
    for view in _views(rows):
        found.setdefault(view.request_id, []).append(view)
    return found


def _views(rows: Iterable[dict[str, Any]]) -> list[OfferView]:
    return [_view(row) for row in rows]


def _view(row: dict[str, Any]) -> OfferView:
    visiting, state = hours_of(row["hours"]), OfferState(row["state"])
    return OfferView(
        id=row["id"],
        request_id=row["request_id"],
        state=state,
        expires_at=row["expires_at"],
        answered_at=row["answered_at"],
        created_at=row["created_at"],
        facility=FacilityView(id=row["facility_id"], code=row["code"], name=row["name"], city=row["city"]),
        activity_kind=row["activity_kind"],
        languages=row["languages"],
        waiting_days=waiting_days(row["waiting_since"], clock.now()),
        distance_kilometres=row["distance_kilometres"],
        reasons=tuple(Fact.from_json(kept) for kept in row["reasons"]),
        volunteer=VolunteerView(id=row["volunteer_id"], display_name=row["display_name"], place=row["place"]),
        # somebody who will not go has no more need of what is practical about it
        note=row["note"] if state in (OfferState.LIVE, OfferState.ACCEPTED) else None,
        match_id=row["match_id"],
        visiting_weekdays=sorted({hours.weekday for hours in visiting}),
        suitable_weekdays=list(suitable_weekdays(hours_of(row["free"]), visiting) or ()),
    )

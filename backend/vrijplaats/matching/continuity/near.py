"""Who lives near somebody's new home and has room; and, for who was asked, what they were asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation, require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.queries.candidates import volunteer_view, wishes_of
from vrijplaats.matching.queries.views import VolunteerView
from vrijplaats.matching.rules import can_meet_outside
from vrijplaats.volunteers.places import HomePlace
from vrijplaats.volunteers.places import place as known_place
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import Volunteer, kilometres_between

MOST = 30
_HOME = """
select d.to_place, m.request_id, m.volunteer_id from match_review r
join departure d on d.id = r.departure_id join match m on m.id = r.match_id
where r.match_id = $1 and r.organisation_id = $2 and d.kind = 'RELEASE' order by r.created_at desc limit 1
"""
_MINE = """
select r.match_id, r.answer, d.to_place, p.display_name as first,
  next_together(m.id, $3) as next
from match_review r
join match m on m.id = r.match_id and m.state <> 'ENDED'
join departure d on d.id = r.departure_id
join volunteer v on v.id = m.volunteer_id join person p on p.id = v.person_id
where r.organisation_id = $1 and r.asked_id = $2 and r.answer is distinct from 'NO' and r.met_at is null
order by r.asked_at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearView:
    """Somebody who could be asked, and how far from there they live, where both are known."""

    volunteer: VolunteerView
    kilometres: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOverView:
    """What somebody is asked: after whom and where. Nothing of the person themselves, nor of the visits before."""

    match_id: UUID
    first: str
    place: str | None
    yes: bool
    next: datetime | None


async def near_home(actor: Actor, match_id: UUID) -> list[NearView]:
    """Coordinator: who could take over a match after a release, the nearest first."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    row = await db.fetch_one(_HOME, match_id, organisation_id)
    if row is None:
        return []
    home = known_place(row["to_place"]) if row["to_place"] else None
    who = await _who_can(actor, row["request_id"])
    found = [_near(each, home) for each in who if each.id != row["volunteer_id"]]
    return sorted(found, key=_order)[:MOST]


async def can_take_over(actor: Actor, request_id: UUID, volunteer_id: UUID) -> bool:
    """Whether this volunteer could be asked today."""
    return bool(await _who_can(actor, request_id, [volunteer_id]))


async def _who_can(actor: Actor, request_id: UUID, among: list[UUID] | None = None) -> list[Volunteer]:
    """By the words of the wish, which goes on."""
    (asked,) = await wishes_of(actor, [request_id])
    return [each for each in await register(actor, among) if can_meet_outside(each, asked.wish, clock.today())]


async def take_overs(actor: Actor) -> list[TakeOverView]:
    """Volunteer: what they are asked to take over, and what they said yes to and have not begun."""
    require(actor, Role.VOLUNTEER)
    rows = await db.fetch(_MINE, actor.organisation_id, actor.volunteer_id, clock.now())
    return [
        TakeOverView(
            match_id=row["match_id"],
            first=row["first"],
            place=row["to_place"],
            yes=row["answer"] == "YES",
            next=row["next"] if row["answer"] == "YES" else None,
        )
        for row in rows
    ]


def _near(volunteer: Volunteer, home: HomePlace | None) -> NearView:
    there = volunteer.coordinates
    return NearView(
        volunteer=volunteer_view(volunteer),
        kilometres=None if home is None or there is None else kilometres_between(home.coordinates, there),
    )


def _order(view: NearView) -> tuple[bool, int, str]:
    return (view.kilometres is None, view.kilometres or 0, view.volunteer.display_name)

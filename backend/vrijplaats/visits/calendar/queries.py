"""The feed of a person, and everything that is in it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.visits.calendar.rules import COMING, PAST, Entry

_MINE = "select id, created_at, fetched_on from calendar_feed where person_id = $1"
_BY_TICKET = "select person_id from calendar_feed where id = app_ticket()"
_SEEN = "update calendar_feed set fetched_on = $1 where id = app_ticket() and fetched_on is distinct from $1"
_MEMBERSHIPS = """
select m.id, m.organisation_id, p.locale from membership m join person p on p.id = m.person_id
where m.person_id = $1 and m.role = 'VOLUNTEER' and m.ended_at is null order by m.created_at, m.id
"""
_VOLUNTEER = "select id from volunteer where organisation_id = $1 and person_id = $2"
_VISITS = """
select v.id, v.state, p.starts_at, p.ends_at, f.name as facility_name, f.city, v.outside, v.revision, v.created_at,
  greatest(v.created_at, v.moved_at, v.confirmed_at, v.cancelled_at, l.logged_at, l.corrected_at) as changed_at
from presence p
join visit v on v.presence_id = p.id and v.organisation_id = p.organisation_id
join facility f on f.id = v.facility_id
left join visit_log l on l.visit_id = v.id
where p.organisation_id = $1 and p.volunteer_id = $2 and p.ends_at > $3 and p.starts_at < $4
order by p.starts_at, v.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A person's feed; the address is made from the id. `fetched_on` is the last day a calendar asked for it."""

    id: UUID
    created_at: datetime
    fetched_on: date | None


async def my_feed(actor: Actor) -> FeedView | None:
    """The actor's own; None when there is none."""
    require(actor, Role.VOLUNTEER)
    row = await db.fetch_one(_MINE, actor.person_id)
    return FeedView(**row) if row else None


async def entries_of(feed_id: UUID) -> tuple[list[Entry], str] | None:
    """The visits in a feed, of every organisation the person volunteers for, and their language; None when the feed
    was taken back. Opens its transactions."""
    async with db.transaction({"ticket": str(feed_id)}):
        person_id: UUID | None = await db.fetch_value(_BY_TICKET)
        if person_id is None:
            return None
        await db.execute(_SEEN, clock.today())
    async with db.transaction({"person": str(person_id)}, read_only=True):
        memberships = await db.fetch(_MEMBERSHIPS, person_id)
        found: list[Entry] = []
        for membership in memberships:
            found += await _of_one(person_id, membership["id"], membership["organisation_id"])
    return sorted(found, key=lambda entry: (entry.starts_at, entry.id)), (
        memberships[0]["locale"] if memberships else "nl"
    )


async def _of_one(person_id: UUID, membership_id: UUID, organisation_id: UUID) -> list[Entry]:
    await db.become(
        Actor(
            person_id=person_id,
            role=Role.VOLUNTEER,
            membership_id=membership_id,
            organisation_id=organisation_id,
            facility_id=None,
            volunteer_id=None,
            locale="nl",
        )
    )
    volunteer_id = await db.fetch_value(_VOLUNTEER, organisation_id, person_id)
    now = clock.now()
    rows = await db.fetch(_VISITS, organisation_id, volunteer_id, now - PAST, now + COMING)
    return [Entry(**row) for row in rows]

"""Who lives near somebody's new home and has room; and, for who was asked, what they were asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation, require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.queries.views import VolunteerView
from vrijplaats.volunteers.places import place as known_place
from vrijplaats.volunteers.rules import Coordinates, kilometres_between

MOST = 30
# ready or active, with room, and not in a pause today; for a meeting outside nobody has to be admitted anywhere
_WITH_ROOM = """
from volunteer v join person p on p.id = v.person_id
where v.organisation_id = $1 and v.status in ('READY', 'ACTIVE') and v.carrying < v.capacity
  and v.id not in (select z.volunteer_id from volunteers_paused_on($1, $2) z)
"""
_CANDIDATES = f"""
select v.id, p.display_name, v.place, v.latitude, v.longitude {_WITH_ROOM}
  and v.id <> (select m.volunteer_id from match m where m.id = $3 and m.organisation_id = $1)
"""
_ROOM = f"select exists (select {_WITH_ROOM} and v.id = $3)"
_HOME = """
select d.to_place from match_review r join departure d on d.id = r.departure_id
where r.match_id = $1 and r.organisation_id = $2 and d.kind = 'RELEASE' order by r.created_at desc limit 1
"""
_MINE = """
select r.match_id, r.answer, d.to_place, p.display_name as first,
  (select min(b.starts_at) from visit x join presence b on b.id = x.presence_id
    where x.match_id = m.id and x.outside and x.state = 'CONFIRMED' and b.ends_at > $3) as next
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
    rows = await db.fetch(_CANDIDATES, organisation_id, clock.today(), match_id)
    found = [_near(each, home.coordinates if home else None) for each in rows]
    return sorted(found, key=_order)[:MOST]


async def room_for(organisation_id: UUID, volunteer_id: UUID) -> bool:
    """Whether this volunteer could be asked today."""
    return bool(await db.fetch_value(_ROOM, organisation_id, clock.today(), volunteer_id))


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


def _near(row: Mapping[str, Any], home: Coordinates | None) -> NearView:
    there = None if row["latitude"] is None or row["longitude"] is None else (row["latitude"], row["longitude"])
    return NearView(
        volunteer=VolunteerView(id=row["id"], display_name=row["display_name"], place=row["place"]),
        kilometres=None if home is None or there is None else round(kilometres_between(home, there)),
    )


def _order(view: NearView) -> tuple[bool, int, str]:
    return (view.kilometres is None, view.kilometres or 0, view.volunteer.display_name)

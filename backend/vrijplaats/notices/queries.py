"""What one has been told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.nameless import NAMELESS
from vrijplaats.notices.rules import Facts, text

_MINE = """
select n.id, n.event, n.payload, n.created_at, n.read_at, f.city, o.expires_at, p.starts_at, w.display_name as name,
  g.text as message, s.display_name as sender, r.activity_kind as kind, a.display_name as volunteer
from notice n
left join facility f on f.id = (n.payload ->> 'facility')::uuid
left join offer o on o.id = (n.payload ->> 'offer')::uuid
left join visit_request r on r.id = coalesce(o.request_id, (n.payload ->> 'request')::uuid)
-- who answered an invitation: a coordinator reads the names of the organisation's own volunteers
left join volunteer u on u.id = o.volunteer_id and $3
left join person a on a.id = u.person_id
left join visit v on v.id = (n.payload ->> 'visit')::uuid
left join presence p on p.id = v.presence_id
left join membership m on m.id = (n.payload ->> 'membership')::uuid
left join person w on w.id = m.person_id
left join message g on g.id = (n.payload ->> 'message')::uuid
left join person s on s.id = g.sent_by
-- a message that was stopped before it was read is not there
where n.person_id = $1 and (n.read_at is not null or g.cancelled_at is null)
  -- nobody is asked any more what was logged, or called off, on whatever device
  and not (n.event = 'visit.log_reminder' and v.state in ('LOGGED', 'CANCELLED'))
order by n.created_at desc, n.id desc
limit $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A notice in words, with the ids of what it is about."""

    id: UUID
    event: str
    text: str
    created_at: datetime
    read_at: datetime | None
    offer_id: str | None
    request_id: str | None
    match_id: str | None
    visit_id: str | None
    message: str | None
    sender: str | None


async def my_notices(actor: Actor, *, first: int) -> list[NoticeView]:
    """The latest notices, newest first."""
    rows = await db.fetch(_MINE, actor.person_id, first, actor.role is Role.COORDINATOR)
    return [_view(actor, row) for row in rows]


def _view(actor: Actor, row: dict[str, Any]) -> NoticeView:
    facts = Facts(
        event=row["event"],
        place=row["city"],
        deadline=row["expires_at"],
        starts_at=row["starts_at"],
        name=row["name"],
        volunteer=row["volunteer"] if row["volunteer"] != NAMELESS else None,
        kind=row["kind"],
    )
    things = row["payload"]
    return NoticeView(
        id=row["id"],
        event=row["event"],
        text=text(facts, role=actor.role, locale=actor.locale, today=clock.today()),
        created_at=row["created_at"],
        read_at=row["read_at"],
        offer_id=things.get("offer"),
        request_id=things.get("request"),
        match_id=things.get("match"),
        visit_id=things.get("visit"),
        message=row["message"],
        sender=row["sender"],
    )

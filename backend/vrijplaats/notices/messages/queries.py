"""For whom a message is, and what became of those that were sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.notices.messages.rules import KEPT, MessageState
from vrijplaats.volunteers.register.queries import Wanted, all_of

FEW = 8
MOST_MESSAGES = 50
# reached in the app by whoever takes part; who was imported and has no way in yet could not read it
_PEOPLE = """
select v.id, v.person_id, p.display_name,
  exists (select from membership m where m.organisation_id = $1 and m.person_id = v.person_id and m.role = 'VOLUNTEER'
    and m.ended_at is null) and v.status <> 'LEFT' and not exists (select from imported_contact i
    where i.organisation_id = $1 and i.volunteer_id = v.id and i.joined_at is null) as reached
from volunteer v join person p on p.id = v.person_id
where v.organisation_id = $1 and v.id = any ($2) order by lower(p.display_name), v.id
"""
STATE = """
case when r.opened_at is not null then 'OPENED' when r.mailed_at is not null then 'MAILED'
  when r.pushed_at is not null then 'PUSHED' when m.cancelled_at is not null then 'CANCELLED'
  when r.settled is not null then r.settled else 'WAITING' end
"""
_MESSAGES = f"""
select m.id, m.text, m.created_at, m.cancelled_at, s.display_name as sent_by, m.sent_by = $2 as mine,
  (select json_object_agg(c.state, c.count) from (
    select {STATE} as state, count(*) as count from message_recipient r where r.message_id = m.id group by 1
  ) c) as counts
from message m join person s on s.id = m.sent_by
where m.organisation_id = $1 and m.created_at > $3 and ($4::uuid is null or m.id = $4)
order by m.created_at desc, m.id desc limit {MOST_MESSAGES}
"""
_RECIPIENTS = f"""
select v.id, p.display_name, {STATE} as state,
  coalesce(r.opened_at, r.mailed_at, r.pushed_at, case when m.cancelled_at is null then r.told_at end) as at
from message_recipient r
join message m on m.id = r.message_id
join volunteer v on v.id = r.volunteer_id
join person p on p.id = v.person_id
where r.organisation_id = $1 and r.message_id = $2 and ($3::text is null or {STATE} = $3)
  and ($4::text is null or (lower(p.display_name), v.id) > (lower($4), $5::uuid))
order by lower(p.display_name), v.id limit $6
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """For whom: these volunteers, or everybody for whom one looks in the register."""

    volunteer_ids: tuple[UUID, ...] | None = None
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody who is meant; `reached` when they have an account to read it with."""

    id: UUID
    person_id: UUID
    display_name: str
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewView:
    """For how many it is, the first of them, and how many cannot be reached this way."""

    count: int
    names: list[str]
    unreached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """A message that was sent, and for how many people it stands how."""

    id: UUID
    text: str
    created_at: datetime
    cancelled_at: datetime | None
    sent_by: str
    mine: bool
    counts: dict[MessageState, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientView:
    """What became of it for one volunteer, and when."""

    id: UUID
    display_name: str
    state: MessageState
    at: datetime | None


async def meant(actor: Actor, selection: Selection) -> list[PersonView] | None:
    """Who is meant, by name. None when one of them is nobody here, or a prison is not one where they come."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    ids = await _ids(actor, selection)
    if ids is None:
        return None
    people = [PersonView(**row) for row in await db.fetch(_PEOPLE, organisation_id, ids)]
    return people if len(people) == len(set(ids)) else None


async def preview(actor: Actor, selection: Selection) -> PreviewView | None:
    """For whom it would be; None as for `meant`."""
    people = await meant(actor, selection)
    if people is None:
        return None
    reached = [each.display_name for each in people if each.reached]
    return PreviewView(count=len(reached), names=reached[:FEW], unreached=len(people) - len(reached))


async def messages(actor: Actor) -> list[MessageView]:
    """Those of the organisation that are still kept, the newest first."""
    return await _messages(actor, None)


async def message(actor: Actor, message_id: UUID) -> MessageView | None:
    """One of them."""
    found = await _messages(actor, message_id)
    return found[0] if found else None


async def recipients(
    actor: Actor, message_id: UUID, *, state: MessageState | None, most: int, after: tuple[str, UUID] | None
) -> list[RecipientView]:
    """For whom a message was, by name, and what became of it for each."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    place = after or (None, None)
    rows = await db.fetch(_RECIPIENTS, organisation_id, message_id, state.value if state else None, *place, most)
    return [RecipientView(**(row | {"state": MessageState(row["state"])})) for row in rows]


async def _ids(actor: Actor, selection: Selection) -> list[UUID] | None:
    if selection.volunteer_ids is not None:
        return list(selection.volunteer_ids)
    return await all_of(actor, selection.wanted) if selection.wanted else []


async def _messages(actor: Actor, message_id: UUID | None) -> list[MessageView]:
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    rows = await db.fetch(_MESSAGES, organisation_id, actor.person_id, clock.now() - KEPT, message_id)
    return [_view(row) for row in rows]


def _view(row: dict[str, Any]) -> MessageView:
    counts = {MessageState(state): count for state, count in (row["counts"] or {}).items()}
    return MessageView(**(row | {"counts": counts}))

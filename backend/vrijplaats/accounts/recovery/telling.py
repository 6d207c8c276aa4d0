"""Who is told of a recovery, and the letter each of them gets. Read by the worker, who may look over the walls."""

from collections.abc import Mapping
from uuid import UUID

from vrijplaats import settings
from vrijplaats.accounts.recovery.letters import WORDS, Story, letter_of
from vrijplaats.core import clock, db, outbox
from vrijplaats.core.jobs import Message
from vrijplaats.core.mail import send

# what happened -> what the person is told, and what those are told whose work it is
TOLD: Mapping[str, tuple[str, str]] = {
    "recovery.start": ("recovery.started", "recovery.second_asked"),
    "recovery.use": ("recovery.used", "recovery.helped"),
    "recovery.stop": ("recovery.stopped", "recovery.ended"),
}
_PERSON = "select person_id from recovery where id = $1"
# who may be the second one, when no letter reaches the person
_SECONDS = """
select distinct m.person_id from recovery r join membership m on m.ended_at is null
where r.id = $1 and not r.by_mail and m.person_id not in (r.person_id, r.started_by) and (
  m.role = 'OPERATOR'
  or ((not r.elsewhere or r.started_role = 'OPERATOR')
    and (m.role = 'COORDINATOR' and m.organisation_id = r.organisation_id
      or m.role = 'STAFF' and r.role = 'STAFF' and m.facility_id = r.facility_id)))
"""
# whoever helped, and the coordinators and colleagues of everything the person is: access everywhere is new
_HELPERS = """
select distinct h.person_id from recovery r cross join lateral (
  select r.started_by as person_id union select r.second_by
  union select c.person_id from membership m join membership c on c.ended_at is null and (
      c.role = 'COORDINATOR' and c.organisation_id = m.organisation_id
      or c.role = 'STAFF' and c.facility_id = m.facility_id)
    where m.person_id = r.person_id and m.ended_at is null) h
where r.id = $1 and h.person_id is not null and h.person_id <> r.person_id
"""
_BEGINNERS = """
select h as person_id from recovery r cross join unnest(array[r.started_by, r.second_by]) h
where r.id = $1 and h is not null
"""
_OTHERS = {"recovery.start": _SECONDS, "recovery.use": _HELPERS, "recovery.stop": _BEGINNERS}
_STORY = """
select r.id, r.by_mail, r.used_at, r.withdrawn_at, r.expires_at, p.display_name as person, s.display_name as starter,
  t.display_name as name, t.locale, c.email, o.name as organisation
from recovery r join person p on p.id = r.person_id join person s on s.id = r.started_by
join person t on t.id = $2 join person_contact c on c.person_id = t.id and c.email_verified_at is not null
left join organisation o on o.id = r.organisation_id
where r.id = $1
"""


async def spread(message: Message) -> None:
    """One message each, so that one letter that does not leave keeps no other back."""
    if message.event not in TOLD:
        return
    recovery = UUID(message.payload["recovery"])
    to_person, to_others = TOLD[message.event]
    for event, people in ((to_person, _PERSON), (to_others, _OTHERS[message.event])):
        for row in await db.fetch(people, recovery):
            await outbox.tell(event, recipients=[row["person_id"]], payload={"recovery": str(recovery)})


async def write(message: Message) -> None:
    """The letter to whom a message is for, at their own address; not about what is over when it says what to do."""
    if message.event not in WORDS:
        return
    row = await db.fetch_one(_STORY, UUID(message.payload["recovery"]), message.recipients[0])
    if row is None:
        return
    ends_at, is_over = row.pop("expires_at"), row.pop("used_at") or row.pop("withdrawn_at")
    row.pop("withdrawn_at", None)
    calls = message.event in ("recovery.started", "recovery.second_asked")
    if calls and (is_over or ends_at <= clock.now()):
        return
    story = Story(**row, origin=settings.current().origin)
    await send(letter_of(message.id, message.event, story))

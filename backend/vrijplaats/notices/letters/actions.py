"""Noting what may have to be told in a letter, writing one when its time has come, and choosing to get none."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import clock, db, history, outbox, tickets
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.core.jobs import Message
from vrijplaats.core.mail import Outcome, send
from vrijplaats.notices.letters import queries, rules
from vrijplaats.notices.letters.queries import Item, Reader
from vrijplaats.notices.letters.writing import LINK, letter_of
from vrijplaats.notices.push.rules import USUAL

WRITE = "mail.notices"
_NOTE = """
insert into notice_letter (person_id, outbox_id, event, about, role, urgent, created_at, due_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing
"""
_DONE = """
update notice_letter set done_at = $3, outcome = $4 where person_id = $1 and outbox_id = any ($2) and done_at is null
"""
_POSTPONE = "update notice_letter set due_at = $3, letter_id = null where person_id = $1 and outbox_id = $2"
_GATHER = "update notice_letter set letter_id = $3 where person_id = $1 and outbox_id = any ($2)"
_KEPT = timedelta(days=30)
_CHOOSE = """
insert into push_preference (person_id, quiet_from, quiet_until, letters) values ($1, $3, $4, $2)
on conflict (person_id) do update set letters = $2
"""
_AS_WHAT = """
select m.id as membership_id, m.role, m.organisation_id, m.facility_id, p.locale
from membership m join person p on p.id = m.person_id
where m.person_id = $1 and m.ended_at is null order by m.id limit 1
"""


async def note(message: Message) -> None:
    """Note for everybody who was told that it may have to become a letter; who has no device that wakes is written to
    at once when it is urgent. Told twice it is noted once."""
    if not rules.is_written(message.event):
        return
    now, urgent = clock.now(), []
    for told in await queries.told(message.id, message.event, message.organisation_id):
        role = rules.role_in(message.event, concerned=told.concerned)
        if role not in told.roles:
            continue  # who works at a shared desk sees it there
        ends = told.ends_at or now + rules.KEPT_OPEN
        is_urgent = rules.is_urgent(message.event, role, ends, now)
        due = rules.due_at(message.event, told.choices.quiet, ends, now)
        noted = (told.person_id, message.id, message.event, told.about, role.value, is_urgent, now, due, ends)
        if await db.execute(_NOTE, *noted) and is_urgent:
            urgent.append(told.person_id)
    for person_id in urgent:
        await take_up(person_id)


async def take_up(person_id: UUID) -> None:
    """Write what this person has to be written now: everything that is open in one letter. Twice at once it is one."""
    now, reader = clock.now(), await queries.reader(person_id)
    items = await _still_open(person_id, reader, await queries.open_items(person_id, None))
    due = [item for item in items if rules.is_due(item.waiting, woken=reader.woken, now=now)]
    if due and reader.email is None:
        await _done(person_id, items, "NO_ADDRESS")
    elif due and await _may_go(person_id, reader, due):
        letter_id: UUID = await db.fetch_value("select uuidv7()")
        await db.execute(_GATHER, person_id, [item.outbox_id for item in items], letter_id)
        await outbox.tell(WRITE, recipients=[], payload={"letter": str(letter_id)})


async def write(message: Message) -> None:
    """Send the letter, from everything as it stands now: what is over or opened is not in it, and it may be quiet by
    now."""
    if message.event != WRITE:
        return
    letter_id = UUID(message.payload["letter"])
    if (person_id := await queries.addressed(letter_id)) is None:
        return
    reader = await queries.reader(person_id)
    items = await _still_open(person_id, reader, await queries.open_items(person_id, letter_id))
    if reader.email is None:
        await _done(person_id, items, "NO_ADDRESS")
    elif items and await _may_go(person_id, reader, items):
        outcome = await send(letter_of(letter_id, person_id, reader, items, origin=settings.current().origin))
        await _done(person_id, items, "SENT" if outcome is Outcome.SENT else "REFUSED")


async def clean_up() -> None:
    """Forget what was settled long ago."""
    await db.execute("delete from notice_letter where done_at < $1", clock.now() - _KEPT)


async def set_letters(actor: Actor, *, wanted: bool) -> None:
    """Choose whether one gets such letters."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    await _choose(actor, wanted)


async def set_letters_by_link(link: str, *, wanted: bool) -> None:
    """Choose it from a letter, without signing in: the link does this and nothing else. Raises NotFound."""
    person_id = tickets.opened(LINK, link)
    if person_id is None:
        raise NotFound
    async with db.transaction({"person": str(person_id)}):
        row = await db.fetch_one(_AS_WHAT, person_id)
        if row is None:
            raise NotFound  # nobody here any more: there are no letters to stop
        await _choose(Actor(**{**row, "role": Role(row["role"])}, person_id=person_id, volunteer_id=None), wanted)


async def _choose(actor: Actor, wanted: bool) -> None:
    await db.execute(_CHOOSE, actor.person_id, wanted, USUAL.starts, USUAL.ends)
    await history.record(
        actor,
        "push.set_letters",
        subject={"person": actor.person_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )


async def _still_open(person_id: UUID, reader: Reader, items: Sequence[Item]) -> list[Item]:
    """Those that need a letter; the others are settled."""
    now, left = clock.now(), []
    for item in items:
        fate = rules.fate(item.waiting, reader.wanted, reader.choices, now)
        if fate is None:
            left.append(item)
        else:
            await _done(person_id, [item], fate)
    return left


async def _may_go(person_id: UUID, reader: Reader, due: Sequence[Item]) -> bool:
    """Whether a letter may go now; what has to wait is postponed."""
    now = clock.now()
    moments = [rules.not_before(item.waiting, reader.choices.quiet, reader.last, now) for item in due]
    if min(moments) <= now:
        return True
    for item, moment in zip(due, moments, strict=True):
        await db.execute(_POSTPONE, person_id, item.outbox_id, moment)
    return False


async def _done(person_id: UUID, items: Sequence[Item], outcome: str) -> None:
    await db.execute(_DONE, person_id, [item.outbox_id for item in items], clock.now(), outcome)

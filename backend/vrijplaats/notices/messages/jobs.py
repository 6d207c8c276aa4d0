"""Messages go a few hundred in a minute, as notices: push and letters follow as each person wants. What became of each
is noted, so that it is known when deliveries are forgotten."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.jobs import Periodic
from vrijplaats.core.outbox import Told
from vrijplaats.notices.messages.rules import AT_ONCE, GRACE, KEPT, SETTLED

# two workers at once: each takes others
_TAKE = """
select r.message_id, r.volunteer_id, r.person_id, r.organisation_id
from message_recipient r join message m on m.id = r.message_id
where r.told_at is null and m.cancelled_at is null and m.created_at <= $1
order by m.created_at, m.id, r.volunteer_id limit $2 for update of r skip locked
"""
_TOLD = """
update message_recipient set told_at = $3, outbox_id = $4 where message_id = $1 and volunteer_id = any ($2)
"""
# a letter that was not needed any more, or not wanted, and no push on its way: they find it in the app
_SETTLE = """
update message_recipient r set opened_at = x.opened_at, pushed_at = x.pushed_at, mailed_at = x.mailed_at,
  settled = case when x.opened_at is null and x.pushed_at is null and x.mailed_at is null and not x.on_its_way
    then case when x.letter in ('NO_ADDRESS', 'REFUSED') then 'FAILED' else 'APP_ONLY' end end
from (
  select r.message_id, r.volunteer_id, n.read_at as opened_at, coalesce(r.pushed_at, d.pushed_at) as pushed_at,
    coalesce(r.mailed_at, case when l.outcome = 'SENT' then l.done_at end) as mailed_at, l.outcome as letter,
    coalesce(d.on_its_way, false) or l.person_id is not null and l.done_at is null as on_its_way
  from message_recipient r
  join notice n on n.person_id = r.person_id and n.outbox_id = r.outbox_id
  left join notice_letter l on l.person_id = r.person_id and l.outbox_id = r.outbox_id
  left join lateral (select min(d.done_at) filter (where d.outcome = 'SENT') as pushed_at,
      bool_or(d.done_at is null) as on_its_way
    from push_delivery d where d.outbox_id = r.outbox_id and d.person_id = r.person_id) d on true
  where r.told_at > $1 and r.opened_at is null) x
where x.message_id = r.message_id and x.volunteer_id = r.volunteer_id
  and (r.opened_at, r.pushed_at, r.mailed_at, r.settled) is distinct from (x.opened_at, x.pushed_at, x.mailed_at,
    case when x.opened_at is null and x.pushed_at is null and x.mailed_at is null and not x.on_its_way
      then case when x.letter in ('NO_ADDRESS', 'REFUSED') then 'FAILED' else 'APP_ONLY' end end)
"""
_FORGET = "delete from message where created_at < $1"


async def send() -> int:
    """Tell the next few hundred whose message is a minute old; gives how many."""
    now = clock.now()
    rows = await db.fetch(_TAKE, now - GRACE, AT_ONCE)
    for (message_id, organisation_id), people in _by_message(rows).items():
        told = Told(
            recipients=[row["person_id"] for row in people],
            payload={"message": str(message_id)},
            organisation_id=organisation_id,
        )
        number = await outbox.tell_numbered("message.sent", told)
        await db.execute(_TOLD, message_id, [row["volunteer_id"] for row in people], now, number)
    return len(rows)


async def settle() -> int:
    """Note what became of those on their way; gives for how many that is something new."""
    return await db.execute(_SETTLE, clock.now() - SETTLED)


async def clean_up() -> None:
    """Forget what was sent long ago, text and all."""
    await db.execute(_FORGET, clock.now() - KEPT)


def _by_message(rows: list[dict[str, Any]]) -> dict[tuple[UUID, UUID], list[dict[str, Any]]]:
    found: defaultdict[tuple[UUID, UUID], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["message_id"], row["organisation_id"]].append(row)
    return found


PERIODIC = (
    Periodic(name="messages.send", run=send, minutes=frozenset(range(60))),
    Periodic(name="messages.settle", run=settle, minutes=frozenset(range(60))),
    Periodic(name="messages.clean_up", run=clean_up, minutes=frozenset({45}), hour=2),
)

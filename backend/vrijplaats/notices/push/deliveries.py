"""One event becomes one delivery for each device of its people; each goes its own way, however often it takes.

The rows are written with the notices, in the same transaction, so nothing is lost when a worker ends; a delivery that
is taken belongs to its taker for a while and then comes free again by itself.
"""

import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

from vrijplaats.accounts.waking import WAKES
from vrijplaats.core import clock, db
from vrijplaats.core.jobs import WORKER, Message
from vrijplaats.notices.push.rules import ANSWERS, CLOSING, KINDS, LEASE
from vrijplaats.notices.push.standing import AWAY, COLUMNS, JOINS, OWN_OFFER

KEPT = timedelta(days=7)
MOST_FAILURES = 20
# a device is told where its own invitation stands, also when the event names the request only
_FAN_OUT = f"""
insert into push_delivery
  (person_id, subscription_id, outbox_id, event, about, tag, created_at, next_at, expires_at)
select s.person_id, s.id, n.outbox_id, n.event,
  n.payload || jsonb_strip_nulls(jsonb_build_object('offer', o.id, 'organisation', $3::uuid)),
  coalesce(o.id, (n.payload ->> 'visit')::uuid, (n.payload ->> 'match')::uuid, (n.payload ->> 'request')::uuid,
    (n.payload ->> 'call')::uuid, n.outbox_id), $2, $2,
  coalesce(case n.event when 'offer.made' then o.expires_at when 'visit.confirmed' then p.starts_at
    when 'visit.cancelled' then p.starts_at end, $2::timestamptz + interval '1 day')
from notice n
join push_subscription s on s.person_id = n.person_id and s.gone_at is null
{OWN_OFFER}
where n.outbox_id = $1
on conflict (subscription_id, outbox_id) do nothing
"""
# who answered has the question on other devices too: there it is over as well
_ANSWERED = """
insert into push_delivery
  (person_id, subscription_id, outbox_id, event, about, tag, created_at, next_at, expires_at)
select s.person_id, s.id, $1, 'offer.answered',
  jsonb_build_object('offer', o.id, 'organisation', o.organisation_id, 'facility', o.facility_id),
  o.id, $2, $2, $2::timestamptz + interval '1 day'
from offer o
join volunteer v on v.organisation_id = o.organisation_id and v.id = o.volunteer_id
join push_subscription s on s.person_id = v.person_id and s.gone_at is null
  and s.session_id is distinct from $4
where o.id = $3
on conflict (subscription_id, outbox_id) do nothing
"""
_TAKE = """
update push_delivery d set attempts = least(d.attempts + 1, 1000), next_at = $1::timestamptz + $4::interval
from push_subscription s
where s.id = d.subscription_id and d.id in (
  select w.id from push_delivery w join push_subscription t on t.id = w.subscription_id
  where w.done_at is null and w.next_at <= $1 and t.service <> all ($2::text[])
  order by w.next_at limit $3 for update of w skip locked)
returning d.id, s.service
"""
_LOOK = f"""
select {COLUMNS}, d.tag, d.attempts, d.subscription_id, s.target, s.service, p.locale, m.role, m.organisation_id,
  c.quiet_from, c.quiet_until, c.muted, q.asked, q.asking_at, q.asking_at is not null as asking,
  x.expires_at > $2 as signed_in,
  {AWAY.format(role="m.role", organisation="m.organisation_id", today="$4::date")} as away
from push_delivery d
join push_subscription s on s.id = d.subscription_id and s.gone_at is null
join session x on x.id = s.session_id
-- who was asked and has left since is still told that it is over
join membership m on m.id = x.membership_id and (m.ended_at is null or d.event = any ($3))
join person p on p.id = d.person_id
left join push_preference c on c.person_id = d.person_id
cross join lateral (
  select coalesce(bool_or(e.outcome = 'SENT'), false) as asked,
    max(e.next_at) filter (where e.done_at is null) as asking_at
  from push_delivery e
  where e.subscription_id = d.subscription_id and e.tag = d.tag and e.event = 'offer.made' and e.id <> d.id) q
{JOINS}
where d.id = $1 and d.done_at is null and {WAKES.format(now="$2")}
"""
_DONE = "update push_delivery set done_at = $2, outcome = $3 where id = $1 and done_at is null"
_AGAIN = "update push_delivery set next_at = $2, attempts = $3 where id = $1 and done_at is null"
_HEARD = "update push_subscription set last_delivered_at = $2, failures = 0 where id = $1"
_FAILED = "update push_subscription set failures = failures + 1 where id = $1 returning failures"
_GONE = "update push_subscription set target = null, gone_at = $2 where id = $1 and gone_at is null"
_NOT_THERE = """
update push_delivery set done_at = $2, outcome = 'REFUSED' where subscription_id = $1 and done_at is null
"""


async def fan_out(message: Message) -> None:
    """A delivery for every device of those who were told; told twice it is still one."""
    if message.event in KINDS:
        await db.execute(_FAN_OUT, message.id, clock.now(), message.organisation_id)
    if message.event in ANSWERS:
        offer, session = message.payload["offer_id"], message.payload.get("session")
        await db.execute(_ANSWERED, message.id, clock.now(), offer, session)


async def take(busy: list[str], most: int) -> list[tuple[UUID, str]]:
    """Deliveries whose time has come, with their push service; none for the services that are busy."""
    async with db.transaction({}, connection=WORKER):
        rows = await db.fetch(_TAKE, clock.now(), busy, most, LEASE)
    return [(row["id"], row["service"]) for row in rows]


async def look(delivery_id: UUID) -> dict[str, Any] | None:
    """Everything about a delivery as it stands now; None when its device is signed out."""
    async with db.transaction({}, connection=WORKER, read_only=True):
        return await db.fetch_one(_LOOK, delivery_id, clock.now(), CLOSING, clock.today())


async def done(delivery_id: UUID, outcome: str, heard: UUID | None = None) -> None:
    """There is nothing more to do; `heard` is the device that has it now."""
    async with db.transaction({}, connection=WORKER):
        # the device before its deliveries, here and below: two that end at once would wait for each other
        if heard is not None:
            await db.execute(_HEARD, heard, clock.now())
        await db.execute(_DONE, delivery_id, clock.now(), outcome)


async def again(delivery_id: UUID, after: timedelta, attempts: int) -> None:
    """Try again when this has passed."""
    async with db.transaction({}, connection=WORKER):
        await db.execute(_AGAIN, delivery_id, clock.now() + after, attempts)


async def forget(subscription_id: UUID) -> None:
    """The push service no longer knows this device. Where it was is forgotten; that it is to be woken is not."""
    async with db.transaction({}, connection=WORKER):
        await _gone(subscription_id)


async def refused(delivery_id: UUID, subscription_id: UUID) -> None:
    """The push service will not have this one; a device for which that goes on is forgotten."""
    async with db.transaction({}, connection=WORKER):
        failures = await db.fetch_value(_FAILED, subscription_id)
        await db.execute(_DONE, delivery_id, clock.now(), "REFUSED")
        if failures == MOST_FAILURES:
            await _gone(subscription_id)


async def _gone(subscription_id: UUID) -> None:
    await db.execute(_GONE, subscription_id, clock.now())
    await db.execute(_NOT_THERE, subscription_id, clock.now())


async def clean_up() -> None:
    """Forget what was delivered long ago."""
    await db.execute("delete from push_delivery where done_at < $1", clock.now() - KEPT)


def spread() -> float:
    """A number from 0 to 1, another one each time."""
    return secrets.randbelow(1001) / 1000

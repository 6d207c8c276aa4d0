"""What a letter needs to know, as it stands at that moment. For the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.waking import WAKES
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Role
from vrijplaats.notices.letters.rules import Waiting
from vrijplaats.notices.push.payloads import News
from vrijplaats.notices.push.queries import preferences_of
from vrijplaats.notices.push.rules import Preferences
from vrijplaats.notices.push.standing import AWAY, COLUMNS, JOINS, OWN_OFFER, standing_of

# `concerned`: it is this person's own invitation, visit, match or call
_TOLD = f"""
select n.person_id, p.starts_at, o.expires_at, c.quiet_from, c.quiet_until, c.muted,
  n.payload || jsonb_strip_nulls(jsonb_build_object('offer', o.id, 'organisation', $2::uuid)) as about,
  exists (select from volunteer w where w.person_id = n.person_id and (
    w.id = (select volunteer_id from offer where id = o.id)
    or w.id in (select volunteer_id from match where id = coalesce(i.match_id, (n.payload ->> 'match')::uuid))
    or w.id in (select volunteer_id from call_request where id = (n.payload ->> 'call')::uuid))) as concerned,
  array(select m.role from membership m where m.person_id = n.person_id and m.ended_at is null
    and (m.organisation_id = $2 or $2 is null and m.organisation_id is not null)) as roles
from notice n
left join push_preference c on c.person_id = n.person_id
{OWN_OFFER}
where n.outbox_id = $1
"""
_WOKEN = (
    """
select exists (select from push_subscription s join session x on x.id = s.session_id
  join membership m on m.id = x.membership_id and m.ended_at is null
  where s.person_id = {person} and s.gone_at is null and """
    + WAKES
    + ")"
)
_DUE = f"""
select distinct l.person_id from notice_letter l where l.done_at is null and l.letter_id is null
  and (l.due_at <= $1 or l.urgent and not ({_WOKEN.format(now="$1", person="l.person_id")}))
"""
# opened: the person read it, or used the app since
_OPEN = f"""
select {COLUMNS}, d.outbox_id, d.role, d.urgent, d.due_at,
  d.opened_at is not null or n.read_at is not null
    or exists (select from session s where s.person_id = d.person_id and s.last_seen_at > d.created_at) as opened,
  exists (select from membership m where m.person_id = d.person_id and m.role = d.role and m.ended_at is null
    and (m.organisation_id = (d.about ->> 'organisation')::uuid or d.about ->> 'organisation' is null)) as member,
  {AWAY.format(role="d.role", organisation="(d.about ->> 'organisation')::uuid", today="$3::date")} as away,
  w.name as organisation, u.id is null or u.role = d.role and (
    d.about ->> 'organisation' is null or u.organisation_id = (d.about ->> 'organisation')::uuid) as here
from notice_letter d
join notice n on n.person_id = d.person_id and n.outbox_id = d.outbox_id
left join organisation w on w.id = (d.about ->> 'organisation')::uuid
-- where the app opens for whoever is more than one thing: as what they were last
left join lateral (
  select m.id, m.role, m.organisation_id, count(*) over () as things from membership m
  where m.person_id = d.person_id and m.ended_at is null
  order by (select max(s.last_seen_at) from session s where s.membership_id = m.id) desc nulls last, m.id
  limit 1) u on u.things > 1
{JOINS}
where d.person_id = $1 and d.done_at is null and d.letter_id is not distinct from $2
order by d.urgent desc, d.created_at, d.outbox_id
for update of d
"""
_READER = f"""
select p.locale, c.email, q.quiet_from, q.quiet_until, q.muted, coalesce(q.letters, true) as wanted,
  ({_WOKEN.format(now="$2", person="$1")}) as woken,
  (select max(l.done_at) from notice_letter l where l.person_id = $1 and l.outcome = 'SENT') as last
from person p
left join person_contact c on c.person_id = p.id and c.email_verified_at is not null
left join push_preference q on q.person_id = p.id
where p.id = $1
"""
_ADDRESSED = "select distinct person_id from notice_letter where letter_id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody who was told something that a letter may tell, as what, and until when it matters."""

    person_id: UUID
    about: dict[str, str]
    concerned: bool
    roles: Sequence[str]
    ends_at: datetime | None
    choices: Preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A notice that waits to be told in a letter, and what is said about it; of which organisation it is, for whoever
    has to go on as something else first."""

    outbox_id: UUID
    waiting: Waiting
    news: News
    organisation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads it: at a confirmed address only, as chosen; `woken` by a device; `last` is the letter before."""

    email: str | None
    locale: str
    wanted: bool
    choices: Preferences
    woken: bool
    last: datetime | None


async def told(outbox_id: UUID, event: str, organisation_id: UUID | None) -> list[Told]:
    """Who was told of this message."""
    rows = await db.fetch(_TOLD, outbox_id, organisation_id)
    return [_told(row, event) for row in rows]


async def due() -> list[UUID]:
    """Those for whom something's time has come."""
    return [row["person_id"] for row in await db.fetch(_DUE, clock.now())]


async def addressed(letter_id: UUID) -> UUID | None:
    """Whose letter this is; None when nothing is in it any more."""
    found: UUID | None = await db.fetch_value(_ADDRESSED, letter_id)
    return found


async def open_items(person_id: UUID, letter_id: UUID | None) -> list[Item]:
    """What waits for this person, in this letter or in none yet; locked, so that two workers write one letter."""
    reader = await db.fetch_value("select locale from person where id = $1", person_id)
    return [_item(row, reader) for row in await db.fetch(_OPEN, person_id, letter_id, clock.today())]


async def reader(person_id: UUID) -> Reader:
    """Who would read a letter."""
    row = await db.fetch_one(_READER, person_id, clock.now())
    assert row is not None
    names = ("email", "locale", "wanted", "woken", "last")
    return Reader(**{name: row[name] for name in names}, choices=preferences_of(row))


def _told(row: dict[str, Any], event: str) -> Told:
    ends = row["expires_at"] if event == "offer.made" else row["starts_at"]
    return Told(
        **{name: row[name] for name in ("person_id", "about", "concerned", "roles")},
        ends_at=ends if event in ("offer.made", "visit.confirmed", "visit.cancelled", "visit.moved") else None,
        choices=preferences_of(row),
    )


def _item(row: dict[str, Any], locale: str) -> Item:
    waiting = Waiting(
        standing=standing_of(row), **{name: row[name] for name in ("urgent", "due_at", "opened", "member", "away")}
    )
    news = News(
        **{name: row[name] for name in ("event", "about", "expires_at", "city", "deadline", "starts_at", "kind")},
        tag=row["outbox_id"],
        at=row["created_at"],
        role=Role(row["role"]),
        locale=locale,
        here=row["here"],
    )
    return Item(outbox_id=row["outbox_id"], waiting=waiting, news=news, organisation=row["organisation"])

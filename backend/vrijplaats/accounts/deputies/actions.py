"""Naming who stands in for a coordinator who is away, oneself or a colleague who cannot, and ending that."""

from datetime import date
from typing import Any
from uuid import UUID

import asyncpg

from vrijplaats.accounts.deputies import queries, rules
from vrijplaats.accounts.deputies.queries import DeputyView
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound

# locked, so that two who name each other at once do not leave nobody
_COORDINATOR = """
select m.id, m.person_id, p.display_name from membership m join person p on p.id = m.person_id
where m.organisation_id = $1 and m.id = any ($2) and m.role = 'COORDINATOR' and m.ended_at is null
order by m.id for update of m
"""
_AWAY = """
select exists (select from deputy where organisation_id = $1 and person_id = $2 and ended_at is null
  and starts_on <= $4 and ends_on >= $3)
"""
_ADD = """
insert into deputy (organisation_id, person_id, stands_in_id, starts_on, ends_on, set_by, created_at)
values ($1, $2, $3, $4, $5, $6, $7) returning id
"""
_LOCK = """
select id, person_id, stands_in_id, ends_on, ended_at from deputy where id = $1 and organisation_id = $2 for update
"""
_END = "update deputy set ended_at = $2 where id = $1"
_MEMBERSHIP = """
select id from membership
where organisation_id = $1 and person_id = $2 and role = 'COORDINATOR' order by ended_at is not null, created_at limit 1
"""


async def name_deputy(
    actor: Actor, *, membership_id: UUID, deputy_membership_id: UUID, first: date, last: date
) -> DeputyView:
    """From the first day up to and including the last a colleague does this coordinator's work: what they took on
    counts as the colleague's as well, volunteers are given the colleague to call, and their own devices stay silent.
    One may do it for a colleague, who may be ill. Raises NotFound, InvalidInput, NotAllowedNow."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    away, deputy = await _both(organisation_id, membership_id, deputy_membership_id)
    rules.check_days(first, last, clock.today())
    if await db.fetch_value(_AWAY, organisation_id, deputy["person_id"], first, last):
        raise rules.away_too(deputy["display_name"])
    row = (organisation_id, away["person_id"], deputy["person_id"], first, last, actor.person_id, clock.now())
    try:
        async with db.savepoint():
            deputy_id: UUID = await db.fetch_value(_ADD, *row)
    except asyncpg.ExclusionViolationError:
        raise NotAllowedNow(reason=rules.ALREADY) from None
    await _tell(actor, "deputy.named", deputy["person_id"], away["id"])
    await _tell(actor, "deputy.set", away["person_id"], deputy["id"])
    await _record(actor, "deputy.name", deputy_id)
    view = await queries.deputy(actor, deputy_id)
    assert view is not None  # it was just written
    return view


async def end_deputy(actor: Actor, *, deputy_id: UUID) -> None:
    """The coordinator is back, or does not go. Raises NotFound, and NotAllowedNow when it is over."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    found = await db.fetch_one(_LOCK, deputy_id, organisation_id)
    if found is None:
        raise NotFound
    if found["ended_at"] is not None or found["ends_on"] < clock.today():
        raise NotAllowedNow(reason=rules.OVER)
    await db.execute(_END, deputy_id, clock.now())
    back = await db.fetch_value(_MEMBERSHIP, organisation_id, found["person_id"])
    await _tell(actor, "deputy.ended", found["stands_in_id"], back)
    await _record(actor, "deputy.end", deputy_id)


async def _both(organisation_id: UUID, away: UUID, deputy: UUID) -> tuple[dict[str, Any], dict[str, Any]]:
    found = {row["id"]: row for row in await db.fetch(_COORDINATOR, organisation_id, [away, deputy])}
    if away not in found or deputy not in found:
        raise NotFound
    if found[away]["person_id"] == found[deputy]["person_id"]:
        raise rules.another()
    return found[away], found[deputy]


async def _tell(actor: Actor, event: str, person_id: UUID, membership_id: UUID) -> None:
    if person_id != actor.person_id:
        payload = {"membership": str(membership_id)}
        await outbox.tell(event, recipients=[person_id], payload=payload, organisation_id=actor.organisation_id)


async def _record(actor: Actor, verb: str, deputy_id: UUID) -> None:
    await history.record(actor, verb, subject={"deputy": deputy_id}, organisation_id=actor.organisation_id)

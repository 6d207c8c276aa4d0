"""The reading of a name in the history: who, whose, what for. Once an hour for what one session goes on reading."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.actor import Actor

# longer than a screen stays open for one piece of work, short enough that the list says on which part of a day
WINDOW = timedelta(hours=1)
VERB = "identity.read"
# One statement, so that of two at once one waits and then finds it noted; in one order, so that nobody waits in a
# circle. It may run after a transaction that only reads (core.db.write).
_NOTE = """
with wanted as (
  select detainee::uuid from unnest($5::text[]) detainee order by 1
), noted as (
  insert into reading_noted as n (person_id, session_id, membership_id, detainee_id, purpose, noted_at)
  select $1, $2, $3, w.detainee, $4, $6 from wanted w
  on conflict (person_id, session_id, membership_id, detainee_id, purpose)
    do update set noted_at = excluded.noted_at where n.noted_at <= $7
  returning n.detainee_id
)
insert into history (person_id, role, verb, subject, organisation_id, facility_id)
select $1, $8, $9, jsonb_build_object('detainee', detainee_id::text, 'purpose', $4), $10, $11
from noted order by detainee_id
"""


async def note(actor: Actor, detainee_ids: Sequence[UUID], purpose: str, *, facility_id: UUID) -> None:
    """Write that the actor read the names of these detainees of one prison. Without a session each one is written."""
    here = sorted(detainee_ids)
    if actor.session is None or actor.membership_id is None:
        await history.record_each(
            actor,
            VERB,
            subjects=[{"detainee": detainee_id, "purpose": purpose} for detainee_id in here],
            organisation_id=actor.organisation_id,
            facility_id=facility_id,
        )
        return
    now = clock.now()
    who = (actor.person_id, actor.session.id, actor.membership_id)
    what = (purpose, [str(detainee_id) for detainee_id in here], now, now - WINDOW)
    await db.write(_NOTE, *who, *what, actor.role.value, VERB, actor.organisation_id, facility_id)

"""Helping somebody back in: beginning, confirming as the second one, and stopping."""

from datetime import timedelta
from uuid import UUID

from vrijplaats import settings
from vrijplaats.accounts.recovery import queries
from vrijplaats.accounts.recovery.queries import Recovery
from vrijplaats.accounts.recovery.rules import (
    A_DAY,
    HELPERS,
    LASTS,
    OPERATOR_NEEDED,
    OVER,
    TOO_MANY,
    TWO_PEOPLE,
    KnownBy,
    locator,
    second_code,
    spoken_code,
)
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound

_MEMBERSHIP_OF = """
select m.id from volunteer v join membership m on m.person_id = v.person_id and m.organisation_id = v.organisation_id
where v.id = $1 and m.role = 'VOLUNTEER' and m.ended_at is null
"""
_RECOVERABLE = "select * from recoverable($1, $2)"
_LATELY = "select count(*) from recovery where person_id = $1 and created_at > $2"
_SUPERSEDE = """
update recovery set withdrawn_at = $3
where person_id = $1 and membership_id = $2 and used_at is null and withdrawn_at is null
"""
_START = """
insert into recovery (id, person_id, membership_id, role, organisation_id, facility_id, locator, by_mail, elsewhere,
  started_by, started_role, known_by, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
"""
_SECOND = """
update recovery set second_by = $2, second_known_by = $3
where id = $1 and second_by is null and used_at is null and withdrawn_at is null and expires_at > $4
"""
_STOP = "update recovery set withdrawn_at = $2 where id = $1 and used_at is null and withdrawn_at is null"


async def start_recovery(
    actor: Actor, *, membership_id: UUID | None, volunteer_id: UUID | None, known_by: KnownBy
) -> tuple[Recovery, str]:
    """Begin to help somebody back in: gives the recovery and the half of the code that is read out to them. Nobody
    helps themselves or somebody of another tenant (NotFound). Raises StepUpNeeded, InvalidInput, NotAllowedNow."""
    require(actor, *HELPERS)
    require_fresh(actor)
    wanted = await _membership(membership_id, volunteer_id)
    found = await db.fetch_one(_RECOVERABLE, wanted, False)
    if found is None or wanted is None:
        raise NotFound
    person_id, now = found["person_id"], clock.now()
    if await db.fetch_value(_LATELY, person_id, now - timedelta(days=1)) >= A_DAY:
        raise NotAllowedNow(reason=TOO_MANY)
    await db.execute(_SUPERSEDE, person_id, wanted, now)
    identifier: UUID = await db.fetch_value("select uuidv7()")
    spoken = spoken_code(identifier)
    whose = (person_id, wanted, found["role"], found["organisation_id"], found["facility_id"])
    how = (locator(settings.current().signing_key, spoken), found["by_mail"], found["elsewhere"])
    await db.execute(
        _START, identifier, *whose, *how, actor.person_id, actor.role.value, known_by.value, now, now + LASTS
    )
    begun = await queries.recovery(identifier)
    assert begun is not None
    await _tell("recovery.start", begun)
    await _record(actor, "recovery.start", begun, known_by=known_by.value)
    return begun, spoken


async def confirm_recovery(actor: Actor, *, recovery_id: UUID, known_by: KnownBy) -> str:
    """Say as a second one who it is, where no letter reaches them: gives the other half of the code. Raises
    StepUpNeeded, NotFound, NotAllowedNow."""
    require(actor, *HELPERS)
    require_fresh(actor)
    found = await queries.recovery(recovery_id)
    if found is None or not await db.fetch_one(_RECOVERABLE, found.membership_id, True):
        raise NotFound
    if found.by_mail or found.started_by == actor.person_id:
        raise NotAllowedNow(reason=TWO_PEOPLE)
    if found.operator_needed and actor.role is not Role.OPERATOR:
        raise NotAllowedNow(reason=OPERATOR_NEEDED)
    if not found.running or not await db.execute(_SECOND, recovery_id, actor.person_id, known_by.value, clock.now()):
        raise NotAllowedNow(reason=OVER)
    await _record(actor, "recovery.confirm", found, known_by=known_by.value)
    return second_code(recovery_id)


async def stop_recovery(actor: Actor, *, recovery_id: UUID) -> None:
    """Stop a recovery: one's own, or one that is one's own work. Raises NotFound, NotAllowedNow."""
    found = await queries.recovery(recovery_id)
    if found is None:
        raise NotFound
    await stop(actor, found)


async def stop(actor: Actor, found: Recovery) -> None:
    """The same, in the transaction of who stops it. Raises NotAllowedNow."""
    if not found.running or not await db.execute(_STOP, found.id, clock.now()):
        raise NotAllowedNow(reason=OVER)
    await _tell("recovery.stop", found)
    await _record(actor, "recovery.stop", found)


async def _membership(membership_id: UUID | None, volunteer_id: UUID | None) -> UUID | None:
    if (membership_id is None) == (volunteer_id is None):
        raise InvalidInput(
            field="membershipId",
            label={"nl": "wie", "en": "who"},
            requirement={"nl": "noem één persoon", "en": "name one person"},
        )
    if membership_id is not None:
        return membership_id
    found: UUID | None = await db.fetch_value(_MEMBERSHIP_OF, volunteer_id)
    return found


async def _tell(event: str, found: Recovery) -> None:
    """Of no tenant: whom to tell is found by the worker, who may look over the walls."""
    await outbox.tell(event, recipients=[], payload={"recovery": str(found.id)})


async def _record(actor: Actor, verb: str, found: Recovery, **more: str) -> None:
    await history.record(
        actor,
        verb,
        subject={"recovery": found.id, "person": found.person_id, **more},
        organisation_id=found.organisation_id,
        facility_id=found.facility_id,
    )

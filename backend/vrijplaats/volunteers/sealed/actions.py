"""Sealing whom to call and the number of a pass: by the volunteer, or by a coordinator on their word."""

from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.core.sealing import new_key
from vrijplaats.volunteers.file.actions import open_file, record
from vrijplaats.volunteers.sealed import rules
from vrijplaats.volunteers.sealed.rules import Emergency, Keyring

# the first key that is offered is kept, whoever offers later gets that one
_ORGANISATION_KEY = "select put_organisation_key($1)"
_VOLUNTEER_KEY = "select put_volunteer_key($1, $2)"
_SET = """
insert into emergency_contact (volunteer_id, organisation_id, name, phone, relation, set_by, set_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (volunteer_id) do update set name = excluded.name, phone = excluded.phone, relation = excluded.relation,
  set_by = excluded.set_by, set_at = excluded.set_at
"""
_REMOVE = "delete from emergency_contact where organisation_id = $1 and volunteer_id = $2"
_RUNNING = """
select facility_id from admission
where id = $1 and organisation_id = $2 and volunteer_id = $3 for no key update
"""
_NUMBER = "update admission set pass_number = $2 where id = $1 and state = 'GRANTED'"


async def set_emergency_contact(actor: Actor, *, volunteer_id: UUID | None, contact: Emergency | None) -> None:
    """Whom to call, or nobody any more. A volunteer says it of themselves (no `volunteer_id`), a coordinator of
    somebody in the register. Raises NotFound, NotAllowedNow."""
    organisation_id, whose = await _whose(actor, volunteer_id)
    if contact is None:
        await db.execute(_REMOVE, organisation_id, whose)
    else:
        keys = await _keyring(organisation_id, whose)
        sealed = keys.sealed_emergency(whose, contact)
        columns = (sealed["name"], sealed["phone"], sealed["relation"])
        await db.execute(_SET, whose, organisation_id, *columns, actor.person_id, clock.now())
    verb = "volunteer.set_emergency" if contact else "volunteer.remove_emergency"
    await history.record(actor, verb, subject={"volunteer": whose}, organisation_id=organisation_id)


async def set_pass_number(actor: Actor, *, volunteer_id: UUID, admission_id: UUID, number: str | None) -> None:
    """The number of the pass a prison gave out. Raises NotFound, NotAllowedNow."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    await open_file(actor, volunteer_id)
    if await db.fetch_value(_RUNNING, admission_id, organisation_id, volunteer_id) is None:
        raise NotFound
    keys = await _keyring(organisation_id, volunteer_id)
    sealed = keys.seal(number, "admission", "pass_number", admission_id) if number else None
    if not await db.execute(_NUMBER, admission_id, sealed):
        raise NotAllowedNow(reason=rules.NOT_ADMITTED)
    await record(actor, "admission.set_pass", volunteer_id, admission=admission_id)


async def _whose(actor: Actor, volunteer_id: UUID | None) -> tuple[UUID, UUID]:
    organisation_id = own_organisation(actor, Role.COORDINATOR, Role.VOLUNTEER)
    if actor.role is Role.COORDINATOR and volunteer_id is not None:
        await open_file(actor, volunteer_id)
        return organisation_id, volunteer_id
    if actor.role is not Role.VOLUNTEER or actor.volunteer_id is None or volunteer_id not in (None, actor.volunteer_id):
        raise NotFound
    return organisation_id, actor.volunteer_id


async def _keyring(organisation_id: UUID, volunteer_id: UUID) -> Keyring:
    master = settings.current().master_key
    offered = rules.wrapped_organisation_key(master, organisation_id, new_key())
    kept = await db.fetch_value(_ORGANISATION_KEY, offered)
    organisation_key = rules.unwrapped_organisation_key(master, organisation_id, kept)
    fresh = rules.wrapped_volunteer_key(organisation_key, volunteer_id)
    return rules.keyring(organisation_key, volunteer_id, await db.fetch_value(_VOLUNTEER_KEY, volunteer_id, fresh))

"""Opening what is sealed in a file: by the volunteer themselves, or by a coordinator who shows the passkey for it and
leaves a row in the history each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import db, history
from vrijplaats.core.access import own_organisation, require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.sealed.rules import Emergency, Keyring, keyring, unwrapped_organisation_key

READ_EMERGENCY, READ_PASS = "volunteer.read_emergency", "admission.read_pass"
MOST_READINGS = 20
_KEYS = "select * from read_volunteer_keys($1)"
_EMERGENCY = """
select e.name, e.phone, e.relation, e.set_at, e.set_by = v.person_id as by_themselves from emergency_contact e
join volunteer v on v.id = e.volunteer_id where e.organisation_id = $1 and e.volunteer_id = $2 and v.status <> 'LEFT'
"""
_ONE_NUMBER = """
select a.id, a.facility_id, a.pass_number from admission a join volunteer v on v.id = a.volunteer_id
where a.organisation_id = $1 and a.volunteer_id = $2 and a.id = $3 and a.state = 'GRANTED' and v.status <> 'LEFT'
  and a.pass_number is not null
"""
_MY_NUMBERS = """
select a.id, f.name as facility, a.pass_number from admission a join facility f on f.id = a.facility_id
where a.organisation_id = $1 and a.volunteer_id = $2 and a.state = 'GRANTED' and a.pass_number is not null
order by f.name, a.id
"""
_READINGS = "select * from file_readings($1, $2)"
_STANDING = """
select v.id, e.set_at from volunteer v left join emergency_contact e on e.volunteer_id = v.id
where v.organisation_id = $1 and v.id = $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyView:
    """Whom to call, opened."""

    contact: Emergency
    set_at: datetime
    by_themselves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """Somebody opened it. `facility`: of a pass."""

    id: UUID
    at: datetime
    reader: str | None
    verb: str
    facility: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassView:
    """The number of a pass, opened."""

    id: UUID
    facility: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedView:
    """Whether there is somebody to call, and since when; and who opened what lately."""

    emergency_set_at: datetime | None
    readings: list[ReadingView]


async def emergency_contact(actor: Actor, volunteer_id: UUID) -> EmergencyView | None:
    """Coordinator: opens it, and that is noted. Raises StepUpNeeded and PasskeyNeeded."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    require_fresh(actor)
    view = await _emergency(organisation_id, volunteer_id)
    if view is not None:
        await history.record(
            actor, READ_EMERGENCY, subject={"volunteer": volunteer_id}, organisation_id=organisation_id
        )
    return view


async def my_emergency_contact(actor: Actor) -> EmergencyView | None:
    """The volunteer's own."""
    organisation_id, volunteer_id = _oneself(actor)
    return await _emergency(organisation_id, volunteer_id)


async def pass_number(actor: Actor, volunteer_id: UUID, admission_id: UUID) -> str | None:
    """Coordinator: opens it, and that is noted. Raises StepUpNeeded and PasskeyNeeded."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    require_fresh(actor)
    row = await db.fetch_one(_ONE_NUMBER, organisation_id, volunteer_id, admission_id)
    keys = await _keyring(volunteer_id) if row else None
    if row is None or keys is None:
        return None
    subject = {"volunteer": volunteer_id, "admission": admission_id, "facility": row["facility_id"]}
    await history.record(actor, READ_PASS, subject=subject, organisation_id=organisation_id)
    return keys.open(row["pass_number"], "admission", "pass_number", admission_id)


async def my_passes(actor: Actor) -> list[PassView]:
    """The volunteer's own, by prison."""
    organisation_id, volunteer_id = _oneself(actor)
    rows = await db.fetch(_MY_NUMBERS, organisation_id, volunteer_id)
    keys = await _keyring(volunteer_id) if rows else None
    if keys is None:
        return []
    return [
        PassView(
            id=row["id"],
            facility=row["facility"],
            number=keys.open(row["pass_number"], "admission", "pass_number", row["id"]),
        )
        for row in rows
    ]


async def readings(actor: Actor, volunteer_id: UUID) -> list[ReadingView]:
    """Who opened what of a file, the latest first: for its coordinators, and the volunteer of their own."""
    require(actor, Role.COORDINATOR, Role.VOLUNTEER)
    return [ReadingView(**row) for row in await db.fetch(_READINGS, volunteer_id, MOST_READINGS)]


async def sealed_file(actor: Actor, volunteer_id: UUID) -> SealedView | None:
    """What there is to open, without opening it; None for who is not in the own register."""
    row = await db.fetch_one(_STANDING, own_organisation(actor, Role.COORDINATOR), volunteer_id)
    if row is None:
        return None
    return SealedView(emergency_set_at=row["set_at"], readings=await readings(actor, volunteer_id))


async def _emergency(organisation_id: UUID, volunteer_id: UUID) -> EmergencyView | None:
    row = await db.fetch_one(_EMERGENCY, organisation_id, volunteer_id)
    keys = await _keyring(volunteer_id) if row else None
    if row is None or keys is None:
        return None
    return EmergencyView(
        contact=keys.opened_emergency(volunteer_id, row), set_at=row["set_at"], by_themselves=row["by_themselves"]
    )


async def _keyring(volunteer_id: UUID) -> Keyring | None:
    row: Mapping[str, Any] | None = await db.fetch_one(_KEYS, volunteer_id)
    if row is None:
        return None
    master = settings.current().master_key
    organisation_key = unwrapped_organisation_key(master, row["organisation_id"], row["organisation_wrapped"])
    return keyring(organisation_key, volunteer_id, row["volunteer_wrapped"])


def _oneself(actor: Actor) -> tuple[UUID, UUID]:
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    assert actor.volunteer_id is not None
    return organisation_id, actor.volunteer_id

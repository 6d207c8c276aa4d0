"""Changing the policy decides who stands before a closed gate: the passkey is shown for it. What was recorded keeps the
end it was given; only what is seen once from now on has none."""

from dataclasses import dataclass
from uuid import UUID

from vrijplaats.core import db, history
from vrijplaats.core.access import own_organisation, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.volunteers.credentials.queries import policy_of
from vrijplaats.volunteers.credentials.rules import known
from vrijplaats.volunteers.policy import rules
from vrijplaats.volunteers.policy.queries import COMES
from vrijplaats.volunteers.rules import ActivityKind

# of two who make the same paper at once the second reads what the first made
_LOCK = "select pg_advisory_xact_lock(hashtextextended('papers|' || $1, 0))"
_NEW = """
insert into credential_type (organisation_id, code, name_nl, name_en, has_profile, once, valid_months)
values ($1, $2, $3, $4, $5, $6, $7)
"""
_CHANGE = """
update credential_type set name_nl = $3, name_en = $4, has_profile = $5, once = $6, valid_months = $7
where organisation_id = $1 and code = $2
"""
_NEED = """
insert into credential_requirement (organisation_id, activity_kind, credential_kind, facility_id)
values ($1, $2, $3, $4) on conflict do nothing
"""
_NEED_NOT = """
delete from credential_requirement
where organisation_id = $1 and activity_kind = $2 and credential_kind = $3 and facility_id is not distinct from $4
"""
_SHORTER = """
insert into credential_validity (organisation_id, facility_id, credential_kind, valid_months) values ($1, $2, $3, $4)
on conflict (organisation_id, facility_id, credential_kind) do update set valid_months = excluded.valid_months
"""
_AS_USUAL = """
delete from credential_validity where organisation_id = $1 and facility_id = $2 and credential_kind = $3
"""
# what is seen once does not end: not at one prison either, and not for who has it already
_NOWHERE_SHORTER = "delete from credential_validity where organisation_id = $1 and credential_kind = $2"
_NO_END = """
update credential set former_until = valid_until, valid_until = null
where organisation_id = $1 and kind = $2 and valid_until is not null
"""
_ENDS_AGAIN = """
update credential set valid_until = former_until, former_until = null
where organisation_id = $1 and kind = $2 and former_until is not null and valid_until is null
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as it should be. `code` is None for a new one."""

    code: str | None
    name: str
    name_en: str | None
    has_profile: bool
    once: bool
    valid_months: int | None


async def set_credential_type(actor: Actor, paper: Paper) -> str:
    """A paper the organisation works with, new or changed; gives its code. One that is seen once from now on loses
    every end: the gate opens for who has it. When it ends again, those are back. Raises InvalidInput,
    NotAllowedNow."""
    organisation_id = _coordinator(actor)
    await db.execute(_LOCK, str(organisation_id))
    types = (await policy_of(actor)).types
    name = rules.name(paper.name)
    if paper.code is None:
        rules.room_for_one_more(len(types))
    code = rules.new_code(name, types) if paper.code is None else known(types, paper.code).code
    english = rules.name(paper.name_en, field="nameEn") if paper.name_en and paper.name_en.strip() else None
    rules.of_its_own(name, english, [each for each in types.values() if each.code != code])
    months = rules.months(paper.valid_months, once=paper.once)
    sql = _NEW if paper.code is None else _CHANGE
    await db.execute(sql, organisation_id, code, name, english, paper.has_profile, paper.once, months)
    if paper.once:
        await db.execute(_NOWHERE_SHORTER, organisation_id, code)
        await db.execute(_NO_END, organisation_id, code)
    else:
        await db.execute(_ENDS_AGAIN, organisation_id, code)
    await _record(actor, "policy.set_paper", kind=code)
    return code


async def set_requirement(
    actor: Actor, *, activity_kind: ActivityKind, kind: str, facility_id: UUID | None, needed: bool
) -> None:
    """Whether this work needs this paper, everywhere or at one prison. Raises InvalidInput, NotFound."""
    organisation_id = _coordinator(actor)
    paper = known((await policy_of(actor)).types, kind)
    await _comes(organisation_id, facility_id)
    sql = _NEED if needed else _NEED_NOT
    await db.execute(sql, organisation_id, activity_kind.value, paper.code, facility_id)
    verb = "policy.need" if needed else "policy.need_not"
    await _record(actor, verb, kind=paper.code, activity=activity_kind.value)


async def set_validity(actor: Actor, *, kind: str, facility_id: UUID, valid_months: int | None) -> None:
    """For how long one prison lets a paper count; None is for as long as everywhere. What is seen once counts for ever
    there too. Raises InvalidInput, NotFound."""
    organisation_id = _coordinator(actor)
    paper = known((await policy_of(actor)).types, kind)
    await _comes(organisation_id, facility_id)
    months = rules.months(valid_months, once=paper.once)
    if months is None:
        await db.execute(_AS_USUAL, organisation_id, facility_id, paper.code)
    else:
        await db.execute(_SHORTER, organisation_id, facility_id, paper.code, months)
    await _record(actor, "policy.set_validity", kind=paper.code, facility=facility_id)


def _coordinator(actor: Actor) -> UUID:
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    require_fresh(actor)
    return organisation_id


async def _comes(organisation_id: UUID, facility_id: UUID | None) -> None:
    if facility_id is not None and not await db.fetch_value(COMES, organisation_id, facility_id):
        raise NotFound


async def _record(actor: Actor, verb: str, **subject: str | UUID) -> None:
    await history.record(actor, verb, subject=subject, organisation_id=actor.organisation_id)

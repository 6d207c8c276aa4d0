"""What else lets somebody in, before one of their ways in is taken away (docs/decisions, 0052)."""

from uuid import UUID

from vrijplaats.core import db

# for whatever kind is taken away: of two at once the second waits, and sees that the first is gone
_LOCK = "select id from person where id = $1 for no key update"
_RUNS_THE_PLATFORM = """
select exists (select from membership where person_id = $1 and role = 'OPERATOR' and ended_at is null)
"""
_PASSKEYS = "select exists (select from passkey where person_id = $1 and blocked_at is null and id is distinct from $2)"
_PERSONA = "select exists (select from demo_persona where person_id = $1)"
_EMAIL = """
select exists (select from person_contact where person_id = $1 and email is not null and email_verified_at is not null)
"""
# as a sign-in through a provider goes: by the issuer, and only to where one belongs
_PROVIDER = """
select exists (select from sso_identity i
  join sso_provider p on p.issuer = i.issuer and p.ended_at is null
  join membership m on m.person_id = i.person_id and m.ended_at is null
    and (m.organisation_id = p.organisation_id or m.facility_id = p.facility_id)
  where i.person_id = $1 and i.id is distinct from $2)
"""


async def lock(person_id: UUID) -> None:
    """Let what this person takes away of their ways in happen one after the other, until the end of the transaction."""
    await db.fetch(_LOCK, person_id)


async def must_keep_passkey(person_id: UUID) -> bool:
    """Whether only a passkey is enough: for whoever runs the platform an e-mail box is not the way to everybody's
    data."""
    return bool(await db.fetch_value(_RUNS_THE_PLATFORM, person_id))


async def another_way_in(
    person_id: UUID, *, demo: bool, without_passkey: UUID | None = None, without_identity: UUID | None = None
) -> bool:
    """Whether this person still gets in without that passkey or linked account: by another one, by a code to an
    address that is known to be theirs, or as somebody of the demo."""
    if demo and await db.fetch_value(_PERSONA, person_id):
        return True
    if await db.fetch_value(_PASSKEYS, person_id, without_passkey):
        return True
    if await must_keep_passkey(person_id):
        return False
    return bool(await db.fetch_value(_EMAIL, person_id) or await db.fetch_value(_PROVIDER, person_id, without_identity))

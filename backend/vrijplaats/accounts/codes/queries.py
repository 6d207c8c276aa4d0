"""What a letter with a code needs to know."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.accounts.letters import Addressee
from vrijplaats.core import clock, db

# Whoever runs the platform and has a passkey shows it: an e-mail box is not the way to everybody's data.
_MUST_SHOW_PASSKEY = """
exists (select from membership m where m.person_id = $1 and m.role = 'OPERATOR' and m.ended_at is null)
  and exists (select from passkey k where k.person_id = $1 and k.blocked_at is null)
"""
# Whoever joined by a code on a screen has the address that the inviter typed, and may never have seen it. Who has a
# passkey does not need it to get in, so it opens nothing until it is shown to be theirs.
THEIRS = """
(c.email_verified_at is not null
  or not exists (select from passkey k where k.person_id = c.person_id and k.blocked_at is null))
"""
_WAITING = f"""
select a.person_id, a.device, a.created_at, c.email, p.display_name as name, p.locale
from sign_in_code a
join person p on p.id = a.person_id
join person_contact c on c.person_id = p.id and c.email_hash = a.address_hash
where a.id = $1 and a.used_at is null and a.expires_at > $2 and {THEIRS}
  and exists (select from membership m where m.person_id = p.id and m.ended_at is null)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCode:
    """A code somebody waits for."""

    to: Addressee
    device: str
    created_at: datetime
    passkey_only: bool


async def waiting_code(code_id: UUID) -> WaitingCode | None:
    """None for an address nobody has, somebody who is nothing here any more, and a code that no longer counts."""
    row = await db.fetch_one(_WAITING, code_id, clock.now())
    if row is None:
        return None
    return WaitingCode(
        to=Addressee(email=row["email"], name=row["name"], locale=row["locale"]),
        device=row["device"],
        created_at=row["created_at"],
        passkey_only=await must_show_passkey(row["person_id"]),
    )


async def must_show_passkey(person_id: UUID) -> bool:
    """Whether a code lets this person in at all."""
    return bool(await db.fetch_value(f"select {_MUST_SHOW_PASSKEY}", person_id))

"""Somebody's own details, and what the letters about a new address need to know."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.accounts.contact import phone_for_people
from vrijplaats.accounts.letters import Addressee
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor

_MINE = """
select p.display_name, c.email, c.phone, c.email_verified_at is not null as email_verified
from person p left join person_contact c on c.person_id = p.id where p.id = $1
"""
_CHANGE = """
select e.email, e.former_email, e.used_at, e.expires_at, p.display_name as name, p.locale
from email_change e join person p on p.id = e.person_id where e.id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsView:
    """What somebody may know and change of themselves; the number as one reads it."""

    display_name: str
    email: str | None
    email_verified: bool
    phone: str | None


async def my_details(actor: Actor) -> DetailsView:
    """The actor's own."""
    row = await db.fetch_one(_MINE, actor.person_id)
    assert row is not None
    phone = phone_for_people(row.pop("phone")) if row["phone"] else row.pop("phone")
    return DetailsView(**row, phone=phone)


async def waiting_for_code(change_id: UUID) -> Addressee | None:
    """Who waits for a code at a new address; None when it no longer counts. For the worker."""
    row = await db.fetch_one(_CHANGE, change_id)
    if row is None or row["used_at"] is not None or row["expires_at"] <= clock.now():
        return None
    return Addressee(email=row["email"], name=row["name"], locale=row["locale"])


async def moved_from(change_id: UUID) -> tuple[Addressee, datetime] | None:
    """The address somebody had until they changed it, and when that was. For the worker."""
    row = await db.fetch_one(_CHANGE, change_id)
    if row is None or row["former_email"] is None or row["used_at"] is None:
        return None
    return Addressee(email=row["former_email"], name=row["name"], locale=row["locale"]), row["used_at"]

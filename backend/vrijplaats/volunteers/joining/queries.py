"""Who was imported, and how it stands with their account: one statement however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.joining.rules import NOT_AGAIN_WITHIN, AccountState
from vrijplaats.volunteers.rules import VolunteerStatus

# $1 the organisation, $2 now, $3 since when nobody is asked again. Of several invitations to one address the last.
STANDING = """
latest as (
  select distinct on (lower(n.email)) lower(n.email) as address, n.expires_at, n.mail_state, n.created_at
  from invitation n
  where n.organisation_id = $1 and n.role = 'VOLUNTEER' and n.email is not null and n.accepted_at is null
    and n.withdrawn_at is null
  order by lower(n.email), n.expires_at desc
), standing as (
  select v.id, p.display_name, lower(p.display_name) as sorted, p.locale, v.status, i.email,
    coalesce(i.invited_at, n.created_at) as invited_at, n.expires_at,
    case when i.joined_at is not null then 'JOINED'
      when i.email is null then 'NO_ADDRESS'
      when n.expires_at > $2 then case n.mail_state when 'WAITING' then 'WAITING' when 'REFUSED' then 'REFUSED'
        else 'INVITED' end
      when i.invited_at is not null or n.address is not null then 'EXPIRED'
      else 'NOT_INVITED' end as state,
    i.joined_at is null and i.email is not null and (n.expires_at is null or n.expires_at <= $2)
      and (i.invited_at is null or i.invited_at <= $3) as can_invite
  from imported_contact i
  join volunteer v on v.id = i.volunteer_id and v.organisation_id = $1
  join person p on p.id = v.person_id
  left join latest n on n.address = lower(i.email)
  where i.organisation_id = $1 and v.status <> 'LEFT'
)
"""
_PAGE = f"""
with {STANDING.strip()}, narrowed as (
  select s.* from standing s
  where ($4::text[] is null or s.state = any ($4))
    and ($5::text is null or strpos(s.sorted, lower($5)) > 0 or strpos(lower(s.email), lower($5)) > 0)
)
select n.*, (select count(*) from narrowed) as total
from (select) one left join lateral (
  select * from narrowed n where $6::text is null or (n.sorted, n.id) > (lower($6), $7::uuid)
  order by n.sorted, n.id limit $8
) n on true
order by n.sorted, n.id
"""
_COUNTS = f"""
with {STANDING.strip()}
select state, count(*) as people, count(*) filter (where can_invite) as can_invite from standing group by state
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedView:
    """Somebody who was imported."""

    id: UUID
    display_name: str
    email: str | None
    status: VolunteerStatus
    state: AccountState
    invited_at: datetime | None
    expires_at: datetime | None
    can_invite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many are where, and how many can be asked now."""

    by_state: dict[AccountState, int]
    can_invite: int


async def imported_people(
    actor: Actor,
    *,
    states: Sequence[AccountState] | None,
    search: str | None,
    most: int,
    after: tuple[str, UUID] | None,
) -> tuple[list[ImportedView], int]:
    """At most so many by name, after one of them; and how many there are in all."""
    wanted = None if states is None else [state.value for state in states]
    begin = (search or "").strip() or None, *(after or (None, None))
    rows = await db.fetch_long(_PAGE, *moment(actor), wanted, *begin, most)
    return [_view(row) for row in rows if row["id"]], rows[0]["total"]


async def counts(actor: Actor) -> Counts:
    """Of the own organisation."""
    rows = await db.fetch_long(_COUNTS, *moment(actor))
    by_state = dict.fromkeys(AccountState, 0) | {AccountState(row["state"]): row["people"] for row in rows}
    return Counts(by_state=by_state, can_invite=sum(row["can_invite"] for row in rows))


def moment(actor: Actor) -> tuple[UUID, datetime, datetime]:
    """What STANDING takes."""
    now = clock.now()
    return own_organisation(actor, Role.COORDINATOR), now, now - NOT_AGAIN_WITHIN


def _view(row: dict[str, Any]) -> ImportedView:
    plain = ("id", "display_name", "email", "invited_at", "expires_at", "can_invite")
    return ImportedView(
        **{name: row[name] for name in plain},
        status=VolunteerStatus(row["status"]),
        state=AccountState(row["state"]),
    )

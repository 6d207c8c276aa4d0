"""Running recoveries: one's own, and those one can help with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.accounts.recovery.rules import HELPERS, TRIES
from vrijplaats.core import clock, db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role

_RUNNING = "r.used_at is null and r.withdrawn_at is null and r.expires_at > $2 and r.tries < $3"
_MINE = f"""
select r.id, p.display_name as started_by, r.created_at, r.expires_at
from recovery r join person p on p.id = r.started_by
where r.person_id = $1 and {_RUNNING} order by r.created_at desc limit 1
"""
_TO_HELP = f"""
select r.id, p.display_name as name, r.role, s.display_name as started_by, r.created_at, r.expires_at,
  r.started_by = $1 as begun_by_me,
  not r.by_mail and r.second_by is null and r.started_by <> $1
    and (not r.elsewhere or r.started_role = 'OPERATOR' or $4) as needs_me
from recovery r join person p on p.id = r.person_id join person s on s.id = r.started_by
where r.person_id <> $1 and {_RUNNING} order by r.created_at desc, r.id limit 50
"""
_SHORTEST, _LONGEST, _MOST = 2, 120, 10
_READ = """
select id, person_id, membership_id, role, organisation_id, facility_id, by_mail, elsewhere, started_by, started_role,
  second_by, expires_at, tries, used_at, withdrawn_at
from recovery where id = $1
"""
_SHOWN = _READ.replace("where id = $1", "where id = app_ticket() or locator = app_ticket()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """A recovery as it is kept."""

    id: UUID
    person_id: UUID
    membership_id: UUID
    role: str
    organisation_id: UUID | None
    facility_id: UUID | None
    by_mail: bool
    elsewhere: bool
    started_by: UUID
    started_role: str
    second_by: UUID | None
    expires_at: datetime
    tries: int
    used_at: datetime | None
    withdrawn_at: datetime | None

    @property
    def running(self) -> bool:
        """Whether it can still be used or stopped."""
        return (
            self.used_at is None and self.withdrawn_at is None and self.expires_at > clock.now() and self.tries < TRIES
        )

    @property
    def operator_needed(self) -> bool:
        """Whether only an operator can be the second one."""
        return not self.by_mail and self.elsewhere and self.started_role != Role.OPERATOR

    @property
    def two_people(self) -> bool:
        """Whether both halves are with the person: one was read out, the other sent or read out by somebody else."""
        return self.by_mail or self.second_by is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody the reader may help: what they are, and where."""

    membership_id: UUID
    name: str
    role: Role
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningView:
    """A recovery of the reader's own access that is running."""

    id: UUID
    started_by: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """A running recovery of somebody the reader helps; `needs_me` when the reader is to confirm it as the second."""

    id: UUID
    name: str
    role: Role
    started_by: str
    created_at: datetime
    expires_at: datetime
    begun_by_me: bool
    needs_me: bool


async def my_recovery(actor: Actor) -> RunningView | None:
    """The newest that runs for the actor's own access."""
    row = await db.fetch_one(_MINE, actor.person_id, clock.now(), TRIES)
    return RunningView(**row) if row else None


async def recoveries_to_help(actor: Actor) -> list[HelpView]:
    """What runs for people the actor may help, newest first."""
    require(actor, *HELPERS)
    is_operator = actor.role is Role.OPERATOR
    rows = await db.fetch(_TO_HELP, actor.person_id, clock.now(), TRIES, is_operator)
    return [HelpView(**{**row, "role": Role(row["role"])}) for row in rows]


async def recovery(recovery_id: UUID) -> Recovery | None:
    """This one, when whoever acts may see it."""
    row = await db.fetch_one(_READ, recovery_id)
    return Recovery(**row) if row else None


async def shown_recovery(*, lock: bool = False) -> Recovery | None:
    """The one whose ticket this transaction carries; locked until its end when that is asked."""
    row = await db.fetch_one(f"{_SHOWN} for update" if lock else _SHOWN)
    return Recovery(**row) if row else None


async def people_to_help(actor: Actor, name: str) -> list[PersonView]:
    """Whom the actor may help, by two letters of their name at least."""
    require(actor, *HELPERS)
    wanted = name.strip()
    if not _SHORTEST <= len(wanted) <= _LONGEST:
        return []
    rows = await db.fetch("select * from people_to_help($1, $2)", wanted, _MOST)
    return [PersonView(**{**row, "role": Role(row["role"])}) for row in rows]

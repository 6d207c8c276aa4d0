"""Who read which name: each sees their own part. What that is, the database decides (0019_readings.sql)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.audit.rules import Period
from vrijplaats.core import db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.cursors import encode_cursor, moment_in
from vrijplaats.core.errors import BadRequest

READERS = (Role.STAFF, Role.COORDINATOR, Role.OPERATOR)
MOST_SEARCHED = 80
_READINGS = "select * from name_readings($1, $2, $3, $4, $5, $6)"
_COUNT = "select count_name_readings($1, $2, $3)"
_ATTEMPTS = "select * from foreign_attempts($1, $2, $3)"
_OPENED = """
select o.id, o.at, o.reader, o.verb, o.facility, o.volunteer_id, p.display_name as volunteer
from opened_files($1, $2, $3, $4, $5) o
left join volunteer v on v.id = o.volunteer_id left join person p on p.id = v.person_id order by o.at desc, o.id desc
"""
_COUNT_OPENED = "select count_opened_files($1, $2)"
# under the actor's own policies: a request that they may not open is not found
_REQUESTS = """
select distinct on (detainee_id) detainee_id, id from visit_request where detainee_id = any ($1)
order by detainee_id, created_at desc, id desc
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """One reading of a name. `pseudonym` is whose; the name itself is nowhere here."""

    id: UUID
    at: datetime
    reader: str | None
    role: Role
    organisation: str | None
    facility: str
    pseudonym: str
    purpose: str
    request_id: UUID | None

    @property
    def cursor(self) -> str:
        """Its place in the list."""
        return encode_cursor(self.at.isoformat(), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptView:
    """Somebody asked for an id of another tenant; by what question, never which id."""

    id: UUID
    at: datetime
    person: str | None
    role: Role
    organisation: str | None
    facility: str | None
    operation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedView:
    """A coordinator opened what is sealed in a volunteer's file; `facility`: of which pass. What it says is nowhere
    here."""

    id: UUID
    at: datetime
    reader: str | None
    verb: str
    facility: str | None
    volunteer_id: UUID
    volunteer: str | None

    @property
    def cursor(self) -> str:
        """Its place in the list."""
        return encode_cursor(self.at.isoformat(), self.id)


async def name_readings(
    actor: Actor, days: Period, *, search: str | None, after: str | None, most: int
) -> list[ReadingView]:
    """At most so many readings of the actor's part, latest first, whose reader or pseudonym holds `search`."""
    rows = await readings(actor, days, search=search, after=moment_in(after), most=most)
    requests = await _requests(actor, {row["detainee_id"] for row in rows})
    return [_view(row, requests) for row in rows]


async def count_name_readings(actor: Actor, days: Period, *, search: str | None) -> int:
    """How many there are."""
    require(actor, *READERS)
    total: int = await db.fetch_value(_COUNT, days.since, days.until, _searched(search))
    return total


async def readings(
    actor: Actor, days: Period, *, search: str | None, after: tuple[datetime, UUID] | None, most: int
) -> list[dict[str, Any]]:
    """The same as plain rows, after this place."""
    require(actor, *READERS)
    last_at, last_id = after or (None, None)
    return await db.fetch(_READINGS, days.since, days.until, _searched(search), last_at, last_id, most)


async def foreign_attempts(actor: Actor, days: Period, *, most: int) -> list[AttemptView]:
    """The latest attempts at other tenants' ids in the actor's part; never one's own."""
    require(actor, *READERS)
    return [_attempt(row) for row in await db.fetch(_ATTEMPTS, days.since, days.until, most)]


async def opened_files(actor: Actor, days: Period, *, after: str | None, most: int) -> tuple[list[OpenedView], int]:
    """Coordinator: who opened a contact for emergencies or the number of a pass, latest first; and how often in all."""
    require(actor, Role.COORDINATOR)
    last_at, last_id = moment_in(after) or (None, None)
    rows = await db.fetch(_OPENED, days.since, days.until, last_at, last_id, most)
    return [OpenedView(**row) for row in rows], await db.fetch_value(_COUNT_OPENED, days.since, days.until)


async def _requests(actor: Actor, detainee_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    if actor.role is Role.OPERATOR:
        return {}
    rows = await db.fetch(_REQUESTS, list(detainee_ids))
    return {row["detainee_id"]: row["id"] for row in rows}


def _searched(search: str | None) -> str | None:
    text = (search or "").strip()
    if len(text) > MOST_SEARCHED:
        raise BadRequest
    return text or None


def _view(row: Mapping[str, Any], requests: Mapping[UUID, UUID]) -> ReadingView:
    return ReadingView(
        id=row["id"],
        at=row["at"],
        reader=row["reader"],
        role=Role(row["role"]),
        organisation=row["organisation"],
        facility=row["facility"],
        pseudonym=row["pseudonym"],
        purpose=row["purpose"],
        request_id=requests.get(row["detainee_id"]),
    )


def _attempt(row: Mapping[str, Any]) -> AttemptView:
    return AttemptView(**{**row, "role": Role(row["role"])})

"""The lists behind the figures: the very rows that were counted, the latest first, with a volunteer and a prison,
never with a detainee's name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.models import OfferState
from vrijplaats.reports.overview import rules
from vrijplaats.visits.rules import CancelCause, CancelSide

T = TypeVar("T")
# the rows that count; with the page of them that is asked for, and how many there are in all. A person whose name the
# reader may no longer read is still one that was counted.
_PAGE = """
with counted as ({counted}), page as (
  select * from counted c
  where ${after}::timestamptz is null or (c.moment, c.id) < (${after}, ${after_id}::uuid)
  order by c.moment desc, c.id desc limit ${most}
)
select p.*, n.display_name, f.code, f.name, f.city, (select count(*) from counted) as total,
  exists (select from visit x where x.id = p.id and x.outside) as outside
from (select) one
left join page p on true
left join volunteer v on v.id = p.volunteer_id and v.organisation_id = $1
left join person n on n.id = v.person_id
left join facility f on f.id = p.facility_id
order by p.moment desc, p.id desc
"""
_HELD = """
select h.visit_id as id, h.starts_at as moment, h.facility_id, h.volunteer_id, h.minutes
from visits_held($2, $3) h where h.organisation_id = $1
"""
_NOT_HELD = """
select n.visit_id as id, n.starts_at as moment, n.facility_id, n.volunteer_id, n.side, n.cause
from visits_not_held($1, $2, $3) n where $4::text is null or n.side = $4
"""
_INVITATIONS = """
select i.offer_id as id, i.over_at as moment, i.facility_id, i.volunteer_id, i.request_id, i.answer, i.made_at
from invitations_over($1, $2, $3, $4) i where $5::text is null or i.answer = $5
"""


def _paged(counted: str, known: int) -> str:
    return _PAGE.format(counted=counted, after=known + 1, after_id=known + 2, most=known + 3)


_HELD_PAGE, _NOT_HELD_PAGE, _INVITATIONS_PAGE = _paged(_HELD, 3), _paged(_NOT_HELD, 4), _paged(_INVITATIONS, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Of which days, both included; and where the list goes on."""

    start: date
    end: date
    most: int
    after: tuple[datetime, UUID] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedVisit:
    """A visit that was counted: held, with its minutes; or not, with the side and what was said of it."""

    id: UUID
    starts_at: datetime
    facility: FacilityView
    volunteer_id: UUID
    volunteer_name: str | None
    minutes: int | None
    side: CancelSide | None
    cause: CancelCause | None
    # after a release: the prison is where the person came from
    outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedInvitation:
    """An invitation that was counted, and what came of it."""

    id: UUID
    made_at: datetime
    over_at: datetime
    facility: FacilityView
    request_id: UUID
    volunteer_id: UUID
    volunteer_name: str | None
    answer: OfferState


async def visits(actor: Actor, days: Days, *, held: bool, side: CancelSide | None) -> tuple[list[CountedVisit], int]:
    """Coordinator: the visits that were held, or those that were not, on one side or any. Raises InvalidInput."""
    given = _given(actor, days)
    if held:
        return _read(await db.fetch(_HELD_PAGE, *given, *_place(days)), _visit)
    return _read(await db.fetch(_NOT_HELD_PAGE, *given, side.value if side else None, *_place(days)), _visit)


async def invitations(actor: Actor, days: Days, *, answer: OfferState | None) -> tuple[list[CountedInvitation], int]:
    """Coordinator: the invitations that came to an end, with this answer or any. Raises InvalidInput."""
    given = (*_given(actor, days), clock.now(), answer.value if answer else None)
    return _read(await db.fetch(_INVITATIONS_PAGE, *given, *_place(days)), _invitation)


def _given(actor: Actor, days: Days) -> tuple[UUID, date, date]:
    return (own_organisation(actor, Role.COORDINATOR), *rules.days_until(days.start, days.end, clock.today()))


def _place(days: Days) -> tuple[datetime | None, UUID | None, int]:
    moment, last = days.after or (None, None)
    return moment, last, days.most


def _read(rows: list[dict[str, Any]], read: Callable[[dict[str, Any], FacilityView], T]) -> tuple[list[T], int]:
    """The page, and how many there are in all; an empty page is one row without an id."""
    found = [row for row in rows if row["id"]]
    return [read(row, _facility(row)) for row in found], rows[0]["total"]


def _facility(row: dict[str, Any]) -> FacilityView:
    return FacilityView(id=row["facility_id"], **{name: row[name] for name in ("code", "name", "city")})


def _visit(row: dict[str, Any], facility: FacilityView) -> CountedVisit:
    side, cause = row.get("side"), row.get("cause")
    return CountedVisit(
        id=row["id"],
        starts_at=row["moment"],
        facility=facility,
        volunteer_id=row["volunteer_id"],
        volunteer_name=row["display_name"],
        minutes=row.get("minutes"),
        side=CancelSide(side) if side else None,
        cause=CancelCause(cause) if cause else None,
        outside=row["outside"],
    )


def _invitation(row: dict[str, Any], facility: FacilityView) -> CountedInvitation:
    plain = ("id", "made_at", "request_id", "volunteer_id")
    return CountedInvitation(
        **{name: row[name] for name in plain},
        over_at=row["moment"],
        facility=facility,
        volunteer_name=row["display_name"],
        answer=OfferState(row["answer"]),
    )

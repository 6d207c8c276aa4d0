"""Requests as people see them, in one statement for any page. The database decides which rows an actor has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView, OrganisationView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_facility
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.cursors import decode_cursor, encode_cursor, page_size
from vrijplaats.core.errors import BadRequest, InvalidInput
from vrijplaats.requests.identity import Identity, Purpose, identity_fingerprint, read_identity
from vrijplaats.requests.inbox import queries as inbox
from vrijplaats.requests.inbox.rules import EVERYTHING, Wanted
from vrijplaats.requests.rules import ActivityKind, Denomination, Gender, RequestState, waiting_days
from vrijplaats.requests.wish import DetaineeName, clean_name

# people, each by their last invitation; one past its time counts as silent, also before the job has come by
_COLUMNS = """
select r.id, r.state, r.pseudonym, r.detainee_id, r.activity_kind, r.languages, r.volunteer_gender,
  r.activity_denomination, r.note, r.waiting_since, r.created_at, coalesce(r.matched_at, r.ended_at) as settled_at,
  coalesce(r.claimed_by in (select works_for(app_person(), ($1::timestamptz at time zone 'Europe/Amsterdam')::date)),
    true) as works_on,
  f.id as facility_id, f.code, f.name, f.city, o.id as organisation_id, o.name as organisation_name,
  asked.live, asked.declined, asked.silent, coalesce(d.erased_at is not null, false) as name_erased,
  case when app_facility() is null then false else exists (select from departure p
    where p.facility_id = r.facility_id and p.detainee_id = r.detainee_id and p.kind = 'RELEASE'
    and p.undone_at is null and coalesce(r.ended_at, p.moved_at) >= p.moved_at) end as released,
  case when app_facility() is null then false else exists (select from departure p
    where p.facility_id = r.facility_id and p.detainee_id = r.detainee_id and p.kind = 'RELEASE'
    and p.undone_at is null and p.moved_at is not null) end as person_released
"""
_JOINS = """
join facility f on f.id = r.facility_id
left join organisation o on o.id = r.organisation_id
left join detainee d on d.facility_id = r.facility_id and d.id = r.detainee_id
left join lateral (select
    count(*) filter (where i.state = 'LIVE' and i.expires_at > $1) as live,
    count(*) filter (where i.state = 'DECLINED') as declined,
    count(*) filter (where i.state = 'EXPIRED' or i.state = 'LIVE' and i.expires_at <= $1) as silent
  from (select distinct on (o.volunteer_id) o.state, o.expires_at from offer o where o.request_id = r.id
    order by o.volunteer_id, o.created_at desc, o.id desc) i) asked on true
"""
_ONE = f"{_COLUMNS} from visit_request r {_JOINS} where r.id = any ($2)"

# Who waits comes first, longest first; then what is settled, latest first. `place` turns that into one ascending order.
_PLACED = """
select r.*, r.state not in ('OPEN', 'OFFERED') as settled,
  extract(epoch from r.waiting_since) * case when r.state in ('OPEN', 'OFFERED') then 1 else -1 end as place
from visit_request r
"""
_OF_FACILITY = "where r.facility_id = $2"
# the total comes along on a row of its own kind, so that an empty page has one too
_PAGE = """
with seen as ({placed} {whose}), page as (
  select * from seen r
  where {after}
  order by r.settled, r.place, r.id limit {most}
), shown as ({columns}, r.settled, r.place from page r {joins})
select (select count(*) from seen) as total, shown.* from (select 1) one left join shown on true
order by shown.settled, shown.place, shown.id
"""
_AFTER = "${0}::boolean is null or (r.settled, r.place, r.id) > (${0}, ${1}::numeric, ${2}::uuid)"


def _paged(whose: str, known: int) -> str:
    """A page of `whose`, which takes so many of the arguments; the place and the size of the page come after them."""
    after = _AFTER.format(known + 1, known + 2, known + 3)
    return _PAGE.format(placed=_PLACED, whose=whose, after=after, most=f"${known + 4}", columns=_COLUMNS, joins=_JOINS)


_FACILITY_PAGE = _paged(_OF_FACILITY, 2)
_INBOX_PAGE = _paged(inbox.NARROWED, 12)
# seconds since 1970 have ten digits; a cursor of ours never has more than this
_FURTHEST_DIGIT = 12
_RECOGNISE = """
select d.pseudonym, r.id as open_request from detainee d
left join visit_request r on r.facility_id = d.facility_id and r.detainee_id = d.id and r.activity_kind = $3
  and r.state in ('OPEN', 'OFFERED')
where d.facility_id = $1 and d.fingerprint = $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request; `cursor` is its place in the list it was read for."""

    id: UUID
    state: RequestState
    pseudonym: str
    detainee_id: UUID
    facility: FacilityView
    activity_kind: ActivityKind
    languages: tuple[str, ...]
    volunteer_gender: Gender | None
    activity_denomination: Denomination | None
    note: str | None
    waiting_days: int
    created_at: datetime
    organisation: OrganisationView | None
    works_on: bool
    live_offers: int
    declined_offers: int
    silent_offers: int
    name_erased: bool
    # for staff: they were released; what goes on outside is no prison's business
    released: bool = False
    # the same of the person, whichever of their requests this is
    person_released: bool = False
    cursor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """A page with one more than asked for, if there is more; and how many there are in all."""

    requests: tuple[RequestView, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Whether somebody is known at the facility, and whether they already wait for this."""

    known: bool
    pseudonym: str | None = None
    open_request: UUID | None = None


async def facility_requests(actor: Actor, *, first: int | None, after: str | None) -> RequestPage:
    """Staff: the requests of the own facility; who waits longest first, then what is settled."""
    return await _page(_FACILITY_PAGE, [clock.now(), own_facility(actor)], first, after)


async def request_inbox(
    actor: Actor, *, first: int | None, after: str | None, wanted: Wanted = EVERYTHING
) -> RequestPage:
    """Coordinator: who waits for the own organisation or for any, longest first, as far as one looks for them."""
    return await _page(_INBOX_PAGE, inbox.given(actor, wanted), first, after)


async def visit_request(actor: Actor, request_id: UUID) -> RequestView | None:
    """One request, for staff of its facility and for coordinators who handle it or may claim it."""
    if actor.role not in (Role.STAFF, Role.COORDINATOR):
        return None
    row = await db.fetch_one(_ONE, clock.now(), [request_id])
    return _view(row) if row else None


async def visit_requests(actor: Actor, request_ids: Sequence[UUID]) -> dict[UUID, RequestView]:
    """Several requests, for coordinators who handle them or may claim them."""
    if actor.role is not Role.COORDINATOR or not request_ids:
        return {}
    return {row["id"]: _view(row) for row in await db.fetch(_ONE, clock.now(), list(request_ids))}


async def recognise_detainee(
    actor: Actor, *, given_name: str, family_name: str, activity_kind: ActivityKind
) -> Recognition:
    """Staff: whether this person is known here, without opening a name."""
    facility_id = own_facility(actor)
    try:
        name = clean_name(DetaineeName(given_name=given_name, family_name=family_name))
    except InvalidInput:  # asked while somebody types: what is no name yet is nobody yet
        return Recognition(known=False)
    print_ = identity_fingerprint(facility_id, name.given_name, name.family_name)
    row = await db.fetch_one(_RECOGNISE, facility_id, print_, activity_kind.value)
    return Recognition(known=True, **row) if row else Recognition(known=False)


async def detainee_names(actor: Actor, requests: Sequence[RequestView]) -> list[Identity | None]:
    """The names behind these requests, each reading in the history; None where it is not the actor's to read."""
    mine = {request.detainee_id for request in requests if _may_read_name(actor, request)}
    names = await read_identity(actor, mine, Purpose.REQUEST) if mine else {}
    return [names.get(request.detainee_id) if _may_read_name(actor, request) else None for request in requests]


def is_claimed_by(actor: Actor, request: RequestView) -> bool:
    """Whether this coordinator took it on, or stands in for who did; or it came to their organisation by name and
    nobody had to."""
    if request.organisation is None or request.organisation.id != actor.organisation_id:
        return False
    return request.works_on


def _may_read_name(actor: Actor, request: RequestView) -> bool:
    """The database holds the same by person; here also by request: an unclaimed one shows its pseudonym only."""
    if request.name_erased:
        return False
    if actor.role is Role.STAFF:
        return request.facility.id == actor.facility_id
    handles = request.organisation is not None and request.organisation.id == actor.organisation_id
    return actor.role is Role.COORDINATOR and handles


async def _page(sql: str, given: Sequence[Any], first: int | None, after: str | None) -> RequestPage:
    settled, place, last = _place(after)
    rows = await db.fetch(sql, *given, settled, place, last, page_size(first) + 1)
    return RequestPage(requests=tuple(_view(row) for row in rows if row["id"]), total=rows[0]["total"])


def _place(cursor: str | None) -> tuple[bool | None, Decimal | None, UUID | None]:
    parts = decode_cursor(cursor, 3)
    if parts is None:
        return None, None, None
    try:
        place = Decimal(parts[1])
        if not place.is_finite() or abs(place.adjusted()) > _FURTHEST_DIGIT:
            raise BadRequest
        return parts[0] == "True", place, UUID(parts[2])
    except (ValueError, InvalidOperation) as error:
        raise BadRequest from error


def _view(row: Mapping[str, Any]) -> RequestView:
    state = RequestState(row["state"])
    return RequestView(
        id=row["id"],
        state=RequestState.CLOSED if row["released"] and state is RequestState.MATCHED else state,
        pseudonym=row["pseudonym"],
        detainee_id=row["detainee_id"],
        facility=FacilityView(id=row["facility_id"], code=row["code"], name=row["name"], city=row["city"]),
        activity_kind=ActivityKind(row["activity_kind"]),
        languages=tuple(row["languages"]),
        volunteer_gender=Gender(row["volunteer_gender"]) if row["volunteer_gender"] else None,
        activity_denomination=_denomination(row),
        note=row["note"],
        waiting_days=waiting_days(row["waiting_since"], row["settled_at"] or clock.now()),
        created_at=row["created_at"],
        organisation=_organisation(row),
        works_on=row["works_on"],
        live_offers=row["live"],
        declined_offers=row["declined"],
        silent_offers=row["silent"],
        name_erased=row["name_erased"],
        released=row["released"],
        person_released=row["person_released"],
        cursor=encode_cursor(row["settled"], row["place"], row["id"]) if "place" in row else "",
    )


def _denomination(row: Mapping[str, Any]) -> Denomination | None:
    """Not once they were released: that it stands would say that somebody is met outside, no prison's business."""
    hidden = row["released"] or row["activity_denomination"] is None
    return None if hidden else Denomination(row["activity_denomination"])


def _organisation(row: Mapping[str, Any]) -> OrganisationView | None:
    if row["organisation_id"] is None:
        return None
    return OrganisationView(id=row["organisation_id"], name=row["organisation_name"])

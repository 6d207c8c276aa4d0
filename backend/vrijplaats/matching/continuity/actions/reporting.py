"""Staff says that somebody leaves: in one minute, without a reason, and taken back while nobody acted on it.

From here on the coordinators have something to choose; the person's wishes go along when the day has come (moving.py).
"""

from typing import Any
from uuid import UUID

import asyncpg

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_facility
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching.continuity import queries, rules
from vrijplaats.matching.continuity.letting_go import tell_off
from vrijplaats.matching.continuity.rules import DepartureKind, Report
from vrijplaats.matching.telling import tell_coordinators, tell_volunteer
from vrijplaats.requests.passing import pass_on
from vrijplaats.visits.actions import cancel_visit
from vrijplaats.visits.rules import CancelCause, CancelSide
from vrijplaats.visits.series.keeping import hold_series

_WHO = "select detainee_id, pseudonym from visit_request where id = $1 and facility_id = $2"
_RUNNING = """
select m.id, m.request_id, m.organisation_id, m.facility_id, m.state from match m
where m.facility_id = $1 and m.detainee_id = $2 and m.state <> 'ENDED' order by m.id
"""
# whoever says yes holds the request: their match is there when we go on, or they see our report (0065)
_HOLD_WISHES = """
select id from visit_request where facility_id = $1 and detainee_id = $2 and state in ('OPEN', 'OFFERED', 'MATCHED')
order by id for update
"""
_WAITING = """
select exists (select from visit_request where facility_id = $1 and detainee_id = $2 and state in ('OPEN', 'OFFERED'))
"""
# who left as well: whether anybody is still visited outside is not told by another answer (docs/decisions/0080)
_REPORTED = """
select exists (select from departure where facility_id = $1 and detainee_id = $2 and undone_at is null)
"""
_REPORT = """
insert into departure (facility_id, detainee_id, pseudonym, kind, on_day, to_facility_id, to_place, reported_by,
  created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
"""
_REVIEW = "update match set state = 'REVIEW' where id = any ($1) and state = 'ACTIVE' returning id"
# one that was looked at already is so when the report is taken back
_CHOOSE = """
insert into match_review (organisation_id, facility_id, match_id, departure_id, created_at, stays_in_review)
select m.organisation_id, m.facility_id, m.id, $2, $3, m.id <> all ($4) from match m where m.id = any ($1)
"""
# all of them before the first is called off, or one that moves to its hour would wait for us and we for it
_LOCK_VISITS = """
select id from visit where match_id = any ($1) and facility_id = $2 and state in ('PROPOSED', 'CONFIRMED')
order by id for update
"""
# what has begun stays, to be logged
_THEN = """
select v.id from visit v join presence p on p.id = v.presence_id
where v.match_id = any ($1) and v.facility_id = $2 and v.state in ('PROPOSED', 'CONFIRMED')
  and p.starts_at > $3 and (p.starts_at at time zone 'Europe/Amsterdam')::date >= $4 order by v.id
"""
# before it is taken back, when a match may be where this prison does not see it; and after, when it is here again
_CONCERNED = "select match_id, stays_in_review from match_review where departure_id = $1"
_ARE_BACK = "select id, request_id, organisation_id, facility_id from match where id = any ($1) order by id"
_CAUSE = {
    DepartureKind.TRANSFER: CancelCause.TRANSFERRED,
    DepartureKind.RELEASE: CancelCause.RELEASED,
}


async def report_departure(actor: Actor, *, request_id: UUID, report: Report) -> queries.DepartureView:
    """Somebody of the own facility leaves. Their matches are looked at, and visits from that day on are called off.
    Raises InvalidInput, NotAllowedNow, NotFound."""
    facility_id = own_facility(actor)
    who = await db.fetch_one(_WHO, request_id, facility_id)
    if who is None:
        raise NotFound
    kept = rules.checked(report, here=facility_id, today=clock.today())
    if await db.fetch_value(_REPORTED, facility_id, who["detainee_id"]):
        raise NotAllowedNow(reason=rules.ALREADY_REPORTED)
    # the rhythm before the request, as who ends a match does
    await hold_series([row["id"] for row in await db.fetch(_RUNNING, facility_id, who["detainee_id"])])
    await db.fetch(_HOLD_WISHES, facility_id, who["detainee_id"])
    matches = await db.fetch(_RUNNING, facility_id, who["detainee_id"])
    if not matches and not await db.fetch_value(_WAITING, facility_id, who["detainee_id"]):
        raise NotAllowedNow(reason=rules.NOBODY_CONCERNED)
    departure_id = await _kept(actor, facility_id, who, kept)
    if not await pass_on(
        actor, departure_id=departure_id, detainee_id=who["detainee_id"], to_facility_id=kept.to_facility_id
    ):
        raise NotAllowedNow(reason=rules.NOBODY_CONCERNED)
    await _review(actor, departure_id, matches, kept)
    await history.record(actor, "departure.report", subject={"departure": departure_id}, facility_id=facility_id)
    return await _shown(actor, departure_id)


async def undo_departure(actor: Actor, *, departure_id: UUID) -> UUID:
    """The report was a mistake: everything goes on as it was, but for visits that were called off."""
    facility_id = own_facility(actor)
    view = await queries.departure(actor, departure_id)
    if view is None:
        raise NotFound
    stays = {row["match_id"]: row["stays_in_review"] for row in await db.fetch(_CONCERNED, departure_id)}
    undone = await db.fetch_value("select undo_departure($1, $2)", departure_id, clock.now())
    if undone is None:
        raise NotAllowedNow(reason=rules.ACTED_ON)
    for match in await db.fetch(_ARE_BACK, list(stays)):
        await _tell_both("match.stays_looked_at" if stays[match["id"]] else "match.stays", match)
    await tell_off(undone["asked"], facility_id=facility_id)
    await history.record(actor, "departure.undo", subject={"departure": departure_id}, facility_id=facility_id)
    for taken in undone["admissions"]:
        await _record_taken_back(actor, taken)
    return departure_id


async def _kept(actor: Actor, facility_id: UUID, who: dict[str, Any], report: Report) -> UUID:
    to = (report.kind.value, report.day, report.to_facility_id, report.to_place)
    try:
        async with db.savepoint():
            made = await db.fetch_value(
                _REPORT, facility_id, who["detainee_id"], who["pseudonym"], *to, actor.person_id, clock.now()
            )
    except asyncpg.UniqueViolationError:  # a colleague was a moment earlier
        raise NotAllowedNow(reason=rules.ALREADY_REPORTED) from None
    return UUID(str(made))


async def _review(actor: Actor, departure_id: UUID, matches: list[dict[str, Any]], report: Report) -> None:
    """Nothing more is planned, what lies ahead is called off, and somebody has to choose. The rhythm rests with the
    match, and ends by what is chosen: a report that is taken back leaves it as it was."""
    ids = [match["id"] for match in matches]
    ran = [row["id"] for row in await db.fetch(_REVIEW, ids)]
    await db.execute(_CHOOSE, ids, departure_id, clock.now(), ran)
    facility_id = own_facility(actor)
    await db.fetch(_LOCK_VISITS, ids, facility_id)
    for visit in await db.fetch(_THEN, ids, facility_id, clock.now(), report.day):
        await cancel_visit(actor, visit_id=visit["id"], side=CancelSide.DETAINEE, cause=_CAUSE[report.kind])
    for match in matches:
        await _tell_both("match.departure", match)


async def _record_taken_back(actor: Actor, taken: dict[str, str]) -> None:
    """What was asked of another prison is that organisation's: in its history, and not in that of this prison."""
    subject = {"volunteer": taken["volunteer_id"], "admission": taken["id"]}
    await history.record(actor, "admission.take_back", subject=subject, organisation_id=UUID(taken["organisation_id"]))


async def _tell_both(event: str, match: dict[str, Any]) -> None:
    """The coordinators, who choose, and the volunteer, found by the relay through the match."""
    about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    about["match_id"] = match["id"]
    await tell_coordinators(event, about)
    await tell_volunteer(event, about)


async def _shown(actor: Actor, departure_id: UUID) -> queries.DepartureView:
    view = await queries.departure(actor, departure_id)
    assert view is not None
    return view

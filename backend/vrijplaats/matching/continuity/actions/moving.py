"""What the clock does: somebody leaves on the day that was reported, a match after release comes to its end."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.matching.continuity import rules
from vrijplaats.matching.continuity.actions.handing_back import end_as_transferred, hand_back
from vrijplaats.matching.continuity.letting_go import free_who_was_asked, waits_as_long
from vrijplaats.matching.continuity.rules import DepartureKind, ReviewChoice
from vrijplaats.matching.telling import tell_coordinators, tell_staff, tell_volunteer
from vrijplaats.requests.pseudonyms import draw_pseudonym
from vrijplaats.visits.series.keeping import end_series, hold_series
from vrijplaats.visits.series.rules import EndReason

MOST_AT_ONCE = 200
_SPARE = 40
_DUE = """
select id from departure where moved_at is null and undone_at is null and on_day <= $1 order by on_day, id limit $2
"""
_LOOKED_AT = "select match_id from match_review where departure_id = $1"
_CARRY_OUT = "select * from carry_out_departure($1, $2, $3)"
_WHERE = "select facility_id, to_facility_id from departure where id = $1"
_CHOSEN = """
select m.id, m.request_id, m.organisation_id, m.facility_id, r.choice, r.chosen_by, d.on_day, d.kind,
  q.state = 'MATCHED' as carried
from match_review r join match m on m.id = r.match_id join departure d on d.id = r.departure_id
join visit_request q on q.id = m.request_id
where r.departure_id = $1 and r.choice is not null and d.moved_at is not null and m.state = 'REVIEW' order by m.id
"""
# handed over after an earlier transfer, and the request that waited waits with this organisation no more
_WAITS_ELSEWHERE = """
select m.id, m.request_id, m.organisation_id, m.facility_id
from match_review v join match m on m.id = v.match_id join departure d on d.id = v.departure_id
join visit_request r on r.id = m.request_id
where v.departure_id = $1 and d.kind = 'TRANSFER' and d.moved_at is not null and m.state = 'REVIEW'
  and r.state <> 'MATCHED'
  and (r.state not in ('OPEN', 'OFFERED') or r.organisation_id is distinct from m.organisation_id)
order by m.id
"""
_GO_ON = "update match set state = 'ACTIVE', outside_until = $2 where id = $1 and state = 'REVIEW'"
_REOPEN = """
update visit_request r set state = 'OPEN', claimed_by = $2, claimed_at = $3 where r.id = $1 and r.state = 'MATCHED'
  and not exists (select from visit_request o where o.facility_id = r.facility_id and o.detainee_id = r.detainee_id
    and o.activity_kind = r.activity_kind and o.state in ('OPEN', 'OFFERED'))
"""
_LIGHTEN_HANDED = "select lighten_after_hand_over($1)"
_OVER = "select id from match where outside_until < $1 and state <> 'ENDED' order by id limit $2"
_LOCK_REQUEST = "select r.id from visit_request r join match m on m.request_id = r.id where m.id = $1 for update of r"
_END = """
update match set state = 'ENDED', ended_on = $2, end_reason = 'RELEASED'
where id = $1 and outside_until < $2 and state <> 'ENDED'
returning id, request_id, organisation_id, facility_id
"""
_CLOSE = """
update visit_request set state = 'CLOSED', ended_at = $2, end_reason = 'MATCH_ENDED' where id = $1 and state = 'MATCHED'
"""
_LIGHTEN = "select lighten_after_release($1)"
# the row itself remembers that it was said
_NEARLY = """
update match set nearly_told_on = $1
where outside_until between $1 and $2 and state <> 'ENDED' and nearly_told_on is null
returning id, request_id, organisation_id, facility_id
"""


async def due_departures() -> list[UUID]:
    """For the worker: whose day has come."""
    return [row["id"] for row in await db.fetch(_DUE, clock.today(), MOST_AT_ONCE)]


async def carry_out(departure_id: UUID) -> None:
    """For the worker: from now on the old prison does not see them, and the new one does."""
    spare = [draw_pseudonym(attempt) for attempt in range(_SPARE)]
    await hold_series([row["match_id"] for row in await db.fetch(_LOOKED_AT, departure_id)])
    done = await db.fetch(_CARRY_OUT, departure_id, clock.now(), spare)
    where = await db.fetch_one(_WHERE, departure_id)
    chosen = await db.fetch(_CHOSEN, departure_id)
    settled = {match["request_id"] for match in chosen}
    for each in done:
        if each["what"] != "match.moved" or each["request_id"] not in settled:  # nobody has to choose again
            await _tell(each)
    await _as_chosen(chosen)
    for match in await db.fetch(_WAITS_ELSEWHERE, departure_id):
        await _end_here(match)
    if where is None:
        return
    if any(each["what"] in ("request.moved", "match.moved") for each in done):
        await tell_staff("request.arrived", _about(next(each for each in done if each["what"].endswith(".moved"))))
    await history.record(None, "departure.move", subject={"departure": departure_id}, facility_id=where["facility_id"])


async def _as_chosen(chosen: list[dict[str, Any]]) -> None:
    """What was chosen beforehand is done now; of what was not, somebody has to choose."""
    await end_series([match["id"] for match in chosen], EndReason.MATCH_ENDED)
    for match in chosen:
        released, handed = match["kind"] == DepartureKind.RELEASE, match["choice"] == ReviewChoice.HAND_OVER
        back = match["choice"] == ReviewChoice.HAND_BACK
        if (handed or back) and match["carried"]:  # of one that was handed over before they were let go of then
            await db.fetch_value(_LIGHTEN_HANDED, match["id"])
        if back:
            await hand_back(match)
            await tell_coordinators("match.ended", _about(match) | {"match_id": match["id"]})
        elif handed and not released:
            await _wait_again(match)
        else:
            await db.execute(_GO_ON, match["id"], rules.taper_until(match["on_day"]) if released else None)


async def _wait_again(match: dict[str, Any]) -> None:
    """Somebody is looked for at the new prison; unless a wish of theirs waits there already, which is enough: it takes
    over the days that were waited."""
    if await db.execute(_REOPEN, match["request_id"], match["chosen_by"], clock.now()):
        return
    await waits_as_long(match["id"])
    if await db.execute(_CLOSE, match["request_id"], clock.now()):
        await _end_here(match)


async def _end_here(match: dict[str, Any]) -> None:
    await end_as_transferred(match)
    await tell_coordinators("match.ended", _about(match) | {"match_id": match["id"]})
    await _note_end(match, facility_id=match["facility_id"])


async def over_tapers() -> list[UUID]:
    """For the worker: the matches of which the half year after release is over."""
    return [row["id"] for row in await db.fetch(_OVER, clock.today(), MOST_AT_ONCE)]


async def end_taper(match_id: UUID) -> None:
    """For the worker: the match ends by itself, with thanks."""
    await hold_series([match_id])
    await db.fetch(_LOCK_REQUEST, match_id)
    match = await db.fetch_one(_END, match_id, clock.today())
    if match is None:
        return
    await db.execute(_CLOSE, match["request_id"], clock.now())
    await db.fetch_value(_LIGHTEN, match_id)
    await free_who_was_asked(match_id)
    about = _about(match) | {"match_id": match_id}
    await tell_volunteer("match.ended", about)
    await tell_coordinators("match.ended", about)
    await _note_end(match)


async def tell_of_nearly_over() -> None:
    """For the worker, once a day: four weeks before the end both hear it, once; late when the clock stood still."""
    last = clock.today() + rules.TOLD_BEFORE - timedelta(days=1)
    for match in await db.fetch(_NEARLY, clock.today(), last):
        about = _about(match) | {"match_id": match["id"]}
        await tell_volunteer("match.nearly_over", about)
        await tell_coordinators("match.nearly_over", about)


async def forget() -> None:
    """For the worker: what was kept to take a report back with."""
    await db.fetch_value("select forget_departures($1)", clock.now() - rules.UNDO_FOR)


async def _tell(each: dict[str, Any]) -> None:
    """A wish that everybody may take on goes to all that are active where it is now."""
    about = _about(each)
    if each["what"] == "offer.withdrawn":
        await tell_volunteer("offer.withdrawn", about | {"offer_id": each["offer_id"]})
    elif each["what"] == "match.moved":
        await tell_coordinators("match.moved", about)
    elif each["what"] == "request.moved" and each["organisation_id"] is None:
        await tell_coordinators("request.made", about)
    else:
        await tell_coordinators(each["what"], about)


async def _note_end(match: dict[str, Any], *, facility_id: UUID | None = None) -> None:
    """What goes on outside is no prison's business: then there is none."""
    await history.record(
        None,
        "match.end",
        subject={"match": match["id"], "request": match["request_id"]},
        organisation_id=match["organisation_id"],
        facility_id=facility_id,
    )


def _about(row: dict[str, Any]) -> dict[str, UUID]:
    return {name: row[name] for name in ("request_id", "organisation_id", "facility_id")}

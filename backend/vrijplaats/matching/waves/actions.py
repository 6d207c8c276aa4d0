"""The next wave goes: by the clock, or because a coordinator says so; and a coordinator stops it.

The request's row is locked first, as by everything that touches its invitations: of two workers, or a worker and an
answer at the same moment, the second finds what the first did.
"""

from dataclasses import dataclass
from uuid import UUID

from vrijplaats.accounts.settings.actions import choose
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import errors, queries
from vrijplaats.matching.actions.inviting import Sending, invite
from vrijplaats.matching.queries.candidates import AskedWish, ranking_of
from vrijplaats.matching.ranking import Ranking
from vrijplaats.matching.telling import tell_coordinators
from vrijplaats.matching.waves import choices, rules
from vrijplaats.matching.waves.keeping import end_waves, move_on
from vrijplaats.matching.waves.queries import Running, WavesView, running, waves_of
from vrijplaats.matching.waves.rules import End, EndReason, Night, Rhythm, Send

MOST_AT_ONCE = 200
_DUE = """
select w.id from waves w join visit_request r on r.id = w.request_id
left join organisation_setting s on s.organisation_id = w.organisation_id
where w.ended_at is null and (
  r.state not in ('OPEN', 'OFFERED') or r.organisation_id is distinct from w.organisation_id
  or extract(hour from $1::timestamptz at time zone 'Europe/Amsterdam') >= coalesce(s.night_until, $3)
    and extract(hour from $1::timestamptz at time zone 'Europe/Amsterdam') < coalesce(s.night_from, $2)
    and (w.next_at <= $1 or not exists (
    select from offer o where o.organisation_id = w.organisation_id and o.request_id = w.request_id
      and o.state = 'LIVE' and o.expires_at > $1)))
order by w.next_at, w.id limit $4
"""
# somebody who answers at this moment goes first: the next round looks again
_TAKE = """
select r.id from visit_request r join waves w on w.request_id = r.id
where w.id = $1 and w.ended_at is null for update of r skip locked
"""
_LOCK = "select state from visit_request where id = $1 and organisation_id = $2 for update"
_RUNNING = "select id from waves where organisation_id = $1 and request_id = $2 and ended_at is null"
_OFFERED = "update visit_request set state = 'OFFERED' where id = $1 and state = 'OPEN'"
_WAITING = ("OPEN", "OFFERED")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentWave:
    """What came of sending: how it goes on now, and the invitations of this wave."""

    waves: WavesView
    offers: list[queries.OfferView]


async def due_waves() -> list[UUID]:
    """For the worker: the waves that may have something to do now, those that wait longest first."""
    night = rules.USUAL_NIGHT
    return [row["id"] for row in await db.fetch(_DUE, clock.now(), night.starts, night.ends, MOST_AT_ONCE)]


async def go_on(waves_id: UUID) -> None:
    """For the worker: do with one of them what the rule says at this moment."""
    if await db.fetch_value(_TAKE, waves_id) is None:
        return
    course = await running(waves_id)
    if course is None:
        return
    over = rules.why_over(course.standing)
    asked, ranking = (None, None) if over else await ranking_of(course.organisation_id, course.request_id)
    ranked = [each.volunteer.id for each in ranking.eligible] if ranking else []
    match rules.decide(course.standing, ranked, clock.now()):
        case Send(chosen) if asked and ranking:
            await _send(None, course, asked, ranking, chosen)
        case End(reason):
            await _end(None, course, reason)
            if reason is EndReason.NOBODY_LEFT:
                await tell_coordinators("request.everyone_asked", _about(course))


async def send_next_wave(actor: Actor, *, request_id: UUID, wave: int) -> SentWave:
    """The coordinator does not wait for the clock, and knows what hour it is. `wave` is the number of the one that is
    meant: when it has gone already, by the clock or a second press, nothing goes twice."""
    course = await _running_of(actor, request_id)
    if course is None:
        raise NotAllowedNow(reason=errors.NO_WAVES)
    rules.check_wave(wave, course.sent)
    offers: list[UUID] = []
    if wave > course.sent:
        asked, ranking = await ranking_of(course.organisation_id, request_id)
        chosen = rules.next_of([each.volunteer.id for each in ranking.eligible], course.standing)
        if chosen:
            offers = await _send(actor, course, asked, ranking, chosen)
        else:
            await _end(actor, course, EndReason.NOBODY_LEFT)
    shown = await waves_of(actor, [request_id])
    return SentWave(waves=shown[request_id], offers=await queries.offers(actor, offers) if offers else [])


async def stop_waves(actor: Actor, *, request_id: UUID) -> WavesView:
    """No further wave; who was asked can still answer. Stopping what has stopped changes nothing."""
    course = await _running_of(actor, request_id)
    if course is not None:
        await _end(actor, course, EndReason.STOPPED)
    shown = (await waves_of(actor, [request_id])).get(request_id)
    if shown is None:
        raise NotAllowedNow(reason=errors.NO_WAVES)
    return shown


async def set_usual_waves(actor: Actor, rhythm: Rhythm) -> None:
    """With what the choice of rounds begins; rounds that run keep theirs. Raises InvalidInput."""
    own_organisation(actor, Role.COORDINATOR)
    rules.check_rhythm(rhythm)
    values = {"wave_size": rhythm.size, "wave_hours": rhythm.hours}
    await choose(actor, Setting.WAVES, values, usual=choices.USUAL_WAVES)


async def set_night(actor: Actor, night: Night) -> None:
    """When nobody is asked by itself, from now on; rounds that run go by it too. Raises InvalidInput."""
    own_organisation(actor, Role.COORDINATOR)
    rules.check_night(night)
    values = {"night_from": night.starts, "night_until": night.ends}
    await choose(actor, Setting.NIGHT, values, usual=choices.USUAL_HOURS)


async def _running_of(actor: Actor, request_id: UUID) -> Running | None:
    """The running waves of a request of the own organisation that still waits, which is locked from here on."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    state = await db.fetch_value(_LOCK, request_id, organisation_id)
    if state is None:
        raise NotFound
    if state not in _WAITING:
        raise NotAllowedNow(reason=errors.PASSED[state])
    waves_id = await db.fetch_value(_RUNNING, organisation_id, request_id)
    return await running(waves_id) if waves_id else None


async def _send(
    actor: Actor | None, course: Running, asked: AskedWish, ranking: Ranking, chosen: tuple[UUID, ...]
) -> list[UUID]:
    able = {each.volunteer.id: each.volunteer for each in ranking.eligible}
    sending = Sending(
        organisation_id=course.organisation_id,
        facility_id=course.facility_id,
        offered_by=actor.person_id if actor else course.started_by,
        wish=asked.wish,
    )
    made = await invite(sending, [able[each] for each in chosen], expires_at=clock.now() + course.answer_time)
    await db.execute(_OFFERED, course.request_id)
    await move_on({course.id: course.every_hours}, course.standing.night)
    await _remember(actor, "offer.make", course)
    return made


async def _end(actor: Actor | None, course: Running, reason: EndReason) -> None:
    await end_waves(course.id, reason)
    await _remember(actor, "waves.end", course)


async def _remember(actor: Actor | None, verb: str, course: Running) -> None:
    tenants = {"organisation_id": course.organisation_id, "facility_id": course.facility_id}
    await history.record(actor, verb, subject={"request": course.request_id}, **tenants)


def _about(course: Running) -> dict[str, UUID]:
    return {
        "request_id": course.request_id,
        "organisation_id": course.organisation_id,
        "facility_id": course.facility_id,
    }

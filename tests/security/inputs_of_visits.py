"""Inputs of what is done about visits and the people who go: visits, rhythms, calls, being away, corrections."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.security.cases import Case, Scene
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor


def of_visits(s: Scene) -> dict[str, Case]:
    start = (s.now + timedelta(days=9)).replace(hour=11)
    return {
        "proposeVisit": Case(
            s.volunteer,
            {
                "matchId": str(s.match.id),
                "startsAt": start.isoformat(),
                "endsAt": (start + timedelta(hours=1)).isoformat(),
            },
        ),
        "moveVisit": Case(
            s.volunteer,
            {
                "visitId": str(s.coming.id),
                "startsAt": start.isoformat(),
                "endsAt": (start + timedelta(hours=1)).isoformat(),
            },
        ),
        "confirmVisit": Case(s.staff, {"visitId": str(s.coming.id), "regime": "OFFICIAL", "setting": "PRIVATE_ROOM"}),
        "cancelVisit": Case(s.staff, {"visitId": str(s.coming.id), "side": "FACILITY", "cause": "NO_ROOM"}),
        "logVisit": Case(
            s.volunteer,
            {
                "visitId": str(s.past.id),
                "outcome": "HELD",
                "minutes": 60,
                "setting": "PRIVATE_ROOM",
                "travelKilometres": 20.5,
            },
        ),
        "endMatch": Case(s.volunteer, {"matchId": str(s.match.id), "reason": "VOLUNTEER_WISH", "waitsAgain": True}),
    }


async def of_a_rhythm(s: Scene) -> dict[str, Case]:
    first, start = ((s.now + timedelta(days=days)).replace(hour=12) for days in (3, 11))
    series = await s.world.a_series(s.match, first)
    day, skipped = first.date(), first.date() + timedelta(weeks=2)
    await s.world.an_occurrence(series, skipped)
    match = {"matchId": str(s.match.id)}
    moment = {"startsAt": start.isoformat(), "endsAt": (start + timedelta(hours=1)).isoformat()}
    return {
        "setRhythm": Case(s.volunteer, match | moment | {"everyWeeks": 2, "callOff": False}),
        "stopSeries": Case(s.volunteer, match | {"callOff": True}),
        "skipOccurrence": Case(s.volunteer, match | {"day": str(day)}),
        "unskipOccurrence": Case(s.volunteer, match | {"day": str(skipped)}),
        "moveOccurrence": Case(s.volunteer, match | moment | {"day": str(day)}),
    }


async def of_calls(s: Scene) -> dict[str, Case]:
    """Questions of other volunteers: each has one at most."""

    async def waiting(**columns: Any) -> tuple[Actor, dict[str, Any]]:
        who = await s.world.a_volunteer(s.organisation)
        asked = {"organisation_id": s.organisation, "volunteer_id": who.volunteer_id, "asked_at": s.now}
        call = await s.world.insert("call_request", **asked, urgency="THIS_WEEK", **columns)
        return who, {"callRequestId": str(call)}

    done = {"called_by": s.coordinator.person_id, "called_at": datetime.now(UTC)}
    return {
        "askForCall": Case(s.volunteer, {"urgency": "THIS_WEEK"}),
        "withdrawCallRequest": Case(*await waiting()),
        "takeCallRequest": Case(s.coordinator, (await waiting())[1]),
        "markCalled": Case(s.coordinator, (await waiting())[1]),
        "undoCalled": Case(s.coordinator, (await waiting(**done))[1]),
    }


async def of_availability(s: Scene) -> dict[str, Case]:
    """Of a volunteer of their own, away and paused, with a visit on a day on which they will not be there."""
    who = await s.world.a_volunteer(s.organisation, admitted=[s.facility])
    visit = await s.world.a_visit(await s.world.a_match(who, s.facility), s.now + timedelta(days=20))
    today, whose = clock.today(), {"organisation_id": s.organisation, "volunteer_id": who.volunteer_id}
    gone = {"starts_on": today + timedelta(days=60), "ends_on": today + timedelta(days=70)}
    await s.world.insert("volunteer_away", **whose, **gone, created_at=s.now)
    await s.world.insert("volunteer_pause", **whose, starts_on=today)
    until = (today + timedelta(days=30)).isoformat()
    named = {"volunteerId": str(who.volunteer_id)}
    return {
        "setWeek": Case(who, named | {"mornings": [2], "afternoons": [2, 4], "evenings": [7]}),
        "setCapacity": Case(who, named | {"capacity": 2}),
        "addAway": Case(who, named | {"first": today.isoformat(), "last": until, "visitIds": [str(visit.id)]}),
        "removeAway": Case(who, named | {"first": gone["starts_on"].isoformat()}),
        "startPause": Case(who, named | {"last": until, "visitIds": [str(visit.id)]}),
        "endPause": Case(who, named | {"startsOn": today.isoformat()}),
    }


async def of_corrections(s: Scene) -> dict[str, Case]:
    now = datetime.now(UTC)
    asked = {"organisation_id": s.organisation, "volunteer_id": s.volunteer.volunteer_id, "asked_at": now}
    other = await s.world.a_volunteer(s.organisation)

    async def waiting(volunteer: Actor, **about: Any) -> dict[str, Any]:
        row = asked | {"volunteer_id": volunteer.volunteer_id, "due_on": now.date() + timedelta(days=30)}
        row |= {"item": "PLACE", "wanted": "Assen"} | about
        return {"correctionId": str(await s.world.insert("correction", **row))}

    async def logged(days: int) -> UUID:
        visit = await s.world.a_visit(s.match, s.now - timedelta(days=days), state="LOGGED")
        log = {"outcome": "HELD", "minutes": 60, "setting": "PRIVATE_ROOM", "travel_kilometres": 20}
        await s.world.insert("visit_log", visit_id=visit.id, organisation_id=s.organisation, **log)
        return visit.id

    about = {"item": "VISIT", "wanted": "90 minuten", "visit_id": await logged(10)}
    becomes = {"outcome": "HELD", "minutes": 90, "setting": "PRIVATE_ROOM", "travelKilometres": 20.0}
    answer = {"outcome": "NOT_CHANGED", "reason": "NEEDS_PROOF"}
    return {
        "askCorrection": Case(
            s.volunteer, {"item": "VISIT", "wanted": "3 november, 90 minuten", "visitId": str(await logged(12))}
        ),
        "withdrawCorrection": Case(s.volunteer, await waiting(s.volunteer)),
        "answerCorrection": Case(s.coordinator, {**await waiting(other), **answer}),
        "correctVisit": Case(s.coordinator, {**await waiting(s.volunteer, **about), **becomes}),
        "endMyMembership": Case(s.volunteer, {"membershipId": str(s.volunteer.membership_id)}),
    }


async def of_departures(s: Scene) -> dict[str, Case]:
    """Somebody leaves, and a match goes on: one of each."""
    there = await s.world.a_facility("Zwolle")
    await s.world.active(s.organisation, there)
    kept, handed, together = [await _moved(s, there) for _ in range(3)]
    await s.world.connection.execute(
        "update match_review set choice = 'HAND_OVER', chosen_at = now(), together = true where match_id = $1", together
    )
    tapering = await _moved(s, None)
    asked = await _asked(s)
    leaving = await s.world.a_request(s.facility, s.organisation)
    reported = await s.world.a_departure(s.staff, await s.world.a_request(s.facility, s.organisation), there)
    wished = await _moved(s, there)
    day = (s.now + timedelta(days=3)).date().isoformat()
    return {
        "reportDeparture": Case(
            s.staff,
            {
                "requestId": str(leaving),
                "kind": "TRANSFER",
                "day": day,
                "toFacility": await s.world.value("select code from facility where id = $1", there),
            },
        ),
        "undoDeparture": Case(s.staff, {"departureId": str(reported)}),
        "keepMatch": Case(s.coordinator, {"matchId": str(kept)}),
        "handBackMatch": Case(s.coordinator, {"matchId": str(await _moved(s, await s.world.a_facility("Sittard")))}),
        "handOverMatch": Case(s.coordinator, {"matchId": str(handed), "together": True}),
        "answerTakeOver": Case(s.volunteer, {"matchId": str(asked), "yes": False}),
        "taperMatch": Case(s.coordinator, {"matchId": str(tapering)}),
        "sayWish": Case(s.volunteer, {"matchId": str(wished), "wish": "CONTINUE"}),
        "noteMeeting": Case(s.volunteer, {"matchId": str(together)}),
    }


async def _moved(s: Scene, there: UUID | None) -> UUID:
    """A match of which the person has left this prison."""
    match = await s.world.a_match(s.volunteer, s.facility, state="REVIEW")
    await s.world.a_departure(s.staff, match.request_id, there, match=match, moved=True)
    return match.id


async def _asked(s: Scene) -> UUID:
    """A match after a release that the volunteer is asked to take over from a colleague."""
    first = await s.world.a_volunteer(s.organisation)
    match = await s.world.a_match(first, s.facility, state="REVIEW")
    await s.world.a_departure(s.staff, match.request_id, None, match=match, moved=True)
    until = s.now.date() + timedelta(days=183)
    await s.world.connection.execute(
        "update match set state = 'ACTIVE', outside_until = $2 where id = $1", match.id, until
    )
    await s.world.connection.execute(
        "update match_review set choice = 'HAND_OVER', chosen_at = now(), together = true, asked_at = now(),"
        " asked_id = $2 where match_id = $1",
        match.id,
        s.volunteer.volunteer_id,
    )
    return match.id

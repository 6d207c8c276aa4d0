"""After a release people meet outside: the volunteer says when, logs it in the same two taps, and no prison sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, the_clock_goes
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, NotAllowedNow
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.requests.queries import facility_requests, visit_request
from vrijplaats.requests.rules import RequestState
from vrijplaats.visits import actions as visits
from vrijplaats.visits import companions, queries
from vrijplaats.visits.calendar.queries import entries_of
from vrijplaats.visits.calendar.rules import as_calendar
from vrijplaats.visits.errors import DoubleBooked
from vrijplaats.visits.papers.queries import gates_of
from vrijplaats.visits.papers.reviewing import visits_to_review
from vrijplaats.visits.rules import CancelCause, CancelSide, Log, VisitOutcome, VisitSetting
from vrijplaats.visits.series import actions as series
from vrijplaats.visits.views import VisitView

pytestmark = pytest.mark.usefixtures("db")


@dataclass(frozen=True, slots=True)
class Outside:
    """Somebody who was released today, and goes on meeting the volunteer."""

    scene: Scene

    def at(self, days: int, hour: int = 20) -> datetime:
        """In the evening and on any day: there are no visiting hours."""
        return datetime.combine(clock.today() + timedelta(days=days), time(hour), tzinfo=AMSTERDAM)

    async def plan(self, starts_at: datetime) -> VisitView:
        """By the volunteer, for an hour and a half."""
        async with db.transaction(self.scene.volunteer):
            return await visits.propose_visit(
                self.scene.volunteer,
                match_id=self.scene.match.id,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(minutes=90),
            )

    async def seen_by_staff(self, table: str) -> object:
        async with db.transaction(self.scene.staff):
            return await db.fetch_value(f'select count(*) from "{table}" where outside')

    async def to_staff(self) -> int:
        """Events about visits that name the prison, in which its staff would be found."""
        events = [each for each in await self.scene.events() if each.startswith("visit.")]
        return len(events)


async def _outside(world: World) -> Outside:
    scene = await a_scene(world)
    await scene.report(kind=DepartureKind.RELEASE)
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    return Outside(scene)


async def test_the_volunteer_plans_moves_and_logs_and_no_prison_knows(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = await _outside(world)
    scene, volunteer = outside.scene, outside.scene.volunteer
    made = await outside.plan(outside.at(3))
    assert (made.state, made.outside, made.planned_setting) == ("CONFIRMED", True, "OUTSIDE")
    async with db.transaction(volunteer):
        moved = await visits.move_visit(volunteer, visit_id=made.id, starts_at=outside.at(4), ends_at=outside.at(4, 22))
        assert (moved.id, moved.state, moved.starts_at) == (made.id, "CONFIRMED", outside.at(4))
        assert await companions.admitted(volunteer, [moved]) == [True]
        assert await gates_of(volunteer, [moved]) == [None]
        assert await companions.travel(volunteer, [moved]) != []
    await _unknown_to_the_prison(outside, made.id)
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=5))
    log = Log(outcome=VisitOutcome.HELD, minutes=120, setting=VisitSetting.UNKNOWN, travel_kilometres=12)
    async with db.transaction(volunteer):
        logged = await visits.log_visit(volunteer, visit_id=made.id, log=log)
    assert logged.log is not None and logged.log.setting is VisitSetting.OUTSIDE
    again = await outside.plan(outside.at(3))
    async with db.transaction(volunteer):
        (travel,) = await companions.travel(volunteer, [again])
    assert travel.kilometres == 12
    assert await outside.to_staff() == 0
    figures = "select count(*) from visits_held($1, $2) where visit_id = $3"
    async with db.transaction(scene.coordinator):
        day = clock.today()
        assert await db.fetch_value(figures, day - timedelta(days=9), day, made.id) == 1


async def _unknown_to_the_prison(outside: Outside, visit_id: UUID) -> None:
    scene = outside.scene
    assert (await outside.seen_by_staff("visit"), await outside.seen_by_staff("presence")) == (0, 0)
    async with db.transaction(scene.staff):
        assert await queries.visit(scene.staff, visit_id) is None
        assert await queries.facility_agenda(scene.staff, outside.at(4).date()) == []
        assert await queries.visits_to_confirm(scene.staff) == []
        assert await db.execute("update visit set moved_at = now() where id = $1", visit_id) == 0
        assert await db.execute("update presence set live = false where outside") == 0
    async with db.transaction(scene.coordinator):
        assert [each.id for each in await visits_to_review(scene.coordinator)] == []
    named = "select count(*) from history where subject ->> 'visit' = $1 and facility_id is not null"
    assert await scene.world.value(named, str(visit_id)) == 0


async def test_until_half_a_year_later_and_never_twice_at_once(world: World) -> None:
    outside = await _outside(world)
    await outside.plan(outside.at(183))
    for wrong in (outside.at(184), clock.now() - timedelta(hours=3)):
        with pytest.raises(InvalidInput):
            await outside.plan(wrong)
    with pytest.raises(DoubleBooked):
        await outside.plan(outside.at(183, 21))
    volunteer = outside.scene.volunteer
    async with db.transaction(volunteer):
        assert await queries.visiting_moments(volunteer, outside.scene.match.id, 28) == []
    with pytest.raises(NotAllowedNow):  # no rhythm in a prison they left
        async with db.transaction(volunteer):
            await series.set_rhythm(
                volunteer, match_id=outside.scene.match.id, every_weeks=2, starts_at=outside.at(3, 14),
                ends_at=outside.at(3, 15), call_off=False,
            )  # fmt: skip


async def test_the_prison_has_no_side_in_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = await _outside(world)
    volunteer = outside.scene.volunteer
    made, other = await outside.plan(outside.at(2)), await outside.plan(outside.at(3))
    with pytest.raises(InvalidInput):
        async with db.transaction(volunteer):
            await visits.cancel_visit(
                volunteer, visit_id=made.id, side=CancelSide.FACILITY, cause=CancelCause.CLOSED
            )  # fmt: skip
    async with db.transaction(volunteer):
        off = await visits.cancel_visit(volunteer, visit_id=made.id, side=CancelSide.VOLUNTEER, cause=CancelCause.ILL)
    assert off.state == "CANCELLED"
    assert await outside.to_staff() == 0
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=5))
    log = Log(outcome=VisitOutcome.FACILITY_CANCELLED, minutes=0, setting=VisitSetting.UNKNOWN, travel_kilometres=0)
    with pytest.raises(InvalidInput):
        async with db.transaction(volunteer):
            await visits.log_visit(volunteer, visit_id=other.id, log=log)


async def test_ending_the_match_calls_off_what_was_to_come_without_a_word_to_the_prison_about_it(world: World) -> None:
    outside = await _outside(world)
    made = await outside.plan(outside.at(2))
    async with db.transaction(outside.scene.volunteer):
        await end_match(outside.scene.volunteer, match_id=outside.scene.match.id, reason=MatchEndReason.OTHER)
    assert (await outside.scene.row("visit", made.id))["state"] == "CANCELLED"
    assert await outside.to_staff() == 0


async def test_the_own_calendar_names_no_place(world: World) -> None:
    outside = await _outside(world)
    await outside.plan(outside.at(2))
    feed = await world.insert("calendar_feed", person_id=outside.scene.volunteer.person_id, created_at=clock.now())
    found = await entries_of(feed)
    assert found is not None
    text = as_calendar(found[0], origin="https://vrijplaats.example", locale="nl").decode()
    assert "Ontmoeting buiten" in text
    assert "LOCATION" not in text and "Veenhuizen" not in text


async def test_it_is_said_once_that_the_half_year_is_nearly_over_also_a_week_late(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = await _outside(world)
    today = clock.today()
    for days, said in ((183 - 28, 0), (183 - 20, 2), (183 - 19, 2)):
        noon = clock.midnight(today + timedelta(days=days)) + timedelta(hours=12)
        monkeypatch.setattr(clock, "now", lambda noon=noon: noon)
        await the_clock_goes()
        assert (await outside.scene.events()).count("match.nearly_over") == said


async def test_for_the_prison_it_stands_as_ended_from_the_day_of_the_release_on(world: World) -> None:
    scene = await a_scene(world)
    inside = await world.a_request(scene.here, scene.organisation, state="MATCHED")

    async def seen() -> dict[UUID, tuple[RequestState, bool, int]]:
        async with db.transaction(scene.staff):
            page = await facility_requests(scene.staff, first=25, after=None)
        return {each.id: (each.state, each.released, each.waiting_days) for each in page.requests}

    reported = await scene.report(kind=DepartureKind.RELEASE)
    assert (await seen())[scene.match.request_id][:2] == (RequestState.MATCHED, False)
    await the_clock_goes()
    ended = (await seen())[scene.match.request_id]
    assert ended[:2] == (RequestState.CLOSED, True)
    assert (await seen())[inside][:2] == (RequestState.MATCHED, False)
    await scene.undo(reported.id)
    assert (await seen())[scene.match.request_id][:2] == (RequestState.MATCHED, False)
    await scene.report(kind=DepartureKind.RELEASE)
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
        mine = await visit_request(scene.coordinator, scene.match.request_id)
    assert mine is not None
    assert (mine.state, mine.released) == (RequestState.MATCHED, False)
    assert (await seen())[scene.match.request_id] == ended
    async with db.transaction(scene.volunteer):
        await end_match(scene.volunteer, match_id=scene.match.id, reason=MatchEndReason.OTHER)
    assert (await seen())[scene.match.request_id] == ended

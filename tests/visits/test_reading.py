"""Who sees which visits, and what of them."""

from datetime import UTC, date, datetime, timedelta, timezone

import asyncpg
import pytest

from tests.visits.story import MORNING, a_log, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden
from vrijplaats.visits import companions, queries
from vrijplaats.visits.rules import VisitState
from vrijplaats.visits.views import MatchVisits

pytestmark = pytest.mark.usefixtures("db")


async def test_my_visits_are_mine_in_order_of_time(world: World) -> None:
    story = await a_story(world)
    colleague = await world.a_volunteer(story.organisation)
    await world.a_visit(await world.a_match(colleague, story.facility), at(14))
    second, first = await world.a_visit(story.match, at(14)), await world.a_visit(story.match, at(14, day=20))
    await world.a_visit(story.match, at(14, year=2024))
    with on():
        async with db.transaction(story.volunteer):
            assert [visit.id for visit in await queries.my_visits(story.volunteer)] == [first.id, second.id]
            after = await queries.my_visits(story.volunteer, since=MORNING)
            assert [visit.id for visit in after] == [second.id]
            before = await queries.my_visits(story.volunteer, until=MORNING)
            assert [visit.id for visit in before] == [first.id]
            everything = await queries.my_visits(story.volunteer, since=datetime(2020, 1, 1, tzinfo=UTC))
            assert len(everything) == 3
            naive = datetime(2026, 11, 23, 9)  # noqa: DTZ001  what is tested
            assert [visit.id for visit in await queries.my_visits(story.volunteer, since=naive)] == [second.id]
            for far in (datetime.min.replace(tzinfo=UTC), datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))):
                assert await queries.my_visits(story.volunteer, since=far) == everything
                assert (
                    await queries.my_visits(story.volunteer, since=far, until=datetime.max.replace(tzinfo=UTC))
                    == everything
                )
                assert await queries.my_visits(story.volunteer, until=far) == []
        for actor in (story.staff, story.coordinator):
            async with db.transaction(actor):
                with pytest.raises(Forbidden):
                    await queries.my_visits(actor)


async def test_one_visit_is_seen_by_those_it_concerns(world: World) -> None:
    story, other = await a_story(world), await a_story(world)
    visit = await world.a_visit(story.match, at(14))
    for actor in (story.volunteer, story.coordinator, story.staff):
        async with db.transaction(actor):
            assert await queries.visit(actor, visit.id) is not None
    colleague = await world.a_volunteer(story.organisation)
    for actor in (other.volunteer, other.coordinator, other.staff, colleague):
        async with db.transaction(actor):
            assert await queries.visit(actor, visit.id) is None


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 21, 59, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 22, 59, tzinfo=UTC)),
        (date(2026, 11, 24), datetime(2026, 11, 23, 23, tzinfo=UTC), datetime(2026, 11, 24, 22, 59, tzinfo=UTC)),
    ],
)
async def test_a_day_of_the_agenda_is_a_day_in_amsterdam(
    world: World, day: date, first: datetime, last: datetime
) -> None:
    story = await a_story(world)
    for moment in (first - timedelta(minutes=1), first, last, last + timedelta(minutes=1)):
        await world.a_visit(story.match, moment, minutes=1)
    async with db.transaction(story.staff):
        assert [visit.starts_at for visit in await queries.facility_agenda(story.staff, day)] == [first, last]


async def test_the_agenda_names_the_volunteer_and_never_an_outcome(world: World) -> None:
    """The facility never sees what came of a visit: not here, and not by any statement of its own."""
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    await world.a_visit(story.match, at(9, day=22), state="PROPOSED")
    await world.a_visit(story.match, at(11, day=22), state="CANCELLED", cancel_side="FACILITY", cancel_cause="CLOSED")
    with on():
        await story.log(past.id)
    async with db.transaction(story.staff):
        shown = await queries.facility_agenda(story.staff, date(2026, 11, 22))
        assert [visit.state for visit in shown] == [VisitState.PROPOSED, VisitState.LOGGED]
        assert all(visit.log is None and visit.match_id is None for visit in shown)
        assert all(visit.volunteer_name.startswith("Persoon") for visit in shown)
        assert await db.fetch("select * from visit_log") == []
        joined = "select l.* from visit v join visit_log l on l.visit_id = v.id where v.id = $1"
        assert await db.fetch(joined, past.id) == []
        with pytest.raises(asyncpg.PostgresError):
            async with db.savepoint():
                await db.execute(
                    "insert into visit_log (visit_id, organisation_id, outcome, minutes, setting, travel_kilometres)"
                    " values ($1, $2, 'HELD', 1, 'UNKNOWN', 1)",
                    past.id,
                    story.organisation,
                )
        assert await db.execute("delete from slot_place where facility_id <> $1", story.facility) == 0


async def test_a_far_day_has_no_visits(world: World) -> None:
    story = await a_story(world)
    async with db.transaction(story.staff):
        for day in (date.min, date.max):
            assert await queries.facility_agenda(story.staff, day) == []


async def test_what_waits_for_confirmation_is_soonest_first_and_still_to_come(world: World) -> None:
    with on():
        story = await a_story(world)
        later, sooner, done = await story.propose(at(14)), await story.propose(at(9)), await story.propose(at(11))
        await story.confirm(done.id)
        await world.a_visit(story.match, at(9, day=22), state="PROPOSED")
        async with db.transaction(story.staff):
            waiting = await queries.visits_to_confirm(story.staff)
    assert [visit.id for visit in waiting] == [sooner.id, later.id]


async def test_a_match_in_visits(world: World) -> None:
    story = await a_story(world)
    empty = await world.a_match(story.volunteer, story.facility)
    past = [await world.a_visit(story.match, at(10, day=day)) for day in (18, 20, 22)]
    await world.a_visit(story.match, at(9), state="CANCELLED", cancel_side="FACILITY", cancel_cause="CLOSED")
    next_one = await world.a_visit(story.match, at(11), state="PROPOSED")
    await world.a_visit(story.match, at(15))
    with on():
        await story.log(past[0].id)
        await story.log(past[1].id)
        for actor in (story.volunteer, story.coordinator):
            async with db.transaction(actor):
                found = await queries.match_summaries(actor, [story.match.id, empty.id])
                assert found[story.match.id].held == 2
                assert found[empty.id] == MatchVisits(held=0, next=None, last=None)
                coming, last = found[story.match.id].next, found[story.match.id].last
                assert (coming and coming.id, last and last.id) == (next_one.id, past[2].id)


async def test_moments_are_those_of_the_matchs_facility(world: World) -> None:
    with on():
        story, other = await a_story(world), await a_story(world)
        async with db.transaction(story.volunteer):
            moments = await queries.visiting_moments(story.volunteer, story.match.id, 7)
            assert moments[0].starts_at == at(9)
            assert len(moments) == 6
            assert await queries.visiting_moments(story.volunteer, other.match.id, 7) == []


async def test_kilometres_of_the_last_time_or_there_and_back(world: World) -> None:
    story = await a_story(world)
    past, coming = await world.a_visit(story.match, at(10, day=20)), await world.a_visit(story.match, at(10))
    with on():
        async with db.transaction(story.volunteer):
            visits = await queries.my_visits(story.volunteer)
            first = await companions.travel(story.volunteer, visits)
        await story.log(past.id, travel_kilometres=31.5)
        async with db.transaction(story.volunteer):
            visits = await queries.my_visits(story.volunteer)
            second = await companions.travel(story.volunteer, visits)
        async with db.transaction(story.staff):
            visit = await queries.visit(story.staff, coming.id)
            assert visit is not None
            assert await companions.travel(story.staff, [visit]) == [companions.NO_TRAVEL]
    assert [(view.kilometres, view.rate_cents) for view in first] == [(8.0, 23), (8.0, 23)]
    assert [(view.kilometres, view.rate_cents) for view in second] == [(31.5, 23), (31.5, 23)]


async def test_the_first_name_is_for_the_matched_volunteer_while_the_match_runs(world: World) -> None:
    story = await a_story(world)
    await world.a_visit(story.match, at(10))
    with on():
        async with db.transaction(story.volunteer):
            visits = await queries.my_visits(story.volunteer)
            names = await companions.given_names(story.volunteer, visits)
        assert [name and name.startswith("Winston") for name in names] == [True]
        assert await world.value(
            "select count(*) from history where verb = 'identity.read' and person_id = $1", story.volunteer.person_id
        ) == len(visits)
        for actor in (story.staff, story.coordinator):
            async with db.transaction(actor):
                assert await companions.given_names(actor, visits) == [None]
        await world.connection.execute(
            "update match set state = 'ENDED', ended_on = '2026-11-23' where id = $1", story.match.id
        )
        async with db.transaction(story.volunteer):
            assert await companions.given_names(story.volunteer, visits) == [None]


async def test_who_may_enter_is_about_the_day_of_the_visit(world: World) -> None:
    story = await a_story(world)
    await world.connection.execute(
        "update admission set valid_until = '2026-11-24' where volunteer_id = $1", story.volunteer.volunteer_id
    )
    await world.a_visit(story.match, at(10))
    await world.a_visit(story.match, at(10, day=25))
    with on():
        for actor in (story.volunteer, story.coordinator, story.staff):
            async with db.transaction(actor):
                days = [date(2026, 11, 24), date(2026, 11, 25)]
                if actor is story.staff:
                    visits = [visit for day in days for visit in await queries.facility_agenda(actor, day)]
                else:
                    ids = await world.rows("select id from visit where match_id = $1 order by id", story.match.id)
                    visits = [visit for row in ids if (visit := await queries.visit(actor, row["id"]))]
                assert await companions.admitted(actor, visits) == [True, False]
    assert a_log().minutes == 60

"""Reads about prisons, for the prison itself and for who is active there."""

from datetime import UTC, date, datetime, time, timedelta

from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.db import transaction
from vrijplaats.facilities import queries
from vrijplaats.settings import Settings

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def _people(world: World) -> tuple[Actor, Actor, Actor]:
    """Staff of a prison, a coordinator who is active there, and one who is not."""
    facility = await world.a_facility()
    inside = await world.a_coordinator(await world.an_organisation(facilities=[facility]))
    outside = await world.a_coordinator(await world.an_organisation(facilities=[await world.a_facility("Zwolle")]))
    return await world.a_staff_member(facility), inside, outside


async def test_hours_are_for_the_prison_and_who_is_active_there(db: Settings, world: World) -> None:
    staff, inside, outside = await _people(world)
    assert staff.facility_id
    for actor, days in ((staff, [1, 2, 3, 4, 5, 6, 7]), (inside, [1, 2, 3, 4, 5, 6, 7]), (outside, [])):
        async with transaction(actor):
            assert [slot.weekday for slot in await queries.visiting_hours(actor, staff.facility_id)] == days


async def test_hours_of_the_past_are_not_shown(db: Settings, world: World) -> None:
    staff, *_ = await _people(world)
    assert staff.facility_id
    sql = "update visiting_slot set active_until = $2 where facility_id = $1 and weekday <= 3"
    await world.connection.execute(sql, staff.facility_id, date(2026, 11, 22))
    with clock.travel(MONDAY):
        async with transaction(staff):
            assert [slot.weekday for slot in await queries.visiting_hours(staff, staff.facility_id)] == [4, 5, 6, 7]


async def test_moments_leave_out_blocked_days_and_count_what_others_took(db: Settings, world: World) -> None:
    staff, inside, outside = await _people(world)
    facility = staff.facility_id
    assert facility
    await world.insert("blocked_day", facility_id=facility, day=date(2026, 11, 25), cause="HOLIDAY")
    slot = (await world.rows("select * from visiting_slot where facility_id = $1 and weekday = 4", facility))[0]
    for number in (1, 3):
        await world.insert(
            "slot_place",
            facility_id=facility,
            slot_id=slot["id"],
            capacity=slot["capacity"],
            day=date(2026, 11, 26),
            number=number,
            organisation_id=await world.an_organisation(facilities=[facility]),
        )
    with clock.travel(MONDAY):
        async with transaction(inside):
            found = await queries.visiting_moments(inside, facility, clock.today(), 4)
            first = await queries.first_free_moment(inside, facility, clock.today())
        assert [(moment.day.day, moment.places_left) for moment in found] == [(24, 5), (26, 3)]
        assert first == found[0]
        async with transaction(outside):
            assert await queries.visiting_moments(outside, facility, clock.today(), 4) == []


async def test_three_months_ahead_is_enough(db: Settings, world: World) -> None:
    staff, *_ = await _people(world)
    assert staff.facility_id
    async with transaction(staff):
        found = await queries.visiting_moments(staff, staff.facility_id, clock.today(), 1_000_000)
        none = await queries.visiting_moments(staff, staff.facility_id, clock.today(), -1)
    assert 90 <= len(found) <= queries.MOST_DAYS
    assert none == []


async def test_a_time_is_found_in_its_hours_and_a_blocked_day_is_known(db: Settings, world: World) -> None:
    staff, inside, _ = await _people(world)
    facility = staff.facility_id
    assert facility
    await world.insert("blocked_day", facility_id=facility, day=date(2026, 12, 25), cause="HOLIDAY")
    start = datetime(2026, 11, 24, 12, tzinfo=UTC)
    async with transaction(inside):
        held = await queries.slot_containing(inside, facility, start, start + timedelta(hours=1))
        assert held is not None
        assert (held[0].starts, held[1]) == (time(9), date(2026, 11, 24))
        assert await queries.slot_containing(inside, facility, start, start + timedelta(hours=9)) is None
        assert await queries.is_blocked(inside, facility, date(2026, 12, 25))
        assert not await queries.is_blocked(inside, facility, date(2026, 12, 24))


async def test_rooms_are_those_in_use_on_the_day(db: Settings, world: World) -> None:
    staff, _, outside = await _people(world)
    facility = staff.facility_id
    assert facility
    await world.insert(
        "room", facility_id=facility, name="Oude zaal", setting="SUPERVISED_HALL", active_until=date(2026, 1, 1)
    )
    async with transaction(staff):
        assert [room.name for room in await queries.rooms(staff, facility, date(2026, 11, 24))] == ["Kamer 1"]
        assert len(await queries.rooms(staff, facility, date(2025, 11, 24))) == 2
    async with transaction(outside):
        assert await queries.rooms(outside, facility, date(2026, 11, 24)) == []


async def test_staff_sees_who_is_active_by_name(db: Settings, world: World) -> None:
    facility = await world.a_facility()
    staff = await world.a_staff_member(facility)
    for name in ("Zuid", "Noord"):
        await world.an_organisation(f"{name} {facility}", facilities=[facility])
    gone = await world.an_organisation()
    await world.connection.execute(
        "insert into organisation_facility values ($1, $2, '2020-01-01', '2021-01-01')", gone, facility
    )
    async with transaction(staff):
        names = [organisation.name for organisation in await queries.active_organisations(staff, facility)]
    assert names == [f"Noord {facility}", f"Zuid {facility}"]

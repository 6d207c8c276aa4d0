"""A screen that stays open reads the same names again and again: one row of the history an hour."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Session
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.requests.identity import Purpose, read_identity
from vrijplaats.requests.jobs import PERIODIC
from vrijplaats.requests.readings import WINDOW
from vrijplaats.settings import Login, Settings

pytestmark = pytest.mark.usefixtures("db")
COUNT = "select count(*) from history where verb = 'identity.read' and subject ->> 'detainee' = $1"


def in_a_session(actor: Actor) -> Actor:
    now = clock.now()
    return replace(actor, session=Session(id=uuid4(), started_at=now, last_seen_at=now))


async def a_reader(world: World) -> tuple[Actor, UUID]:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    match = await world.a_match(volunteer, facility)
    return in_a_session(volunteer), match.detainee_id


async def read(actor: Actor, *detainees: UUID, purpose: Purpose = Purpose.MATCH, read_only: bool = True) -> None:
    async with db.transaction(actor, read_only=read_only):
        assert set(await read_identity(actor, detainees, purpose)) == set(detainees)


async def test_it_is_written_once_in_an_hour(world: World) -> None:
    reader, detainee = await a_reader(world)
    first = clock.now()
    for ahead, written in ((timedelta(), 1), (WINDOW - timedelta(seconds=1), 1), (WINDOW, 2)):
        with clock.travel(first + ahead):
            await read(reader, detainee)
            await read(reader, detainee, read_only=False)
        assert await world.value(COUNT, str(detainee)) == written


async def test_another_purpose_or_session_is_another_reading(world: World) -> None:
    reader, detainee = await a_reader(world)
    await read(reader, detainee)
    await read(reader, detainee, purpose=Purpose.VISIT)
    await read(in_a_session(reader), detainee)
    await read(replace(reader, session=None), detainee)
    await read(replace(reader, session=None), detainee)
    assert await world.value(COUNT, str(detainee)) == 5


async def test_a_screen_that_shows_one_more_writes_that_one(world: World) -> None:
    reader, detainee = await a_reader(world)
    facility = await world.value("select facility_id from detainee where id = $1", detainee)
    other = (await world.a_match(reader, facility)).detainee_id
    await read(reader, detainee)
    await read(reader, detainee, other)
    assert [await world.value(COUNT, str(each)) for each in (detainee, other)] == [1, 1]


async def test_of_many_at_once_one_writes(world: World) -> None:
    reader, detainee = await a_reader(world)
    facility = await world.value("select facility_id from detainee where id = $1", detainee)
    others = [(await world.a_match(reader, facility)).detainee_id for _ in range(3)]
    await asyncio.gather(*(read(reader, *(others if n % 2 else others[::-1]), detainee) for n in range(12)))
    assert [await world.value(COUNT, str(each)) for each in (detainee, *others)] == [1, 1, 1, 1]


async def test_a_reading_that_was_undone_is_not_noted(world: World) -> None:
    reader, detainee = await a_reader(world)

    async def undone() -> None:
        async with db.transaction(reader):
            await read_identity(reader, [detainee], Purpose.MATCH)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await undone()
    assert await world.value(COUNT, str(detainee)) == 0
    await read(reader, detainee)
    assert await world.value(COUNT, str(detainee)) == 1


async def test_what_was_noted_is_forgotten_after_the_hour(world: World, settings: Settings) -> None:
    await open_database(settings.dsn(Login.WORKER), max_size=2, name=WORKER)
    reader, detainee = await a_reader(world)
    await read(reader, detainee)
    noted = "select count(*) from reading_noted where detainee_id = $1"
    for ahead, left in ((timedelta(), 1), (WINDOW + timedelta(seconds=5), 0)):
        with clock.travel(clock.now() + ahead):
            await run_periodic(PERIODIC[0])
        assert await world.value(noted, detainee) == left
    assert await world.value(COUNT, str(detainee)) == 1

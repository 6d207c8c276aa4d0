"""Queries only where the database knows who acts, and nothing of one transaction in the next."""

import asyncio
from uuid import UUID

import asyncpg
import pytest

from tests.world import World
from vrijplaats.accounts.models import Person
from vrijplaats.core import db, pools
from vrijplaats.settings import Login, Settings

pytestmark = pytest.mark.usefixtures("db")

SETTING = "select nullif(current_setting($1, true), '')"


async def test_a_query_outside_a_transaction_is_refused() -> None:
    with pytest.raises(db.OutsideTransaction):
        await db.fetch("select 1")


async def test_a_model_outside_a_transaction_is_refused() -> None:
    with pytest.raises(db.OutsideTransaction):
        await Person.all()


async def test_a_model_sees_what_the_actor_may_see(world: World) -> None:
    me, stranger = await world.an_operator("Ik"), await world.an_operator("Een ander")
    async with db.transaction(me):
        assert [person.display_name for person in await Person.all()] == ["Ik"]
        assert await Person.get_or_none(id=stranger.person_id) is None


async def test_a_transaction_without_settings_shows_nobody(world: World) -> None:
    await world.an_operator()
    async with db.transaction({}):
        assert await db.fetch_value("select count(*) from person") == 0


async def test_nothing_is_left_of_an_earlier_transaction(world: World, settings: Settings) -> None:
    await db.open_database(settings.dsn(Login.APP), max_size=1)
    async with db.transaction(await world.an_operator()):
        backend = await db.fetch_value("select pg_backend_pid()")
    async with db.transaction({"session": "ab"}):
        assert await db.fetch_value("select pg_backend_pid()") == backend
        assert await db.fetch_value(SETTING, "app.person") is None
        assert await db.fetch_value(SETTING, "app.role") is None
        assert await db.fetch_value(SETTING, "app.session") == "ab"
    await db.open_database(settings.dsn(Login.APP), max_size=10)


async def test_a_setting_cannot_carry_sql() -> None:
    with pytest.raises(ValueError, match="letters"):
        async with db.transaction({"person": "'; drop table person; --"}):
            pass


async def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        async with db.transaction({"colour": "green"}):
            pass


async def test_transactions_do_not_nest() -> None:
    async with db.transaction({}):
        with pytest.raises(db.OutsideTransaction):
            async with db.transaction({}):
                pass


async def test_an_exception_undoes_everything(world: World) -> None:
    me = await world.an_operator()

    async def fail() -> None:
        async with db.transaction(me):
            await db.execute("update person set locale = 'en' where id = $1", me.person_id)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await _locale(world, me.person_id) == "nl"


async def test_a_savepoint_undoes_only_what_is_inside(world: World) -> None:
    me = await world.an_operator()
    async with db.transaction(me):
        await db.execute("update person set locale = 'en' where id = $1", me.person_id)
        with pytest.raises(asyncpg.CheckViolationError):
            async with db.savepoint():
                await db.execute("update person set locale = 'xx' where id = $1", me.person_id)
        assert await db.fetch_value("select locale from person where id = $1", me.person_id) == "en"
    assert await _locale(world, me.person_id) == "en"


async def test_a_failure_that_was_swallowed_is_not_taken_for_a_commit(world: World) -> None:
    me = await world.an_operator()

    async def swallow() -> None:
        async with db.transaction(me):
            with pytest.raises(asyncpg.CheckViolationError):
                await db.execute("update person set locale = 'xx' where id = $1", me.person_id)

    with pytest.raises(db.TransactionLost):
        await swallow()


async def test_a_reading_transaction_cannot_write(world: World) -> None:
    me = await world.an_operator()
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        async with db.transaction(me, read_only=True):
            await db.execute("update person set locale = 'en' where id = $1", me.person_id)


async def test_tasks_of_one_transaction_take_turns(world: World) -> None:
    async with db.transaction(await world.an_operator()):
        answers = await asyncio.gather(*(db.fetch_value("select $1::int", number) for number in range(20)))
    assert answers == list(range(20))


async def test_a_task_that_outlives_its_transaction_is_refused(world: World) -> None:
    go = asyncio.Event()

    async def late() -> None:
        await go.wait()
        await db.fetch("select 1")

    async def late_model() -> None:
        await go.wait()
        await Person.all()

    async with db.transaction(await world.an_operator()):
        tasks = [asyncio.create_task(late()), asyncio.create_task(late_model())]
    go.set()
    for task in tasks:
        with pytest.raises(db.OutsideTransaction):
            await task


async def test_a_transaction_that_cannot_begin_gives_its_connection_back(world: World, settings: Settings) -> None:
    await db.open_database(settings.dsn(Login.APP), max_size=1)
    async with db.transaction({}):
        backend = await db.fetch_value("select pg_backend_pid()")
    await world.value("select pg_terminate_backend($1)", backend)
    await asyncio.sleep(0.1)
    for _ in range(3):  # with one connection in the pool a lost one would make this wait for ever
        async with db.transaction({}):
            assert await db.fetch_value("select 1") == 1
    await db.open_database(settings.dsn(Login.APP), max_size=10)


async def test_a_cancelled_task_leaves_no_open_transaction(world: World) -> None:
    async def slow() -> None:
        async with db.transaction({}):
            await db.fetch("select pg_sleep(30)")

    task = asyncio.create_task(slow())
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    open_ones = "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%'"
    assert await world.value(open_ones) == 0


async def test_a_pool_that_is_not_open_is_unavailable() -> None:
    with pytest.raises(pools.DatabaseUnavailable):
        async with db.transaction({}, connection="elsewhere"):
            pass


async def _locale(world: World, person: UUID) -> str:
    locale: str = await world.value("select locale from person where id = $1", person)
    return locale

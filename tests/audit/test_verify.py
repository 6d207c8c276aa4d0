"""`vrijplaats audit verify`: what a superuser changes behind the back of the trigger is found, with chain and row."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from time import perf_counter
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from tests.world import World
from vrijplaats.cli import main
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

_ROWS = """
insert into history (person_id, role, verb, subject, organisation_id)
select null, 'COORDINATOR', 'test.row', jsonb_build_object('number', n, 'text', 'é|"'), $1 from generate_series(1, $2) n
"""
_BEHIND_ITS_BACK = "set session_replication_role = replica"


@pytest_asyncio.fixture(loop_scope="module")
async def chain(world: World, settings: Settings) -> AsyncIterator[UUID]:
    """A whole chain of twenty rows; afterwards it is gone, head and all."""
    organisation = await world.an_organisation()
    await world.connection.execute(_ROWS, organisation, 20)
    yield organisation
    await world.connection.execute("delete from history where chain = $1", organisation)
    await world.connection.execute("delete from history_head where chain = $1", organisation)


async def _tampered(world: World, sql: str, *args: Any) -> None:
    await world.connection.execute(_BEHIND_ITS_BACK)
    await world.connection.execute(sql, *args)
    await world.connection.execute("reset session_replication_role")


async def _rows(world: World, chain: UUID) -> list[UUID]:
    return [row["id"] for row in await world.rows("select id from history where chain = $1 order by id", chain)]


async def _verify() -> Result:
    return await asyncio.to_thread(CliRunner().invoke, main, ["audit", "verify"])


async def test_a_whole_history_is_whole(world: World, chain: UUID) -> None:
    result = await _verify()
    assert result.exit_code == 0, result.output
    assert "20 rows in 1 chains: whole" in result.output


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'test.other'",
        "at = at + interval '1 microsecond'",
        "subject = '{}'",
        "role = 'STAFF'",
        "person_id = gen_random_uuid()",
        "hash = sha256(hash)",
    ],
)
async def test_a_changed_row_is_found(world: World, chain: UUID, change: str) -> None:
    row = (await _rows(world, chain))[7]
    await _tampered(world, f"update history set {change} where id = $1", row)
    result = await _verify()
    assert result.exit_code == 1
    assert f"chain {chain} row {row}: this row was changed" in result.output


async def test_a_removed_row_is_found(world: World, chain: UUID) -> None:
    rows = await _rows(world, chain)
    await _tampered(world, "delete from history where id = $1", rows[7])
    result = await _verify()
    assert result.exit_code == 1
    assert result.output.splitlines()[:-1] == [
        f"chain {chain} row {rows[8]}: the row before this one was removed or changed, or rows changed places"
    ]


async def test_the_first_row_removed_is_found(world: World, chain: UUID) -> None:
    rows = await _rows(world, chain)
    await _tampered(world, "delete from history where id = $1", rows[0])
    result = await _verify()
    assert result.exit_code == 1
    assert f"chain {chain} row {rows[1]}" in result.output


async def test_a_cut_off_tail_is_found(world: World, chain: UUID) -> None:
    rows = await _rows(world, chain)
    await _tampered(world, "delete from history where id = any ($1)", rows[-3:])
    result = await _verify()
    assert result.exit_code == 1
    assert result.output.splitlines()[:-1] == [f"chain {chain}: its last rows were cut off"]


async def test_a_whole_chain_removed_is_found(world: World, chain: UUID) -> None:
    await _tampered(world, "delete from history where chain = $1", chain)
    result = await _verify()
    assert result.exit_code == 1
    assert f"chain {chain}: all of its rows were removed" in result.output


async def test_a_removed_head_is_found(world: World, chain: UUID) -> None:
    await _tampered(world, "delete from history_head where chain = $1", chain)
    result = await _verify()
    assert result.exit_code == 1
    assert f"chain {chain}: its head is gone" in result.output


async def test_rows_that_changed_places_are_found(world: World, chain: UUID) -> None:
    """Everything but the links is exchanged."""
    rows = await _rows(world, chain)
    await _tampered(
        world,
        "update history h set at = o.at, verb = o.verb, subject = o.subject from history o "
        "where h.id = any ($1) and o.id = any ($1) and h.id <> o.id",
        [rows[4], rows[9]],
    )
    result = await _verify()
    assert result.exit_code == 1
    for row in (rows[4], rows[9]):
        assert f"chain {chain} row {row}: this row was changed" in result.output


async def test_links_that_changed_places_are_found(world: World, chain: UUID) -> None:
    """Ids and links are exchanged, and each row's own hash is made to fit again."""
    rows = await _rows(world, chain)
    await _tampered(
        world,
        "update history h set previous_hash = o.previous_hash, hash = o.hash from history o "
        "where h.id = any ($1) and o.id = any ($1) and h.id <> o.id",
        [rows[4], rows[9]],
    )
    result = await _verify()
    assert result.exit_code == 1
    assert f"row {rows[4]}: this row was changed" in result.output


async def test_a_row_with_a_new_hash_that_fits_it_leaves_the_next_one_alone(world: World, chain: UUID) -> None:
    rows = await _rows(world, chain)
    await _tampered(
        world,
        """
        update history set verb = 'test.other', hash = sha256(previous_hash || convert_to(concat_ws('|', id,
          extract(epoch from at), coalesce(person_id::text, ''), coalesce(role, ''), 'test.other', subject::text,
          coalesce(organisation_id::text, ''), coalesce(facility_id::text, '')), 'UTF8')) where id = $1
        """,
        rows[7],
    )
    result = await _verify()
    assert result.exit_code == 1
    assert f"chain {chain} row {rows[8]}: the row before this one was removed or changed" in result.output


async def test_a_row_moved_to_another_chain_is_found(world: World, chain: UUID) -> None:
    other, rows = await world.an_organisation(), await _rows(world, chain)
    await _tampered(world, "update history set chain = $1 where id = $2", other, rows[7])
    result = await _verify()
    await world.connection.execute("delete from history where chain = $1", other)
    assert result.exit_code == 1
    assert f"chain {other} row {rows[7]}: this row was changed" in result.output
    assert f"chain {chain} row {rows[8]}" in result.output


async def test_rows_whose_ids_are_not_in_the_order_of_their_links_are_whole(world: World, chain: UUID) -> None:
    """Two at once: the id is given before the wait for the chain, the link after it."""
    later, earlier = UUID("fffffff1-0000-7000-8000-000000000000"), UUID("fffffff0-0000-7000-8000-000000000000")
    for identifier in (later, earlier):
        await world.connection.execute(
            "insert into history (id, verb, subject, organisation_id) values ($1, 'test.row', '{}', $2)",
            identifier,
            chain,
        )
    assert (await _verify()).exit_code == 0


async def test_a_hundred_thousand_rows_take_seconds(world: World, chain: UUID) -> None:
    for _ in range(200):  # one head is changed for each row: a single transaction of so many would crawl
        await world.connection.execute(_ROWS, chain, 500)
    began = perf_counter()
    result = await _verify()
    print(f"100,000 rows verified in {perf_counter() - began:.1f} s")
    assert result.exit_code == 0
    assert perf_counter() - began < 30

"""Promise 4, where it must hold whatever the code does: in the database. The races themselves: tests/matching."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, TypeAlias

import asyncpg
import pytest
import pytest_asyncio

from tests.conftest import Database
from tests.security import two_worlds
from tests.security.two_worlds import Tenant

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def past_every_wall(database: Database) -> AsyncIterator[tuple[Connection, Tenant]]:
    connection = await asyncpg.connect(database.admin_url)
    yield connection, await two_worlds.build(connection, "one-winner", "2024-01-01")
    await connection.close()


async def test_a_second_winner_of_a_request_cannot_be_written(past_every_wall: tuple[Connection, Tenant]) -> None:
    connection, tenant = past_every_wall
    accepted = "insert into offer (organisation_id, facility_id, request_id, volunteer_id, state, expires_at) \
values ($1, $2, $3, $4, 'ACCEPTED', now())"
    ids = [tenant.ids[name] for name in ("organisation", "facility", "request", "volunteer_row")]
    await connection.execute(accepted, *ids)
    with pytest.raises(asyncpg.UniqueViolationError):
        await connection.execute(accepted, *ids)


async def test_a_person_cannot_be_in_two_places(past_every_wall: tuple[Connection, Tenant]) -> None:
    connection, tenant = past_every_wall
    with pytest.raises(asyncpg.ExclusionViolationError):
        await connection.execute(
            "insert into presence (organisation_id, facility_id, volunteer_id, person_id, starts_at, ends_at) "
            "select organisation_id, facility_id, volunteer_id, person_id, starts_at + interval '30 minutes', ends_at "
            "from presence where id = $1",
            tenant.ids["presence"],
        )


async def test_a_place_in_a_slot_is_given_once_and_never_above_capacity(
    past_every_wall: tuple[Connection, Tenant],
) -> None:
    connection, tenant = past_every_wall
    place = "insert into slot_place (facility_id, slot_id, capacity, day, number, organisation_id) \
select facility_id, slot_id, capacity, day, $2, organisation_id from slot_place where id = $1"
    with pytest.raises(asyncpg.UniqueViolationError):
        await connection.execute(place, tenant.ids["place"], 1)
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(place, tenant.ids["place"], 4)

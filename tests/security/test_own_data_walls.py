"""The role SELF, with which somebody reads all that is kept about them: in every table their own rows at most, and in
none a row of another person, whatever is asked."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest
import pytest_asyncio

from tests.conftest import Database
from tests.security import two_worlds
from tests.security.test_walls import MATRIX, TENANT_TABLES, Walls, _changeable
from tests.security.two_worlds import NOBODY, PERSON_ROLES
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="module")

PUBLIC = {table for table, row in MATRIX.items() if row.get("directory")} | {"sso_provider"}
# what SELF reads of a volunteer's, beside what is the person's in any role
OF_A_VOLUNTEER = {
    *("volunteer", "volunteer_availability", "credential", "admission", "offer", "match", "call_request", "correction"),
    *("presence", "visit", "visit_log", "series"),
    *("volunteer_away", "volunteer_pause", "volunteer_status", "credential_type", "imported_contact"),
    *("emergency_contact", "volunteer_note"),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def walls(database: Database) -> AsyncIterator[Walls]:
    admin = await asyncpg.connect(database.admin_url)
    app = await asyncpg.connect(database.url(Login.APP))
    yield Walls(
        admin,
        app,
        (await two_worlds.build(admin, "A", "2024-01-01"), await two_worlds.build(admin, "B", "2024-07-01")),
    )
    await app.close()
    await admin.close()


@pytest.mark.parametrize("table", [table for table in TENANT_TABLES if table not in PUBLIC])
async def test_self_reads_nothing_of_anybody_else_and_changes_nothing_of_a_tenant(walls: Walls, table: str) -> None:
    column = await _changeable(walls.admin, table)
    for reader in PERSON_ROLES:
        settings = NOBODY | {"person": str(walls.theirs.ids[reader]), "role": "SELF"}
        for victim in PERSON_ROLES:
            keys = await walls.keys(table, walls.ours, victim)
            for command in ("select", "update", "delete"):
                assert await walls.tried(settings, command, table, keys, column) == 0, f"{command} as {reader}"


@pytest.mark.parametrize("table", sorted(OF_A_VOLUNTEER))
async def test_self_reads_what_is_the_volunteers_own(walls: Walls, table: str) -> None:
    settings = NOBODY | {"person": str(walls.ours.ids["volunteer"]), "role": "SELF"}
    keys = await walls.keys(table, walls.ours, "volunteer")
    column = await _changeable(walls.admin, table)
    assert await walls.tried(settings, "select", table, keys, column) == 1
    assert await walls.tried(settings, "update", table, keys, column) == 0
    settings["person"] = str(walls.ours.ids["coordinator"])
    assert await walls.tried(settings, "select", table, keys, column) == 0, (
        "a coordinator's own data is not the volunteers'"
    )


async def test_the_history_about_somebody_is_told_to_self_only(walls: Walls) -> None:
    person, membership = walls.ours.ids["volunteer"], "select id from membership where person_id = $1"
    subject = f'{{"membership": "{await walls.admin.fetchval(membership, person)}"}}'
    await walls.admin.execute(
        "insert into history (role, verb, subject) values ('COORDINATOR', 'membership.add', $1)", subject
    )

    async def told(settings: dict[str, str]) -> int:
        async with walls.app.transaction():
            for name, value in settings.items():
                await walls.app.execute("select set_config($1, $2, true)", f"app.{name}", value)
            return int(await walls.app.fetchval("select count(*) from history_about_me(null, 100)"))

    assert await told(NOBODY | {"person": str(person), "role": "SELF"}) == 1
    assert await told(NOBODY | {"person": str(walls.theirs.ids["volunteer"]), "role": "SELF"}) == 0
    assert await told(walls.ours.settings("volunteer")) == 0
    assert await told(walls.ours.settings("operator")) == 0

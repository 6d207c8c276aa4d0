"""Promise 6: tenants are walls, held by the database itself. Every table x role x command of the declared matrix
(backend/vrijplaats/migrations/access.toml) is tried on a real PostgreSQL; a table without a declaration fails."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg
import pytest
import pytest_asyncio

from tests.conftest import Database
from tests.security import two_worlds
from tests.security.two_worlds import NOBODY, PERSON_ROLES, Tenant
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).resolve().parents[2]
MATRIX: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "backend/vrijplaats/migrations/access.toml").read_text())
LOGIN_ROLES = ("app", "worker", "reports", "audit", "keys")
COMMANDS = ("select", "update", "delete")
TENANT_TABLES = [table for table, row in MATRIX.items() if not row.get("mechanism")]

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]


class Walls:
    """Two tenants and a connection that logs in as the app does."""

    def __init__(self, admin: Connection, app: Connection, tenants: tuple[Tenant, Tenant]) -> None:
        self.admin, self.app, (self.ours, self.theirs) = admin, app, tenants

    async def tried(
        self,
        settings: dict[str, str],
        command: str,
        table: str,
        keys: list[str],
        column: str,
    ) -> int:
        """How many of these rows the actor reaches; 0 without the privilege. Nothing is kept."""
        primary = await self.primary_key(table)
        condition = f"({primary})::text = any ($1)"
        count = "select count(*) from done"
        sql = {
            "select": f'select count(*) as n from "{table}" where {condition}',
            "update": f'with done as (update "{table}" set {column} = {column} where {condition} returning 1) {count}',
            "delete": f'with done as (delete from "{table}" where {condition} returning 1) {count}',
        }[command]
        transaction = self.app.transaction()
        await transaction.start()
        try:
            for name, value in settings.items():
                await self.app.execute("select set_config($1, $2, true)", f"app.{name}", value)
            return int(await self.app.fetchval(sql, keys))
        except asyncpg.InsufficientPrivilegeError:
            return 0
        except asyncpg.ForeignKeyViolationError:
            return len(keys)  # reached, and still in use
        finally:
            await transaction.rollback()

    async def copied_in(self, settings: dict[str, str], table: str, values: dict[str, Any]) -> None:
        """Insert a copy of somebody's row under a new id, as this actor."""
        transaction = self.app.transaction()
        await transaction.start()
        try:
            for name, value in settings.items():
                await self.app.execute("select set_config($1, $2, true)", f"app.{name}", value)
            names = ", ".join(values)
            places = ", ".join(f"${n}" for n in range(1, len(values) + 1))
            await self.app.execute(f'insert into "{table}" ({names}) values ({places})', *values.values())
        finally:
            await transaction.rollback()

    async def primary_key(self, table: str) -> str:
        columns = await self.admin.fetch(
            "select a.attname from pg_index i "
            "join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) "
            "where i.indrelid = $1::regclass and i.indisprimary order by a.attnum",
            table,
        )
        return " || '/' || ".join(f"{row['attname']}::text" for row in columns)

    async def keys(self, table: str, tenant: Tenant, role: str) -> list[str]:
        """The primary keys of the rows that belong to this tenant, or to this person of it."""
        columns = {row["attname"] for row in await self.admin.fetch(COLUMNS, table)}
        axes = [f"{axis}_id = '{tenant.ids[axis]}'" for axis in ("organisation", "facility") if f"{axis}_id" in columns]
        person = f"person_id = '{tenant.ids[role]}'"
        where = {
            "person": f"id = '{tenant.ids[role]}'",
            "membership": person,
            "history": person,
            "publication": "true",
            "organisation": "true",
            "facility": "true",
            "funder": "true",
        }.get(table)
        if where is None:
            where = " or ".join(axes) if axes else person
        rows = await self.admin.fetch(
            f'select ({await self.primary_key(table)})::text as key from "{table}" where {where}'
        )
        return [row["key"] for row in rows]


COLUMNS = """
select attname from pg_attribute
where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def walls(database: Database) -> AsyncIterator[Walls]:
    admin = await asyncpg.connect(database.admin_url)
    app = await asyncpg.connect(database.url(Login.APP))
    ours = await two_worlds.build(admin, "A", "2024-01-01")
    theirs = await two_worlds.build(admin, "B", "2024-07-01")
    yield Walls(admin, app, (ours, theirs))
    await app.close()
    await admin.close()


async def test_every_table_is_declared(walls: Walls) -> None:
    tables = await walls.admin.fetch(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
    )
    assert {row["relname"] for row in tables} == set(MATRIX)


async def test_no_view_leads_around_the_walls(walls: Walls) -> None:
    views = await walls.admin.fetch(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')"
    )
    assert views == []


@pytest.mark.parametrize("table", MATRIX)
async def test_declared_axes_are_columns_and_row_security_is_forced(walls: Walls, table: str) -> None:
    columns = {row["attname"] for row in await walls.admin.fetch(COLUMNS, table)}
    axes = [axis for axis in ("organisation", "facility") if f"{axis}_id" in columns]
    assert MATRIX[table]["axes"] == axes
    state = await walls.admin.fetchrow(
        "select relrowsecurity, relforcerowsecurity from pg_class where oid = $1::regclass",
        table,
    )
    assert state is not None
    if axes or not MATRIX[table].get("mechanism"):
        assert state["relrowsecurity"] and state["relforcerowsecurity"]


@pytest.mark.parametrize("role", LOGIN_ROLES)
@pytest.mark.parametrize("table", MATRIX)
async def test_privileges_are_the_declared_ones(walls: Walls, table: str, role: str) -> None:
    assert await _privileges(walls.admin, f"vrijplaats_{role}", table) == MATRIX[table].get(role, [])
    for never in ("TRUNCATE", "REFERENCES", "TRIGGER"):
        owner = await walls.admin.fetchval(
            "select pg_get_userbyid(relowner) from pg_class where oid = $1::regclass",
            table,
        )
        if owner != f"vrijplaats_{role}":
            assert not await walls.admin.fetchval(
                "select has_table_privilege($1, $2, $3)",
                f"vrijplaats_{role}",
                table,
                never,
            )


async def test_login_roles_cannot_pass_row_security_and_own_no_tenant_table(
    walls: Walls,
) -> None:
    rows = await walls.admin.fetch(
        "select rolname, rolsuper, rolbypassrls, rolinherit from pg_roles where rolname like 'vrijplaats%'"
    )
    assert len(rows) == 7
    assert not [row["rolname"] for row in rows if row["rolsuper"] or row["rolbypassrls"] or row["rolinherit"]]
    owned = await walls.admin.fetchval("select count(*) from pg_class where relowner = 'vrijplaats_app'::regrole")
    assert owned == 0


@pytest.mark.parametrize("role", PERSON_ROLES)
@pytest.mark.parametrize("table", TENANT_TABLES)
async def test_own_rows_answer_as_declared(walls: Walls, table: str, role: str) -> None:
    """What an actor of the tenant can do; `nothing` for everything that is not declared."""
    keys = await walls.keys(table, walls.ours, role)
    column = await _changeable(walls.admin, table)
    expected = ["select"] if MATRIX[table].get("directory") else MATRIX[table].get(role, [])
    assert keys
    reached = [c for c in COMMANDS if await walls.tried(walls.ours.settings(role), c, table, keys, column)]
    assert reached == expected


@pytest.mark.parametrize("role", [*PERSON_ROLES, "nobody"])
@pytest.mark.parametrize(
    "table",
    [t for t in TENANT_TABLES if not MATRIX[t].get("directory") and not MATRIX[t].get("published")],
)
async def test_rows_of_another_tenant_do_not_exist(walls: Walls, table: str, role: str) -> None:
    settings = NOBODY if role == "nobody" else walls.theirs.settings(role)
    column = await _changeable(walls.admin, table)
    for victim in PERSON_ROLES:
        operators = MATRIX[table].get("operators", [])
        if role == "operator" and (table == "history" or operators is True or victim in operators):
            continue  # the operator reads the whole history, which holds ids only, and says who works where
        keys = await walls.keys(table, walls.ours, victim)
        assert [c for c in COMMANDS if await walls.tried(settings, c, table, keys, column)] == []


@pytest.mark.parametrize("role", [*PERSON_ROLES, "nobody"])
@pytest.mark.parametrize("table", [t for t in TENANT_TABLES if "insert" in MATRIX[t].get("app", [])])
async def test_nothing_is_written_into_another_tenant(walls: Walls, table: str, role: str) -> None:
    if MATRIX[table].get("published") and role == "operator":
        return  # publishing is the operator's work and of no tenant
    columns = [row["attname"] for row in await walls.admin.fetch(COLUMNS, table) if row["attname"] != "id"]
    row = await walls.admin.fetchrow(
        f'select {", ".join(columns)} from "{table}" where {_of_tenant(MATRIX[table], walls.ours)}'
    )
    assert row is not None
    settings = NOBODY if role == "nobody" else walls.theirs.settings(role)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await walls.copied_in(settings, table, dict(row))


async def test_a_forgotten_setting_shows_nothing(walls: Walls) -> None:
    for table in TENANT_TABLES:
        if MATRIX[table].get("directory") or not MATRIX[table].get("app", [""])[0].startswith("select"):
            continue
        assert await walls.app.fetchval(f'select count(*) from (select 1 from "{table}") as rows') == 0, table


async def test_a_foreign_key_is_no_oracle(walls: Walls) -> None:
    """Every key between tenant tables carries the tenant, so that no error tells that somebody else's row exists."""
    loose = await walls.admin.fetch(
        """
        select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
        from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace
          and not exists (
            select from unnest(c.conkey) k(n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n
            where a.attname in ('organisation_id', 'facility_id', 'person_id', 'publication_id', 'membership_id'))
        """
    )
    public = {table for table, row in MATRIX.items() if row.get("directory") or row.get("published")} | {"person"}
    known = {
        # written by a function that has just seen the detainee under the same policies
        ("detainee_key", "detainee"),
        # a trigger asks for the request first, under the policies of whoever makes the match (0054)
        ("match", "visit_request"),
    }
    assert {(row["child"], row["parent"]) for row in loose if row["parent"] not in public} <= known


async def _privileges(admin: Connection, role: str, table: str) -> list[str]:
    found: list[str] = []
    columns = [row["attname"] for row in await admin.fetch(COLUMNS.replace("and attgenerated = ''", ""), table)]
    for command in ("select", "insert", "update", "delete"):
        if await admin.fetchval("select has_table_privilege($1, $2, $3)", role, table, command):
            found.append(command)
        elif command != "delete":
            some = [
                c
                for c in columns
                if await admin.fetchval(
                    "select has_column_privilege($1, $2, $3, $4)",
                    role,
                    table,
                    c,
                    command,
                )
            ]
            found += [f"{command} ({', '.join(some)})"] if some else []
    return found


async def _changeable(admin: Connection, table: str) -> str:
    """A column the app may change, or any: then the missing privilege is the answer."""
    columns = [row["attname"] for row in await admin.fetch(COLUMNS, table)]
    for column in columns:
        if await admin.fetchval(
            "select has_column_privilege('vrijplaats_app', $1, $2, 'update')",
            table,
            column,
        ):
            return str(column)
    return str(columns[0])


def _of_tenant(row: dict[str, Any], tenant: Tenant) -> str:
    axes = [f"{axis}_id = '{tenant.ids[axis]}'" for axis in row["axes"]]
    return (" or " if row.get("either") else " and ").join(axes) if axes else "true"

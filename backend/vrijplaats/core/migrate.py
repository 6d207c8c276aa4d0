"""Brings a database to the state of `migrations/sql`: bootstrap as the superuser, then each file once, in order.

Every file runs in one transaction together with the row that records it, so that a kill leaves no half step.
Why not Tortoise's own executor: docs/decisions/0002-migrations.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

import asyncpg

from vrijplaats.refusal import Refusal

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]

FOLDER = Path(__file__).resolve().parents[1] / "migrations" / "sql"
BOOTSTRAP = "0000_bootstrap"
OWNER = "vrijplaats_owner"
LOCK = 7_430_021  # any number that nobody else in this database uses
LEDGER = f"""
create schema if not exists migrations authorization {OWNER};
create table if not exists migrations.applied (
  name text primary key,
  hash text not null,
  applied_at timestamptz not null default clock_timestamp()
);
grant usage on schema migrations to vrijplaats_app, vrijplaats_worker;
grant select on migrations.applied to vrijplaats_app, vrijplaats_worker;
"""
APPLIED = "select name, hash from migrations.applied"


class MigrationError(Refusal):
    """The database cannot be brought up to date; the message says why."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One .sql file."""

    name: str
    sql: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.sql.encode()).hexdigest()


def known(folder: Path = FOLDER) -> list[Migration]:
    """The migrations in the order in which they apply, without the bootstrap."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return [Migration(file.stem, file.read_text(encoding="utf-8")) for file in files if file.stem != BOOTSTRAP]


def pending(applied: Mapping[str, str], migrations: list[Migration] | None = None) -> list[Migration]:
    """What still has to run, given the rows of APPLIED; a changed or missing file is refused."""
    ours = known() if migrations is None else migrations
    unknown = sorted(set(applied) - {each.name for each in ours})
    if unknown:
        raise MigrationError(f"The database is newer than this program: it has {', '.join(unknown)}.")
    for each in ours:
        if applied.get(each.name, each.hash) != each.hash:
            raise MigrationError(
                f"{each.name}.sql was changed after it was applied. Put the change in a new file instead."
            )
    return [each for each in ours if each.name not in applied]


async def bootstrap(admin_url: str, passwords: Mapping[str, str] | None = None, folder: Path = FOLDER) -> None:
    """Make the database, roles and extension if they are missing. May be repeated; `passwords` is by role name.

    Roles belong to the whole server, so that the lock is taken in its maintenance database.
    """
    maintenance = await asyncpg.connect(admin_url, database="postgres")
    try:
        await maintenance.fetchval("select pg_advisory_lock($1)", LOCK)
        database = _database_of(admin_url)
        if not await maintenance.fetchval("select 1 from pg_database where datname = $1", database):
            await maintenance.execute(f"create database {_quoted(database)}")
        connection = await asyncpg.connect(admin_url)
        try:
            await _prepare(connection, (folder / f"{BOOTSTRAP}.sql").read_text(encoding="utf-8"), passwords or {})
        finally:
            await connection.close()
    finally:
        await maintenance.close()


async def migrate(migrator_url: str, folder: Path = FOLDER) -> list[str]:
    """Apply what is pending as the database's owner; gives the names applied. Two at once wait for each other."""
    connection = await asyncpg.connect(migrator_url)
    try:
        await connection.fetchval("select pg_advisory_lock($1)", LOCK)
        await connection.execute(f"set role {OWNER}; set client_min_messages = warning; {LEDGER}")
        todo = pending(await applied(connection), known(folder))
        for each in todo:
            await _apply(connection, each)
        return [each.name for each in todo]
    finally:
        await connection.close()


async def applied(connection: Connection) -> dict[str, str]:
    """Name and hash of every migration that this database has."""
    return {row["name"]: row["hash"] for row in await connection.fetch(APPLIED)}


async def _prepare(connection: Connection, sql: str, passwords: Mapping[str, str]) -> None:
    async with connection.transaction():
        await connection.execute("set local client_min_messages = warning")
        await connection.execute(sql)
        for role, password in passwords.items():
            command = await connection.fetchval(
                "select format('alter role %I password %L', $1::text, $2::text)", role, password
            )
            await connection.execute(command)


async def _apply(connection: Connection, migration: Migration) -> None:
    try:
        async with connection.transaction():
            await connection.execute(f"set role {OWNER}")
            await connection.execute(migration.sql)
            await connection.execute(f"set role {OWNER}")
            await connection.execute(
                "insert into migrations.applied (name, hash) values ($1, $2)", migration.name, migration.hash
            )
    except asyncpg.PostgresError as problem:
        raise MigrationError(f"{migration.name}.sql failed and nothing of it was kept: {problem}") from problem


def _database_of(url: str) -> str:
    return urlsplit(url).path.lstrip("/") or "vrijplaats"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

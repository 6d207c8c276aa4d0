"""Migrations: once, in order, whole or not at all."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import asyncpg
import pytest

from tests.conftest import Database
from vrijplaats.core.migrate import BOOTSTRAP, FOLDER, MigrationError, applied, bootstrap, known, migrate
from vrijplaats.settings import Login


async def _applied(database: Database) -> dict[str, str]:
    connection = await asyncpg.connect(database.url(Login.APP))
    try:
        return await applied(connection)
    finally:
        await connection.close()


async def test_a_fresh_database_has_every_migration_with_its_hash(database: Database) -> None:
    assert await _applied(database) == {each.name: each.hash for each in known()}


async def test_a_second_run_changes_nothing(database: Database) -> None:
    await bootstrap(database.admin_url)
    assert await migrate(database.url(Login.MIGRATOR)) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the migrations that a test may change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "sql"))


async def test_a_changed_file_is_refused(database: Database, folder: Path) -> None:
    first = folder / f"{known()[0].name}.sql"
    first.write_text(first.read_text() + "\n-- changed\n")
    with pytest.raises(MigrationError, match="changed after it was applied"):
        await migrate(database.url(Login.MIGRATOR), folder)


async def test_a_database_newer_than_the_program_is_refused(database: Database, folder: Path) -> None:
    (folder / f"{known()[-1].name}.sql").unlink()
    with pytest.raises(MigrationError, match="newer than this program"):
        await migrate(database.url(Login.MIGRATOR), folder)


async def test_a_failing_file_leaves_nothing_behind(database: Database, folder: Path) -> None:
    (folder / "9000_broken.sql").write_text("create table half_a_step (id int); select 1 / 0;")
    with pytest.raises(MigrationError, match="nothing of it was kept"):
        await migrate(database.url(Login.MIGRATOR), folder)
    assert "9000_broken" not in await _applied(database)


async def test_two_at_once_apply_a_file_once(database: Database, folder: Path) -> None:
    (folder / "9001_slow.sql").write_text("select pg_sleep(0.2);")
    runs = await asyncio.gather(*(migrate(database.url(Login.MIGRATOR), folder) for _ in range(2)))
    assert sorted(map(len, runs)) == [0, 1]


async def test_a_rate_of_ones_own_outlives_its_column(database: Database, folder: Path) -> None:
    """0057: what a kilometre was worth before rates had a first day is not lost."""
    for path in folder.glob("*.sql"):
        if path.name >= "0057":
            path.unlink()
    former = f"{database.name}_before"
    urls = [
        url.replace(f"/{database.name}", f"/{former}") for url in (database.admin_url, database.url(Login.MIGRATOR))
    ]
    admin = await asyncpg.connect(database.admin_url)
    await admin.execute(f"create database {former} owner vrijplaats_owner")
    try:
        await bootstrap(urls[0])
        await migrate(urls[1], folder)
        before = await asyncpg.connect(urls[0])
        made = [
            await before.fetchval("insert into organisation (name) values ($1) returning id", n) for n in ("A", "B")
        ]
        insert = "insert into organisation_setting (organisation_id, kilometre_rate_cents) values ($1, $2)"
        await before.executemany(insert, [(made[0], 30), (made[1], 23)])
        await migrate(urls[1])
        kept = await before.fetch("select organisation_id, cents, set_by from kilometre_rate")
        assert [tuple(row) for row in kept] == [(made[0], 30, None)]
        await before.close()
    finally:
        await admin.execute(f"drop database {former} with (force)")
        await admin.close()


def test_the_bootstrap_is_not_a_migration() -> None:
    assert BOOTSTRAP not in {each.name for each in known()}

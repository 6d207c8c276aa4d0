"""What has to be true of the database before anything serves: roles, migrations, and for the demo its world."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import asyncpg

from vrijplaats.core.migrate import bootstrap, migrate
from vrijplaats.settings import Login, Settings

# Kept as the comment on the database: it is gone when the database is, and no table of the domain knows of it.
LOADING, LOADED = "demo: loading", "demo: loaded"
SEED = 2026


async def prepare_database(settings: Settings) -> list[str]:
    """Bootstrap as the user in DATABASE_URL, then migrate as the migrator; gives the migrations applied."""
    passwords = {login.database_role: password for login, password in settings.passwords.items()}
    await bootstrap(settings.dsn(Login.ADMIN), passwords)
    return await migrate(settings.dsn(Login.MIGRATOR))


async def is_demo_loaded(admin_url: str) -> bool:
    """Whether the demo world is in there, whole."""
    return await _mark(admin_url) == LOADED


async def seed(settings: Settings, progress: Callable[[str, int, int], None]) -> None:
    """Load the demo world unless it is there; a load that was cut off is thrown away and done again."""
    from vrijplaats.demo import load

    admin_url = settings.dsn(Login.ADMIN)
    mark = await _mark(admin_url)
    if mark == LOADED:
        return
    if mark == LOADING:
        await _drop(admin_url)
        await prepare_database(settings)
    await _set_mark(admin_url, LOADING)
    await load(admin_url, seed=SEED, progress=progress)
    await _set_mark(admin_url, LOADED)


async def _mark(admin_url: str) -> str | None:
    connection = await asyncpg.connect(admin_url)
    try:
        mark: str | None = await connection.fetchval(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
        )
        return mark if mark in (LOADING, LOADED) else None
    finally:
        await connection.close()


async def _set_mark(admin_url: str, mark: str) -> None:
    connection = await asyncpg.connect(admin_url)
    try:
        await connection.execute(f"comment on database \"{_database_in(admin_url)}\" is '{mark}'")
    finally:
        await connection.close()


async def _drop(admin_url: str) -> None:
    connection = await asyncpg.connect(admin_url, database="postgres")
    try:
        await connection.execute(f'drop database "{_database_in(admin_url)}" with (force)')
    finally:
        await connection.close()


def _database_in(url: str) -> str:
    return urlsplit(url).path.lstrip("/").replace('"', '""')

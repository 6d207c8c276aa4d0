"""Connection pools by name: "app" for requests, others for the worker and the reports."""

import importlib
import importlib.util
import inspect
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import orjson
from tortoise import Tortoise
from tortoise.models import Model

import vrijplaats

_pools: dict[str, Any] = {}
_SERVER_SETTINGS = {
    "application_name": "vrijplaats",
    "timezone": "UTC",
    "jit": "off",
    "statement_timeout": "30000",
    "lock_timeout": "10000",
    "idle_in_transaction_session_timeout": "60000",
}


class DatabaseUnavailable(ConnectionError):
    """No connection to be had: not open, unreachable or all of them busy for too long."""


async def open_database(url: str, *, min_size: int = 1, max_size: int = 10, name: str = "app") -> None:
    """Open the pool `name`; opening it again replaces it. The first one also tells Tortoise where the models are."""
    await _close(name)
    _pools[name] = await asyncpg.create_pool(
        url,
        min_size=min_size,
        max_size=max_size,
        init=_prepare,
        reset=_nothing,
        server_settings=_SERVER_SETTINGS,
        timeout=5,
    )
    if not Tortoise.is_inited():
        await Tortoise.init(
            config={
                "connections": {"app": {"engine": "vrijplaats.core.engine", "credentials": {}}},
                "apps": {"vrijplaats": {"models": _model_modules(), "default_connection": "app"}},
                "use_tz": True,
            },
            _enable_global_fallback=True,
        )


async def close_database() -> None:
    """Close every pool."""
    for name in list(_pools):
        await _close(name)
    if Tortoise.is_inited():
        await Tortoise.close_connections()


async def _close(name: str) -> None:
    if pool := _pools.pop(name, None):
        try:
            await pool.close()
        except RuntimeError:  # opened in an event loop that is gone: its sockets went with it
            pool.terminate()


async def _nothing(_connection: Any) -> None:
    """Settings are local to a transaction and nothing else is ever set, so there is nothing to reset: one round
    trip less."""


async def _prepare(connection: Any) -> None:
    for kind in ("json", "jsonb"):
        await connection.set_type_codec(kind, encoder=_to_json, decoder=orjson.loads, schema="pg_catalog")


def _to_json(value: object) -> str:
    """Text is taken to be JSON already (that is what Tortoise hands over)."""
    return value if isinstance(value, str) else orjson.dumps(value, default=str).decode()


@asynccontextmanager
async def borrow(name: str) -> AsyncIterator[Any]:
    """A connection of the pool `name`. One that comes back inside a transaction is closed: nothing may be left to
    the next."""
    pool = _pools.get(name)
    if pool is None:
        raise DatabaseUnavailable(f"the database {name} is not open")
    try:
        connection = await pool.acquire(timeout=10)
    except TimeoutError as error:
        raise DatabaseUnavailable("no free connection") from error
    try:
        yield connection
    finally:
        if not connection.is_closed() and connection.is_in_transaction():
            connection.terminate()
        await pool.release(connection)


def _model_modules() -> list[str]:
    """Each feature's `models` module that defines tables for Tortoise."""
    found = []
    for package in pkgutil.iter_modules(vrijplaats.__path__, "vrijplaats."):
        if package.ispkg and importlib.util.find_spec(f"{package.name}.models"):
            module = importlib.import_module(f"{package.name}.models")
            if any(
                inspect.isclass(item) and issubclass(item, Model) and item is not Model
                for item in vars(module).values()
            ):
                found.append(module.__name__)
    return found

"""The Tortoise engine of Vrijplaats: a model can be read or written inside core.db.transaction and nowhere else."""

import asyncio
from typing import Any, NoReturn

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import ConnectionWrapper


class OutsideTransaction(RuntimeError):
    """A query was made where no tenant transaction is open."""


class GuardedClient(AsyncpgDBClient):
    """Stands where Tortoise keeps its pool; has none, and refuses everything."""

    async def create_connection(self, with_db: bool) -> None:
        raise OutsideTransaction("Tortoise may not open connections of its own")

    def acquire_connection(self) -> NoReturn:
        raise OutsideTransaction("query outside a transaction: open one with core.db.transaction")

    def _in_transaction(self) -> NoReturn:
        raise OutsideTransaction("use core.db.transaction or core.db.savepoint")

    async def _close(self) -> None:
        self._template: dict[str, Any] = {}


class TransactionClient(TransactionWrapper):
    """What Tortoise sees inside a transaction: the transaction's own connection, behind the same lock."""

    def __init__(self, guarded: GuardedClient, connection: Any, lock: asyncio.Lock) -> None:
        super().__init__(guarded)
        self._connection = connection
        self._lock = lock

    def finish(self) -> None:
        """From here on this client refuses: a task that outlives its transaction must not query in a later one."""
        self._finalized = True

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        if self._finalized:
            raise OutsideTransaction("the transaction is over")
        return super().acquire_connection()

    def _in_transaction(self) -> NoReturn:
        raise OutsideTransaction("use core.db.savepoint inside a transaction")


client_class = GuardedClient

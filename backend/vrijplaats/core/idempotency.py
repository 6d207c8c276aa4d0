"""The same request twice has one effect and one answer. Used by the endpoint only (docs/decisions, idempotency).

The row is inserted first in the transaction of the action itself: a duplicate that arrives meanwhile waits on it
and then finds the answer; when the first one is rolled back, nothing is left and the second one does the work.

An answer may hold a first name (promise 3), and a request holds whole ones: so the kept answer is sealed, and the
print of the request is keyed, so that it cannot be found by trying names.
"""

import hmac
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson

from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic
from vrijplaats.core.sealing import Place, derived, seal, unseal

KEPT = timedelta(days=7)
_CLAIM = "insert into idempotency (person_id, key, request_hash) values ($1, $2, $3) on conflict do nothing"
_FIND = "select request_hash, response from idempotency where person_id = $1 and key = $2"
_STORE = "update idempotency set response = $3 where person_id = $1 and key = $2"


class KeyReused(Exception):
    """The key was used before, for something else."""


class Answers:
    """The answers that were given, by person and key; `master` is the master key."""

    def __init__(self, master: bytes) -> None:
        self._sealing = derived(master, "idempotency|response")
        self._hashing = derived(master, "idempotency|request")

    def request_hash(self, document: str, operation: str | None, variables: Any) -> bytes:
        """What makes two requests the same: the document, the operation and the variables, whatever their order."""
        content = orjson.dumps([document, operation, variables], option=orjson.OPT_SORT_KEYS)
        return hmac.digest(self._hashing, content, "sha256")

    async def claim(self, person_id: UUID, key: UUID, wanted: bytes) -> bytes | None:
        """Take the key: None means do it now, bytes are the answer that was given before."""
        if await db.execute(_CLAIM, person_id, key, wanted):
            return None
        row = await db.fetch_one(_FIND, person_id, key)
        if row is None or not hmac.compare_digest(row["request_hash"], wanted):
            raise KeyReused
        return unseal(self._sealing, row["response"], _place(person_id, key))

    async def store(self, person_id: UUID, key: UUID, response: bytes) -> None:
        """Keep the answer with the effect, in the same transaction."""
        await db.execute(_STORE, person_id, key, seal(self._sealing, response, _place(person_id, key)))


def _place(person_id: UUID, key: UUID) -> Place:
    return Place("idempotency", f"response|{person_id}", key)


async def clean_up() -> None:
    """Forget what no client sends again."""
    await db.execute("delete from idempotency where created_at < $1", clock.now() - KEPT)


CLEAN_UP = Periodic(name="idempotency.clean_up", run=clean_up, minutes=frozenset({15}), hour=2)

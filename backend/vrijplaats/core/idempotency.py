"""The same request twice has one effect and one answer. Used by the endpoint only (docs/decisions, idempotency).

The row is inserted first in the transaction of the action itself: a duplicate that arrives meanwhile waits on it
and then finds the answer; when the first one is rolled back, nothing is left and the second one does the work.
"""

from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson

from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic

KEPT = timedelta(days=7)
_CLAIM = "insert into idempotency (person_id, key, request_hash) values ($1, $2, $3) on conflict do nothing"
_FIND = "select request_hash, response from idempotency where person_id = $1 and key = $2"
_STORE = "update idempotency set response = $3 where person_id = $1 and key = $2"


class KeyReused(Exception):
    """The key was used before, for something else."""


def request_hash(document: str, operation: str | None, variables: Any) -> bytes:
    """What makes two requests the same: the document, the operation and the variables, whatever their order."""
    return sha256(orjson.dumps([document, operation, variables], option=orjson.OPT_SORT_KEYS)).digest()


async def claim(person_id: UUID, key: UUID, wanted: bytes) -> bytes | None:
    """Take the key: None means do it now, bytes are the answer that was given before."""
    if await db.execute(_CLAIM, person_id, key, wanted):
        return None
    row = await db.fetch_one(_FIND, person_id, key)
    if row is None or row["request_hash"] != wanted:
        raise KeyReused
    response: bytes = row["response"]
    return response


async def store(person_id: UUID, key: UUID, response: bytes) -> None:
    """Keep the answer with the effect, in the same transaction."""
    await db.execute(_STORE, person_id, key, response)


async def clean_up() -> None:
    """Forget what no client sends again."""
    await db.execute("delete from idempotency where created_at < $1", clock.now() - KEPT)


CLEAN_UP = Periodic(name="idempotency.clean_up", run=clean_up, minutes=frozenset({15}), hour=2)

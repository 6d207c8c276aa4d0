"""The same request twice has one effect and one answer. Used by the endpoint only (docs/decisions, idempotency).

The row is inserted first in the transaction of the action itself: a duplicate that arrives meanwhile waits on it
and then finds the answer; when the first one is rolled back, nothing is left and the second one does the work.

An answer may hold a first name (promise 3), and a request holds whole ones. A name is left out of the kept answer and
read again when the answer is repeated, under the rights of that moment and with its own row in the history: once a
match has ended or somebody was erased, there is nothing left to repeat. The rest is sealed, and the print of the
request is keyed, so that it cannot be found by trying names.
"""

import hmac
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import Periodic
from vrijplaats.core.names import Names, Reopen, filled, without_names
from vrijplaats.core.sealing import Place, derived, seal, unseal

KEPT = timedelta(days=7)
_NAMES = "names"
_CLAIM = "insert into idempotency (person_id, key, request_hash) values ($1, $2, $3) on conflict do nothing"
_FIND = "select request_hash, response from idempotency where person_id = $1 and key = $2"
_STORE = "update idempotency set response = $3 where person_id = $1 and key = $2"


class KeyReused(Exception):
    """The key was used before, for something else."""


class Answers:
    """The answers that were given, by person and key; `master` is the master key, `reopen` reads names again."""

    def __init__(self, master: bytes, reopen: Reopen) -> None:
        self._reopen = reopen
        self._sealing = derived(master, "idempotency|response")
        self._hashing = derived(master, "idempotency|request")

    def request_hash(self, document: str, operation: str | None, variables: Any) -> bytes:
        """What makes two requests the same: the document, the operation and the variables, whatever their order."""
        content = orjson.dumps([document, operation, variables], option=orjson.OPT_SORT_KEYS)
        return hmac.digest(self._hashing, content, "sha256")

    async def claim(self, actor: Actor, key: UUID, wanted: bytes) -> bytes | None:
        """Take the key: None means do it now, bytes are the answer that was given before, with the names that may still
        be read. Raises what reading a name raises."""
        if await db.execute(_CLAIM, actor.person_id, key, wanted):
            return None
        row = await db.fetch_one(_FIND, actor.person_id, key)
        if row is None or not hmac.compare_digest(row["request_hash"], wanted):
            raise KeyReused
        kept = unseal(self._sealing, row["response"], _place(actor.person_id, key))
        content = orjson.loads(kept)
        if _NAMES not in content:
            return kept
        names: Names = content.pop(_NAMES)
        return orjson.dumps(await filled(content, names, actor, self._reopen))

    async def store(self, person_id: UUID, key: UUID, content: dict[str, Any]) -> None:
        """Keep the answer with the effect, in the same transaction; without the names in it."""
        kept, names = without_names(content)
        response = orjson.dumps(kept | {_NAMES: names} if names else kept)
        await db.execute(_STORE, person_id, key, seal(self._sealing, response, _place(person_id, key)))


def _place(person_id: UUID, key: UUID) -> Place:
    return Place("idempotency", f"response|{person_id}", key)


async def clean_up() -> None:
    """Forget what no client sends again."""
    await db.execute("delete from idempotency where created_at < $1", clock.now() - KEPT)


CLEAN_UP = Periodic(name="idempotency.clean_up", run=clean_up, minutes=frozenset({15}), hour=2)

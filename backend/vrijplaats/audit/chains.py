"""Whether the history is whole: every row's hash is computed anew, and each chain followed from its first row to the
last one that its head knows."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import asyncpg

_NOBODYS = UUID(int=0)
_BATCH = 2_000
# the same text as the trigger history_link in 0003_mechanisms.sql
_ROWS = """
select chain, id, organisation_id, facility_id, previous_hash, hash, concat_ws('|', id, extract(epoch from at),
  coalesce(person_id::text, ''), coalesce(role, ''), verb, subject::text, coalesce(organisation_id::text, ''),
  coalesce(facility_id::text, '')) as text
from history order by chain, id
"""
_HEADS = "select chain, hash from history_head"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a chain; the row is the place where it shows, if there is one."""

    chain: UUID
    row: UUID | None
    what: str

    def __str__(self) -> str:
        return f"chain {self.chain}{f' row {self.row}' if self.row else ''}: {self.what}"


@dataclass(slots=True)
class Verdict:
    """What was looked at and what was found."""

    rows: int = 0
    chains: int = 0
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Chain:
    """One chain while it is followed. Ids are given before the lock and links after it, so that rows that were written
    together may come in another order: they wait until the row before them has come."""

    name: UUID
    last: bytes = b""
    waiting: dict[bytes, tuple[UUID, bytes]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, row: Mapping[str, Any]) -> None:
        identifier, previous, kept = row["id"], row["previous_hash"], row["hash"]
        computed = hashlib.sha256(previous + row["text"].encode()).digest()
        if computed != kept or self.name != (row["organisation_id"] or row["facility_id"] or _NOBODYS):
            self._found(identifier, "this row was changed")
        if previous in self.waiting:
            self._found(identifier, "two rows claim the same place; this one was put in or moved")
            return
        self.waiting[previous] = (identifier, kept)
        while (following := self.waiting.pop(self.last, None)) is not None:
            self.last = following[1]

    def end(self, head: bytes | None) -> list[Finding]:
        """No more rows: what still waits has lost the row before it."""
        known = {kept for _, kept in self.waiting.values()}
        ends = known - self.waiting.keys() or {self.last}
        for previous, (identifier, _) in self.waiting.items():
            if previous not in known:
                self._found(identifier, "the row before this one was removed or changed, or rows changed places")
        if head is None:
            self._found(None, "its head is gone")
        elif head not in ends:
            self._found(None, "its last rows were cut off")
        return self.findings

    def _found(self, row: UUID | None, what: str) -> None:
        self.findings.append(Finding(self.name, row, what))


async def verify(url: str) -> Verdict:
    """Follow every chain in one snapshot, as the audit's own login; rows are streamed, not kept."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            heads = {row["chain"]: row["hash"] for row in await connection.fetch(_HEADS)}
            verdict, chain = Verdict(), None
            async for row in connection.cursor(_ROWS, prefetch=_BATCH):
                if chain is None or chain.name != row["chain"]:
                    _close(verdict, chain, heads)
                    chain = _Chain(row["chain"])
                chain.add(dict(row))
                verdict.rows += 1
            _close(verdict, chain, heads)
            verdict.findings += _emptied(heads)
            return verdict
    finally:
        await connection.close()


def _close(verdict: Verdict, chain: _Chain | None, heads: dict[UUID, bytes]) -> None:
    if chain is not None:
        verdict.chains += 1
        verdict.findings += chain.end(heads.pop(chain.name, None))


def _emptied(heads: Mapping[UUID, bytes]) -> Iterable[Finding]:
    return [Finding(chain, None, "all of its rows were removed") for chain in heads]

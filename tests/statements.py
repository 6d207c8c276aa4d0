"""Counting what is sent to the database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from vrijplaats.core import db
from vrijplaats.core.actor import Actor


@asynccontextmanager
async def counted(actor: Actor) -> AsyncIterator[list[str]]:
    """A transaction of the actor, and the statements that are sent in it."""
    sent: list[str] = []
    async with db.transaction(actor):
        connection = db._open_transaction().connection
        connection.add_query_logger(note := lambda record: sent.append(record.query))
        try:
            yield sent
        finally:
            connection.remove_query_logger(note)


def all_sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement of every transaction from here to the end of the test."""
    sent: list[str] = []
    begin = db._Transaction.begin

    def note(record: Any) -> None:
        sent.append(record.query)

    async def listening(self: Any) -> None:
        self.connection.add_query_logger(note)
        await begin(self)

    monkeypatch.setattr(db._Transaction, "begin", listening)
    return sent

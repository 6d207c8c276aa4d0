"""Letters as people receive them, out of the outbox by way of the worker's own deliveries."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest_asyncio

from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import WORKER, deliver
from vrijplaats.core.pools import open_database
from vrijplaats.demo.mail import KeptLetter, kept_letters
from vrijplaats.settings import Login, Settings
from vrijplaats.worker import jobs_of

_WAITING = "select id from outbox where done_at is null order by id"


@dataclass(slots=True)
class Letterbox:
    """Everybody's letters."""

    settings: Settings
    world: World

    async def to(self, address: str) -> list[KeptLetter]:
        """Deliver what waits; the letters to this address, newest first."""
        for row in await self.world.rows(_WAITING):
            assert await deliver(row["id"], jobs_of("DELIVERIES"))
        return [letter for letter in kept_letters(self.settings.var / "mail") if letter.to == address]

    async def digits(self, address: str) -> str:
        """Those in the newest letter to this address."""
        return digits_in((await self.to(address))[0].text)


def digits_in(text: str) -> str:
    """The eight digits of a letter."""
    found = re.search(r"^ +(\d{4} \d{4})$", text, re.MULTILINE)
    assert found, text
    return found[1]


@pytest_asyncio.fixture(loop_scope="module")
async def letters(db: Settings, world: World) -> AsyncIterator[Letterbox]:
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)
    # each test has its own hour
    await world.connection.execute("delete from attempt")
    yield Letterbox(db, world)


async def reachable(world: World, actor: Actor, address: str, *, shown: bool = True) -> str:
    """Give the actor this address, which is given back; `shown` when it was shown to be theirs."""
    verified = clock.now() if shown else None
    await world.insert("person_contact", person_id=actor.person_id, email=address, email_verified_at=verified)
    return address

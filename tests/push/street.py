"""A push service with phones, and the program that wakes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tests.matching import scene
from tests.push.service import Phone, PushService, a_subscription
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Session
from vrijplaats.core.jobs import Delivery, deliver
from vrijplaats.notices import jobs as notice_jobs
from vrijplaats.notices.push import jobs as push_jobs
from vrijplaats.notices.push.sending import keep_sending
from vrijplaats.settings import Settings

DELIVERIES: list[Delivery] = [*notice_jobs.DELIVERIES, *push_jobs.DELIVERIES]
WAITING = "select id from outbox where done_at is null order by id"


@dataclass(slots=True)
class Street:
    """A push service, and somebody who sends to it."""

    world: World
    settings: Settings
    service: PushService

    async def phone(self, actor: Actor) -> Phone:
        """A phone of the actor's that is woken."""
        phone, target = self.service.phone()
        await a_subscription(self.world, actor, target)
        return phone

    async def told(self) -> None:
        """Everything in the outbox becomes notices and deliveries."""
        for row in await self.world.rows(WAITING):
            await deliver(row["id"], DELIVERIES)

    async def sent(self, until: Callable[[], Any], seconds: float = 30) -> None:
        """Send until this is so."""
        stop = asyncio.Event()
        sending = asyncio.create_task(keep_sending(self.settings, stop))
        try:
            async with asyncio.timeout(seconds):
                while not until():
                    await asyncio.sleep(0.02)
        finally:
            stop.set()
            await sending

    async def tried(self) -> None:
        """Let the sender look a few times."""
        started = asyncio.get_running_loop().time()
        await self.sent(lambda: asyncio.get_running_loop().time() - started > 1.2)

    async def settled(self, seconds: float = 30) -> None:
        """Send until nothing is due any more; then the devices heard all they will hear for now."""
        stop = asyncio.Event()
        sending = asyncio.create_task(keep_sending(self.settings, stop))
        due = (
            "select count(*) from push_delivery where done_at is null and next_at <= $1::timestamptz + interval '70 s'"
        )
        try:
            async with asyncio.timeout(seconds):
                while await self.world.value(due, clock.now()):
                    await asyncio.sleep(0.05)
        finally:
            stop.set()
            await sending

    async def outcomes(self, actor: Actor) -> list[str | None]:
        """What became of the deliveries to this person, in order."""
        sql = "select outcome from push_delivery where person_id = $1 order by created_at, id"
        return [row["outcome"] for row in await self.world.rows(sql, actor.person_id)]

    async def awake(self, *people: Actor) -> None:
        """These want no silence: the tests run at any hour."""
        for person in people:
            await self.world.insert("push_preference", person_id=person.person_id)


async def at_this_phone(street: Street, actor: Actor) -> Actor:
    """The actor in the session of the phone they had last."""
    sql = "select id, created_at from session where person_id = $1 order by created_at desc, id desc limit 1"
    (row,) = await street.world.rows(sql, actor.person_id)
    session = Session(id=row["id"], started_at=row["created_at"], last_seen_at=row["created_at"])
    return replace(actor, session=session)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for which these volunteers were asked."""

    coordinator: Actor
    volunteers: list[Actor]
    offers: list[UUID]

    @property
    def person(self) -> UUID:
        """The first of them."""
        return self.volunteers[0].person_id


async def asked_of(street: Street, count: int = 1, *, city: str = "Veenhuizen", awake: bool = True) -> Asked:
    world = street.world
    facility = await world.a_facility(city)
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    volunteers = [await world.a_volunteer(organisation, admitted=[facility]) for _ in range(count)]
    if awake:
        await street.awake(coordinator, *volunteers)
    request = await world.a_request(facility, organisation)
    views = await scene.offer(coordinator, request, *volunteers)
    by_volunteer = {view.volunteer.id: view.id for view in views}
    return Asked(coordinator, volunteers, [by_volunteer[each.volunteer_id] for each in volunteers if each.volunteer_id])


@contextmanager
def at(day: int, hour: int) -> Iterator[None]:
    """A moment in Amsterdam in the winter of 2026."""
    with clock.travel(datetime(2026, 12, day, hour - 1, tzinfo=UTC)):
        yield

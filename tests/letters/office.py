"""Somebody who is told things, a mail server, and the worker that writes to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from tests.accounts.letterbox import reachable
from tests.mail.postbox import Postbox
from tests.matching import scene
from tests.push.service import a_subscription
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import Delivery, deliver, run_periodic
from vrijplaats.notices import jobs as notice_jobs
from vrijplaats.notices.letters import jobs as letter_jobs
from vrijplaats.notices.push import jobs as push_jobs
from vrijplaats.settings import Settings

DELIVERIES: list[Delivery] = [*notice_jobs.DELIVERIES, *push_jobs.DELIVERIES, *letter_jobs.DELIVERIES]
MINUTE, NIGHT = letter_jobs.PERIODIC
WAITING = "select id from outbox where done_at is null order by id"


@dataclass(slots=True)
class Office:
    """The worker, as far as letters go, with the mail server it knows."""

    world: World
    settings: Settings
    box: Postbox

    async def told(self) -> None:
        """Everything in the outbox is delivered, until nothing waits; what cannot be waits for another try."""
        tried: set[UUID] = set()
        while new := [row["id"] for row in await self.world.rows(WAITING) if row["id"] not in tried]:
            for identifier in new:
                tried.add(identifier)
                with suppress(Exception):
                    await deliver(identifier, DELIVERIES)

    async def looked(self) -> None:
        """A minute has passed: the worker looks whose time has come, and delivers."""
        await run_periodic(MINUTE)
        await self.told()

    async def outcomes(self, actor: Actor) -> list[str | None]:
        """What became of this person's notices, in order."""
        sql = "select outcome from notice_letter where person_id = $1 order by created_at, outbox_id"
        return [row["outcome"] for row in await self.world.rows(sql, actor.person_id)]

    async def chooses(self, actor: Actor, **choice: Any) -> None:
        """What somebody chose; who is awake has no quiet hours."""
        await self.world.connection.execute("delete from push_preference where person_id = $1", actor.person_id)
        await self.world.insert("push_preference", person_id=actor.person_id, **choice)

    async def device(self, actor: Actor) -> UUID:
        """A device that wakes."""
        return await a_subscription(self.world, actor)


@dataclass(frozen=True, slots=True)
class Place:
    """A prison and an organisation, with somebody to ask and somebody who asks; both can be written to."""

    facility: UUID
    organisation: UUID
    coordinator: Actor
    volunteer: Actor


async def a_place(office: Office, *, locale: str = "nl", city: str = "Veenhuizen") -> Place:
    world = office.world
    facility = await world.a_facility(city)
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation, locale=locale)
    volunteer = await world.a_volunteer(organisation, admitted=[facility], locale=locale)
    for person in (coordinator, volunteer):
        await reachable(world, person, address_of(person))
    return Place(facility, organisation, coordinator, volunteer)


def address_of(person: Actor) -> str:
    return f"{person.person_id}@example.org"


def letters_to(office: Office, person: Actor) -> list[EmailMessage]:
    """In the order in which they came."""
    return [letter for letter in office.box.letters if letter["To"] == address_of(person)]


def plain(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


async def asked(office: Office, place: Place, *, hours: float = 24) -> UUID:
    """A request for which the volunteer is asked; gives the invitation. Told at once."""
    request = await office.world.a_request(place.facility, place.organisation)
    until = clock.now() + timedelta(hours=hours)
    (view,) = await scene.offer(place.coordinator, request, place.volunteer, expires_at=until)
    await office.told()
    return view.id


@contextmanager
def at(hour: float, day: int = 1) -> Iterator[datetime]:
    """A moment in Amsterdam in December 2026, the first of which is a Tuesday."""
    moment = datetime(2026, 12, day, tzinfo=UTC) + timedelta(hours=hour - 1)
    with clock.travel(moment):
        yield moment

"""From an event to the phones: what they are told, once, at the right time, whatever a push service does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest_asyncio

from tests.matching import scene
from tests.push.service import Phone, PushService, a_push_service, a_subscription
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import WORKER, Delivery, deliver, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.notices import jobs as notice_jobs
from vrijplaats.notices.push import jobs as push_jobs
from vrijplaats.notices.push.sending import keep_sending
from vrijplaats.settings import Login, Settings

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

    async def sent(self, until: Callable[[], Any], seconds: float = 8) -> None:
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

    async def settled(self, seconds: float = 8) -> None:
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


@pytest_asyncio.fixture(loop_scope="module")
async def street(db: Settings, world: World) -> AsyncIterator[Street]:
    await open_database(db.dsn(Login.WORKER), max_size=5, name=WORKER)
    await world.connection.execute("update outbox set done_at = now() where done_at is null")
    await world.connection.execute("delete from push_delivery")
    async with a_push_service() as service:
        yield Street(world, db, service)
        assert service.problems == []


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for which these volunteers were asked."""

    coordinator: Actor
    volunteers: list[Actor]
    offers: list[UUID]


async def _asked(street: Street, count: int = 1, *, city: str = "Veenhuizen", awake: bool = True) -> Asked:
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
def _at(day: int, hour: int) -> Iterator[None]:
    """A moment in Amsterdam in the winter of 2026."""
    with clock.travel(datetime(2026, 12, day, hour - 1, tzinfo=UTC)):
        yield


async def test_an_invitation_wakes_every_phone_of_the_volunteer_once(street: Street) -> None:
    asked = await _asked(street)
    phones = [await street.phone(asked.volunteers[0]) for _ in range(2)]
    await street.told()
    await street.sent(lambda: all(phone.got for phone in phones))
    content, headers = phones[0].got[0]
    assert content["event"] == "offer.made"
    assert content["said"][0] == "Iemand in Veenhuizen vraagt om bezoek"
    assert content["said"][1].startswith("Antwoord vóór ")
    assert (content["accept"], content["look"]) == ("Accepteren", "Bekijken")
    assert content["path"] == f"/uitnodigingen/{asked.offers[0]}"
    assert headers["Urgency"] == "high" and 86_000 < int(headers["TTL"]) <= 86_400
    assert headers["Topic"] != phones[1].got[0][1]["Topic"]
    assert [len(phone.got) for phone in phones] == [1, 1]
    assert len(street.service.tokens) == 1
    assert await street.world.value("select count(*) from push_subscription where last_delivered_at is not null") == 2


async def test_the_payload_holds_no_name_of_anybody(street: Street) -> None:
    asked = await _asked(street)
    volunteer = asked.volunteers[0]
    phone = await street.phone(volunteer)
    await street.told()
    await street.sent(lambda: phone.got)
    content, headers = phone.got[0]
    known = "event tag at said later midnight path lang offer accept look won unsent"
    assert set(content) == set(known.split())
    names = await street.world.rows("select display_name as name from person union select name from organisation")
    names += await street.world.rows("select pseudonym as name from detainee")
    spoken = json.dumps(content, ensure_ascii=False) + str(headers)
    assert not [row["name"] for row in names if row["name"] in spoken]
    secret = {str(volunteer.person_id), str(volunteer.volunteer_id), str(volunteer.organisation_id)}
    assert not [identifier for identifier in secret if identifier in spoken]


async def test_who_was_too_late_hears_kindly_and_in_its_place(street: Street) -> None:
    asked = await _asked(street, 3)
    winner, loser, decliner = asked.volunteers
    phones = [await street.phone(each) for each in asked.volunteers]
    await street.told()
    await street.sent(lambda: all(phone.got for phone in phones))
    await scene.decline(decliner, asked.offers[2])
    await scene.accept(winner, asked.offers[0])
    await street.told()
    await street.sent(lambda: len(phones[1].got) == 2)
    (made, sent), (taken, sent_later) = phones[1].got
    assert taken["said"] == ["De vraag uit Veenhuizen is geregeld", "Dank je wel."]
    assert taken["tag"] == made["tag"] == str(asked.offers[1])
    assert sent["Topic"] == sent_later["Topic"]
    assert "offer" not in taken and "accept" not in taken
    assert [phones[0].said, phones[2].said] == [["offer.made"], ["offer.made"]]
    assert await street.outcomes(loser) == ["SENT", "SENT"]


async def test_nothing_is_pushed_about_an_invitation_that_is_over(street: Street) -> None:
    asked = await _asked(street, 2)
    late = await street.phone(asked.volunteers[1])
    await street.told()
    await scene.accept(asked.volunteers[0], asked.offers[0])
    await street.told()
    await street.settled()
    assert late.got == []
    assert await street.outcomes(asked.volunteers[1]) == ["OVER", "OVER"]


async def test_a_session_that_ended_hears_nothing_more(street: Street) -> None:
    asked = await _asked(street)
    phone = await street.phone(asked.volunteers[0])
    await street.told()
    await street.world.connection.execute("delete from session where person_id = $1", asked.volunteers[0].person_id)
    await street.settled()
    other = await street.phone(asked.volunteers[0])
    await street.world.connection.execute("update session set expires_at = now() where person_id = $1", *_id(asked))
    await street.told()
    await street.settled()
    assert phone.got == [] == other.got


def _id(asked: Asked) -> tuple[UUID]:
    return (asked.volunteers[0].person_id,)


async def test_a_phone_that_is_gone_is_forgotten(street: Street) -> None:
    asked = await _asked(street)
    gone, here = [await street.phone(asked.volunteers[0]) for _ in range(2)]
    gone.answers.append((410, {}))
    await street.told()
    await street.sent(lambda: here.got and gone.asked)
    await street.settled()
    assert await street.world.value("select count(*) from push_subscription where person_id = $1", *_id(asked)) == 1
    assert gone.asked == 1


async def test_a_service_that_asks_for_patience_gets_it(street: Street) -> None:
    asked = await _asked(street)
    phone = await street.phone(asked.volunteers[0])
    phone.answers += [(429, {"Retry-After": "120"}), (503, {})]
    now = clock.now()
    left = "select next_at - $1 from push_delivery where done_at is null"
    with clock.travel(now):
        await street.told()
        await street.sent(lambda: phone.asked == 1)
        assert timedelta(seconds=120) <= await street.world.value(left, now) < timedelta(seconds=123)
    with clock.travel(now + timedelta(seconds=119)):
        await street.tried()
        assert phone.asked == 1
    with clock.travel(now + timedelta(seconds=123)):
        await street.sent(lambda: phone.asked == 2)
        # the second attempt: ten seconds, spread
        waits = await street.world.value(left, clock.now())
        assert timedelta(seconds=5) <= waits <= timedelta(seconds=10)
    with clock.travel(now + timedelta(seconds=140)):
        await street.sent(lambda: phone.got)
    assert phone.asked == 3 and await street.outcomes(asked.volunteers[0]) == ["SENT"]


async def test_what_will_never_be_taken_is_not_tried_again(street: Street) -> None:
    asked = await _asked(street)
    phone = await street.phone(asked.volunteers[0])
    phone.answers += [(403, {}), (403, {})]
    await street.told()
    await street.settled()
    assert phone.asked == 1 and await street.outcomes(asked.volunteers[0]) == ["REFUSED"]


async def test_a_redirect_is_not_followed(street: Street) -> None:
    asked = await _asked(street)
    phone, elsewhere = await street.phone(asked.volunteers[0]), street.service.phone()
    phone.answers.append((307, {"Location": elsewhere[1]["endpoint"]}))
    await street.told()
    await street.settled()
    assert elsewhere[0].asked == 0


async def test_a_dead_service_keeps_nobody_waiting(street: Street) -> None:
    """Forty phones at a service that does not answer, one at a service that does."""
    asked = await _asked(street)
    volunteer = asked.volunteers[0]
    async with a_push_service() as dead:
        for _ in range(40):
            phone, target = dead.phone()
            phone.slow = 3
            await a_subscription(street.world, volunteer, target)
        # its delivery comes last
        alive = await street.phone(volunteer)
        await street.told()
        started = asyncio.get_running_loop().time()
        await street.sent(lambda: alive.got)
        # finishing waits for those that are under way
        assert asyncio.get_running_loop().time() - started < 4.5
        slow = [phone.asked for phone in dead.phones.values()]
        assert 1 <= sum(slow) <= 32
        await street.world.connection.execute("delete from push_delivery")


async def test_at_night_it_is_quiet_and_in_the_morning_it_is_heard(street: Street) -> None:
    with _at(1, 23):
        asked = await _asked(street, awake=False)
        phone = await street.phone(asked.volunteers[0])
        await street.world.connection.execute("update session set expires_at = '2027-01-01'")
        await street.told()
        await street.settled()
    with _at(2, 7):
        await street.tried()
        assert phone.asked == 0
    with _at(2, 8):
        await street.sent(lambda: phone.got)
    assert phone.got[0][0]["said"][1] == "Antwoord vóór 23.00 uur."
    assert phone.got[0][0]["later"][1] == "Antwoord vóór woensdag 2 december 23.00 uur."


async def test_what_is_over_in_the_morning_wakes_nobody(street: Street) -> None:
    with _at(1, 23):
        asked = await _asked(street, 2, awake=False)
        phone = await street.phone(asked.volunteers[1])
        await street.world.connection.execute("update session set expires_at = '2027-01-01'")
        await street.told()
        await street.settled()
        await scene.accept(asked.volunteers[0], asked.offers[0])
        await street.told()
    with _at(2, 9):
        await street.tried()
    with _at(2, 10):
        await street.settled()
    assert phone.got == []


async def test_a_kind_that_somebody_muted_wakes_nobody(street: Street) -> None:
    asked = await _asked(street)
    phone, desk = await street.phone(asked.volunteers[0]), await street.phone(asked.coordinator)
    await street.world.connection.execute(
        "update push_preference set muted = '{INVITATIONS}' where person_id = $1", *_id(asked)
    )
    await street.told()
    await street.settled()
    await scene.decline(asked.volunteers[0], asked.offers[0])
    await street.told()
    await street.sent(lambda: desk.got)
    assert phone.got == [] and await street.outcomes(asked.volunteers[0]) == ["MUTED"]
    assert desk.said == ["offer.declined"] and desk.got[0][0]["path"].startswith("/verzoeken?verzoek=")


async def test_who_acts_elsewhere_at_that_moment_is_told_where_to_go_on(street: Street) -> None:
    asked = await _asked(street)
    organisation = await street.world.an_organisation()
    elsewhere = await street.world.a_volunteer(organisation, person=asked.volunteers[0].person_id)
    phone = await street.phone(elsewhere)
    await street.told()
    await street.sent(lambda: phone.got)
    assert phone.got[0][0]["path"] == "/ik" and "accept" not in phone.got[0][0]


async def test_a_visit_that_is_off_is_told_by_day(street: Street) -> None:
    world = street.world
    facility = await world.a_facility()
    volunteer = await world.a_volunteer(await world.an_organisation(facilities=[facility]))
    await street.awake(volunteer)
    phone = await street.phone(volunteer)
    tomorrow = clock.now() + timedelta(days=1)
    why: dict[str, Any] = {"cancel_side": "FACILITY", "cancel_cause": "NO_ROOM", "cancelled_at": clock.now()}
    visit = await world.a_visit(await world.a_match(volunteer, facility), tomorrow, state="CANCELLED", **why)
    about = {"payload": f'{{"visit": "{visit.id}"}}', "facility_id": facility}
    await world.insert("outbox", event="visit.cancelled", recipients=[volunteer.person_id], **about)
    await street.told()
    await street.sent(lambda: phone.got)
    content, headers = phone.got[0]
    assert content["said"] == ["Het bezoek van morgen gaat niet door", "Blijf thuis."]
    assert "morgen" not in content["later"][0]
    assert headers["Urgency"] == "high" and content["path"] == f"/bezoeken/{visit.id}"


async def test_a_worker_that_was_killed_while_sending_leaves_the_rest_to_another(street: Street) -> None:
    asked = await _asked(street)
    phone = await street.phone(asked.volunteers[0])
    await street.told()
    await street.told()
    now = clock.now()
    # taken, and never heard of again
    await street.world.connection.execute(
        "update push_delivery set attempts = 1, next_at = $1::timestamptz + interval '60 seconds'", now
    )
    with clock.travel(now + timedelta(seconds=61)):
        await street.sent(lambda: phone.got)
    assert len(phone.got) == 1


async def test_two_workers_wake_once(street: Street) -> None:
    asked = await _asked(street, 5)
    phones = [await street.phone(volunteer) for volunteer in asked.volunteers]
    await street.told()
    await asyncio.gather(*(street.sent(lambda: all(phone.got for phone in phones)) for _ in range(2)))
    assert [phone.asked for phone in phones] == [1] * 5


async def test_what_was_delivered_long_ago_is_forgotten(street: Street) -> None:
    asked = await _asked(street)
    phone = await street.phone(asked.volunteers[0])
    await street.told()
    await street.sent(lambda: phone.got)
    (night,) = push_jobs.PERIODIC
    count = "select count(*) from push_delivery"
    await run_periodic(night)
    assert await street.world.value(count) == 1
    with clock.travel(clock.now() + timedelta(days=8)):
        await run_periodic(night)
    assert await street.world.value(count) == 0


async def test_an_event_that_wakes_nobody_is_no_delivery(street: Street) -> None:
    me = await street.world.an_operator()
    await a_subscription(street.world, me)
    await street.world.insert("outbox", event="something.new", recipients=[me.person_id])
    await street.told()
    assert await street.outcomes(me) == []
    async with db.transaction({}, connection=WORKER):
        assert await db.fetch_value("select count(*) from notice where person_id = $1", me.person_id) == 1

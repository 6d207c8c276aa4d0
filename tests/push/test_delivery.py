"""From an event to the phones: once, whatever a push service does."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest

from tests.matching import scene
from tests.push.service import a_push_service, a_subscription
from tests.push.street import DELIVERIES, WAITING, Street, asked_of, at_this_phone
from vrijplaats.core import clock
from vrijplaats.core.jobs import deliver, run_periodic
from vrijplaats.notices.push import jobs as push_jobs
from vrijplaats.notices.push.deliveries import MOST_FAILURES
from vrijplaats.notices.push.sending import keep_sending


async def test_an_invitation_wakes_every_phone_of_the_volunteer_once(street: Street) -> None:
    asked = await asked_of(street)
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
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", headers["Topic"]) for phone in phones for _, headers in phone.got)
    assert await street.world.value("select count(*) from push_subscription where last_delivered_at is not null") == 2


async def test_a_push_service_keeps_it_as_long_as_one_can_answer(street: Street) -> None:
    """Also when it comes later than it was meant to: what is left then."""
    asked = await asked_of(street)
    phone = await street.phone(asked.volunteers[0])
    phone.answers.append((503, {}))
    ends = await street.world.value("select expires_at from offer where id = $1", asked.offers[0])
    with clock.travel(ends - timedelta(hours=2)):
        await street.told()
        await street.sent(lambda: phone.asked == 1)
    with clock.travel(ends - timedelta(minutes=90)):
        await street.sent(lambda: phone.got)
    assert phone.got[0][1]["TTL"] == str(90 * 60)


async def test_everything_goes_over_the_same_line_with_the_same_signature(street: Street) -> None:
    asked = await asked_of(street, 4)
    phones = [await street.phone(volunteer) for volunteer in asked.volunteers]
    stop = asyncio.Event()
    sending = asyncio.create_task(keep_sending(street.settings, stop))
    try:
        async with asyncio.timeout(15):
            for row in await street.world.rows(WAITING):
                await deliver(row["id"], DELIVERIES)
                # it is known what became of it: the line is free for the next
                while await street.world.value("select count(*) from push_delivery where done_at is null"):
                    await asyncio.sleep(0.02)
    finally:
        stop.set()
        await sending
    assert [phone.asked for phone in phones] == [1] * 4
    assert (len(street.service.lines), len(street.service.tokens)) == (1, 1)


@pytest.mark.parametrize("status", [404, 410])
async def test_a_phone_that_is_gone_is_forgotten(street: Street, status: int) -> None:
    asked = await asked_of(street)
    gone, here = [await street.phone(asked.volunteers[0]) for _ in range(2)]
    gone.answers.append((status, {}))
    await street.told()
    await street.sent(lambda: here.got and gone.asked)
    await street.settled()
    left = "select target is null as t, gone_at is null as g from push_subscription where person_id = $1 order by id"
    rows = [tuple(row.values()) for row in await street.world.rows(left, asked.person)]
    assert rows == [(True, False), (False, True)]
    assert sorted(str(each) for each in await street.outcomes(asked.volunteers[0])) == ["REFUSED", "SENT"]
    # and is asked nothing more
    await scene.decline(await at_this_phone(street, asked.volunteers[0]), asked.offers[0])
    await street.told()
    await street.settled()
    assert gone.asked == 1


async def test_a_service_that_asks_for_patience_gets_it(street: Street) -> None:
    asked = await asked_of(street)
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
    asked = await asked_of(street)
    phone = await street.phone(asked.volunteers[0])
    phone.answers += [(403, {}), (403, {})]
    await street.told()
    await street.settled()
    assert phone.asked == 1 and await street.outcomes(asked.volunteers[0]) == ["REFUSED"]


async def test_a_phone_for_which_nothing_is_ever_taken_is_left_alone(street: Street) -> None:
    asked = await asked_of(street)
    phone = await street.phone(asked.volunteers[0])
    await street.world.connection.execute("update push_subscription set failures = $1", MOST_FAILURES - 1)
    phone.answers.append((403, {}))
    await street.told()
    await street.settled()
    gone = "select gone_at is not null from push_subscription where person_id = $1"
    assert await street.world.value(gone, asked.person) is True


async def test_a_redirect_is_not_followed(street: Street) -> None:
    asked = await asked_of(street)
    phone, elsewhere = await street.phone(asked.volunteers[0]), street.service.phone()
    phone.answers.append((307, {"Location": elsewhere[1]["endpoint"]}))
    await street.told()
    await street.settled()
    assert elsewhere[0].asked == 0


async def test_a_dead_service_keeps_nobody_waiting(street: Street) -> None:
    """Forty phones at a service that does not answer, one at a service that does."""
    asked = await asked_of(street)
    volunteer = asked.volunteers[0]
    async with a_push_service() as dead:
        wakes = asyncio.Event()
        for _ in range(40):
            phone, target = dead.phone()
            phone.holds = wakes
            await a_subscription(street.world, volunteer, target)
        # its delivery comes last
        alive = await street.phone(volunteer)
        await street.told()

        def heard() -> bool:
            """Finishing waits for those that are under way."""
            if alive.got:
                wakes.set()
            return bool(alive.got)

        try:
            await street.sent(heard, 8)  # less than one waits for the dead one
        finally:
            wakes.set()
        slow = [phone.asked for phone in dead.phones.values()]
        assert 1 <= sum(slow) <= 32
        await street.world.connection.execute("delete from push_delivery")


async def test_a_worker_that_was_killed_while_sending_leaves_the_rest_to_another(street: Street) -> None:
    asked = await asked_of(street)
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
    asked = await asked_of(street, 5)
    phones = [await street.phone(volunteer) for volunteer in asked.volunteers]
    await street.told()
    await asyncio.gather(*(street.sent(lambda: all(phone.got for phone in phones)) for _ in range(2)))
    assert [phone.asked for phone in phones] == [1] * 5


async def test_what_was_delivered_long_ago_is_forgotten(street: Street) -> None:
    asked = await asked_of(street)
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

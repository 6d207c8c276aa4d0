"""A mail server that is away, slow or refuses: letters wait, everything else goes on, and nothing old is sent."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from tests.calling import Browser
from tests.letters.office import DELIVERIES, WAITING, Office, a_place, asked, at, letters_to
from tests.mail.postbox import a_postbox
from tests.matching import scene
from vrijplaats import settings as program
from vrijplaats.core.jobs import deliver
from vrijplaats.settings import Mail


async def test_a_mail_server_that_is_down_gets_it_when_it_is_back(office: Office) -> None:
    async with a_postbox() as (_, url):
        pass  # and it is gone
    up = program.current()
    program.use(replace(up, mail=Mail(smtp_url=url, sender="post@vrijplaats.example")))
    with at(12):
        place = await a_place(office)
        await asked(office, place)
    assert await office.outcomes(place.volunteer) == [None]
    # everything else was told
    told = "select count(*) from notice where person_id = $1"
    assert await office.world.value(told, place.volunteer.person_id) == 1
    program.use(up)
    with at(12.1):
        await office.told()
        await office.told()
    assert len(letters_to(office, place.volunteer)) == 1
    assert await office.outcomes(place.volunteer) == ["SENT"]


async def test_what_was_over_by_the_time_the_server_was_back_is_not_written(office: Office) -> None:
    office.box.answer = "451 come back later"
    with at(12):
        place = await a_place(office)
        offer = await asked(office, place)
    office.box.answer = "250 OK"
    with at(12.5):
        await scene.decline(place.volunteer, offer)
        await office.told()
    assert letters_to(office, place.volunteer) == []
    assert await office.outcomes(place.volunteer) == ["OVER"]


async def test_a_letter_held_up_until_the_quiet_hours_waits_for_the_morning(office: Office) -> None:
    office.box.answer = "451 come back later"
    with at(21):
        place = await a_place(office)
        await asked(office, place)
    office.box.answer = "250 OK"
    with at(23):
        await office.told()
        assert letters_to(office, place.volunteer) == []
    with at(8, day=2):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_an_address_that_is_refused_for_good_is_not_tried_again(office: Office) -> None:
    office.box.answer = "550 no such person"
    with at(12):
        place = await a_place(office)
        await asked(office, place)
    assert await office.outcomes(place.volunteer) == ["REFUSED"]
    office.box.answer = "250 OK"
    with at(20):
        await office.looked()
    assert letters_to(office, place.volunteer) == []


async def test_signing_out_does_not_wait_for_a_slow_server(office: Office, browser: Browser) -> None:
    office.box.answer = "451 come back later"
    with at(12):
        place = await a_place(office)
        await browser.sign_in(place.volunteer)
        await asked(office, place)
    office.box.answer, office.box.holds = "250 OK", asyncio.Event()
    with at(12.5):
        (row,) = await office.world.rows(WAITING)
        sending = asyncio.create_task(deliver(row["id"], DELIVERIES))
        async with asyncio.timeout(10):
            await office.box.offered.wait()
            await browser.graphql("{ myPush { letters } }")
            answer = await browser.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
        assert answer.status_code == 200 and not sending.done()
        office.box.holds.set()
        await sending

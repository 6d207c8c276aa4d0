"""When somebody is written to: at once without a device, after six hours of opening nothing, and never twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from tests.calling import Browser
from tests.letters.office import DELIVERIES, MINUTE, NIGHT, WAITING, Office, a_place, asked, at, letters_to, plain
from tests.matching import scene
from vrijplaats.core import clock, db, outbox
from vrijplaats.core.jobs import deliver, run_periodic
from vrijplaats.notices.push import deliveries


async def test_who_has_no_device_is_written_to_at_once_and_once(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        await asked(office, place)
        assert [letter["Subject"] for letter in letters_to(office, place.volunteer)] == [
            "Iemand in Veenhuizen vraagt om bezoek"
        ]
        assert await office.outcomes(place.volunteer) == ["SENT"]
    for hour in (13, 19, 21):
        with at(hour):
            await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_who_opened_nothing_for_six_hours_gets_one_letter_about_all_of_it(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        await office.device(place.volunteer)
        await asked(office, place)
    with at(10):
        await asked(office, place)
    with at(14.9):
        await office.looked()
        assert letters_to(office, place.volunteer) == []
    with at(15):
        await office.looked()
        (letter,) = letters_to(office, place.volunteer)
        assert letter["Subject"] == "Er wacht nieuws op je in Vrijplaats"
        assert plain(letter).count("Iemand in Veenhuizen vraagt om bezoek.") == 2
    with at(20):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1
    assert await office.outcomes(place.volunteer) == ["SENT", "SENT"]


async def test_a_question_that_ends_sooner_is_written_at_half_of_its_time(office: Office) -> None:
    with at(10):
        place = await a_place(office)
        await office.device(place.volunteer)
        await asked(office, place, hours=4)
    with at(11.9):
        await office.looked()
        assert letters_to(office, place.volunteer) == []
    with at(12):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_an_app_that_is_only_open_is_not_somebody_who_looked(office: Office, browser: Browser) -> None:
    with at(9):
        place = await a_place(office)
        await office.device(place.volunteer)
        await browser.sign_in(place.volunteer)
        await asked(office, place)
    with at(9.5):
        browser.http.headers["X-Vrijplaats-By-Itself"] = "1"
        await browser.graphql("{ myOffers { id } }")
    with at(15):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_who_was_there_before_it_has_not_seen_it(office: Office, browser: Browser) -> None:
    with at(8.9):
        place = await a_place(office)
        await office.device(place.volunteer)
        await browser.sign_in(place.volunteer)
        await browser.graphql("{ myOffers { id } }")
    with at(9):
        await asked(office, place)
        await browser.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
    with at(15):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_who_opens_nothing_reads_that_the_pause_is_over(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        also = {"role": "COORDINATOR", "organisation_id": place.organisation}
        await office.world.insert("membership", person_id=place.volunteer.person_id, **also)
        async with db.transaction(place.coordinator):
            people = [place.volunteer.person_id]
            await outbox.tell("pause.over", recipients=people, payload={}, organisation_id=place.organisation)
        await office.told()
    with at(15):
        await office.looked()
    (letter,) = letters_to(office, place.volunteer)
    assert "Je pauze is voorbij" in plain(letter)
    roles = await office.world.rows("select role from notice_letter where person_id = $1", place.volunteer.person_id)
    assert [row["role"] for row in roles] == ["VOLUNTEER"]


async def test_two_workers_write_one_letter(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        await office.device(place.volunteer)
        await asked(office, place)
    with at(15):
        await asyncio.gather(*(run_periodic(MINUTE) for _ in range(4)))
        (row,) = await office.world.rows(WAITING)
        await asyncio.gather(*(deliver(row["id"], DELIVERIES) for _ in range(4)))
    assert len(letters_to(office, place.volunteer)) == 1


async def test_when_the_last_device_is_forgotten_an_invitation_is_written_at_once(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        device = await office.device(place.volunteer)
        await asked(office, place)
        assert letters_to(office, place.volunteer) == []
        await deliveries.forget(device)
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_at_night_a_letter_waits_for_the_morning(office: Office) -> None:
    with at(23):
        place = await a_place(office)
        await asked(office, place)
        assert letters_to(office, place.volunteer) == []
    with at(7.5, day=2):
        await office.looked()
        assert letters_to(office, place.volunteer) == []
    with at(8, day=2):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_the_six_hours_begin_when_a_device_may_ring(office: Office) -> None:
    with at(23):
        place = await a_place(office)
        await office.device(place.volunteer)
        await asked(office, place, hours=36)
    with at(13.9, day=2):
        await office.looked()
        assert letters_to(office, place.volunteer) == []
    with at(14, day=2):
        await office.looked()
    assert len(letters_to(office, place.volunteer)) == 1


async def test_what_is_worth_nothing_in_the_morning_does_not_wait(office: Office) -> None:
    with at(23):
        place = await a_place(office)
        await asked(office, place, hours=9.5)
    assert len(letters_to(office, place.volunteer)) == 1


async def test_what_can_wait_comes_once_a_day(office: Office) -> None:
    """A coordinator who looks at nothing: every news that can wait, in one letter; not one each."""
    with at(9):
        place = await a_place(office)
        await asked(office, place)
    for hour in (9.5, 11):
        with at(hour):
            request = await office.world.a_request(place.facility, place.organisation)
            await office.world.insert(
                "outbox",
                event="request.made",
                payload=f'{{"audience": "coordinators", "request_id": "{request}"}}',
                organisation_id=place.organisation,
                facility_id=place.facility,
            )
            await office.told()
    with at(15.5):
        await office.looked()
        (letter,) = letters_to(office, place.coordinator)
        assert "- 2 nieuwe verzoeken" in plain(letter)
    with at(16):
        offer = await asked(office, place)
        await scene.decline(place.volunteer, offer)
        await office.told()
    for day, hour in ((1, 21.9), (2, 8), (2, 11.4)):
        with at(hour, day=day):
            await office.looked()
            assert len(letters_to(office, place.coordinator)) == 1
    with at(11.5, day=2):
        await office.looked()
    assert "kan nu niet" in plain(letters_to(office, place.coordinator)[1])


async def test_what_was_settled_long_ago_is_forgotten(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        await asked(office, place)
    with at(12, day=30):
        await run_periodic(NIGHT)
        assert await office.outcomes(place.volunteer) == ["SENT"]
        with clock.travel(clock.now() + timedelta(days=2)):
            await run_periodic(NIGHT)
    assert await office.outcomes(place.volunteer) == []

"""When nobody is written to: there is nothing to answer any more, it is not wanted, or there is no address for it."""

from __future__ import annotations

import pytest

from tests.calling import Browser
from tests.letters.office import Office, a_place, asked, at, letters_to
from tests.matching import scene
from vrijplaats.core import db, outbox
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.models import MatchEndReason


async def test_who_used_the_app_since_gets_no_letter(office: Office, browser: Browser) -> None:
    """Also when they have signed out again by then: that they were there is noted, and nothing else of the session."""
    with at(9):
        place = await a_place(office)
        await office.device(place.volunteer)
        await browser.sign_in(place.volunteer)
        await asked(office, place)
    with at(9.5):
        await browser.graphql("{ myOffers { id } }")
        await browser.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
    with at(15):
        await office.looked()
    assert letters_to(office, place.volunteer) == []
    assert await office.outcomes(place.volunteer) == ["OPENED"]


@pytest.mark.parametrize("what", ["answered", "taken", "withdrawn", "expired"])
async def test_nothing_is_written_about_what_is_over(office: Office, what: str) -> None:
    with at(9):
        place = await a_place(office)
        await office.device(place.volunteer)
        offer = await asked(office, place, hours=4 if what == "expired" else 24)
    with at(10):
        if what == "answered":
            await scene.decline(place.volunteer, offer)
        elif what != "expired":
            state = {"taken": "WITHDRAWN", "withdrawn": "WITHDRAWN"}[what]
            await office.world.connection.execute(
                "update offer set state = $2, answered_at = now() where id = $1", offer, state
            )
    # the worker was away when its time came
    with at(15):
        await office.looked()
    assert letters_to(office, place.volunteer) == []
    assert await office.outcomes(place.volunteer) == ["OVER"]


async def test_nothing_is_written_about_the_rhythm_of_a_match_that_has_ended(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        match = await office.world.a_match(place.volunteer, place.facility)
        async with db.transaction(place.volunteer):
            await outbox.tell(
                "series.held_back",
                recipients=[place.volunteer.person_id],
                payload={"match": str(match.id)},
                organisation_id=place.organisation,
                facility_id=place.facility,
            )
        await office.told()
    with at(10):
        async with db.transaction(place.coordinator):
            await end_match(place.coordinator, match_id=match.id, reason=MatchEndReason.RELEASED)
    with at(15):
        await office.looked()
    held_back = "select outcome from notice_letter where person_id = $1 and event = 'series.held_back'"
    assert await office.world.value(held_back, place.volunteer.person_id) == "OVER"


async def test_what_somebody_does_not_want_to_hear_of_is_not_written_either(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        await office.chooses(place.volunteer, muted=["INVITATIONS"])
        await asked(office, place)
        other = await a_place(office)
        await office.chooses(other.volunteer, letters=False)
        await asked(office, other)
    for volunteer in (place.volunteer, other.volunteer):
        assert letters_to(office, volunteer) == []
        assert await office.outcomes(volunteer) == ["UNWANTED"]


async def test_an_address_that_nobody_showed_to_be_theirs_gets_nothing(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        await office.world.connection.execute(
            "update person_contact set email_verified_at = null where person_id = $1", place.volunteer.person_id
        )
        await asked(office, place)
    assert letters_to(office, place.volunteer) == []
    assert await office.outcomes(place.volunteer) == ["NO_ADDRESS"]


async def test_who_has_left_gets_nothing(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        await office.device(place.volunteer)
        await asked(office, place)
        await office.world.connection.execute(
            "update membership set ended_at = now() where id = $1", place.volunteer.membership_id
        )
    with at(15):
        await office.looked()
    assert letters_to(office, place.volunteer) == []

"""What the phones are told, and when they are left in peace."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.matching import scene
from tests.push.service import a_subscription
from tests.push.street import Street, asked_of, at, at_this_phone
from vrijplaats.core import clock, db
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.matching.absence.actions import start_pause
from vrijplaats.matching.leaving import actions as leaving
from vrijplaats.volunteers.availability.jobs import PERIODIC as AVAILABILITY

END_PAUSES = AVAILABILITY[0]


async def test_the_payload_holds_no_name_of_anybody(street: Street) -> None:
    asked = await asked_of(street)
    volunteer = asked.volunteers[0]
    phone = await street.phone(volunteer)
    await street.told()
    await street.sent(lambda: phone.got)
    content, headers = phone.got[0]
    known = "event tag at said later midnight path lang offer accept look won unsent waits"
    assert set(content) == set(known.split())
    names = await street.world.rows("select display_name as name from person union select name from organisation")
    names += await street.world.rows("select pseudonym as name from detainee")
    spoken = json.dumps(content, ensure_ascii=False) + str(headers)
    assert not [row["name"] for row in names if row["name"] in spoken]
    secret = {str(volunteer.person_id), str(volunteer.volunteer_id), str(volunteer.organisation_id)}
    assert not [identifier for identifier in secret if identifier in spoken]


async def test_other_work_than_a_visit_is_named(street: Street) -> None:
    asked = await asked_of(street, city="Lelystad")
    await street.world.connection.execute(
        "update visit_request set activity_kind = 'CHILD_EVENT' where id = $1",
        await street.world.value("select request_id from offer where id = $1", asked.offers[0]),
    )
    phone = await street.phone(asked.volunteers[0])
    await street.told()
    await street.sent(lambda: phone.got)
    content, _ = phone.got[0]
    assert content["said"][0] == content["later"][0] == "Een vraag uit Lelystad: ouder-kinddag"
    assert content["said"][1].startswith("Antwoord vóór ")


async def test_who_was_too_late_hears_kindly_and_in_its_place(street: Street) -> None:
    asked = await asked_of(street, 3)
    winner, loser, decliner = asked.volunteers
    phones = [await street.phone(each) for each in asked.volunteers]
    await street.told()
    await street.sent(lambda: all(phone.got for phone in phones))
    await scene.decline(await at_this_phone(street, decliner), asked.offers[2])
    await scene.accept(await at_this_phone(street, winner), asked.offers[0])
    await street.told()
    await street.sent(lambda: len(phones[1].got) == 2)
    (made, sent), (taken, sent_later) = phones[1].got
    assert taken["said"] == ["De vraag uit Veenhuizen is geregeld", "Dank je wel."]
    assert taken["tag"] == made["tag"] == str(asked.offers[1])
    assert sent["Topic"] == sent_later["Topic"]
    assert "offer" not in taken and "accept" not in taken
    assert (sent["Urgency"], sent_later["Urgency"]) == ("high", "normal")
    assert [phones[0].said, phones[2].said] == [["offer.made"], ["offer.made"]]
    assert await street.outcomes(loser) == ["SENT", "SENT"]


@pytest.mark.parametrize("said", ["yes", "no"])
async def test_the_question_is_gone_from_the_other_phone_of_who_answered(street: Street, said: str) -> None:
    asked = await asked_of(street)
    (volunteer,) = asked.volunteers
    tablet = await street.phone(volunteer)
    phone = await street.phone(volunteer)
    await street.told()
    await street.sent(lambda: phone.got and tablet.got)
    late = await street.phone(volunteer)
    answer = scene.accept if said == "yes" else scene.decline
    await answer(await at_this_phone(street, volunteer), asked.offers[0])
    await street.told()
    await street.sent(lambda: len(tablet.got) == 2 and len(phone.got) == 2)
    (made, _), (over, headers) = tablet.got
    assert over["said"] == ["Je antwoord op de vraag uit Veenhuizen is binnen", "Dank je wel."]
    assert over["event"] == "offer.answered" and over["tag"] == made["tag"]
    assert "accept" not in over and headers["Urgency"] == "normal"
    # the last one answered, and never had the question
    assert late.got == []


async def test_who_leaves_hears_that_the_question_is_over(street: Street) -> None:
    """The membership ends in the same moment; what was asked on that phone is taken back all the same."""
    asked = await asked_of(street)
    (volunteer,) = asked.volunteers
    phone = await street.phone(volunteer)
    await street.told()
    await street.sent(lambda: phone.got)
    async with db.transaction(asked.coordinator):
        await leaving.end_membership(asked.coordinator, membership_id=volunteer.membership_id)
    await street.told()
    await street.sent(lambda: len(phone.got) == 2)
    (made, _), (over, _) = phone.got
    assert over["said"] == ["De vraag uit Veenhuizen is ingetrokken", "Je hoeft niets te doen."]
    assert over["tag"] == made["tag"]
    # and nothing else is said to who has left
    await street.world.insert(
        "outbox", event="match.ended", recipients=[volunteer.person_id], organisation_id=volunteer.organisation_id
    )
    await street.told()
    await street.settled()
    assert phone.said == ["offer.made", "offer.withdrawn"]


async def test_a_wish_that_is_taken_care_of_by_morning_wakes_no_coordinator(street: Street) -> None:
    world = street.world
    facility = await world.a_facility()
    mine, theirs = [await world.an_organisation(facilities=[facility]) for _ in range(2)]
    with at(1, 23):
        desk, other = await world.a_coordinator(mine), await world.a_coordinator(theirs)
        phones = [await street.phone(each) for each in (desk, other)]
        await world.connection.execute("update session set expires_at = '2027-01-01'")
        request = await world.a_request(facility, None)
        about = {"audience": "coordinators", "request_id": str(request)}
        await world.insert("outbox", event="request.made", payload=json.dumps(about), facility_id=facility)
        await street.told()
        await street.settled()
        await world.connection.execute("update visit_request set organisation_id = $2 where id = $1", request, theirs)
    with at(2, 8):
        await street.sent(lambda: phones[1].got)
        await street.settled()
    assert [phone.said for phone in phones] == [[], ["request.made"]]


async def test_nothing_is_pushed_about_an_invitation_that_is_over(street: Street) -> None:
    asked = await asked_of(street, 2)
    late = await street.phone(asked.volunteers[1])
    await street.told()
    await scene.accept(asked.volunteers[0], asked.offers[0])
    await street.told()
    await street.settled()
    assert late.got == []
    assert await street.outcomes(asked.volunteers[1]) == ["OVER", "OVER"]


async def test_a_session_that_ended_hears_nothing_more(street: Street) -> None:
    asked = await asked_of(street)
    phone = await street.phone(asked.volunteers[0])
    await street.told()
    await street.world.connection.execute("delete from session where person_id = $1", asked.volunteers[0].person_id)
    await street.settled()
    other = await street.phone(asked.volunteers[0])
    await street.world.connection.execute("update session set expires_at = now() where person_id = $1", asked.person)
    await street.told()
    await street.settled()
    assert phone.got == [] == other.got


async def test_at_night_it_is_quiet_and_in_the_morning_it_is_heard(street: Street) -> None:
    with at(1, 23):
        asked = await asked_of(street, awake=False)
        phone = await street.phone(asked.volunteers[0])
        await street.world.connection.execute("update session set expires_at = '2027-01-01'")
        await street.told()
        await street.settled()
    with at(2, 7):
        await street.tried()
        assert phone.asked == 0
    with at(2, 8):
        await street.sent(lambda: phone.got)
    assert phone.got[0][0]["said"][1] == "Antwoord vóór 23.00 uur."
    assert phone.got[0][0]["later"][1] == "Antwoord vóór woensdag 2 december 23.00 uur."


async def test_what_is_over_in_the_morning_wakes_nobody(street: Street) -> None:
    with at(1, 23):
        asked = await asked_of(street, 2, awake=False)
        phone = await street.phone(asked.volunteers[1])
        await street.world.connection.execute("update session set expires_at = '2027-01-01'")
        await street.told()
        await street.settled()
        await scene.accept(asked.volunteers[0], asked.offers[0])
        await street.told()
        # what takes the question back waits for the morning with it
        await street.settled()
    with at(2, 9):
        await street.tried()
    with at(2, 10):
        await street.settled()
    assert phone.got == []


async def test_at_night_a_question_that_is_over_is_taken_back_all_the_same(street: Street) -> None:
    with at(1, 21):
        asked = await asked_of(street, 2, awake=False)
        phone = await street.phone(asked.volunteers[1])
        await street.world.connection.execute("update session set expires_at = '2027-01-01'")
        await street.told()
        await street.sent(lambda: phone.got)
    with at(1, 23):
        await scene.accept(asked.volunteers[0], asked.offers[0])
        await street.told()
        await street.sent(lambda: len(phone.got) == 2)
    assert phone.said == ["offer.made", "offer.taken"]


async def test_a_kind_that_somebody_muted_wakes_nobody(street: Street) -> None:
    asked = await asked_of(street)
    phone, desk = await street.phone(asked.volunteers[0]), await street.phone(asked.coordinator)
    await street.world.connection.execute(
        "update push_preference set muted = '{INVITATIONS}' where person_id = $1", asked.person
    )
    await street.told()
    await street.settled()
    await scene.decline(await at_this_phone(street, asked.volunteers[0]), asked.offers[0])
    await street.told()
    await street.sent(lambda: desk.got)
    assert phone.got == [] and await street.outcomes(asked.volunteers[0]) == ["MUTED"]
    # the app says who it is; a screen that lies on a table does not
    assert desk.got[0][0]["said"] == ["Een vrijwilliger kan nu niet op de vraag uit Veenhuizen", ""]
    assert desk.said == ["offer.declined"] and desk.got[0][0]["path"].startswith("/verzoeken?verzoek=")


async def test_a_question_that_stands_on_a_phone_is_taken_back_whatever_was_muted_since(street: Street) -> None:
    asked = await asked_of(street, 2)
    phone = await street.phone(asked.volunteers[1])
    await street.told()
    await street.sent(lambda: phone.got)
    muting = "update push_preference set muted = '{INVITATIONS}' where person_id = $1"
    await street.world.connection.execute(muting, asked.volunteers[1].person_id)
    await scene.accept(asked.volunteers[0], asked.offers[0])
    await street.told()
    await street.sent(lambda: len(phone.got) == 2)
    assert phone.said == ["offer.made", "offer.taken"]


async def test_who_acts_elsewhere_at_that_moment_is_told_where_to_go_on(street: Street) -> None:
    asked = await asked_of(street)
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
    tomorrow = clock.midnight(clock.today() + timedelta(days=1)) + timedelta(hours=14)
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


async def test_an_event_that_wakes_nobody_is_no_delivery(street: Street) -> None:
    me = await street.world.an_operator()
    await a_subscription(street.world, me)
    await street.world.insert("outbox", event="something.new", recipients=[me.person_id])
    await street.told()
    assert await street.outcomes(me) == []
    async with db.transaction({}, connection=WORKER):
        assert await db.fetch_value("select count(*) from notice where person_id = $1", me.person_id) == 1


async def test_a_pause_is_told_to_coordinators_and_its_end_to_the_volunteer(street: Street) -> None:
    asked = await asked_of(street, 1)
    els, world = asked.volunteers[0], street.world
    facility = await world.value("select facility_id from offer where id = $1", asked.offers[0])
    await world.a_match(els, facility)
    desk, phone = await street.phone(asked.coordinator), await street.phone(els)
    async with db.transaction(els):
        await start_pause(els, ends_on=clock.today(), call_off=())
    await street.told()
    await street.sent(lambda: "pause.started" in desk.said)
    (told,) = [content for content, _ in desk.got if content["event"] == "pause.started"]
    assert told["said"] == ["Een vrijwilliger neemt pauze", "Kijk bij Koppelingen wie er nu geen bezoek krijgt."]
    assert told["path"] == "/koppelingen"
    await world.connection.execute("update volunteer_pause set starts_on = starts_on - 9, ends_on = ends_on - 1")
    with clock.travel(clock.midnight(clock.today()) + timedelta(hours=12)):
        await run_periodic(END_PAUSES)
    await street.told()
    await street.sent(lambda: "pause.over" in phone.said)
    (back,) = [content for content, _ in phone.got if content["event"] == "pause.over"]
    assert back["said"] == ["Je pauze is voorbij, fijn dat je er weer bent", "Je krijgt weer vragen."]
    assert back["path"] == "/ik/beschikbaarheid"
    assert "pause.ended" not in desk.said

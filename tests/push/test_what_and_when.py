"""What the phones are told, and when they are left in peace."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from tests.matching import scene
from tests.push.service import a_subscription
from tests.push.street import Street, asked_of, at
from vrijplaats.core import clock, db
from vrijplaats.core.jobs import WORKER


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


async def test_who_was_too_late_hears_kindly_and_in_its_place(street: Street) -> None:
    asked = await asked_of(street, 3)
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
    with at(2, 9):
        await street.tried()
    with at(2, 10):
        await street.settled()
    assert phone.got == []


async def test_a_kind_that_somebody_muted_wakes_nobody(street: Street) -> None:
    asked = await asked_of(street)
    phone, desk = await street.phone(asked.volunteers[0]), await street.phone(asked.coordinator)
    await street.world.connection.execute(
        "update push_preference set muted = '{INVITATIONS}' where person_id = $1", asked.person
    )
    await street.told()
    await street.settled()
    await scene.decline(asked.volunteers[0], asked.offers[0])
    await street.told()
    await street.sent(lambda: desk.got)
    assert phone.got == [] and await street.outcomes(asked.volunteers[0]) == ["MUTED"]
    assert desk.said == ["offer.declined"] and desk.got[0][0]["path"].startswith("/verzoeken?verzoek=")


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


async def test_an_event_that_wakes_nobody_is_no_delivery(street: Street) -> None:
    me = await street.world.an_operator()
    await a_subscription(street.world, me)
    await street.world.insert("outbox", event="something.new", recipients=[me.person_id])
    await street.told()
    assert await street.outcomes(me) == []
    async with db.transaction({}, connection=WORKER):
        assert await db.fetch_value("select count(*) from notice where person_id = $1", me.person_id) == 1

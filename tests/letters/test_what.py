"""What a letter says and does not say, and stopping them from the letter itself."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.calling import Browser
from tests.letters.office import Office, Place, a_place, asked, at, letters_to, plain
from tests.matching import scene
from vrijplaats.core import clock, tickets
from vrijplaats.core.actor import Actor, Role
from vrijplaats.notices.letters.words import COUNTED
from vrijplaats.notices.push.rules import CLOSING, KINDS, KINDS_OF

SET = """
mutation($wanted: Boolean!) { setLetters(input: {wanted: $wanted}) { __typename
  ... on SetLettersSuccess { push { letters letterTo quietHours { from until } mutedKinds } } } }
"""
MINE = "{ myPush { letters letterTo } }"


async def test_it_says_place_kind_and_day_and_no_name(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        offer = await asked(office, place)
    (letter,) = letters_to(office, place.volunteer)
    text = plain(letter)
    assert text.startswith(
        "Hallo,\n\nIemand in Veenhuizen vraagt om bezoek. Antwoord vóór woensdag 2 december 12.00 uur.\n\n"
        f"Bekijk de vraag:\nhttp://localhost:8000/uitnodigingen/{offer}\n\n"
        "Je krijgt deze brief omdat op geen van je apparaten meldingen aan staan."
    )
    names = await office.world.rows("select display_name as name from person union select name from organisation")
    names += await office.world.rows("select pseudonym as name from detainee")
    html = letter.get_body(("html",))
    assert html is not None
    for said in (text, html.get_content(), str(letter["To"]), str(letter["Subject"])):
        assert not [row["name"] for row in names if row["name"] in said]


async def test_nothing_of_it_stands_in_the_outbox(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        await asked(office, place)
    rows = await office.world.rows("select event, payload, recipients from outbox where event like 'mail.%'")
    assert {(row["event"], *json.loads(row["payload"])) for row in rows} == {("mail.notices", "letter")}
    assert not any(row["recipients"] for row in rows)


async def test_in_english_for_who_reads_english(office: Office) -> None:
    with at(12):
        place = await a_place(office, locale="en")
        await office.device(place.volunteer)
        await asked(office, place)
    with at(18):
        await office.looked()
    (letter,) = letters_to(office, place.volunteer)
    assert letter["Subject"] == "Someone in Veenhuizen asks for a visit" and letter["Content-Language"] == "en"
    assert "Answer before Wednesday 2 December 12:00." in plain(letter)
    assert "because you had not seen this in the app yet." in plain(letter)


async def test_other_work_than_a_visit_is_named(office: Office) -> None:
    with at(12):
        place = await a_place(office, city="Lelystad")
        request = await office.world.a_request(place.facility, place.organisation)
        await scene.offer(place.coordinator, request, place.volunteer)
        await office.world.connection.execute(
            "update visit_request set activity_kind = 'CHILD_EVENT' where id = $1", request
        )
        await office.told()
    (letter,) = letters_to(office, place.volunteer)
    assert letter["Subject"] == "Een vraag uit Lelystad: ouder-kinddag"
    assert "Een vraag uit Lelystad: ouder-kinddag. Antwoord vóór woensdag 2 december 12.00 uur." in plain(letter)


async def test_a_visit_of_tomorrow_that_is_off_is_written_at_once(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        for day in (1, 4):
            await _called_off(office, place, day)
        (letter,) = letters_to(office, place.volunteer)
        assert letter["Subject"] == "Het bezoek van woensdag 2 december gaat niet door"
        assert "Blijf thuis." in plain(letter)
    # that of Saturday can wait, and comes when it was not seen
    with at(20):
        await office.looked()
        assert len(letters_to(office, place.volunteer)) == 1
    with at(8, day=2):
        await office.looked()
    assert letters_to(office, place.volunteer)[1]["Subject"] == "Het bezoek van zaterdag 5 december gaat niet door"


async def test_a_call_that_is_asked_for_today_reaches_a_coordinator_without_a_device(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        given = {"organisation_id": place.organisation, "volunteer_id": place.volunteer.volunteer_id}
        call = await office.world.insert(
            "call_request", **given, urgency="TODAY", asked_at=clock.now(), urgent_since=clock.now()
        )
        await office.world.insert(
            "outbox", event="call.asked_today", payload=f'{{"call": "{call}"}}', organisation_id=place.organisation
        )
        await office.told()
    (letter,) = letters_to(office, place.coordinator)
    assert letter["Subject"] == "Een vrijwilliger vraagt of je belt, vandaag nog"
    assert "http://localhost:8000/verzoeken\n" in plain(letter)


async def test_who_is_more_than_one_thing_reads_where_to_go_on(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        other = await office.world.a_volunteer(await office.world.an_organisation(), person=place.volunteer.person_id)
        await office.world.sign_in(other)
        await asked(office, place)
        name = await office.world.value("select name from organisation where id = $1", place.organisation)
        text = plain(letters_to(office, place.volunteer)[0])
        assert f"Wissel daarvoor bij Ik naar {name}." in text and "\nhttp://localhost:8000/ik\n" in text
        with at(12.5):
            await office.world.sign_in(place.volunteer)
            offer = await asked(office, place)
    assert f"/uitnodigingen/{offer}\n" in plain(letters_to(office, place.volunteer)[1])


async def test_staff_at_a_shared_desk_are_not_written_to(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        staff = await office.world.a_staff_member(place.facility)
        await _called_off(office, place, 1, audience="staff")
        assert await office.outcomes(staff) == []


def test_everything_a_coordinator_hears_can_be_counted() -> None:
    heard = {event for event, kind in KINDS.items() if kind in KINDS_OF[Role.COORDINATOR] and event not in CLOSING}
    volunteers = {"visit.confirmed", "call.taken", "series.held_back", "message.sent"}
    volunteers |= {f"takeover.{what}" for what in ("first", "together", "off")}
    volunteers |= {f"match.{what}" for what in ("kept", "handed_over", "succeeded", "tapers")}
    assert heard - volunteers == set(COUNTED)


async def test_one_press_in_a_mail_program_stops_them(office: Office, browser: Browser) -> None:
    """As RFC 8058 has it: a form, from anywhere, without a session; looking alone changes nothing."""
    with at(12):
        place = await a_place(office)
        await asked(office, place)
        (letter,) = letters_to(office, place.volunteer)
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        path = letter["List-Unsubscribe"].removeprefix("<http://localhost:8000").removesuffix(">")
        looked = await browser.http.get(path)
        assert (looked.status_code, looked.headers["location"]) == (303, f"/brieven#{path.split('/')[2]}")
        assert f"http://localhost:8000{looked.headers['location']}" in plain(letter)
        await asked(office, place)
        assert len(letters_to(office, place.volunteer)) == 2
        pressed = await browser.http.post(path, data={"List-Unsubscribe": "One-Click"})
        assert pressed.status_code == 200 and "Je krijgt deze brieven niet meer." in pressed.text
        await asked(office, place)
        assert len(letters_to(office, place.volunteer)) == 2
        # and back, from the page
        content = {"link": path.split("/")[2], "wanted": True}
        answer = await browser.http.post("/letters/choose", json=content, headers={"X-Vrijplaats": "1"})
        assert answer.json() == {"wanted": True}
        await asked(office, place)
    assert len(letters_to(office, place.volunteer)) == 3
    verbs = await office.world.rows("select verb from history where person_id = $1", place.volunteer.person_id)
    assert [row["verb"] for row in verbs].count("push.set_letters") == 2


@pytest.mark.parametrize("link", ["x", "a" * 48, "é"])
async def test_a_link_that_is_none_does_nothing(office: Office, browser: Browser, link: str) -> None:
    answers = [
        await browser.http.post(f"/letters/{link}/stop", data={"List-Unsubscribe": "One-Click"}),
        await browser.http.post("/letters/choose", json={"link": link, "wanted": False}, headers={"X-Vrijplaats": "1"}),
    ]
    assert [answer.status_code for answer in answers] == [404, 404]


async def test_a_link_of_another_kind_or_of_nobody_does_nothing(office: Office, browser: Browser) -> None:
    place = await a_place(office)
    for link in (tickets.token("calendar", place.volunteer.person_id), tickets.token("letters", uuid4())):
        assert (await browser.http.post(f"/letters/{link}/stop")).status_code == 404
    choices: Any = [{"link": 1, "wanted": True}, {"link": "x"}, {"link": "x", "wanted": "no"}]
    for content in choices:
        answer = await browser.http.post("/letters/choose", json=content, headers={"X-Vrijplaats": "1"})
        assert answer.status_code == 400
    # another site's page cannot send the header
    assert (await browser.http.post("/letters/choose", json={"link": "x", "wanted": True})).status_code == 403


async def test_who_guesses_links_is_told_when_to_try_again(office: Office, browser: Browser) -> None:
    await office.world.connection.execute("delete from attempt")
    codes = [(await browser.http.post(f"/letters/{tickets.token('x', uuid4())}/stop")).status_code for _ in range(61)]
    assert codes == [404] * 60 + [429]


async def test_the_choice_under_me(office: Office, browser: Browser) -> None:
    place = await a_place(office)
    await browser.sign_in(place.volunteer)
    address = f"{place.volunteer.person_id}@example.org"
    assert (await browser.graphql(MINE))["myPush"] == {"letters": True, "letterTo": address}
    for wanted in (False, True):
        push = (await browser.graphql(SET, {"wanted": wanted}))["setLetters"]["push"]
        usual = {"quietHours": {"from": 22, "until": 8}, "mutedKinds": []}
        assert push == {"letters": wanted, "letterTo": address} | usual
    await office.world.connection.execute(
        "update person_contact set email_verified_at = null where person_id = $1", place.volunteer.person_id
    )
    assert (await browser.graphql(MINE))["myPush"] == {"letters": True, "letterTo": None}


async def test_a_visit_to_log_leads_to_where_one_logs_it(office: Office) -> None:
    with at(12):
        place = await a_place(office)
        visit = await _visit(office, place.volunteer, place, clock.now() - timedelta(hours=2))
        await _tell(office, "visit.log_reminder", visit, place, [place.volunteer.person_id])
    with at(18):
        await office.looked()
    (letter,) = letters_to(office, place.volunteer)
    assert f"Leg het bezoek vast:\nhttp://localhost:8000/bezoeken/{visit}/verslag" in plain(letter)


async def test_a_yes_is_told_to_a_coordinator_who_did_not_look(office: Office) -> None:
    with at(9):
        place = await a_place(office)
        await scene.accept(place.volunteer, await asked(office, place))
        await office.told()
    with at(15):
        await office.looked()
    (letter,) = letters_to(office, place.coordinator)
    assert letter["Subject"] == "Een vrijwilliger zei ja op de vraag uit Veenhuizen"


async def _visit(office: Office, volunteer: Actor, place: Place, starts_at: Any, **columns: Any) -> Any:
    return (await office.world.a_visit(await office.world.a_match(volunteer, place.facility), starts_at, **columns)).id


async def _called_off(office: Office, place: Place, days: int, *, audience: str | None = None) -> None:
    why: dict[str, Any] = {"cancel_side": "FACILITY", "cancel_cause": "NO_ROOM", "cancelled_at": clock.now()}
    starts = clock.now() + timedelta(days=days)
    visit = await _visit(office, place.volunteer, place, starts, state="CANCELLED", **why)
    people = [] if audience else [place.volunteer.person_id]
    await _tell(office, "visit.cancelled", visit, place, people, audience)


async def _tell(
    office: Office, event: str, visit: Any, place: Place, people: list[Any], audience: str | None = None
) -> None:
    payload = {"visit": str(visit)} | ({"audience": audience} if audience else {})
    where = {"organisation_id": place.organisation, "facility_id": place.facility}
    await office.world.insert("outbox", event=event, recipients=people, payload=json.dumps(payload), **where)
    await office.told()

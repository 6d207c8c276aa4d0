"""A message to a selection of volunteers: for whom, what it may not say, how it goes, and that it can be stopped."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.accounts.letterbox import reachable
from tests.calling import Browser
from tests.letters.office import Office, Place, a_place, address_of, at, letters_to, plain
from tests.notices.sending import send, to
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.core.jobs import run_periodic
from vrijplaats.notices.messages import actions, queries
from vrijplaats.notices.messages.jobs import PERIODIC
from vrijplaats.notices.messages.queries import MessageView, Selection
from vrijplaats.notices.messages.rules import AT_ONCE, MOST_A_DAY, MessageState, SelectionChanged, TooManyMessages
from vrijplaats.volunteers.register.queries import Wanted

SEND, SETTLE, FORGET = PERIODIC
NOTICES = "{ myNotices { id event text message sender readAt } }"
READ = "mutation($ids: [ID!]!) { readNotices(input: {noticeIds: $ids}) { __typename } }"


async def _stop(actor: Actor, message: UUID) -> MessageView:
    async with db.transaction(actor):
        return await actions.stop_message(actor, message_id=message)


async def _gone(office: Office, after: timedelta = timedelta(minutes=1)) -> None:
    """A minute later: the worker sends, the notices are told, and it is noted what became of them."""
    with clock.travel(clock.now() + after):
        await run_periodic(SEND)
        await office.told()
        await run_periodic(SETTLE)


async def _counts(actor: Actor, message: UUID) -> dict[str, int]:
    async with db.transaction(actor, read_only=True):
        found = await queries.message(actor, message)
    assert found is not None
    return {state.value: count for state, count in found.counts.items()}


async def _volunteers(place: Place, office: Office, count: int) -> list[Actor]:
    return [await office.world.a_volunteer(place.organisation, admitted=[place.facility]) for _ in range(count)]


async def test_it_is_read_in_the_app_and_only_there(office: Office, browser: Browser) -> None:
    place = await a_place(office)
    sent = await send(place.coordinator, to(place.volunteer), "Donderdag is er koffie.\n\n\n\nTot   dan. ")
    assert sent.text == "Donderdag is er koffie.\n\nTot dan."
    await office.looked()
    await run_periodic(SEND)
    assert await _counts(place.coordinator, sent.id) == {"WAITING": 1}, "there is a minute to think better of it"
    await _gone(office)
    await browser.sign_in(place.volunteer)
    (notice,) = (await browser.graphql(NOTICES))["myNotices"]
    coordinator = await office.world.value("select display_name from person where id = $1", place.coordinator.person_id)
    assert (notice["event"], notice["message"], notice["sender"]) == ("message.sent", sent.text, coordinator)
    assert notice["text"] == "Bericht van je coördinator. Lees het in Vrijplaats, bij Ik."
    assert "koffie" not in str(await office.world.rows("select payload from outbox")).lower()
    await browser.graphql(READ, {"ids": [notice["id"]]})
    await run_periodic(SETTLE)
    assert await _counts(place.coordinator, sent.id) == {"OPENED": 1}


async def test_a_letter_goes_to_whom_no_device_wakes_and_says_only_that_there_is_one(office: Office) -> None:
    with at(11):
        place = await a_place(office)
        sent = await send(place.coordinator, to(place.volunteer))
        await _gone(office)
        assert await _counts(place.coordinator, sent.id) == {"WAITING": 1}
    with at(17.5):
        await office.looked()
        await run_periodic(SETTLE)
        (letter,) = letters_to(office, place.volunteer)
        assert letter["Subject"] == "Bericht van je coördinator"
        assert "Lees het in Vrijplaats" in plain(letter) and "koffie" not in str(letter).lower()
        assert await _counts(place.coordinator, sent.id) == {"MAILED": 1}


async def test_what_each_person_chose_is_kept_to_and_seen_by_who_sent_it(office: Office) -> None:
    with at(11):
        place = await a_place(office)
        quiet, nowhere = await _volunteers(place, office, 2)
        await reachable(office.world, quiet, address_of(quiet))
        await office.chooses(quiet, letters=False)
        sent = await send(place.coordinator, to(quiet, nowhere), expected=2)
        await _gone(office)
    with at(18):
        await office.looked()
        await run_periodic(SETTLE)
        assert await _counts(place.coordinator, sent.id) == {"APP_ONLY": 1, "FAILED": 1}
        async with db.transaction(place.coordinator, read_only=True):
            page = await queries.recipients(place.coordinator, sent.id, state=MessageState.FAILED, most=5, after=None)
    assert [view.id for view in page] == [nowhere.volunteer_id]


async def test_a_push_counts_when_the_device_has_it(office: Office) -> None:
    with at(11):
        place = await a_place(office)
        await office.device(place.volunteer)
        sent = await send(place.coordinator, to(place.volunteer))
        await _gone(office)
        rows = "select id, event, about from push_delivery where person_id = $1"
        (delivery,) = await office.world.rows(rows, place.volunteer.person_id)
        assert delivery["event"] == "message.sent" and "koffie" not in str(delivery["about"]).lower()
        assert await _counts(place.coordinator, sent.id) == {"WAITING": 1}
        done = "update push_delivery set done_at = $2, outcome = 'SENT' where id = $1"
        await office.world.connection.execute(done, delivery["id"], clock.now())
        await run_periodic(SETTLE)
        assert await _counts(place.coordinator, sent.id) == {"PUSHED": 1}
    with at(11, day=5):
        await office.world.connection.execute("delete from push_delivery")
        await run_periodic(SETTLE)
        assert await _counts(place.coordinator, sent.id) == {"PUSHED": 1}, "deliveries are forgotten, this is not"


async def test_what_has_not_come_yet_can_be_stopped(office: Office, browser: Browser) -> None:
    with at(11):
        place = await a_place(office)
        early, late = await _volunteers(place, office, 2)
        first = await send(place.coordinator, to(early))
        await _gone(office)
        sent = await send(place.coordinator, to(late))
        assert {state.value: count for state, count in (await _stop(place.coordinator, sent.id)).counts.items()} == {
            "CANCELLED": 1
        }
        with pytest.raises(NotAllowedNow):
            await _stop(place.coordinator, sent.id)
        await _gone(office)
        await browser.sign_in(late)
        assert (await browser.graphql(NOTICES))["myNotices"] == []
        # on its way as a letter: not brought any more, and gone from the app for who had not read it
        await reachable(office.world, early, address_of(early))
        await _stop(place.coordinator, first.id)
        await browser.sign_in(early)
        assert (await browser.graphql(NOTICES))["myNotices"] == []
    with at(18):
        await office.looked()
        assert letters_to(office, early) == []
        assert await _counts(place.coordinator, first.id) == {"CANCELLED": 1}


async def test_what_everybody_has_cannot_be_stopped(office: Office, browser: Browser) -> None:
    place = await a_place(office)
    sent = await send(place.coordinator, to(place.volunteer))
    await _gone(office)
    await browser.sign_in(place.volunteer)
    ids = [each["id"] for each in (await browser.graphql(NOTICES))["myNotices"]]
    await browser.graphql(READ, {"ids": ids})
    await run_periodic(SETTLE)
    with pytest.raises(NotAllowedNow) as refused:
        await _stop(place.coordinator, sent.id)
    assert refused.value.message("nl") == "Dit kan nu niet meer: iedereen heeft het al."


async def test_a_selection_by_filter_holds_whom_the_register_shows(office: Office) -> None:
    place = await a_place(office)
    world = office.world
    tamil = await world.a_volunteer(place.organisation, languages=["nl", "ta"])
    await world.a_volunteer(place.organisation, languages=["ta"], status="LEFT")
    listed = await world.a_volunteer(place.organisation, languages=["ta"])
    await world.connection.execute("delete from membership where id = $1", listed.membership_id)
    imported = await world.a_volunteer(place.organisation, languages=["ta"])
    whose = {"organisation_id": place.organisation, "volunteer_id": imported.volunteer_id}
    await world.insert("imported_contact", **whose)
    selection = Selection(wanted=Wanted(language="ta"))
    async with db.transaction(place.coordinator, read_only=True):
        preview = await queries.preview(place.coordinator, selection)
    assert preview is not None
    name = await world.value("select display_name from person where id = $1", tamil.person_id)
    assert (preview.count, preview.names, preview.unreached) == (1, [name], 3)
    with pytest.raises(SelectionChanged) as changed:
        await send(place.coordinator, selection, expected=2)
    assert changed.value.message("nl") == "Het zijn er nu 1. Kijk nog even voor wie het is."
    assert (await send(place.coordinator, selection)).counts == {MessageState.WAITING: 1}


async def test_another_organisation_and_a_volunteer_have_no_part_in_it(office: Office) -> None:
    place, other = await a_place(office), await a_place(office)
    sent = await send(place.coordinator, to(place.volunteer))
    for selection in (to(place.volunteer, other.volunteer), Selection(volunteer_ids=(uuid4(),))):
        with pytest.raises(NotFound):
            await send(place.coordinator, selection)
    with pytest.raises(NotFound):
        await _stop(other.coordinator, sent.id)
    async with db.transaction(other.coordinator, read_only=True):
        assert await queries.messages(other.coordinator) == []
        assert await queries.recipients(other.coordinator, sent.id, state=None, most=5, after=None) == []
    with pytest.raises(Forbidden):
        await send(place.volunteer, to(place.volunteer))
    with pytest.raises(InvalidInput):
        await send(place.coordinator, Selection(volunteer_ids=()), expected=0)


async def test_there_are_so_many_a_day_and_so_many_a_minute(office: Office) -> None:
    with at(11):
        place = await a_place(office)
        people = "insert into person (display_name) select 'Veel ' || n from generate_series(1, $1) n returning id"
        ids = [row["id"] for row in await office.world.connection.fetch(people, AT_ONCE + 5)]
        await office.world.connection.execute(
            """with v as (insert into volunteer (organisation_id, person_id, status, status_since)
            select $1, id, 'READY', '2024-01-01' from unnest($2::uuid[]) id returning person_id)
            insert into membership (person_id, role, organisation_id) select person_id, 'VOLUNTEER', $1 from v""",
            place.organisation,
            ids,
        )
        sent = await send(place.coordinator, Selection(wanted=Wanted(search="veel")), expected=AT_ONCE + 5)
        told = "select count(*) from message_recipient where message_id = $1 and told_at is not null"
        for expected in (AT_ONCE, AT_ONCE + 5):
            with clock.travel(clock.now() + timedelta(minutes=1)):
                await run_periodic(SEND)
            assert await office.world.value(told, sent.id) == expected
        for _ in range(MOST_A_DAY - 1):
            await send(place.coordinator, to(place.volunteer))
        with pytest.raises(TooManyMessages):
            await send(place.coordinator, to(place.volunteer))
    with at(1, day=2):
        await send(place.coordinator, to(place.volunteer))


async def test_it_is_forgotten_after_ninety_days(office: Office) -> None:
    with at(11):
        place = await a_place(office)
        sent = await send(place.coordinator, to(place.volunteer))
        await _gone(office)
    count = "select count(*) from message where id = $1"
    for days, left in ((89, 1), (91, 0)):
        with at(11 + 24 * days):
            await run_periodic(FORGET)
        assert await office.world.value(count, sent.id) == left

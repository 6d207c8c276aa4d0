"""What people are told, in their words, and that they have read it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.calling import Browser
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.jobs import WORKER, deliver
from vrijplaats.core.nameless import NAMELESS
from vrijplaats.core.pools import open_database
from vrijplaats.notices import rules, words
from vrijplaats.notices.jobs import DELIVERIES
from vrijplaats.settings import Login, Settings
from vrijplaats.volunteers.importing.words import KINDS
from vrijplaats.volunteers.rules import ActivityKind

NOTICES = "{ myNotices { id event text readAt offerId visitId } }"
READ = (
    "mutation($ids: [ID!]!) { readNotices(input: {noticeIds: $ids}) { __typename ... on ReadNoticesSuccess { read } } }"
)
TUESDAY_NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


async def _told(world: World, settings: Settings, event: str, *people: Actor, **columns: Any) -> UUID:
    await open_database(settings.dsn(Login.WORKER), max_size=2, name=WORKER)
    recipients = [person.person_id for person in people]
    row: UUID = await world.insert("outbox", event=event, recipients=recipients, **columns)
    await deliver(row, list(DELIVERIES))
    return row


async def _texts(browser: Browser, actor: Actor) -> list[str]:
    await browser.sign_in(actor)
    return [notice["text"] for notice in (await browser.graphql(NOTICES))["myNotices"]]


async def test_an_invitation_names_the_place_and_the_hour(browser: Browser, world: World, settings: Settings) -> None:
    facility = await world.a_facility("Veenhuizen")
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation)
    request = await world.a_request(facility, organisation)
    offer = await world.an_offer(request, volunteer, expires_at=datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
    payload = f'{{"offer": "{offer}", "request": "{request}"}}'
    await _told(world, settings, "offer.made", volunteer, payload=payload, facility_id=facility)
    with clock.travel(TUESDAY_NOON):
        assert await _texts(browser, volunteer) == ["Iemand in Veenhuizen vraagt om bezoek. Antwoord vóór 18.00 uur."]


async def test_an_invitation_to_other_work_says_which(browser: Browser, world: World, settings: Settings) -> None:
    facility = await world.a_facility("Lelystad")
    organisation = await world.an_organisation(facilities=[facility])
    volunteer, coordinator = await world.a_volunteer(organisation), await world.a_coordinator(organisation)
    request = await world.a_request(facility, organisation, activity_kind="CHILD_EVENT")
    offer = await world.an_offer(request, volunteer, expires_at=datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
    await _told(
        world, settings, "request.made", coordinator, payload=f'{{"request": "{request}"}}', facility_id=facility
    )
    await _told(world, settings, "offer.made", volunteer, payload=f'{{"offer": "{offer}"}}', facility_id=facility)
    with clock.travel(TUESDAY_NOON):
        said = "Een vraag uit Lelystad: ouder-kinddag. Antwoord vóór 18.00 uur."
        assert await _texts(browser, volunteer) == [said]
        assert await _texts(browser, coordinator) == ["Een nieuw verzoek uit Lelystad: ouder-kinddag."]


@pytest.mark.parametrize("kind", list(ActivityKind))
@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("event", ["offer.made", "request.made"])
def test_work_is_called_what_the_register_calls_it(event: str, locale: str, kind: ActivityKind) -> None:
    facts = rules.Facts(event=event, place="Vught", deadline=TUESDAY_NOON, starts_at=None, kind=kind)
    said = rules.text(facts, role=Role.VOLUNTEER, locale=locale, today=date(2026, 11, 24))
    if kind is ActivityKind.ONE_TO_ONE:
        assert said.startswith(
            {"nl": "Iemand in Vught vraagt om bezoek.", "en": "Someone in Vught asks for a visit."}[locale]
        )
    else:
        assert f"Vught: {KINDS[kind][0][locale].lower()}." in said


async def test_a_coordinator_reads_who_said_yes_and_who_no(browser: Browser, world: World, settings: Settings) -> None:
    facility = await world.a_facility("Sittard")
    organisation = await world.an_organisation(facilities=[facility])
    coordinator, request = await world.a_coordinator(organisation), await world.a_request(facility, organisation)
    els, wim = await world.a_volunteer(organisation, "Els Bakker"), await world.a_volunteer(organisation, "Wim Smit")
    for event, person in (("offer.declined", wim), ("offer.accepted", els)):
        about = f'{{"offer": "{await world.an_offer(request, person)}", "request": "{request}"}}'
        where = {"organisation_id": organisation, "facility_id": facility}
        await _told(world, settings, event, coordinator, wim, payload=about, **where)
    yes, no = "zei ja op de vraag uit Sittard.", "kan nu niet op de vraag uit Sittard."
    assert await _texts(browser, coordinator) == [f"Els Bakker {yes}", f"Wim Smit {no}"]
    # nobody else reads it, however they came by it: not a volunteer, and not as what they are elsewhere
    other, same = await world.an_organisation(facilities=[facility]), coordinator.person_id
    membership = await world.insert("membership", person_id=same, role="COORDINATOR", organisation_id=other)
    elsewhere = replace(coordinator, membership_id=membership, organisation_id=other)
    for reader in (wim, elsewhere):
        assert await _texts(browser, reader) == [f"Een vrijwilliger {yes}", f"Een vrijwilliger {no}"]
    await world.connection.execute("update person set display_name = $2 where id = $1", els.person_id, NAMELESS)
    assert (await _texts(browser, coordinator))[0] == f"Een vrijwilliger {yes}"


async def test_the_same_news_in_english(browser: Browser, world: World, settings: Settings) -> None:
    facility = await world.a_facility("Dordrecht")
    volunteer = await world.a_volunteer(await world.an_organisation(facilities=[facility]), locale="en")
    await _told(world, settings, "offer.taken", volunteer, facility_id=facility)
    assert await _texts(browser, volunteer) == ["The request from Dordrecht is settled. Thank you."]


async def test_a_visit_that_is_off_keeps_the_volunteer_home_and_not_the_staff(
    browser: Browser, world: World, settings: Settings
) -> None:
    facility = await world.a_facility()
    volunteer = await world.a_volunteer(await world.an_organisation(facilities=[facility]))
    staff = await world.a_staff_member(facility)
    match = await world.a_match(volunteer, facility)
    visit = await world.a_visit(match, datetime(2026, 11, 25, 13, 0, tzinfo=UTC))
    await _told(
        world, settings, "visit.cancelled", volunteer, staff, payload=f'{{"visit": "{visit.id}"}}', facility_id=facility
    )
    with clock.travel(TUESDAY_NOON):
        assert await _texts(browser, volunteer) == ["Het bezoek van morgen gaat niet door. Blijf thuis."]
        assert await _texts(browser, staff) == ["Het bezoek van morgen gaat niet door."]


@pytest.mark.parametrize(("state", "asked"), [("CONFIRMED", 1), ("LOGGED", 0), ("CANCELLED", 0)])
async def test_nobody_reads_the_question_whether_a_visit_took_place_once_that_is_answered(
    browser: Browser, world: World, settings: Settings, state: str, asked: int
) -> None:
    """Logged on another phone, or called off: the list of notices asks it no more."""
    facility = await world.a_facility()
    volunteer = await world.a_volunteer(await world.an_organisation(facilities=[facility]))
    visit = await world.a_visit(await world.a_match(volunteer, facility), datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    payload = f'{{"visit": "{visit.id}"}}'
    await _told(world, settings, "visit.log_reminder", volunteer, payload=payload, facility_id=facility)
    side, cause = ("VOLUNTEER", "ILL") if state == "CANCELLED" else (None, None)
    await world.connection.execute(
        "update visit set state = $2, cancel_side = $3, cancel_cause = $4 where id = $1", visit.id, state, side, cause
    )
    with clock.travel(TUESDAY_NOON):
        assert (
            await _texts(browser, volunteer) == ["Is je bezoek van vandaag doorgegaan? Twee tikken en klaar."] * asked
        )


async def test_a_wish_in_the_pool_is_told_to_coordinators_who_are_active_there(
    browser: Browser, world: World, settings: Settings
) -> None:
    facility, elsewhere = await world.a_facility("Sittard"), await world.a_facility("Vught")
    here = await world.a_coordinator(await world.an_organisation(facilities=[facility]))
    there = await world.a_coordinator(await world.an_organisation(facilities=[elsewhere]))
    await _told(world, settings, "request.made", facility_id=facility)
    assert await _texts(browser, here) == ["Iemand in Sittard vraagt om bezoek."]
    assert await _texts(browser, there) == []


async def test_what_waits_for_the_facility_is_told_to_its_staff(
    browser: Browser, world: World, settings: Settings
) -> None:
    facility = await world.a_facility()
    staff, former = await world.a_staff_member(facility), await world.a_staff_member(facility)
    await world.connection.execute("update membership set ended_at = now() where id = $1", former.membership_id)
    row = await _told(world, settings, "visit.proposed", facility_id=facility)
    told = await world.rows("select person_id from notice where outbox_id = $1", row)
    assert told == [{"person_id": staff.person_id}]


async def test_whom_the_sender_may_not_know_is_found_through_the_invitation(world: World, settings: Settings) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    asked, coordinator = await world.a_volunteer(organisation), await world.a_coordinator(organisation)
    offer = await world.an_offer(await world.a_request(facility, organisation), asked)
    where = {"organisation_id": organisation, "facility_id": facility}
    payloads = {
        f'{{"audience": "volunteer", "offer_id": "{offer}"}}': asked,
        '{"audience": "coordinators"}': coordinator,
        '{"audience": "COORDINATOR"}': coordinator,
    }
    for payload, person in payloads.items():
        row = await _told(world, settings, "offer.withdrawn", payload=payload, **where)
        told = await world.rows("select person_id from notice where outbox_id = $1", row)
        assert told == [{"person_id": person.person_id}]


async def test_that_a_name_was_erased_is_told_to_the_organisation_only(
    browser: Browser, world: World, settings: Settings
) -> None:
    facility = await world.a_facility("Dordrecht")
    organisation = await world.an_organisation(facilities=[facility])
    coordinator, staff = await world.a_coordinator(organisation), await world.a_staff_member(facility)
    other = await world.a_coordinator(await world.an_organisation(facilities=[facility]))
    where = {"organisation_id": organisation, "facility_id": facility}
    await _told(world, settings, "detainee.erased", payload='{"audience": "coordinators"}', **where)
    told = "In Dordrecht is een naam gewist. Je ziet bij die vraag alleen nog de verzonnen naam."
    assert await _texts(browser, coordinator) == [told]
    assert await _texts(browser, staff) == await _texts(browser, other) == []


async def test_reading_counts_once(browser: Browser, world: World, settings: Settings) -> None:
    me = await world.an_operator()
    await _told(world, settings, "match.ended", me)
    await browser.sign_in(me)
    ids = [notice["id"] for notice in (await browser.graphql(NOTICES))["myNotices"]]
    assert (await browser.graphql(READ, {"ids": ids}))["readNotices"]["read"] == 1
    assert (await browser.graphql(READ, {"ids": ids}))["readNotices"]["read"] == 0
    assert (await browser.graphql(NOTICES))["myNotices"][0]["readAt"] is not None


async def test_somebody_elses_notice_is_no_notice(browser: Browser, world: World, settings: Settings) -> None:
    mine, theirs = await world.an_operator(), await world.an_operator()
    row = await _told(world, settings, "match.ended", theirs)
    notice = await world.value("select id from notice where outbox_id = $1", row)
    await browser.sign_in(mine)
    for identifier in (str(notice), str(uuid4()), "nonsense"):
        assert (await browser.graphql(READ, {"ids": [identifier]}))["readNotices"]["__typename"] == "NotFound"


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("event", [*words.TEXTS, "something.new"])
def test_every_event_has_words_even_when_nothing_is_known(event: str, role: Role, locale: str) -> None:
    facts = rules.Facts(event=event, place=None, deadline=None, starts_at=None)
    text = rules.text(facts, role=role, locale=locale, today=clock.today())
    assert "{" not in text and "None" not in text and "!" not in text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (datetime(2026, 12, 24, 13, tzinfo=UTC), "donderdag 24 december om 14.00 uur"),
        (datetime(2027, 11, 24, 13, tzinfo=UTC), "woensdag 24 november 2027 om 14.00 uur"),
    ],
)
def test_a_day_that_is_far_has_its_year(day: datetime, said: str) -> None:
    facts = rules.Facts(event="visit.proposed", place=None, deadline=None, starts_at=day)
    assert said in rules.text(facts, role=Role.STAFF, locale="nl", today=date(2026, 11, 23))

"""Somebody stops by themselves; a month later nothing says who it was, and the figures and the history are whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from tests.accounts.test_passkeys import registered
from tests.accounts.test_step_up import shown
from tests.calling import Browser
from tests.mydata.people import NAME, PHONE, Els, a_volunteer
from tests.world import World
from vrijplaats.accounts.invitations import joining
from vrijplaats.accounts.invitations.rules import PURPOSE
from vrijplaats.accounts.passkeys.ceremonies import RelyingParty
from vrijplaats.accounts.people.errors import LastOne
from vrijplaats.audit.chains import verify
from vrijplaats.core import clock, db, tickets
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.nameless import NAMELESS
from vrijplaats.core.pools import open_database
from vrijplaats.mydata.leaving import actions, queries
from vrijplaats.mydata.leaving.jobs import PERIODIC
from vrijplaats.mydata.leaving.rules import KEPT, LeavingObstacle
from vrijplaats.settings import Login, Settings

LEAVE = """mutation M($input: EndMyMembershipInput!) { endMyMembership(input: $input) {
  __typename ... on EndMyMembershipSuccess { closed erasedOn } ... on Problem { code message } } }"""
# every text, and everything that can hold one, of every table
TEXTS = """
select table_name, column_name from information_schema.columns where table_schema = 'public'
  and (data_type in ('text', 'jsonb', 'json', 'character varying') or data_type = 'ARRAY' or data_type = 'bytea')
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


async def _leave(actor: Actor) -> bool:
    async with db.transaction(actor):
        closed, _ = await actions.leave(actor, membership_id=actor.membership_id)
    return closed


async def _nightly(moment: datetime) -> None:
    with clock.travel(moment):
        for periodic in PERIODIC:
            await run_periodic(periodic)


async def _holds(world: World, *wanted: str) -> list[str]:
    """Where any of these texts stands, in letters or in bytes, in any table."""
    found = []
    for row in await world.rows(TEXTS):
        table, column = row["table_name"], row["column_name"]
        for text in wanted:
            sql = f'select count(*) from "{table}" where strpos(lower("{column}"::text), lower($1)) > 0'
            sql += f""" or strpos("{column}"::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0"""
            if await world.value(sql, text):
                found.append(f"{table}.{column}: {text}")
    return found


async def _count(world: World, table: str, actor: Actor) -> Any:
    return await world.value(f"select count(*) from {table} where person_id = $1", actor.person_id)


async def _of(world: World, table: str, actor: Actor) -> Any:
    return await world.value(f"select count(*) from {table} where volunteer_id = $1", actor.volunteer_id)


async def test_a_volunteer_stops_as_when_a_coordinator_ends_it(world: World) -> None:
    els = await a_volunteer(world)
    async with db.transaction(els.actor, read_only=True):
        before = await queries.my_leaving(els.actor)
    assert (before.left.matches, before.left.planned_visits, before.left.open_offers) == (1, 1, 1)
    assert before.closes_account and before.obstacle is None
    assert await _leave(els.actor)
    assert await world.value("select state from match where id = $1", els.match.id) == "REVIEW"
    assert await world.value("select count(*) from offer where volunteer_id = $1 and state = 'LIVE'",
        els.actor.volunteer_id) == 0  # fmt: skip
    states = await world.rows("select state from visit where match_id = $1 order by state", els.match.id)
    assert [row["state"] for row in states] == ["CANCELLED", "LOGGED"]
    assert await world.value("select status from volunteer where id = $1", els.actor.volunteer_id) == "LEFT"
    events = await world.rows("select event from outbox where organisation_id = $1", els.organisation)
    assert {"match.review", "request.unanswered", "membership.left"} <= {row["event"] for row in events}
    assert await world.value("select count(*) from history where verb = 'membership.leave' and person_id = $1",
        els.actor.person_id) == 1  # fmt: skip


async def test_the_account_is_closed_at_once_and_the_session_with_it(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    await browser.sign_in(els.actor)
    answer = await browser.graphql(LEAVE, {"input": {"membershipId": str(els.actor.membership_id)}})
    done = {"__typename": "EndMyMembershipSuccess", "closed": True, "erasedOn": str(clock.today() + KEPT)}
    assert answer["endMyMembership"] == done
    assert await browser.codes("{ viewer { id } }") == ["UNAUTHENTICATED"]
    for table in ("session", "passkey", "sso_identity", "calendar_feed", "push_subscription"):
        assert await _count(world, table, els.actor) == 0, table
    assert await _count(world, "person_contact", els.actor) == 1, "kept for a month, to call about what is left"


async def test_who_has_a_passkey_shows_it(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    variables = {"input": {"membershipId": str(els.actor.membership_id)}}
    await browser.sign_in(els.actor, began_with="CODE")
    with clock.travel(clock.now() + timedelta(minutes=11)):
        assert await browser.codes(LEAVE, variables) == ["SIGN_IN_AGAIN"]
    device = await registered(browser, els.actor)
    await browser.sign_in(els.actor)
    assert await browser.codes(LEAVE, variables) == ["STEP_UP_NEEDED"]
    await shown(browser, els.actor, device)
    assert (await browser.graphql(LEAVE, variables))["endMyMembership"]["closed"] is True


async def test_one_of_two_leaves_the_account_and_what_is_elsewhere(world: World) -> None:
    els = await a_volunteer(world)
    elsewhere = await world.an_organisation(facilities=[els.facility])
    other = await world.insert(
        "membership", person_id=els.actor.person_id, role="COORDINATOR", organisation_id=elsewhere
    )
    await world.a_passkey(els.actor)
    token = await world.sign_in(els.actor)
    assert token and not await _leave_with_passkey(els)
    assert await _count(world, "passkey", els.actor) == 1
    assert await _count(world, "session", els.actor) == 0, "those in which they were it"
    await _nightly(clock.now() + KEPT + timedelta(days=1))
    assert await world.value("select display_name from person where id = $1", els.actor.person_id) == NAME
    assert await world.value("select place from volunteer where id = $1", els.actor.volunteer_id) is None
    assert await world.value("select ended_at from membership where id = $1", other) is None


async def _leave_with_passkey(els: Els) -> bool:
    return await _leave(replace(els.actor, has_passkey=True, fresh_passkey_at=clock.now()))


async def test_the_last_who_does_the_work_cannot_leave(world: World) -> None:
    organisation, facility = await world.an_organisation(), await world.a_facility()
    anja = await world.a_coordinator(organisation)
    contact = await world.a_staff_member(facility, contact_person=True)
    for actor, obstacle in (
        (anja, LeavingObstacle.LAST_COORDINATOR),
        (contact, LeavingObstacle.LAST_CONTACT_PERSON),
    ):
        async with db.transaction(actor, read_only=True):
            assert (await queries.my_leaving(actor)).obstacle is obstacle
        with pytest.raises(LastOne):
            await _leave(actor)
    await world.a_coordinator(organisation)
    await world.a_staff_member(facility, contact_person=True)
    assert await _leave(anja) and await _leave(contact)


async def test_who_runs_the_platform_cannot_and_a_funder_can(world: World) -> None:
    operator, funder = await world.an_operator(), await world.a_funder()
    async with db.transaction(operator, read_only=True):
        assert (await queries.my_leaving(operator)).obstacle is LeavingObstacle.RUNS_THE_PLATFORM
    with pytest.raises(NotAllowedNow):
        await _leave(operator)
    assert await _leave(funder)


async def test_another_ones_membership_is_not_found(world: World) -> None:
    els, other = await a_volunteer(world), await a_volunteer(world)
    with pytest.raises(NotFound):
        async with db.transaction(els.actor):
            await actions.leave(els.actor, membership_id=other.actor.membership_id)


async def test_nobody_ends_another_or_begins_by_the_walls(world: World) -> None:
    els = await a_volunteer(world)
    async with db.transaction(els.actor):
        assert (
            await db.execute("update membership set ended_at = now() where person_id <> $1", els.actor.person_id) == 0
        )
    await _leave(els.actor)
    with pytest.raises(Exception, match="row-level security"):
        async with db.transaction(els.actor):
            await db.execute("update membership set ended_at = null where id = $1", els.actor.membership_id)


async def test_a_month_later_nothing_says_who_it_was_and_the_history_is_whole(db: Settings, world: World) -> None:
    name = "Elske van Straks Weg"
    els = await a_volunteer(world, name, email="els.weg@example.org")
    await world.connection.execute("update correction set wanted = 'Nergenshuizen' where volunteer_id = $1",
        els.actor.volunteer_id)  # fmt: skip
    assert len(await _holds(world, name, "Nergenshuizen")) == 3, "the scan sees what is there"
    address, moved = "els.weg@example.org", f"nieuw.{els.actor.person_id.hex}@example.org"
    wanted = (name, address, moved, "Nergenshuizen", els.actor.person_id.hex)
    for table in actions.OF_A_VOLUNTEER:
        assert await _of(world, table, els.actor), f"{table}: there was something to take away"
    await _leave(els.actor)
    left = clock.now()
    await _nightly(left + KEPT - timedelta(hours=1))
    assert await world.value("select display_name from person where id = $1", els.actor.person_id) == name
    await _nightly(left + KEPT + timedelta(days=1))
    assert await _holds(world, *wanted) == []
    assert await world.value("select display_name from person where id = $1", els.actor.person_id) == NAMELESS
    for table in actions.OF_A_PERSON:
        assert await _count(world, table, els.actor) == 0, table
    for table in actions.OF_A_VOLUNTEER:
        assert (await _of(world, table, els.actor)) == 0, table
    offers = await world.rows("select distance_kilometres, reasons from offer where volunteer_id = $1",
        els.actor.volunteer_id)  # fmt: skip
    assert [(row["distance_kilometres"], row["reasons"]) for row in offers] == [(None, "[]")], (
        "why they were asked said what they were like"
    )
    # the visit counts on, without a person
    assert await world.value("select minutes from visit_log where visit_id = $1", els.visit.id) == 55
    assert await world.value("select count(*) from membership where person_id = $1", els.actor.person_id) == 1
    verdict = await verify(db.dsn(Login.AUDIT))
    assert verdict.findings == [] and verdict.rows > 0
    before = await world.value("select count(*) from history where verb in ('person.erase', 'volunteer.empty')")
    await _nightly(left + KEPT + timedelta(days=2))
    after = await world.value("select count(*) from history where verb in ('person.erase', 'volunteer.empty')")
    assert after == before, "once"


@pytest.mark.parametrize(("locale", "words"), [("nl", "Iemand van vroeger"), ("en", "Someone who has left")])
async def test_what_stands_where_the_name_stood_is_told_in_the_language_of_the_reader(
    browser: Browser, world: World, locale: str, words: str
) -> None:
    els = await a_volunteer(world)
    await _leave(els.actor)
    await _nightly(clock.now() + KEPT + timedelta(days=1))
    await world.connection.execute("update person set locale = $2 where id = $1", els.coordinator.person_id, locale)
    await browser.sign_in(els.coordinator)
    matches = "{ organisationMatches { edges { node { volunteer { displayName } } } } }"
    edges = (await browser.graphql(matches))["organisationMatches"]["edges"]
    names = [edge["node"]["volunteer"]["displayName"] for edge in edges]
    assert names.count(words) == 1 and NAME not in names


async def test_who_is_asked_again_begins_anew_at_the_same_address(world: World) -> None:
    els = await a_volunteer(world, email="els.terug@example.org")
    invitation = await world.an_invitation(els.coordinator, email="els.terug@example.org")
    link = await world.value("select link_id from invitation where id = $1", invitation)
    token = tickets.token(PURPOSE, link)
    assert (await joining.open_invitation(token, None)).known
    await _leave(els.actor)
    assert not (await joining.open_invitation(token, None)).known
    new = joining.NewPerson(display_name="Els", phone=None, locale="nl", passkey=None, passkey_name="")
    await joining.accept_as_new(token, new, party=RelyingParty.at("http://localhost"), device="/")
    rows = await world.rows("select person_id from person_contact where email = 'els.terug@example.org'")
    assert [row["person_id"] for row in rows] != [els.actor.person_id] and len(rows) == 1
    assert await world.value("select phone from person_contact where person_id = $1", els.actor.person_id) == PHONE

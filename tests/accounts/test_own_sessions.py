"""One's own sessions: which there are, ending one or all others; and going on as another thing one is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID, uuid4

from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.settings import Settings

MINE = "{ mySessions { id device current createdAt lastSeenAt } }"
END = """
mutation($id: ID!) { endSession(input: {sessionId: $id}) {
  __typename ... on EndSessionSuccess { sessions { id current } } ... on Problem { code message } } }
"""
END_OTHERS = """
mutation($id: ID!) { endOtherSessions(input: {thisSessionId: $id}) {
  __typename ... on EndOtherSessionsSuccess { sessions { id current } } ... on Problem { code message } } }
"""
SWITCH = """
mutation($id: ID!) { switchMembership(input: {membershipId: $id}) {
  __typename ... on SwitchMembershipSuccess { membership { id role organisation { name } } }
  ... on Problem { code message } } }
"""
CURRENT = "{ viewer { current { id role organisation { name } volunteer { id } } memberships { id } } }"
VERBS = "select verb, subject from history where person_id = $1 order by id"


@asynccontextmanager
async def _two_devices(db: Settings, world: World, actor: Actor) -> AsyncIterator[tuple[Browser, Browser]]:
    here, there = a_browser(db, world), a_browser(db, world)
    async with here.http, there.http:
        yield await here.sign_in(actor), await there.sign_in(actor)


async def _this(browser: Browser) -> str:
    (found,) = [row["id"] for row in (await browser.graphql(MINE))["mySessions"] if row["current"]]
    return str(found)


async def test_one_sees_where_one_is_signed_in_and_nobody_elses(db: Settings, world: World) -> None:
    actor = await world.an_operator()
    await world.sign_in(await world.an_operator())
    async with _two_devices(db, world, actor) as (here, there):
        await world.connection.execute(
            "update session set device = 'Chrome/Android' where id = $1", UUID(await _this(there))
        )
        sessions = (await here.graphql(MINE))["mySessions"]
    assert sorted((row["device"], row["current"]) for row in sessions) == [
        ("Chrome op Android", False),
        ("Een ander apparaat", True),
    ]


async def test_a_session_ended_from_another_device_stops_at_once(db: Settings, world: World) -> None:
    actor = await world.an_operator()
    async with _two_devices(db, world, actor) as (here, there):
        lost = await _this(there)
        key = uuid4()
        answer = (await here.graphql(END, {"id": lost}, key))["endSession"]
        assert answer == {"__typename": "EndSessionSuccess", "sessions": [{"id": await _this(here), "current": True}]}
        refused = await there.post(MINE)
        assert refused.status_code == 401
        assert refused.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED", "why": "ENDED"}
        assert (await here.graphql(END, {"id": lost}, key))["endSession"] == answer
    assert await world.rows(VERBS, actor.person_id) == [
        {"verb": "session.end", "subject": f'{{"person": "{actor.person_id}", "session": "{lost}"}}'}
    ]


async def test_somebody_elses_session_is_not_there(db: Settings, world: World) -> None:
    victim = a_browser(db, world)
    async with victim.http, _two_devices(db, world, await world.an_operator()) as (here, _):
        await victim.sign_in(await world.an_operator())
        foreign = (await here.graphql(END, {"id": await _this(victim)}))["endSession"]
        assert foreign == (await here.graphql(END, {"id": str(uuid4())}))["endSession"]
        assert foreign["code"] == "NOT_FOUND"
        assert (await victim.post(MINE)).status_code == 200


async def test_ending_all_others_leaves_this_one(db: Settings, world: World) -> None:
    actor = await world.an_operator()
    async with _two_devices(db, world, actor) as (here, there):
        # a screen that believes to be another session ends nothing
        mistaken = (await here.graphql(END_OTHERS, {"id": await _this(there)}))["endOtherSessions"]
        assert mistaken["code"] == "NOT_FOUND"
        assert (await there.post(MINE)).status_code == 200
        answer = (await here.graphql(END_OTHERS, {"id": await _this(here)}))["endOtherSessions"]
        assert [row["current"] for row in answer["sessions"]] == [True]
        assert (await there.post(MINE)).status_code == 401
    assert [row["verb"] for row in await world.rows(VERBS, actor.person_id)] == ["session.end"]


async def _of_two(world: World) -> tuple[Actor, Actor]:
    """One person, volunteer of two organisations."""
    first = await world.a_volunteer(await world.an_organisation())
    return first, await world.a_volunteer(await world.an_organisation(), person=first.person_id)


async def test_a_person_goes_on_in_another_membership_with_a_new_token(browser: Browser, world: World) -> None:
    first, second = await _of_two(world)
    await browser.sign_in(first)
    old = browser.http.cookies["vrijplaats"]
    viewer = (await browser.graphql(CURRENT))["viewer"]
    assert {row["id"] for row in viewer["memberships"]} == {str(first.membership_id), str(second.membership_id)}
    browser.http.cookies.clear()
    browser.http.cookies.set("vrijplaats", old, domain="localhost.local")
    answer = (await browser.graphql(SWITCH, {"id": str(second.membership_id)}))["switchMembership"]
    assert answer["membership"]["id"] == str(second.membership_id)
    assert browser.http.cookies["vrijplaats"] != old
    current = (await browser.graphql(CURRENT))["viewer"]["current"]
    assert current["id"] == str(second.membership_id)
    assert current["volunteer"] == {"id": str(second.volunteer_id)}
    assert await world.value("select count(*) from session where person_id = $1", first.person_id) == 1
    assert [row["verb"] for row in await world.rows(VERBS, first.person_id)] == ["session.switch_membership"]
    browser.http.cookies.clear()
    browser.http.cookies.set("vrijplaats", old)
    assert (await browser.post(CURRENT)).status_code == 401


async def test_a_membership_of_somebody_else_or_that_has_ended_is_not_there(browser: Browser, world: World) -> None:
    first, second = await _of_two(world)
    await browser.sign_in(first)
    foreign = await world.an_operator()
    await world.connection.execute("update membership set ended_at = now() where id = $1", second.membership_id)
    answers = [
        (await browser.graphql(SWITCH, {"id": str(wanted)}))["switchMembership"]
        for wanted in (foreign.membership_id, second.membership_id, uuid4())
    ]
    assert [answer["code"] for answer in answers] == ["NOT_FOUND"] * 3
    assert answers[0] == answers[1] == answers[2]
    assert (await browser.graphql(CURRENT))["viewer"]["current"]["id"] == str(first.membership_id)


async def test_switching_does_not_lengthen_what_may_last_shortly(browser: Browser, world: World) -> None:
    """Signed in as a volunteer yesterday: not as a coordinator today without signing in again."""
    first = await world.a_volunteer(await world.an_organisation())
    organisation = await world.an_organisation()
    membership = await world.insert(
        "membership", person_id=first.person_id, role="COORDINATOR", organisation_id=organisation
    )
    now = clock.now()
    await browser.sign_in(first)
    with clock.travel(now + timedelta(hours=13)):
        answer = (await browser.graphql(SWITCH, {"id": str(membership)}))["switchMembership"]
        assert answer["code"] == "NOT_ALLOWED_NOW"
        assert (await browser.post(CURRENT)).status_code == 200
    with clock.travel(now + timedelta(hours=11)):
        answer = (await browser.graphql(SWITCH, {"id": str(membership)}))["switchMembership"]
        assert answer["membership"]["role"] == "COORDINATOR"

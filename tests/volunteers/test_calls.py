""" "Bel mij": one open question at most, one coordinator who calls, and never a word of what it is about."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings
from vrijplaats.volunteers.calls import actions, queries
from vrijplaats.volunteers.calls.jobs import PERIODIC
from vrijplaats.volunteers.calls.queries import CallView
from vrijplaats.volunteers.calls.rules import CallUrgency

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
REMIND, FORGET = PERIODIC
Verb = Callable[..., Awaitable[CallView]]


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


@dataclass(frozen=True, slots=True)
class Desk:
    """A volunteer and two coordinators of one organisation."""

    world: World
    organisation: UUID
    volunteer: Actor
    anja: Actor
    bert: Actor

    async def ask(self, urgency: CallUrgency = CallUrgency.THIS_WEEK) -> CallView:
        async with db.transaction(self.volunteer):
            return await actions.ask_for_call(self.volunteer, urgency=urgency)

    async def waiting(self, actor: Actor) -> list[CallView]:
        async with db.transaction(actor, read_only=True):
            return await queries.call_requests(actor)

    async def told(self, event: str) -> list[list[UUID]]:
        sql = "select recipients from outbox where organisation_id = $1 and event = $2 order by id"
        return [row["recipients"] for row in await self.world.rows(sql, self.organisation, event)]


async def _desk(world: World) -> Desk:
    organisation = await world.an_organisation()
    return Desk(
        world,
        organisation,
        await world.a_volunteer(organisation),
        await world.a_coordinator(organisation, "Anja Vos"),
        await world.a_coordinator(organisation, "Bert Kok"),
    )


async def _do(verb: Verb, actor: Actor, call: UUID) -> CallView:
    async with db.transaction(actor):
        return await verb(actor, call_id=call)


def _why(problem: NotAllowedNow, locale: str) -> Any:
    words: Any = problem.fields["reason"]
    return words[locale]


async def test_who_asks_twice_waits_once_and_may_make_it_more_urgent(world: World) -> None:
    desk = await _desk(world)
    first = await desk.ask()
    assert (await desk.ask()).id == first.id
    assert len(await desk.told("call.asked")) == 1
    sooner = await desk.ask(CallUrgency.TODAY)
    assert (sooner.id, sooner.urgency) == (first.id, CallUrgency.TODAY)
    assert (await desk.ask()).urgency is CallUrgency.TODAY  # nobody hears that it may wait after all
    assert (len(await desk.told("call.asked")), len(await desk.told("call.asked_today"))) == (1, 1)
    sql = "select verb from history where organisation_id = $1 order by id"
    assert [row["verb"] for row in await world.rows(sql, desk.organisation)] == ["call.ask", "call.raise"]


async def test_two_taps_at_once_ask_once(world: World) -> None:
    desk = await _desk(world)
    asked = await asyncio.gather(*(desk.ask() for _ in range(5)))
    assert len({view.id for view in asked}) == 1
    assert len(await desk.told("call.asked")) == 1


async def test_one_coordinator_calls_and_the_other_hears_who(world: World) -> None:
    desk = await _desk(world)
    call = await desk.ask(CallUrgency.TODAY)
    taken = await _do(actions.take_call, desk.anja, call.id)
    assert (taken.taken_by, taken.taken_by_me) == ("Anja Vos", True)
    await _do(actions.take_call, desk.anja, call.id)
    assert await desk.told("call.taken") == [[desk.volunteer.person_id]]
    with pytest.raises(NotAllowedNow) as refused:
        await _do(actions.take_call, desk.bert, call.id)
    assert _why(refused.value, "nl") == "Anja Vos belt al"
    (seen,) = await desk.waiting(desk.bert)
    assert (seen.taken_by, seen.taken_by_me, seen.called_at) == ("Anja Vos", False, None)
    await _do(actions.mark_called, desk.anja, call.id)
    await _do(actions.mark_called, desk.anja, call.id)
    assert await desk.told("call.done") == [[desk.volunteer.person_id]]
    with pytest.raises(NotAllowedNow) as refused:
        await _do(actions.mark_called, desk.bert, call.id)
    assert _why(refused.value, "en") == "Anja Vos has called already"
    assert await desk.waiting(desk.bert) == []
    assert [view.called_at is not None for view in await desk.waiting(desk.anja)] == [True]


async def test_of_two_coordinators_at_once_one_takes_it(world: World) -> None:
    desk = await _desk(world)
    call = await desk.ask()
    each = (_do(actions.take_call, who, call.id) for who in (desk.anja, desk.bert))
    answers = await asyncio.gather(*each, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["CallView", "NotAllowedNow"]
    assert len(await desk.told("call.taken")) == 1


async def test_called_can_be_taken_back_for_ten_minutes_by_who_said_it(world: World) -> None:
    desk = await _desk(world)
    with clock.travel(MORNING):
        call = await desk.ask()
        await _do(actions.mark_called, desk.anja, call.id)
        with pytest.raises(NotAllowedNow):
            await _do(actions.undo_called, desk.bert, call.id)
        assert (await _do(actions.undo_called, desk.anja, call.id)).called_at is None
        assert len(await desk.waiting(desk.bert)) == 1
        await _do(actions.mark_called, desk.anja, call.id)
    with clock.travel(MORNING + timedelta(minutes=10)):
        with pytest.raises(NotAllowedNow):
            await _do(actions.undo_called, desk.anja, call.id)
        assert await desk.waiting(desk.anja) == []
        anew = await desk.ask()
    assert anew.id != call.id
    with clock.travel(MORNING + timedelta(minutes=5)), pytest.raises(NotAllowedNow) as refused:
        await _do(actions.undo_called, desk.anja, call.id)
    assert _why(refused.value, "nl") == "er staat al een nieuwe vraag"


async def test_who_asked_takes_it_back_until_somebody_called(world: World) -> None:
    desk = await _desk(world)
    call = await desk.ask()
    async with db.transaction(desk.volunteer):
        await actions.withdraw_call(desk.volunteer, call_id=call.id)
    assert await desk.waiting(desk.anja) == [] and len(await desk.told("call.withdrawn")) == 1
    for verb in (actions.take_call, actions.mark_called, actions.undo_called):
        with pytest.raises(NotAllowedNow):
            await _do(verb, desk.anja, call.id)
    call = await desk.ask()
    await _do(actions.mark_called, desk.anja, call.id)
    async with db.transaction(desk.volunteer):
        with pytest.raises(NotAllowedNow):
            await actions.withdraw_call(desk.volunteer, call_id=call.id)


async def test_others_have_nothing_to_do_with_it(world: World) -> None:
    desk, other = await _desk(world), await _desk(world)
    call = await desk.ask()
    assert await other.waiting(other.anja) == []
    for verb in (actions.take_call, actions.mark_called, actions.undo_called):
        with pytest.raises(NotFound):
            await _do(verb, other.anja, call.id)
        with pytest.raises(Forbidden):
            await _do(verb, desk.volunteer, call.id)
    colleague = await world.a_volunteer(desk.organisation)
    async with db.transaction(colleague):
        assert await queries.my_call(colleague) is None
        with pytest.raises(NotFound):
            await actions.withdraw_call(colleague, call_id=call.id)


async def test_the_number_is_for_who_calls(world: World, browser: Browser) -> None:
    desk = await _desk(world)
    await world.insert("person_contact", person_id=desk.volunteer.person_id, phone="+31612345678")
    await desk.ask()
    await browser.sign_in(desk.anja)
    mine = await browser.graphql("{ callRequests { volunteerName phone urgency } }")
    assert [row["phone"] for row in mine["callRequests"]] == ["+31612345678"]
    await browser.sign_in(desk.volunteer)
    assert (await browser.graphql("{ myCallRequest { phone } }"))["myCallRequest"] == {"phone": None}
    assert await browser.codes("{ callRequests { id } }") == ["FORBIDDEN"]


async def test_most_urgent_and_longest_waiting_come_first_and_who_left_does_not(world: World) -> None:
    desk = await _desk(world)
    asked: dict[str, Any] = {"organisation_id": desk.organisation}
    names = ("Later", "Eerst", "Weg")
    people = {name: await world.a_volunteer(desk.organisation, name) for name in names}
    for minutes, name in enumerate(("Eerst", "Later", "Weg")):
        at = MORNING + timedelta(minutes=minutes)
        await world.insert(
            "call_request", **asked, volunteer_id=people[name].volunteer_id, urgency="THIS_WEEK", asked_at=at
        )
    with clock.travel(MORNING + timedelta(hours=1)):
        await desk.ask(CallUrgency.TODAY)
    gone = people["Weg"]
    await world.connection.execute("update membership set ended_at = $2 where id = $1", gone.membership_id, MORNING)
    assert [view.volunteer_name for view in await desk.waiting(desk.anja)][1:] == ["Eerst", "Later"]
    with clock.travel(MORNING + timedelta(days=1)):
        await run_periodic(FORGET)
    left = await world.value("select count(*) from call_request where volunteer_id = $1", gone.volunteer_id)
    assert left == 0


async def test_who_waits_two_hours_for_a_call_today_is_brought_up_once(world: World) -> None:
    desk = await _desk(world)
    with clock.travel(MORNING):
        call = await desk.ask(CallUrgency.TODAY)
        await _do(actions.take_call, desk.anja, call.id)
    for minutes in (119, 120, 130):
        with clock.travel(MORNING + timedelta(minutes=minutes)):
            await asyncio.gather(run_periodic(REMIND), run_periodic(REMIND))
        assert await desk.told("call.waiting") == ([[desk.bert.person_id]] if minutes >= 120 else [])


async def test_what_ended_a_month_ago_is_forgotten(world: World) -> None:
    desk = await _desk(world)
    with clock.travel(MORNING):
        call = await desk.ask()
        await _do(actions.mark_called, desk.anja, call.id)
    sql = "select count(*) from call_request where id = $1"
    for days, left in ((29, 1), (31, 0)):
        with clock.travel(MORNING + timedelta(days=days)):
            await run_periodic(FORGET)
        assert await world.value(sql, call.id) == left

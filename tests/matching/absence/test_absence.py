"""A volunteer will not be there: what runs is shown first, what is named is called off, and the coordinators know."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.calling import Browser
from tests.matching.scene import Scene, a_scene, accept, offer
from tests.world import Ids, World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotFound
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.matching.absence import actions, queries
from vrijplaats.matching.errors import NotEligible, OfferWithdrawn
from vrijplaats.matching.facts import FactKind
from vrijplaats.matching.queries.candidates import ranking_of
from vrijplaats.settings import Login, Settings
from vrijplaats.volunteers.availability import actions as availability
from vrijplaats.volunteers.availability.queries import AvailabilityView
from vrijplaats.volunteers.rules import Period

pytestmark = pytest.mark.usefixtures("db")


def in_days(number: int) -> date:
    return clock.today() + timedelta(days=number)


async def _pause(actor: Actor, ends_on: date | None = None, call_off: Collection[UUID] = ()) -> AvailabilityView:
    async with db.transaction(actor):
        return await actions.start_pause(actor, ends_on=ends_on, call_off=call_off)


async def _away(actor: Actor, first: int, last: int, call_off: Collection[UUID] = ()) -> AvailabilityView:
    async with db.transaction(actor):
        period = Period(in_days(first), in_days(last))
        return await actions.be_away(actor, period=period, call_off=call_off)


async def _visit(world: World, match: Ids, days: int, **columns: Any) -> UUID:
    """A visit at noon or so, that many days from now."""
    noon = clock.midnight(in_days(days)) + timedelta(hours=12)
    return (await world.a_visit(match, noon, **columns)).id


async def _paused(actor: Actor) -> list[tuple[str, str]]:
    async with db.transaction(actor, read_only=True):
        return [(match.volunteer.display_name, match.pseudonym) for match in await queries.paused_matches(actor)]


async def _els(scene: Scene) -> tuple[Actor, Ids]:
    els = await scene.a_volunteer("Els Bakker", capacity=5)
    return els, await scene.world.a_match(els, scene.facility)


async def test_what_runs_is_shown_before_anything_is_said(world: World) -> None:
    scene = await a_scene(world)
    els, match = await _els(scene)
    await world.a_match(els, scene.facility, state="ENDED", ended_on=clock.today())
    inside = [await _visit(world, match, days, state=state) for days, state in ((2, "PROPOSED"), (9, "CONFIRMED"))]
    cancelled = {"state": "CANCELLED", "cancel_side": "VOLUNTEER", "cancel_cause": "ILL"}
    for days, columns in ((-2, {}), (10, {}), (5, cancelled)):
        await _visit(world, match, days, **columns)
    await scene.an_offer(els)
    await scene.an_offer(els, expires_at=clock.now() - timedelta(minutes=1))
    async with db.transaction(els, read_only=True):
        some = await queries.my_absence(els, in_days(2), in_days(9))
        all_of_it = await queries.my_absence(els, in_days(0), None)
    assert [each.id for each in some.matches] == [match.id]
    assert [visit.id for visit in some.visits] == inside
    assert some.open_offers == 1
    assert len(all_of_it.visits) == 3


async def test_a_pause_withdraws_what_is_open_and_lets_matches_run(world: World) -> None:
    scene = await a_scene(world)
    els, match = await _els(scene)
    other = await scene.a_volunteer("Bas")
    alone, shared = await scene.a_request(), await scene.a_request()
    offers = [await scene.an_offer(els, request) for request in (alone, shared)]
    kept = await scene.an_offer(other, shared)
    view = await _pause(els, in_days(30))
    assert view.pause is not None and view.pause.ends_on == in_days(30)
    assert [await scene.state_of("offer", each) for each in (*offers, kept)] == ["WITHDRAWN", "WITHDRAWN", "LIVE"]
    assert [await scene.state_of("visit_request", each) for each in (alone, shared)] == ["OPEN", "OFFERED"]
    assert await scene.state_of("match", match.id) == "ACTIVE"
    assert await world.value("select status from volunteer where id = $1", els.volunteer_id) == "ACTIVE"
    assert [row["payload"].count(str(alone)) for row in await scene.told("request.unanswered")] == [1]
    (told,) = await scene.told("pause.started")
    assert told["payload"] == "{}" and told["facility_id"] is None
    assert await scene.verbs() == ["pause.start", "offer.withdraw", "offer.withdraw"]


async def test_a_request_that_goes_on_by_itself_asks_nobody_for_help(world: World) -> None:
    scene = await a_scene(world)
    els = await scene.a_volunteer()
    request = await scene.a_request()
    await scene.an_offer(els, request)
    await world.running_waves(request, scene.coordinator)
    await _pause(els)
    assert await scene.told("request.unanswered") == []


async def test_only_the_visits_that_are_named_are_called_off(world: World) -> None:
    scene = await a_scene(world)
    els, match = await _els(scene)
    off, kept, after = [await _visit(world, match, days) for days in (3, 4, 40)]
    await _pause(els, in_days(30), [off])
    states = [await scene.state_of("visit", each) for each in (off, kept, after)]
    assert states == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    row = (await world.rows("select cancel_side, cancel_cause, presence_id from visit where id = $1", off))[0]
    assert (row["cancel_side"], row["cancel_cause"]) == ("VOLUNTEER", "OTHER_APPOINTMENT")
    assert await world.value("select live from presence where id = $1", row["presence_id"]) is False
    # the prison, and the coordinators
    assert len(await scene.told("visit.cancelled")) == 2
    assert await scene.verbs() == ["pause.start", "visit.cancel"]


async def test_days_away_call_off_what_is_named_on_those_days(world: World) -> None:
    scene = await a_scene(world)
    els, match = await _els(scene)
    first, last, after = [await _visit(world, match, days) for days in (5, 9, 10)]
    with pytest.raises(InvalidInput):
        await _away(els, 5, 9, [first, after])
    assert await scene.state_of("visit", first) == "CONFIRMED"
    view = await _away(els, 5, 9, [first, last])
    assert view.away == (Period(in_days(5), in_days(9)),)
    states = [await scene.state_of("visit", each) for each in (first, last, after)]
    assert states == ["CANCELLED", "CANCELLED", "CONFIRMED"]
    # what somebody called off meanwhile is no reason to refuse the rest
    assert (await _away(els, 10, 10, [first, after])).away == (Period(in_days(5), in_days(10)),)
    # who is away can still be asked, and nobody is told anything but what is off
    assert await scene.told("pause.started") == []


async def test_visits_of_others_are_not_there(world: World) -> None:
    scene = await a_scene(world)
    els, _ = await _els(scene)
    bas = await scene.a_volunteer("Bas")
    theirs = await _visit(world, await world.a_match(bas, scene.facility), 3)
    for visit in (theirs, uuid4()):
        with pytest.raises(NotFound):
            await _pause(els, None, [visit])
        with pytest.raises(NotFound):
            await _away(els, 1, 9, [visit])
    assert await scene.state_of("visit", theirs) == "CONFIRMED"
    assert await scene.verbs() == []
    with pytest.raises(NotFound):
        await _pause(scene.coordinator)


async def test_who_has_a_pause_is_not_asked_and_cannot_say_yes(world: World) -> None:
    scene = await a_scene(world)
    els, _ = await _els(scene)
    request = await scene.a_request()
    await _pause(els, date(clock.today().year + 1, 1, 3) if clock.today().month > 1 else in_days(3))
    with pytest.raises(NotEligible) as refused:
        await offer(scene.coordinator, request, els)
    assert "Els Bakker heeft pauze tot en met" in refused.value.message("nl")
    # one that came at this very moment
    late = await scene.an_offer(els, request)
    with pytest.raises(NotEligible) as mine:
        await accept(els, late)
    assert "je hebt pauze tot en met" in mine.value.message("nl")
    async with db.transaction(els):
        await availability.end_pause(els, starts_on=clock.today())
    assert (await accept(els, late)).request_id == request


async def test_an_invitation_that_a_pause_withdrew_says_so(world: World) -> None:
    scene = await a_scene(world)
    els = await scene.a_volunteer()
    open_one = await scene.an_offer(els)
    await _pause(els)
    with pytest.raises(OfferWithdrawn):
        await accept(els, open_one)


async def test_nobody_new_is_a_maximum_below_what_somebody_does(world: World) -> None:
    scene = await a_scene(world)
    els, _ = await _els(scene)
    request = await scene.a_request()
    async with db.transaction(els):
        await availability.set_capacity(els, capacity=0)
    with pytest.raises(NotEligible) as refused:
        await offer(scene.coordinator, request, els)
    assert "Els Bakker wil er nu niemand bij" in refused.value.message("nl")
    late = await scene.an_offer(els, request)
    with pytest.raises(NotEligible) as mine:
        await accept(els, late)
    assert "je hebt gezegd dat er nu niemand bij komt" in mine.value.message("nl")


async def test_coordinators_see_which_matches_run_on_without_visits(world: World) -> None:
    scene, elsewhere = await a_scene(world), await a_scene(world)
    els, match = await _els(scene)
    reviewed = await world.a_match(els, scene.facility, state="REVIEW")
    await world.a_match(els, scene.facility, state="ENDED", ended_on=clock.today())
    await world.a_match(await scene.a_volunteer("Bas"), scene.facility)
    stranger = await elsewhere.a_volunteer()
    await world.a_match(stranger, elsewhere.facility)
    await _pause(els, in_days(4))
    await _pause(stranger)
    names = [await world.value("select pseudonym from match where id = $1", each) for each in (match.id, reviewed.id)]
    assert sorted(await _paused(scene.coordinator)) == sorted(("Els Bakker", name) for name in names)
    with clock.travel(clock.midnight(in_days(5))):
        assert await _paused(scene.coordinator) == []
    with pytest.raises(Forbidden):
        await _paused(els)


SHOWN = """{ pausedMatches { volunteer { displayName } pseudonym pause { startsOn endsOn } }
  organisationMatches { edges { node { volunteer { displayName } pause { endsOn } } } } }"""


async def test_the_desk_shows_until_when(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    els, _ = await _els(scene)
    await world.a_match(await scene.a_volunteer("Bas Kok"), scene.facility)
    await _pause(els, in_days(4))
    await browser.sign_in(scene.coordinator)
    shown = await browser.graphql(SHOWN)
    days = {"startsOn": in_days(0).isoformat(), "endsOn": in_days(4).isoformat()}
    assert [match["pause"] for match in shown["pausedMatches"]] == [days]
    pauses = {
        edge["node"]["volunteer"]["displayName"]: edge["node"]["pause"]
        for edge in shown["organisationMatches"]["edges"]
    }
    assert pauses == {"Els Bakker": {"endsOn": in_days(4).isoformat()}, "Bas Kok": None}


MINE = """{ myAvailability { week { mornings afternoons evenings } visiting { mornings } away { first last }
  pause { startsOn endsOn } capacity carrying } myAbsence(first: "%s") { matches { detainee { givenName } }
  visits { id givenName } openOffers } }"""
WEEK = """mutation($input: SetWeekInput!) { setWeek(input: $input) { __typename
  ... on SetWeekSuccess { availability { week { mornings afternoons evenings } } } ... on Problem { message } } }"""


async def test_the_volunteers_own_screen(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    els, match = await _els(scene)
    visit = await _visit(world, match, 3)
    await _away(els, 2, 4)
    await browser.sign_in(els)
    shown = await browser.graphql(MINE % in_days(2))
    mine, absence = shown["myAvailability"], shown["myAbsence"]
    assert mine["week"] == {part: [1, 2, 3, 4, 5, 6, 7] for part in ("mornings", "afternoons", "evenings")}
    assert mine["visiting"] == {"mornings": [1, 2, 3, 4, 5, 6, 7]}
    assert mine["away"] == [{"first": in_days(2).isoformat(), "last": in_days(4).isoformat()}]
    assert (mine["pause"], mine["capacity"], mine["carrying"]) == (None, 5, 1)
    name = absence["matches"][0]["detainee"]["givenName"]
    assert absence["visits"] == [{"id": str(visit), "givenName": name}]
    chosen = {"mornings": [2, 2], "afternoons": [], "evenings": [7]}
    answer = (await browser.graphql(WEEK, {"input": chosen}))["setWeek"]
    assert answer["availability"]["week"] == chosen | {"mornings": [2]}


async def test_rounds_that_go_by_themselves_leave_out_who_has_a_pause(world: World, settings: Settings) -> None:
    """The worker ranks as the coordinator's screen does, by the same rows."""
    await open_database(settings.dsn(Login.WORKER), max_size=2, name=WORKER)
    scene = await a_scene(world)
    els, bas, cor = [await scene.a_volunteer(name) for name in ("Els", "Bas", "Cor")]
    request = await scene.a_request()
    await _pause(els)
    await _away(bas, 0, 20)
    async with db.transaction({}, connection=WORKER):
        _, ranking = await ranking_of(scene.organisation, request)
    assert [each.volunteer.id for each in ranking.eligible] == [cor.volunteer_id, bas.volunteer_id]
    assert [fact.kind for fact in ranking.eligible[1].cares] == [FactKind.AWAY]
    assert [(each.volunteer.id, each.obstacle.kind) for each in ranking.not_eligible] == [
        (els.volunteer_id, FactKind.PAUSED)
    ]

"""The figures of an organisation against the records, and each list against its figure. Another organisation's are not
there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.calling import Browser
from tests.reports.figures import Circle, a_circle, a_held_visit
from tests.statements import counted
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Forbidden
from vrijplaats.matching.models import OfferState
from vrijplaats.reports.overview import lists
from vrijplaats.reports.overview.queries import OverviewView, overview
from vrijplaats.visits.rules import CancelSide

pytestmark = pytest.mark.usefixtures("db")
START, END = date(2024, 4, 1), date(2024, 6, 30)
DAYS = lists.Days(start=START, end=END, most=100)
OVERVIEW = """query($from: Date!, $to: Date!) { overview(periodStart: $from, periodEnd: $to) {
  visitsHeld hours definitions { key version } } }"""


def _at(month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


async def _seen(actor: Actor) -> OverviewView:
    async with db.transaction(actor):
        return await overview(actor, start=START, end=END)


async def _visits(actor: Actor, *, held: bool, side: CancelSide | None = None) -> Sequence[lists.CountedVisit]:
    async with db.transaction(actor):
        found, total = await lists.visits(actor, DAYS, held=held, side=side)
    assert total == len(found)
    return found


async def _invitations(actor: Actor, answer: OfferState | None = None) -> Sequence[lists.CountedInvitation]:
    async with db.transaction(actor):
        found, total = await lists.invitations(actor, DAYS, answer=answer)
    assert total == len(found)
    return found


async def _a_spring(world: World, circle: Circle) -> None:
    """Held on the edges and beside them, called off, and nobody came."""
    first, second = circle.matches[:2]
    for moment in (_at(4, 1, 0, 5), _at(6, 30, 22)):
        await a_held_visit(world, first, moment, minutes=45)
    for moment in (_at(3, 31, 22), _at(7, 1, 0, 1)):
        await a_held_visit(world, first, moment)
    for number, side in enumerate(("FACILITY", "FACILITY", "DETAINEE")):
        when = _at(5, 2 + number)
        await world.a_visit(second, when, state="CANCELLED", cancel_side=side, cancel_cause="ILL", cancelled_at=when)
    for number, outcome in enumerate(("VOLUNTEER_ABSENT", "DETAINEE_ABSENT", "FACILITY_CANCELLED")):
        await a_held_visit(world, second, _at(5, 12 + number), minutes=0, outcome=outcome)
    await world.a_visit(second, _at(5, 20), state="CONFIRMED")  # nobody wrote down what came of it


async def test_visits_and_the_lists_behind_them(world: World) -> None:
    circle, other = await a_circle(world, people=2), await a_circle(world, people=2)
    for each in (circle, other):
        await _a_spring(world, each)
    coordinator = await world.a_coordinator(circle.organisation)
    found = await _seen(coordinator)
    assert (found.visits, found.minutes) == (2, 90)
    assert found.not_held == {
        CancelSide.FACILITY: 3,
        CancelSide.DETAINEE: 2,
        CancelSide.VOLUNTEER: 1,
        CancelSide.ORGANISATION: 0,
    }
    held = await _visits(coordinator, held=True)
    assert [visit.starts_at for visit in held] == [_at(6, 30, 22), _at(4, 1, 0, 5)]
    assert {visit.volunteer_id for visit in held} == {circle.volunteer.volunteer_id}
    for side, count in found.not_held.items():
        assert len(await _visits(coordinator, held=False, side=side)) == count
    assert len(await _visits(coordinator, held=False)) == sum(found.not_held.values())


async def test_a_list_goes_on_where_its_page_ended(world: World) -> None:
    circle = await a_circle(world, people=1)
    for number in range(5):
        await a_held_visit(world, circle.matches[0], _at(5, 1 + number // 2, 10 + 2 * (number % 2)))
    coordinator = await world.a_coordinator(circle.organisation)
    whole = await _visits(coordinator, held=True)
    after, seen = None, []
    while True:
        async with db.transaction(coordinator):
            days = lists.Days(start=START, end=END, most=2, after=after)
            page, total = await lists.visits(coordinator, days, held=True, side=None)
        assert total == 5
        if not page:
            break
        seen += page
        after = (page[-1].starts_at, page[-1].id)
    assert seen == whole


async def test_who_left_and_has_no_name_any_more_is_still_counted(world: World) -> None:
    circle = await a_circle(world, people=1)
    await a_held_visit(world, circle.matches[0], _at(5, 1))
    coordinator = await world.a_coordinator(circle.organisation)
    for table in ("volunteer_availability", "volunteer_away"):
        await world.connection.execute(f"delete from {table} where volunteer_id = $1", circle.volunteer.volunteer_id)
    await world.connection.execute(
        "update membership set ended_at = now() where id = $1", circle.volunteer.membership_id
    )
    assert len(await _visits(coordinator, held=True)) == (await _seen(coordinator)).visits == 1


async def test_yes_to_an_invitation(world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    made = _at(5, 1, 9)

    async def offer(state: str, over: datetime, **columns: Any) -> None:
        request = await world.a_request(facility, organisation)
        when = {"created_at": made, "expires_at": over, "answered_at": over if state != "LIVE" else None}
        await world.an_offer(request, volunteer, state=state, **(when | columns))

    for hours in (1, 5, 30):
        await offer("ACCEPTED", made + timedelta(hours=hours))
    await offer("DECLINED", made + timedelta(hours=2))
    await offer("EXPIRED", made + timedelta(days=1))
    await offer("LIVE", made + timedelta(days=2))  # its time is over, and the clock has not come by
    await offer("WITHDRAWN", made + timedelta(hours=3))
    await offer("LIVE", datetime.now(UTC) + timedelta(days=1))  # nobody has decided yet
    await offer("ACCEPTED", _at(7, 1, 0, 1))  # the day after
    coordinator = await world.a_coordinator(organisation)
    found = await _seen(coordinator)
    assert (found.invitations, found.accepted, found.hours_to_yes) == (6, 3, 5.0)
    assert len(await _invitations(coordinator)) == 6
    by_answer = {each: len(await _invitations(coordinator, each)) for each in OfferState}
    assert by_answer == {
        OfferState.ACCEPTED: 3,
        OfferState.DECLINED: 1,
        OfferState.EXPIRED: 2,
        OfferState.LIVE: 0,
        OfferState.WITHDRAWN: 0,
    }
    assert (await _seen(await world.a_coordinator(await world.an_organisation()))).hours_to_yes is None


async def test_waiting_in_bands_at_each_prison(world: World) -> None:
    near, far = await world.a_facility("Assen"), await world.a_facility("Zwolle")
    organisation = await world.an_organisation(facilities=[near, far])
    elsewhere = await world.an_organisation(facilities=[near])
    noon = clock.midnight(clock.today()) + timedelta(hours=12)
    for facility, days, whose in (
        *((near, days, organisation) for days in (0, 14, 15, 30, 31, 400)),
        (near, 20, None),
        (near, 3, elsewhere),
        (far, 31, None),
    ):
        await world.a_request(facility, whose, waiting_since=noon - timedelta(days=days))
    asked = await world.a_request(near, organisation, waiting_since=noon)
    await world.an_offer(asked, await world.a_volunteer(organisation))
    found = (await _seen(await world.a_coordinator(organisation))).waiting
    assert [(each.facility.id, each.counts, each.total, each.not_asked) for each in found] == [
        (near, (3, 3, 2), 8, 7),
        (far, (0, 0, 1), 1, 1),
    ]


async def test_the_register_today(world: World) -> None:
    organisation = await world.an_organisation()
    today = clock.today()
    await world.a_volunteer(organisation)
    ready = await world.a_volunteer(organisation, status="READY")
    for actor in (await world.a_volunteer(organisation), await world.a_volunteer(organisation, status="READY")):
        await world.insert(
            "volunteer_pause", organisation_id=organisation, volunteer_id=actor.volunteer_id, starts_on=today
        )
    for status in ("APPLICANT", "IN_TRAINING", "LEFT"):
        await world.a_volunteer(organisation, status=status)
    await world.connection.execute(
        "update credential set valid_until = $2 where volunteer_id = $1", ready.volunteer_id, today + timedelta(days=90)
    )
    found = await _seen(await world.a_coordinator(organisation))
    assert (found.active, found.ready) == (1, 1)
    assert found.ending in (0, 1)  # whether a paper is needed is the organisation's policy


async def test_it_takes_the_same_few_statements_however_much_there_is(world: World) -> None:
    circle = await a_circle(world, people=2)
    coordinator = await world.a_coordinator(circle.organisation)
    async with counted(coordinator) as few:
        await overview(coordinator, start=START, end=END)
    await _a_spring(world, circle)
    async with counted(coordinator) as many:
        await overview(coordinator, start=START, end=END)
    assert len(few) == len(many) == 5


async def test_only_coordinators_have_it(world: World, browser: Browser) -> None:
    circle = await a_circle(world, people=1)
    staff = await world.a_staff_member(circle.matches[0].facility_id)
    for actor in (circle.volunteer, staff, await world.a_funder(), await world.an_operator()):
        async with db.transaction(actor):
            with pytest.raises(Forbidden):
                await overview(actor, start=START, end=END)
            with pytest.raises(Forbidden):
                await lists.visits(actor, DAYS, held=True, side=None)
            with pytest.raises(Forbidden):
                await lists.invitations(actor, DAYS, answer=None)
    await browser.sign_in(await world.a_coordinator(circle.organisation, locale="en"))
    days = {"from": START.isoformat(), "to": END.isoformat()}
    found = (await browser.graphql(OVERVIEW, days))["overview"]
    assert [each["key"] for each in found["definitions"]] == [
        *("active_volunteer", "ready_volunteer", "ends_soon", "open_request", "acceptance", "visits_not_held"),
        *("visits_held", "hours"),
    ]
    assert await browser.codes(OVERVIEW, {"from": "2024-02-01", "to": "2024-01-01"}) == ["INVALID_INPUT"]

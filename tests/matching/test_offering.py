"""A coordinator invites volunteers: all of them or none, and only who can go today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.matching.scene import a_scene, decline, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.matching import actions, errors
from vrijplaats.matching.models import OfferState
from vrijplaats.settings import Settings

pytestmark = pytest.mark.usefixtures("db")


async def test_everybody_chosen_is_invited_and_told(world: World) -> None:
    scene = await a_scene(world)
    first, second = await scene.a_volunteer("Karin"), await scene.a_volunteer("Ruben", languages=["nl", "pap"])
    request = await scene.a_request(languages=["pap", "nl"])
    offers = await offer(scene.coordinator, request, first, second)
    assert {view.volunteer.display_name for view in offers} == {"Karin", "Ruben"}
    assert {view.state for view in offers} == {OfferState.LIVE}
    assert await scene.state_of("visit_request", request) == "OFFERED"
    told = await scene.told("offer.made")
    assert {person for row in told for person in row["recipients"]} == {first.person_id, second.person_id}
    assert all("offer_id" in row["payload"] and "Karin" not in row["payload"] for row in told)
    assert await scene.verbs() == ["offer.make"]


async def test_the_reasons_of_the_day_stay_with_the_invitation(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer(languages=["nl", "pap"], capacity=3)
    (view,) = await offer(scene.coordinator, await scene.a_request(languages=["pap", "nl"]), volunteer)
    await world.connection.execute("update volunteer set carrying = 2 where id = $1", volunteer.volunteer_id)
    assert [fact.kind.value for fact in view.reasons] == ["SPEAKS", "DISTANCE", "DAYS", "LOAD"]
    assert view.reasons[3].values == (0, 3)
    assert view.distance_kilometres == 4


async def test_a_request_of_the_pool_is_taken_on_in_the_same_move(world: World) -> None:
    scene = await a_scene(world)
    other = await world.an_organisation(facilities=[scene.facility])
    late, theirs = await world.a_coordinator(other), await world.a_volunteer(other, admitted=[scene.facility])
    request = await world.a_request(scene.facility)
    await offer(scene.coordinator, request, await scene.a_volunteer())
    row = (await world.rows("select organisation_id, claimed_by from visit_request where id = $1", request))[0]
    assert row == {"organisation_id": scene.organisation, "claimed_by": scene.coordinator.person_id}
    with pytest.raises(NotAllowedNow) as caught:
        await offer(late, request, theirs)
    assert caught.value.message("nl") == "Dit kan nu niet meer: een andere organisatie was eerst."


async def test_the_first_who_cannot_go_is_named_and_nobody_is_invited(world: World) -> None:
    scene = await a_scene(world)
    able = await scene.a_volunteer()
    without = await world.a_volunteer(scene.organisation, "Bas Willems")
    request = await scene.a_request()
    with pytest.raises(errors.NotEligible) as caught:
        await offer(scene.coordinator, request, able, without)
    assert caught.value.message("nl") == "Dit kan nu niet: Bas Willems heeft nog geen toelating voor PI Veenhuizen."
    assert caught.value.message("en") == "Not possible now: Bas Willems is not admitted to PI Veenhuizen yet."
    assert await world.value("select count(*) from offer where request_id = $1", request) == 0
    assert await scene.state_of("visit_request", request) == "OPEN"


async def test_nobody_is_asked_twice_at_once(world: World) -> None:
    scene = await a_scene(world)
    volunteer, request = await scene.a_volunteer("Karin"), await scene.a_request()
    await offer(scene.coordinator, request, volunteer)
    with pytest.raises(errors.AlreadyOffered) as caught:
        await offer(scene.coordinator, request, volunteer)
    assert caught.value.message("nl") == "Karin is al gevraagd."


async def test_somebody_who_let_it_pass_or_said_not_now_can_be_asked_again(world: World) -> None:
    scene = await a_scene(world)
    silent, declined, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    await scene.an_offer(silent, request, expires_at=datetime.now(UTC) - timedelta(minutes=1))
    await decline(declined, await scene.an_offer(declined, request))
    again = await offer(scene.coordinator, request, silent, declined)
    assert [view.state for view in again] == [OfferState.LIVE, OfferState.LIVE]
    states = await world.rows("select wave, state from offer where request_id = $1 order by id", request)
    assert [tuple(row.values()) for row in states] == [(1, "EXPIRED"), (1, "DECLINED"), (2, "LIVE"), (2, "LIVE")]


@pytest.mark.parametrize(
    ("state", "problem"),
    [("MATCHED", errors.AlreadyMatched), ("WITHDRAWN", NotAllowedNow), ("CLOSED", NotAllowedNow)],
)
async def test_a_request_that_is_settled_takes_no_invitations(
    world: World, state: str, problem: type[Exception]
) -> None:
    scene = await a_scene(world)
    with pytest.raises(problem):
        await offer(scene.coordinator, await scene.a_request(state=state), await scene.a_volunteer())


async def test_what_belongs_to_another_organisation_does_not_exist(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    with pytest.raises(NotFound):
        await offer(ours.coordinator, await theirs.a_request(), await ours.a_volunteer())
    with pytest.raises(NotFound):
        await offer(ours.coordinator, uuid4(), await ours.a_volunteer())
    with pytest.raises(NotFound):
        await offer(ours.coordinator, await ours.a_request(), await ours.a_volunteer(), await theirs.a_volunteer())


@pytest.mark.parametrize(("days", "people"), [(-1, 1), (0, 1), (31, 1), (1, 0), (1, 21)])
async def test_invitations_need_people_and_time(world: World, days: int, people: int) -> None:
    scene, now = await a_scene(world), datetime.now(UTC)
    request, chosen = await scene.a_request(), [uuid4() for _ in range(people)]
    until = now + timedelta(days=days)
    with clock.travel(now), pytest.raises(InvalidInput):
        async with db.transaction(scene.coordinator):
            await actions.offer_request(scene.coordinator, request_id=request, volunteer_ids=chosen, expires_at=until)


async def test_only_a_coordinator_invites(world: World, settings: Settings) -> None:
    scene = await a_scene(world)
    volunteer, staff = await scene.a_volunteer(), await world.a_staff_member(scene.facility)
    for actor in (volunteer, staff):
        with pytest.raises(Forbidden):
            await offer(actor, await scene.a_request(), volunteer)

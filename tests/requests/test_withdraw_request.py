"""Staff takes a wish back."""

from uuid import UUID, uuid4

import pytest

from tests.requests.scene import Scene, a_scene
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.requests import actions
from vrijplaats.requests.course.queries import courses
from vrijplaats.requests.queries import RequestView
from vrijplaats.requests.rules import RequestState, WithdrawReason


async def _withdraw(scene: Scene, request_id: UUID) -> RequestView:
    async with db.transaction(scene.staff):
        return await actions.withdraw_request(
            scene.staff,
            request_id=request_id,
            reason=WithdrawReason.DETAINEE_WISH,
        )


async def test_a_wish_that_is_taken_back_keeps_when_and_why(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility, scene.organisation)
    assert (await _withdraw(scene, request)).state is RequestState.WITHDRAWN
    row = await scene.row(request)
    assert (row["state"], row["end_reason"], row["ended_at"] is not None) == ("WITHDRAWN", "DETAINEE_WISH", True)
    assert await scene.verbs(request) == ["request.withdraw"]
    async with db.transaction(scene.coordinator, read_only=True):
        (happened,) = await courses(scene.coordinator, [request])
    assert [each.what.value for each in happened] == ["REQUESTED", "WITHDRAWN"]


async def test_everybody_who_was_asked_hears_it_and_can_no_longer_answer(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility, scene.organisation)
    volunteers = [await scene.world.a_volunteer(scene.organisation, admitted=[scene.facility]) for _ in range(3)]
    live = {await scene.world.an_offer(request, volunteer) for volunteer in volunteers[:2]}
    declined = await scene.world.an_offer(request, volunteers[2], state="DECLINED")
    await _withdraw(scene, request)
    states = {row["id"]: row["state"] for row in await scene.world.rows("select id, state from offer")}
    assert {states[offer] for offer in live} == {"WITHDRAWN"}
    assert states[declined] == "DECLINED"
    told = await scene.told(request)
    assert sorted(row["event"] for row in told) == ["offer.withdrawn", "offer.withdrawn", "request.withdrawn"]


async def test_a_wish_with_a_match_stays(scene: Scene) -> None:
    volunteer = await scene.world.a_volunteer(scene.organisation, admitted=[scene.facility])
    match = await scene.world.a_match(volunteer, scene.facility)
    with pytest.raises(NotAllowedNow) as error:
        await _withdraw(scene, match.request_id)
    assert error.value.message("nl") == "Dit kan nu niet meer: er is al iemand."
    assert await scene.verbs(match.request_id) == []


async def test_a_wish_is_taken_back_once(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility)
    await _withdraw(scene, request)
    with pytest.raises(NotAllowedNow):
        await _withdraw(scene, request)


async def test_a_wish_of_another_prison_does_not_exist(scene: Scene) -> None:
    other = await a_scene(scene.world)
    for request in (await scene.world.a_request(other.facility, scene.organisation), uuid4()):
        with pytest.raises(NotFound):
            await _withdraw(scene, request)


async def test_an_organisation_takes_no_wish_back(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility, scene.organisation)
    async with db.transaction(scene.coordinator):
        with pytest.raises(Forbidden):
            await actions.withdraw_request(scene.coordinator, request_id=request, reason=WithdrawReason.DETAINEE_WISH)

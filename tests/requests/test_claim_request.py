"""A coordinator takes on a wish that went to everybody."""

from uuid import UUID, uuid4

import pytest

from tests.requests.scene import Scene
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotFound
from vrijplaats.requests import actions, queries
from vrijplaats.requests.errors import AlreadyClaimed
from vrijplaats.requests.rules import WithdrawReason


async def _claim(actor: Actor, request_id: UUID) -> queries.RequestView:
    async with db.transaction(actor):
        return await actions.claim_request(actor, request_id=request_id)


async def _sees(actor: Actor, request_id: UUID) -> bool:
    async with db.transaction(actor):
        return await queries.visit_request(actor, request_id) is not None


async def _other(scene: Scene) -> Actor:
    return await scene.world.a_coordinator(await scene.world.an_organisation(facilities=[scene.facility]))


async def test_the_first_to_claim_handles_it_and_others_see_it_no_more(scene: Scene) -> None:
    request, other = await scene.world.a_request(scene.facility), await _other(scene)
    assert await _sees(scene.coordinator, request)
    assert await _sees(other, request)
    view = await _claim(scene.coordinator, request)
    assert view.organisation is not None
    assert view.organisation.id == scene.organisation
    assert queries.is_claimed_by(scene.coordinator, view)
    assert not await _sees(other, request)
    row = await scene.row(request)
    assert (row["claimed_by"], row["claimed_at"] is not None) == (scene.coordinator.person_id, True)
    assert await scene.verbs(request) == ["request.claim"]


async def test_who_is_later_hears_that_another_was_first(scene: Scene) -> None:
    request, other = await scene.world.a_request(scene.facility), await _other(scene)
    await _claim(scene.coordinator, request)
    with pytest.raises(AlreadyClaimed):
        await _claim(other, request)


async def test_claiming_twice_changes_nothing(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility)
    await _claim(scene.coordinator, request)
    colleague = await scene.world.a_coordinator(scene.organisation)
    assert (await _claim(scene.coordinator, request)).works_on
    assert not (await _claim(colleague, request)).works_on
    assert (await scene.row(request))["claimed_by"] == scene.coordinator.person_id
    assert await scene.verbs(request) == ["request.claim"]


async def test_a_wish_for_another_organisation_does_not_exist(scene: Scene) -> None:
    other = await _other(scene)
    assert other.organisation_id is not None
    for request in (await scene.world.a_request(scene.facility, other.organisation_id), uuid4()):
        with pytest.raises(NotFound):
            await _claim(scene.coordinator, request)


async def test_a_wish_from_where_one_is_not_active_does_not_exist(scene: Scene) -> None:
    elsewhere = await scene.world.a_facility("Zwolle")
    request = await scene.world.a_request(elsewhere)
    assert not await _sees(scene.coordinator, request)
    with pytest.raises(NotFound):
        await _claim(scene.coordinator, request)


async def test_a_wish_that_was_taken_back_was_claimed_by_nobody(scene: Scene) -> None:
    view = await scene.enter()
    async with db.transaction(scene.staff):
        await actions.withdraw_request(scene.staff, request_id=view.id, reason=WithdrawReason.RELEASED)
    with pytest.raises(NotFound):
        await _claim(scene.coordinator, view.id)


async def test_volunteers_and_staff_claim_nothing(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility)
    for actor in (scene.staff, await scene.world.a_volunteer(scene.organisation, admitted=[scene.facility])):
        with pytest.raises(Forbidden):
            await _claim(actor, request)

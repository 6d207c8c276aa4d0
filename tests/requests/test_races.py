"""What happens at the same moment, in transactions of their own."""

import asyncio

from tests.requests.scene import Scene, a_name
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError, NotAllowedNow
from vrijplaats.requests import actions
from vrijplaats.requests.errors import AlreadyClaimed, DuplicateRequest
from vrijplaats.requests.rules import ActivityKind, WithdrawReason


async def test_of_ten_equal_wishes_one_is_kept_and_the_others_name_it(scene: Scene) -> None:
    entered = await asyncio.gather(
        *(scene.enter(detainee=a_name("Tegelijk")) for _ in range(8)), return_exceptions=True
    )
    kept = [each for each in entered if not isinstance(each, BaseException)]
    refused = [each for each in entered if isinstance(each, DuplicateRequest)]
    assert (len(kept), len(refused)) == (1, 7)
    assert {error.fields["request_id"] for error in refused} == {kept[0].id}
    people = "select count(*) from detainee where facility_id = $1"
    assert await scene.world.value(people, scene.facility) == 1


async def test_one_new_person_asked_for_twice_at_once_is_one_person(scene: Scene) -> None:
    kinds = [ActivityKind.ONE_TO_ONE, ActivityKind.COURSE, ActivityKind.FAMILY]
    views = await asyncio.gather(*(scene.enter(detainee=a_name("Samen"), activity_kind=kind) for kind in kinds))
    assert len({view.detainee_id for view in views}) == 1


async def test_of_eight_organisations_one_claims(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility)
    organisations = [await scene.world.an_organisation(facilities=[scene.facility]) for _ in range(8)]
    coordinators = [await scene.world.a_coordinator(organisation) for organisation in organisations]

    async def claim(actor: Actor) -> object:
        try:
            async with db.transaction(actor):
                return await actions.claim_request(actor, request_id=request)
        except DomainError as error:
            return type(error)

    answers = await asyncio.gather(*(claim(actor) for actor in coordinators))
    assert answers.count(AlreadyClaimed) == 7
    winner = (await scene.row(request))["organisation_id"]
    assert winner in organisations
    assert await scene.verbs(request) == ["request.claim"]


async def test_of_a_claim_and_a_withdrawal_both_leave_one_true_state(scene: Scene) -> None:
    for _ in range(5):
        view = await scene.enter()

        async def withdraw(request_id: object = view.id) -> None:
            async with db.transaction(scene.staff):
                await actions.withdraw_request(
                    scene.staff,
                    request_id=request_id,  # type: ignore[arg-type]
                    reason=WithdrawReason.DETAINEE_WISH,
                )

        async def claim(request_id: object = view.id) -> None:
            async with db.transaction(scene.coordinator):
                await actions.claim_request(scene.coordinator, request_id=request_id)  # type: ignore[arg-type]

        answers = await asyncio.gather(withdraw(), claim(), return_exceptions=True)
        assert not isinstance(answers[0], NotAllowedNow)
        assert (await scene.row(view.id))["state"] == "WITHDRAWN"

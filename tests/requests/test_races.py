"""What happens at the same moment, in transactions of their own."""

import asyncio
from uuid import UUID

from tests.requests.scene import Scene, a_name
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError
from vrijplaats.matching import actions as matching
from vrijplaats.requests import actions
from vrijplaats.requests.errors import DuplicateRequest
from vrijplaats.requests.rules import ActivityKind, WithdrawReason


async def test_of_eight_equal_wishes_one_is_kept_and_the_others_name_it(scene: Scene) -> None:
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

    answers = await asyncio.gather(*(_claim(actor, request) for actor in coordinators))
    assert sorted(answers, key=str) == ["ALREADY_CLAIMED"] * 7 + [None]
    winner = (await scene.row(request))["organisation_id"]
    assert winner in organisations
    assert await scene.verbs(request) == ["request.claim"]


async def test_of_yes_and_taking_back_one_holds_and_the_other_hears_why(scene: Scene) -> None:
    volunteer = await scene.world.a_volunteer(scene.organisation, admitted=[scene.facility], capacity=20)
    for _ in range(6):
        request = await scene.world.a_request(scene.facility, scene.organisation)
        offer = await scene.world.an_offer(request, volunteer)
        answers = await asyncio.gather(_accept(volunteer, offer), _withdraw(scene, request))
        state = (await scene.row(request))["state"]
        assert ([*answers], state) in (([None, "NOT_ALLOWED_NOW"], "MATCHED"), (["OFFER_WITHDRAWN", None], "WITHDRAWN"))


async def _accept(volunteer: Actor, offer: UUID) -> str | None:
    try:
        async with db.transaction(volunteer):
            await matching.accept_offer(volunteer, offer_id=offer)
    except DomainError as error:
        return error.code
    return None


async def _claim(actor: Actor, request: UUID) -> str | None:
    try:
        async with db.transaction(actor):
            await actions.claim_request(actor, request_id=request)
    except DomainError as error:
        return error.code
    return None


async def _withdraw(scene: Scene, request: UUID) -> str | None:
    try:
        async with db.transaction(scene.staff):
            await actions.withdraw_request(scene.staff, request_id=request, reason=WithdrawReason.DETAINEE_WISH)
    except DomainError as error:
        return error.code
    return None


async def test_of_a_claim_and_a_withdrawal_both_leave_one_true_state(scene: Scene) -> None:
    for _ in range(5):
        view = await scene.enter()

        answers = await asyncio.gather(_withdraw(scene, view.id), _claim(scene.coordinator, view.id))
        # before the claim or after it: the wish goes, and a claim that was too late finds nothing
        assert answers[0] is None
        assert answers[1] in (None, "NOT_FOUND")
        assert (await scene.row(view.id))["state"] == "WITHDRAWN"

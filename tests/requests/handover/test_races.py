"""What two people do with one proposal at the same moment, in transactions of their own: the lock on the request
decides, and what each was told is what is so."""

import asyncio
from datetime import timedelta
from uuid import UUID

from tests.requests.handover.conftest import Two
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError
from vrijplaats.matching.actions import offer_request
from vrijplaats.requests import actions
from vrijplaats.requests.handover.actions import propose_hand_over
from vrijplaats.requests.rules import WithdrawReason

TIMES = 5


async def test_of_accepting_and_taking_back_one_holds(two: Two) -> None:
    for _ in range(TIMES):
        request = await two.ours_waits()
        hand_over = await two.proposed(request)
        answers = await asyncio.gather(two.accept(two.others, hand_over), two.withdraw(two.ours, hand_over))
        row = await two.scene.row(request)
        assert ((answers[0], answers[1]), await two.state(hand_over), row["organisation_id"]) in (
            ((None, "NOT_ALLOWED_NOW"), "ACCEPTED", two.other),
            (("NOT_ALLOWED_NOW", None), "WITHDRAWN", two.scene.organisation),
        )
        assert row["proposed_to"] is None


async def test_of_two_tabs_that_accept_both_have_it_and_it_happened_once(two: Two) -> None:
    request = await two.ours_waits()
    hand_over = await two.proposed(request)
    colleague = await two.world.a_coordinator(two.other)
    answers = await asyncio.gather(two.accept(two.others, hand_over), two.accept(colleague, hand_over))
    assert [*answers] == [None, None]
    assert [event for event, _ in await two.events(request)] == ["handover.proposed", "handover.accepted"]
    assert await two.history(request, two.other) == ["handover.propose", "handover.accept"]


async def test_of_yes_and_no_by_two_colleagues_one_holds(two: Two) -> None:
    for _ in range(TIMES):
        request = await two.ours_waits()
        hand_over = await two.proposed(request)
        colleague = await two.world.a_coordinator(two.other)
        answers = await asyncio.gather(two.accept(two.others, hand_over), two.decline(colleague, hand_over))
        assert sorted(answers, key=str) == ["NOT_ALLOWED_NOW", None]
        assert len(await two.events(request)) == 2


async def test_of_proposing_to_two_organisations_at_once_one_is_asked(two: Two) -> None:
    third = await two.world.an_organisation(facilities=[two.scene.facility])
    colleague = await two.world.a_coordinator(two.scene.organisation)
    for _ in range(TIMES):
        request = await two.ours_waits()
        answers = await asyncio.gather(_propose(two.ours, request, two.other), _propose(colleague, request, third))
        assert sorted(answers, key=str) == ["NOT_ALLOWED_NOW", None]
        count = "select count(*) from hand_over where request_id = $1"
        assert await two.world.value(count, request) == 1


async def test_of_proposing_and_inviting_one_holds(two: Two) -> None:
    colleague = await two.world.a_coordinator(two.scene.organisation)
    volunteer = await two.world.a_volunteer(two.scene.organisation, admitted=[two.scene.facility], capacity=20)
    assert volunteer.volunteer_id is not None
    for _ in range(TIMES):
        request = await two.ours_waits()
        answers = await asyncio.gather(
            _propose(two.ours, request, two.other), _invite(colleague, request, volunteer.volunteer_id)
        )
        row = await two.scene.row(request)
        assert ((answers[0], answers[1]), row["state"], row["proposed_to"]) in (
            ((None, "NOT_ALLOWED_NOW"), "OPEN", two.other),
            (("NOT_ALLOWED_NOW", None), "OFFERED", None),
        )


async def test_of_accepting_and_a_wish_that_is_taken_back_the_wish_goes(two: Two) -> None:
    for _ in range(TIMES):
        request = await two.ours_waits()
        hand_over = await two.proposed(request)
        answers = await asyncio.gather(two.accept(two.others, hand_over), _withdraw(two, request))
        assert answers[1] is None
        assert answers[0] in (None, "NOT_ALLOWED_NOW")
        row = await two.scene.row(request)
        assert (row["state"], row["proposed_to"]) == ("WITHDRAWN", None)


async def _propose(actor: Actor, request: UUID, organisation: UUID) -> str | None:
    try:
        async with db.transaction(actor):
            await propose_hand_over(actor, request_id=request, organisation_id=organisation)
    except DomainError as error:
        return error.code
    return None


async def _invite(actor: Actor, request: UUID, volunteer: UUID) -> str | None:
    until = clock.now() + timedelta(days=1)
    try:
        async with db.transaction(actor):
            await offer_request(actor, request_id=request, volunteer_ids=[volunteer], expires_at=until)
    except DomainError as error:
        return error.code
    return None


async def _withdraw(two: Two, request: UUID) -> str | None:
    staff = two.scene.staff
    try:
        async with db.transaction(staff):
            await actions.withdraw_request(staff, request_id=request, reason=WithdrawReason.DETAINEE_WISH)
    except DomainError as error:
        return error.code
    return None

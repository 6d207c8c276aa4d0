"""A request leaves one's hands: back to everyone, or over to another organisation when both agree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from tests.requests.handover.conftest import Two
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.matching.actions import offer_request
from vrijplaats.requests import actions, queries
from vrijplaats.requests.course.queries import courses
from vrijplaats.requests.handover import jobs
from vrijplaats.requests.handover.actions import propose_hand_over
from vrijplaats.requests.handover.queries import incoming, organisations_for
from vrijplaats.requests.rules import WithdrawReason
from vrijplaats.settings import Login, Settings


async def _sees(actor: Actor, request: UUID) -> queries.RequestView | None:
    async with db.transaction(actor):
        return await queries.visit_request(actor, request)


async def _inbox(actor: Actor) -> list[UUID]:
    async with db.transaction(actor):
        return [view.id for view in (await queries.request_inbox(actor, first=100, after=None)).requests]


async def _propose(actor: Actor, request: UUID, organisation: UUID) -> None:
    async with db.transaction(actor):
        await propose_hand_over(actor, request_id=request, organisation_id=organisation)


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=6, name=WORKER)


async def _the_clock_comes_by() -> None:
    (periodic,) = jobs.PERIODIC
    await run_periodic(periodic)


async def test_back_to_everyone_with_the_days_it_waited(two: Two) -> None:
    since = datetime.now(UTC) - timedelta(days=12)
    request = await two.world.a_request(two.scene.facility, two.scene.organisation, waiting_since=since)
    view = await two.release(two.ours, request)
    assert (view.organisation, view.waiting_days) == (None, 12)
    assert await two.world.value("select claimed_by from visit_request where id = $1", request) is None
    assert await _inbox(two.others) == [request] == await _inbox(two.ours)
    assert await two.events(request) == [("request.handed_back", None)]
    assert await two.history(request, two.scene.organisation) == ["request.hand_back"]
    async with db.transaction(two.others):
        taken = await actions.claim_request(two.others, request_id=request)
    assert taken.organisation is not None and taken.organisation.id == two.other


async def test_somebody_who_is_asked_keeps_it_here(two: Two) -> None:
    request = await two.ours_waits()
    await two.world.an_offer(request, await two.world.a_volunteer(two.scene.organisation))
    for act in (two.release(two.ours, request), _propose(two.ours, request, two.other)):
        with pytest.raises(NotAllowedNow) as refused:
            await act
        assert "geantwoord" in refused.value.message("nl")


async def test_rounds_that_run_keep_it_here(two: Two) -> None:
    request = await two.ours_waits()
    await two.world.running_waves(request, two.ours)
    with pytest.raises(NotAllowedNow) as refused:
        await _propose(two.ours, request, two.other)
    assert "rondes" in refused.value.message("nl")


async def test_a_proposal_shows_what_everyone_would_see_and_no_name(two: Two) -> None:
    person = await two.world.a_detainee(two.scene.facility, "Winston", "Obispo")
    request = await two.world.a_request(two.scene.facility, two.scene.organisation, detainee=person)
    assert await _sees(two.others, request) is None
    await two.proposed(request)
    async with db.transaction(two.others):
        view = await queries.visit_request(two.others, request)
        assert view is not None and view.organisation is not None
        assert view.organisation.id == two.scene.organisation
        assert await queries.detainee_names(two.others, [view]) == [None]
        (proposal,) = await incoming(two.others)
        assert (proposal.request_id, proposal.incoming) == (request, True)
        # also by itself the database opens nothing
        assert await db.fetch("select detainee_id from detainee_identity") == []
    # until they answer it stays where it is
    assert await _inbox(two.ours) == [request]
    assert await _inbox(two.others) == []
    assert await two.events(request) == [("handover.proposed", two.other)]
    for organisation in (two.scene.organisation, two.other):
        assert await two.history(request, organisation) == ["handover.propose"]


async def test_nobody_else_sees_a_proposal(two: Two) -> None:
    request = await two.ours_waits()
    hand_over = await two.proposed(request)
    third = await two.world.a_coordinator(await two.world.an_organisation(facilities=[two.scene.facility]))
    volunteer = await two.world.a_volunteer(two.other, admitted=[two.scene.facility])
    assert await _sees(third, request) is None
    for verb in (two.accept, two.decline, two.withdraw):
        assert await verb(third, hand_over) == "NOT_FOUND"
        assert await verb(volunteer, hand_over) == "FORBIDDEN"
        assert await verb(two.scene.staff, hand_over) == "FORBIDDEN"
    # each side has its own verbs
    assert await two.accept(two.ours, hand_over) == "NOT_FOUND"
    assert await two.decline(two.ours, hand_over) == "NOT_FOUND"
    assert await two.withdraw(two.others, hand_over) == "NOT_FOUND"
    assert await two.state(hand_over) == "PROPOSED"


async def test_while_it_is_proposed_nobody_is_asked(two: Two) -> None:
    request = await two.ours_waits()
    await two.proposed(request)
    volunteers = {
        two.ours: await two.world.a_volunteer(two.scene.organisation, admitted=[two.scene.facility]),
        two.others: await two.world.a_volunteer(two.other, admitted=[two.scene.facility]),
    }
    until = clock.now() + timedelta(days=1)
    for actor, volunteer in volunteers.items():
        assert volunteer.volunteer_id is not None
        with pytest.raises((NotAllowedNow, NotFound)):
            async with db.transaction(actor):
                await offer_request(actor, request_id=request, volunteer_ids=[volunteer.volunteer_id], expires_at=until)
    with pytest.raises(NotAllowedNow):
        await two.release(two.ours, request)
    with pytest.raises(NotAllowedNow):
        await _propose(two.ours, request, two.other)


async def test_who_accepts_has_it_with_the_days_it_waited(two: Two) -> None:
    since = datetime.now(UTC) - timedelta(days=9)
    request = await two.world.a_request(two.scene.facility, two.scene.organisation, waiting_since=since)
    hand_over = await two.proposed(request)
    assert await two.accept(two.others, hand_over) is None
    row = await two.scene.row(request)
    assert (row["organisation_id"], row["claimed_by"], row["proposed_to"]) == (two.other, two.others.person_id, None)
    view = await _sees(two.others, request)
    assert view is not None and view.waiting_days == 9
    assert await _sees(two.ours, request) is None
    # staff sees who has it now
    seen = await _sees(two.scene.staff, request)
    assert seen is not None and seen.organisation is not None and seen.organisation.id == two.other
    assert (await two.events(request))[1:] == [("handover.accepted", two.scene.organisation)]
    for organisation in (two.scene.organisation, two.other):
        assert await two.history(request, organisation) == ["handover.propose", "handover.accept"]
    # a second press says the same
    assert await two.accept(two.others, hand_over) is None
    assert len(await two.events(request)) == 2
    # and it cannot be taken back any more
    assert await two.withdraw(two.ours, hand_over) == "NOT_ALLOWED_NOW"


async def test_who_declines_sees_it_no_more_and_it_stays(two: Two) -> None:
    request = await two.ours_waits()
    hand_over = await two.proposed(request)
    for _ in range(2):
        assert await two.decline(two.others, hand_over) is None
    assert await _sees(two.others, request) is None
    row = await two.scene.row(request)
    assert (row["organisation_id"], row["proposed_to"]) == (two.scene.organisation, None)
    assert (await two.events(request))[1:] == [("handover.declined", two.scene.organisation)]
    # another can be asked, or the same once more
    assert await two.state(await two.proposed(request)) == "PROPOSED"


async def test_a_proposal_that_is_taken_back_cannot_be_accepted(two: Two) -> None:
    request = await two.ours_waits()
    hand_over = await two.proposed(request)
    for _ in range(2):
        assert await two.withdraw(two.ours, hand_over) is None
    assert (await two.events(request))[1:] == [("handover.withdrawn", two.other)]
    assert await two.accept(two.others, hand_over) == "NOT_ALLOWED_NOW"
    assert await _sees(two.others, request) is None


async def test_after_five_days_it_ends_by_itself(two: Two) -> None:
    request = await two.ours_waits()
    hand_over = await two.proposed(request)
    await _the_clock_comes_by()
    assert await two.state(hand_over) == "PROPOSED"
    later = clock.now() + timedelta(days=6)
    with clock.travel(later):
        assert await two.accept(two.others, hand_over) == "NOT_ALLOWED_NOW"
        async with db.transaction(two.others):
            assert await incoming(two.others) == []
        await _the_clock_comes_by()
        await _the_clock_comes_by()
    assert await two.state(hand_over) == "EXPIRED"
    assert (await two.scene.row(request))["proposed_to"] is None
    assert (await two.events(request))[1:] == [("handover.expired", two.scene.organisation)]
    assert await two.history(request, two.scene.organisation) == ["handover.propose", "handover.expire"]


async def test_a_wish_that_is_taken_back_takes_the_proposal_along(two: Two) -> None:
    request = await two.ours_waits()
    hand_over = await two.proposed(request)
    async with db.transaction(two.scene.staff):
        await actions.withdraw_request(two.scene.staff, request_id=request, reason=WithdrawReason.DETAINEE_WISH)
    assert await _sees(two.others, request) is None
    assert await two.accept(two.others, hand_over) == "NOT_ALLOWED_NOW"
    await _the_clock_comes_by()
    assert await two.state(hand_over) == "OVER"
    assert "handover.expired" not in [event for event, _ in await two.events(request)]


async def test_one_chooses_among_those_who_work_there_today(two: Two) -> None:
    request = await two.ours_waits()
    await two.world.an_organisation(facilities=[await two.world.a_facility("Zwolle")])
    gone = await two.world.an_organisation(facilities=[two.scene.facility])
    await two.world.connection.execute(
        "update organisation_facility set active_until = current_date - 1 where organisation_id = $1", gone
    )
    async with db.transaction(two.ours):
        assert [each.id for each in await organisations_for(two.ours, request)] == [two.other]
    # of another's request, or one that does not exist, nobody learns who works where
    for actor, asked in ((two.others, request), (two.ours, uuid4())):
        async with db.transaction(actor):
            assert await organisations_for(actor, asked) == []
    for organisation in (gone, two.scene.organisation, uuid4()):
        with pytest.raises(NotFound):
            await _propose(two.ours, request, organisation)


async def test_only_an_own_request_is_given_away(two: Two) -> None:
    pool = await two.world.a_request(two.scene.facility)
    theirs = await two.world.a_request(two.scene.facility, two.other)
    for request in (pool, theirs, uuid4()):
        with pytest.raises(NotFound):
            await _propose(two.ours, request, two.other)
        with pytest.raises(NotFound):
            await two.release(two.ours, request)
    for actor in (two.scene.staff, await two.world.a_volunteer(two.scene.organisation)):
        with pytest.raises(Forbidden):
            await two.release(actor, await two.ours_waits())


async def test_the_course_of_a_request_reads_back_without_a_name_of_whom_it_is_for(two: Two) -> None:
    request = await two.ours_waits()
    volunteers = [await two.world.a_volunteer(two.scene.organisation) for _ in range(3)]
    for volunteer, state in zip(volunteers, ("DECLINED", "DECLINED", "EXPIRED"), strict=True):
        await two.world.an_offer(request, volunteer, state=state, answered_at=clock.now(), wave=1)
    await two.world.connection.execute("update visit_request set state = 'OPEN' where id = $1", request)
    hand_over = await two.proposed(request)
    await two.decline(two.others, hand_over)
    async with db.transaction(two.ours):
        ((*happened,),) = await courses(two.ours, [request])
    assert [(each.what.value, each.count) for each in happened if each.count] == [
        ("ASKED", 3),
        ("COULD_NOT", 2),
        ("SILENT", 1),
    ]
    assert happened[0].what.value == "REQUESTED"
    assert [each.what.value for each in happened][-2:] == ["PROPOSED", "HAND_OVER_DECLINED"]
    async with db.transaction(two.scene.staff):
        assert await courses(two.scene.staff, [request]) == [[]]

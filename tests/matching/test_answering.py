"""A volunteer says yes or not now, and hears in words why not when it cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.matching.scene import Scene, a_scene, accept, decline, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import DomainError, Forbidden, NotAllowedNow, NotFound
from vrijplaats.matching import errors, queries
from vrijplaats.matching.models import DeclineReason, MatchState, OfferState

pytestmark = pytest.mark.usefixtures("db")


async def test_yes_gives_the_match_and_settles_the_rest(world: World) -> None:
    scene = await a_scene(world)
    winner, other, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    mine, theirs = await offer(scene.coordinator, request, winner, other)
    match = await accept(winner, mine.id)
    assert match.state is MatchState.ACTIVE
    assert match.coordinator_name == "Anja Mulder"
    assert (await scene.state_of("offer", mine.id), await scene.state_of("offer", theirs.id)) == (
        "ACCEPTED",
        "WITHDRAWN",
    )
    assert await scene.state_of("visit_request", request) == "MATCHED"
    assert (await scene.carrying(winner), await scene.carrying(other)) == (1, 0)
    assert [row["recipients"] for row in await scene.told("offer.taken")] == [[other.person_id]]
    assert len(await scene.told("offer.accepted")) == len(await scene.told("request.matched")) == 1
    assert await scene.verbs() == ["offer.make", "offer.accept"]


async def test_only_the_winner_reads_the_first_name_and_each_reading_is_kept(world: World) -> None:
    scene = await a_scene(world)
    winner, other = await scene.a_volunteer(), await scene.a_volunteer()
    detainee = await world.a_detainee(scene.facility, given_name="Marlon")
    request = await scene.a_request(detainee=detainee)
    mine, _ = await offer(scene.coordinator, request, winner, other)
    async with db.transaction(winner):
        assert await queries.given_names(winner, [detainee]) == {}
    await accept(winner, mine.id)
    for actor, known in ((winner, {detainee: "Marlon"}), (scene.coordinator, {detainee: "Marlon"}), (other, {})):
        async with db.transaction(actor):
            assert await queries.given_names(actor, [detainee]) == known
    readers = await world.rows(
        "select person_id from history where verb = 'identity.read' and subject ->> 'detainee' = $1", str(detainee)
    )
    assert {row["person_id"] for row in readers} == {winner.person_id, scene.coordinator.person_id}


async def test_saying_yes_again_gives_the_same_match_and_does_nothing_twice(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    offer_id = await scene.an_offer(volunteer)
    first, again = await accept(volunteer, offer_id), await accept(volunteer, offer_id)
    assert first.id == again.id
    assert await scene.carrying(volunteer) == 1
    assert await scene.verbs() == ["offer.accept"]
    assert len(await scene.told("offer.accepted")) == 1


async def test_who_gave_it_over_and_wins_it_once_more_has_each_match_with_its_own_invitation(world: World) -> None:
    scene = await a_scene(world)
    volunteer, request = await scene.a_volunteer(), await scene.a_request()
    (before,) = await offer(scene.coordinator, request, volunteer)
    first = await accept(volunteer, before.id)
    for change in (
        "update match set state = 'ENDED', ended_on = started_on, end_reason = 'TRANSFERRED' where request_id = $1",
        "update offer set handed_on = true where request_id = $1",
        "update visit_request set state = 'OPEN', matched_at = null where id = $1",
    ):
        await world.connection.execute(change, request)
    (after,) = await offer(scene.coordinator, request, volunteer)
    second = await accept(volunteer, after.id)
    assert second.id != first.id
    assert (await accept(volunteer, after.id)).id == second.id
    async with db.transaction(scene.coordinator):
        views = await queries.offers_of_request(scene.coordinator, [request])
    assert [(view.id, view.match_id) for view in views[request]] == [(before.id, first.id), (after.id, second.id)]


async def _problem(scene: Scene, volunteer: Any, offer_id: Any) -> DomainError:
    before = await scene.world.rows(
        "select state from offer where organisation_id = $1 order by id", scene.organisation
    )
    with pytest.raises(DomainError) as caught:
        await accept(volunteer, offer_id)
    after = await scene.world.rows("select state from offer where organisation_id = $1 order by id", scene.organisation)
    assert before == after
    return caught.value


async def test_who_comes_second_hears_that_somebody_was_first(world: World) -> None:
    scene = await a_scene(world)
    first, second, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    mine, theirs = await offer(scene.coordinator, request, first, second)
    await accept(first, mine.id)
    assert isinstance(await _problem(scene, second, theirs.id), errors.OfferTaken)


async def test_after_the_time_is_over_nobody_can_accept(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    offer_id = await scene.an_offer(volunteer, expires_at=datetime.now(UTC) - timedelta(seconds=1))
    assert isinstance(await _problem(scene, volunteer, offer_id), errors.OfferExpired)
    async with db.transaction(volunteer):
        seen = await queries.offer(volunteer, offer_id)
    assert seen is not None
    assert seen.state is OfferState.EXPIRED


async def test_a_wish_that_was_taken_back_cannot_be_accepted(world: World) -> None:
    scene = await a_scene(world)
    volunteer, request = await scene.a_volunteer(), await scene.a_request()
    offer_id = await scene.an_offer(volunteer, request)
    await world.connection.execute("update visit_request set state = 'WITHDRAWN' where id = $1", request)
    await world.connection.execute("update offer set state = 'WITHDRAWN' where id = $1", offer_id)
    assert isinstance(await _problem(scene, volunteer, offer_id), errors.OfferWithdrawn)


async def test_a_volunteer_who_is_full_hears_the_number(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer(capacity=1)
    mine, second = await scene.an_offer(volunteer), await scene.an_offer(volunteer)
    await accept(volunteer, mine)
    problem = await _problem(scene, volunteer, second)
    assert (problem.code, problem.message("nl")) == ("AT_CAPACITY", "Je bezoekt al 1 persoon, dat is je maximum.")


async def _until(scene: Scene, table: str, volunteer: Any, day: date, kind: str = "VOG") -> None:
    only = f"and kind = '{kind}'" if table == "credential" else ""
    await scene.world.connection.execute(
        f"update {table} set valid_until = $2 where volunteer_id = $1 {only}", volunteer.volunteer_id, day
    )


@pytest.mark.parametrize(
    ("table", "words"),
    [("credential", "je VOG is verlopen"), ("admission", "je toelating voor PI Veenhuizen is verlopen")],
)
async def test_papers_are_looked_at_on_the_day_itself(world: World, table: str, words: str) -> None:
    scene = await a_scene(world)
    volunteer, request = await scene.a_volunteer(), await scene.a_request()
    (mine,) = await offer(scene.coordinator, request, volunteer, expires_at=clock.now() + timedelta(days=9))
    await _until(scene, table, volunteer, clock.today())
    with clock.travel(clock.now() + timedelta(days=1)):
        problem = await _problem(scene, volunteer, mine.id)
    assert problem.code == "NOT_ELIGIBLE"
    assert problem.message("nl") == f"Dit kan nu niet: {words}. Anja Mulder helpt je verder."
    assert (await accept(volunteer, mine.id)).state is MatchState.ACTIVE


async def test_another_ones_invitation_does_not_exist(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    volunteer, colleague = await ours.a_volunteer(), await ours.a_volunteer()
    foreign = await theirs.an_offer(await theirs.a_volunteer())
    for offer_id in (foreign, await ours.an_offer(colleague), uuid4()):
        assert isinstance(await _problem(ours, volunteer, offer_id), NotFound)
        with pytest.raises(NotFound):
            await decline(volunteer, offer_id)
        async with db.transaction(volunteer):
            assert await queries.offer(volunteer, offer_id) is None


async def test_only_volunteers_answer(world: World) -> None:
    scene = await a_scene(world)
    offer_id = await scene.an_offer(await scene.a_volunteer())
    with pytest.raises(Forbidden):
        await accept(scene.coordinator, offer_id)
    with pytest.raises(Forbidden):
        await decline(scene.coordinator, offer_id)


async def test_not_now_needs_no_reason_and_the_last_one_gives_the_request_back(world: World) -> None:
    scene = await a_scene(world)
    first, last, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    one, two = await offer(scene.coordinator, request, first, last)
    assert (await decline(first, one.id)).state is OfferState.DECLINED
    assert await scene.state_of("visit_request", request) == "OFFERED"
    await decline(last, two.id, reason=DeclineReason.TOO_FAR)
    assert await scene.state_of("visit_request", request) == "OPEN"
    assert await world.value("select decline_reason from offer where id = $1", two.id) == "TOO_FAR"
    assert len(await scene.told("offer.declined")) == 2


async def test_not_now_twice_is_once(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    offer_id = await scene.an_offer(volunteer)
    await decline(volunteer, offer_id)
    assert (await decline(volunteer, offer_id)).state is OfferState.DECLINED
    assert len(await scene.told("offer.declined")) == 1
    with pytest.raises(NotAllowedNow) as caught:
        await accept(volunteer, offer_id)
    assert caught.value.message("nl") == "Dit kan nu niet meer: je zei al: nu niet."


async def test_after_yes_there_is_no_not_now(world: World) -> None:
    scene = await a_scene(world)
    volunteer, other, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    mine, theirs = await offer(scene.coordinator, request, volunteer, other)
    await accept(volunteer, mine.id)
    with pytest.raises(NotAllowedNow):
        await decline(volunteer, mine.id)
    with pytest.raises(errors.OfferTaken):
        await decline(other, theirs.id)


async def test_my_offers_holds_open_ones_first_and_forgets_after_a_day(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    later = await scene.an_offer(volunteer, expires_at=clock.now() + timedelta(days=2))
    sooner = await scene.an_offer(volunteer, expires_at=clock.now() + timedelta(hours=2))
    declined = await scene.an_offer(volunteer)
    await decline(volunteer, declined)
    await scene.an_offer(volunteer, expires_at=clock.now() - timedelta(days=3))
    async with db.transaction(volunteer):
        assert [view.id for view in await queries.my_offers(volunteer)] == [sooner, later, declined]
    with clock.travel(clock.now() + timedelta(days=1, minutes=1)):
        async with db.transaction(volunteer):
            seen = await queries.my_offers(volunteer)
    assert [(view.id, view.state) for view in seen] == [(later, OfferState.LIVE), (sooner, OfferState.EXPIRED)]

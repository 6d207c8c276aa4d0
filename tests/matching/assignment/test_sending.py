"""A proposal is sent: every pair is looked at again, and what became impossible stops only itself."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest

from tests.matching.assignment.story import pair_of, preview_of, send, two_and_two, who_in
from tests.matching.scene import a_scene, tomorrow
from tests.statements import counted
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import InvalidInput
from vrijplaats.matching.assignment.actions import offer_assignment
from vrijplaats.matching.assignment.rules import Pair
from vrijplaats.matching.waves.rules import Rhythm

pytestmark = pytest.mark.usefixtures("db")


async def test_the_pool_is_in_it_and_is_taken_on_in_the_same_move(world: World) -> None:
    scene = await a_scene(world)
    karin, request = await scene.a_volunteer("Karin"), await world.a_request(scene.facility)
    assert who_in(await preview_of(scene.coordinator)) == {request: "Karin"}
    sent = await send(scene.coordinator, pair_of(request, karin))
    assert sent.refused == []
    row = (await world.rows("select organisation_id, claimed_by, state from visit_request where id = $1", request))[0]
    assert row == {
        "organisation_id": scene.organisation,
        "claimed_by": scene.coordinator.person_id,
        "state": "OFFERED",
    }


async def test_everybody_of_the_proposal_is_invited_and_told(world: World) -> None:
    scene, longest, turkish, karin, ruben = await two_and_two(world)
    sent = await send(
        scene.coordinator, pair_of(longest, ruben), pair_of(turkish, karin), waves=Rhythm(size=3, hours=6)
    )
    assert [pair.request_id for pair in sent.invited] == [longest, turkish]
    told = {person for row in await scene.told("offer.made") for person in row["recipients"]}
    assert told == {karin.person_id, ruben.person_id}
    assert await scene.verbs() == ["offer.make", "offer.make"]
    mine = "select request_id from waves where ended_at is null and organisation_id = $1"
    waves = await world.rows(mine, scene.organisation)
    assert {row["request_id"] for row in waves} == {longest, turkish}
    preview = await preview_of(scene.coordinator)
    assert (preview.invited, preview.pairs, preview.without) == (2, [], [])


@pytest.mark.parametrize("waves", [None, Rhythm(size=3, hours=6)])
async def test_many_pairs_take_no_more_statements_than_one(world: World, waves: Rhythm | None) -> None:
    counts = []
    for size in (1, 12):
        scene = await a_scene(world)
        people = [await scene.a_volunteer(capacity=1) for _ in range(size)]
        # every other one waits in the pool; two cannot be asked any more
        requests = [await (world.a_request(scene.facility) if n % 2 else scene.a_request()) for n in range(size)]
        gone = [await scene.a_request(state=state) for state in ("CLOSED", "WITHDRAWN")]
        pairs = [pair_of(*each) for each in zip(requests, people, strict=True)]
        async with counted(scene.coordinator) as statements:
            sent = await offer_assignment(
                scene.coordinator,
                pairs=[*pairs, *(pair_of(each, people[0]) for each in gone)],
                expires_at=tomorrow(),
                waves=waves,
            )
        assert (sent.invited, [each.pair.request_id for each in sent.refused]) == (pairs, gone)
        told = [row["recipients"] for row in await scene.told("offer.made")]
        assert told == [[volunteer.person_id] for volunteer in people]
        counts.append(len(statements))
    # of rounds one more: when nobody is asked there
    assert counts[0] == counts[1] <= 11 + bool(waves)


async def test_each_prison_has_its_own_in_the_history(world: World) -> None:
    scene = await a_scene(world)
    there = await world.a_facility()
    await world.active(scene.organisation, there)
    karin = await world.a_volunteer(scene.organisation, admitted=[scene.facility, there], capacity=2)
    here, elsewhere = await scene.a_request(), await world.a_request(there, scene.organisation)
    await send(scene.coordinator, pair_of(here, karin), pair_of(elsewhere, karin))
    rows = await world.rows(
        "select subject ->> 'request' as request, facility_id from history where organisation_id = $1 order by id",
        scene.organisation,
    )
    assert rows == [
        {"request": str(here), "facility_id": scene.facility},
        {"request": str(elsewhere), "facility_id": there},
    ]
    offers = await world.rows("select facility_id, wave from offer where request_id = any ($1)", [here, elsewhere])
    assert {(row["facility_id"], row["wave"]) for row in offers} == {(scene.facility, 1), (there, 1)}


async def test_what_became_impossible_stops_only_itself(world: World) -> None:
    scene, longest, turkish, karin, ruben = await two_and_two(world)
    els = await scene.a_volunteer("Els", capacity=1)
    asked, settled = await scene.a_request(), await scene.a_request(state="CLOSED")
    await scene.an_offer(await scene.a_volunteer("Ander"), asked)
    await world.connection.execute("update volunteer set status = 'IN_TRAINING' where id = $1", ruben.volunteer_id)
    sent = await send(
        scene.coordinator,
        pair_of(longest, ruben),
        pair_of(turkish, karin),
        pair_of(asked, els),
        pair_of(settled, els),
        pair_of(await scene.a_request(), karin),
        Pair(uuid4(), uuid4()),
        Pair(await scene.a_request(), uuid4()),
    )
    assert sent.invited == [pair_of(turkish, karin)]
    assert [each.problem.message("nl") for each in sent.refused] == [
        "Dit kan nu niet: Ruben is nu niet actief.",
        "Er is net al iemand gevraagd.",
        "Dit kan nu niet meer: het verzoek is afgesloten.",
        "Karin heeft geen plek meer vrij.",
        "Dit kunnen we niet vinden.",
        "Dit kunnen we niet vinden.",
    ]
    assert await scene.state_of("visit_request", longest) == "OPEN"


async def test_what_belongs_to_another_organisation_does_not_exist(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    volunteer, request = await ours.a_volunteer(), await ours.a_request()
    stranger, foreign = await theirs.a_volunteer(), await theirs.a_request()
    sent = await send(ours.coordinator, pair_of(foreign, volunteer), pair_of(request, stranger))
    assert [each.problem.code for each in sent.refused] == ["NOT_FOUND", "NOT_FOUND"]
    assert await world.value("select count(*) from offer where request_id = any ($1)", [request, foreign]) == 0


@pytest.mark.parametrize("pairs", [0, 201])
async def test_nothing_and_too_much_are_turned_back(world: World, pairs: int) -> None:
    scene = await a_scene(world)
    with pytest.raises(InvalidInput):
        await send(scene.coordinator, *(Pair(uuid4(), uuid4()) for _ in range(pairs)))


async def test_a_request_twice_and_a_time_that_is_over_are_turned_back(world: World) -> None:
    scene = await a_scene(world)
    karin, els, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    with pytest.raises(InvalidInput):
        await send(scene.coordinator, pair_of(request, karin), pair_of(request, els))
    with pytest.raises(InvalidInput):
        async with db.transaction(scene.coordinator):
            await offer_assignment(scene.coordinator, pairs=[pair_of(request, karin)], expires_at=clock.now())
    with pytest.raises(InvalidInput):
        await send(scene.coordinator, pair_of(request, karin), waves=Rhythm(size=0, hours=6))


async def test_two_coordinators_who_send_at_once_ask_nobody_twice(world: World) -> None:
    scene = await a_scene(world)
    colleague = await world.a_coordinator(scene.organisation)
    people = [await scene.a_volunteer(capacity=1) for _ in range(6)]
    requests = [await scene.a_request() for _ in range(6)]
    pairs = [pair_of(request, volunteer) for request, volunteer in zip(requests, people, strict=True)]
    one, other = await asyncio.gather(send(scene.coordinator, *pairs), send(colleague, *reversed(pairs)))
    assert sorted(len(each.invited) for each in (one, other)) == [0, 6]
    assert await world.value("select count(*) from offer where request_id = any ($1)", requests) == 6

"""A proposal is read and sent: every pair is looked at again, and what became impossible stops only itself."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.matching.scene import Scene, a_scene, decline, tomorrow
from tests.statements import counted
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput
from vrijplaats.matching.assignment.actions import Sent, offer_assignment
from vrijplaats.matching.assignment.queries import PreviewView, assignment_preview
from vrijplaats.matching.assignment.reasons import WhyKind, in_words
from vrijplaats.matching.assignment.rules import Pair
from vrijplaats.matching.queries import suggestions
from vrijplaats.matching.waves.rules import Rhythm
from vrijplaats.matching.weights.rules import Level, Weights

pytestmark = pytest.mark.usefixtures("db")
FAR = {"latitude": 51.9, "longitude": 4.7}


def _days_ago(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


async def _preview(actor: Actor, **asked: Any) -> PreviewView:
    async with db.transaction(actor):
        return await assignment_preview(actor, **asked)


async def _send(actor: Actor, *pairs: Pair, waves: Rhythm | None = None) -> Sent:
    async with db.transaction(actor):
        return await offer_assignment(actor, pairs=pairs, expires_at=tomorrow(), waves=waves)


def _who(preview: PreviewView) -> dict[UUID, str]:
    return {pair.request.id: pair.suggestion.volunteer.display_name for pair in preview.pairs}


def _pair(request: UUID, volunteer: Actor) -> Pair:
    assert volunteer.volunteer_id is not None
    return Pair(request, volunteer.volunteer_id)


async def _two_and_two(world: World) -> tuple[Scene, UUID, UUID, Actor, Actor]:
    """Karin is the first choice for both, and the only one who speaks Turkish; Ruben can take the other."""
    scene = await a_scene(world)
    karin = await scene.a_volunteer("Karin", languages=["nl", "tr"], capacity=1)
    ruben = await scene.a_volunteer("Ruben", capacity=1, **FAR)
    longest = await scene.a_request(waiting_since=_days_ago(20))
    turkish = await scene.a_request(languages=["tr"], waiting_since=_days_ago(5))
    return scene, longest, turkish, karin, ruben


async def test_everybody_gets_somebody_where_one_after_the_other_leaves_one_without(world: World) -> None:
    scene, longest, turkish, _, _ = await _two_and_two(world)
    preview = await _preview(scene.coordinator)
    assert _who(preview) == {longest: "Ruben", turkish: "Karin"}
    assert [pair.request.id for pair in preview.pairs] == [longest, turkish]
    assert (preview.waiting, preview.proposed.people, preview.one_by_one.people, preview.changed) == (2, 2, 1, 2)
    first, second = preview.pairs
    assert first.first is not None
    assert first.first.display_name == "Karin"
    assert first.why is not None
    assert second.why is not None
    assert in_words(first.why, "nl") == f"In plaats van Karin, want die is nodig voor {second.request.pseudonym}."
    assert in_words(second.why, "en") == "This way, this person gets someone too."
    (other,) = first.others
    assert (other.suggestion.volunteer.display_name, other.taken_for) == ("Karin", second.request.pseudonym)
    kinds = [fact.kind.value for fact in first.suggestion.reasons]
    assert kinds == ["SPEAKS", "DISTANCE", "DAYS", "LOAD"]


async def test_reading_is_a_fixed_number_of_statements_and_sends_nothing(world: World) -> None:
    scene, *_ = await _two_and_two(world)
    for _ in range(5):
        await scene.a_request()
    async with counted(scene.coordinator) as sent:
        await assignment_preview(scene.coordinator)
    assert len(sent) == 6
    assert await world.value("select count(*) from offer where organisation_id = $1", scene.organisation) == 0
    assert await scene.verbs() == []


async def test_a_choice_that_is_kept_stays_and_the_rest_is_worked_out_again(world: World) -> None:
    scene, longest, turkish, karin, ruben = await _two_and_two(world)
    preview = await _preview(scene.coordinator, kept=[_pair(longest, karin)])
    assert _who(preview) == {longest: "Karin"}
    assert preview.pairs[0].kept
    assert [each.request.id for each in preview.without] == [turkish]
    # what cannot be is worked out as if it had not been asked for
    for impossible in (_pair(turkish, ruben), Pair(longest, uuid4()), Pair(uuid4(), uuid4())):
        preview = await _preview(scene.coordinator, kept=[impossible])
        assert _who(preview) == {longest: "Ruben", turkish: "Karin"}
        assert not any(pair.kept for pair in preview.pairs)


async def test_one_sees_what_other_weights_would_change_without_keeping_them(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Dichtbij", carrying=2)
    await scene.a_volunteer("Ruimte", **FAR)
    request = await scene.a_request()
    assert _who(await _preview(scene.coordinator)) == {request: "Dichtbij"}
    trial = Weights(distance=Level.NOT)
    assert _who(await _preview(scene.coordinator, weights=trial)) == {request: "Ruimte"}
    assert _who(await _preview(scene.coordinator)) == {request: "Dichtbij"}
    nothing = Weights(**dict.fromkeys(("language", "distance", "days", "load"), Level.NOT))
    with pytest.raises(InvalidInput):
        await _preview(scene.coordinator, weights=nothing)


async def test_the_first_of_the_inbox_is_proposed_also_when_a_full_volunteer_makes_a_language_less_rare(
    world: World,
) -> None:
    scene = await a_scene(world)
    for number in range(2):
        await scene.a_volunteer(f"Vol {number}", languages=["tr"], capacity=1, carrying=1)
    await scene.a_volunteer("Turks", languages=["tr"], capacity=1)
    await scene.a_volunteer("Pools", languages=["pl"], capacity=1)
    await scene.a_volunteer("Ook Pools", languages=["pl"], capacity=1, carrying=1)
    request = await scene.a_request(languages=["tr", "pl"])
    async with db.transaction(scene.coordinator):
        inbox = (await suggestions(scene.coordinator, [request]))[request].eligible
    (pair,) = (await _preview(scene.coordinator)).pairs
    assert [each.volunteer.display_name for each in inbox] == ["Pools", "Turks"]
    assert [pair.suggestion, *(each.suggestion for each in pair.others)] == inbox


async def test_who_is_being_asked_is_left_out_and_an_open_invitation_holds_a_place(world: World) -> None:
    scene = await a_scene(world)
    karin = await scene.a_volunteer("Karin", capacity=1)
    await scene.an_offer(karin)
    in_rounds = await scene.a_request()
    await world.running_waves(in_rounds, scene.coordinator)
    request = await scene.a_request()
    preview = await _preview(scene.coordinator)
    assert (preview.waiting, preview.invited, preview.proposed.people) == (3, 2, 0)
    (left,) = preview.without
    assert left.request.id == request
    assert left.why.kind is WhyKind.EVERYONE_INVITED


async def test_somebody_who_was_asked_before_is_not_asked_again_for_the_same_person(world: World) -> None:
    scene = await a_scene(world)
    karin, request = await scene.a_volunteer("Karin", capacity=3), await scene.a_request()
    await decline(karin, await scene.an_offer(karin, request))
    preview = await _preview(scene.coordinator)
    assert preview.pairs == []
    assert in_words(preview.without[0].why, "nl") == "Iedereen die kan, is al gevraagd."


@pytest.mark.parametrize(
    ("volunteer", "wish", "words"),
    [
        (None, {}, "Niemand met een vrije plek mag nu naar PI Veenhuizen voor deze inzet."),
        ({"status": "PAUSED"}, {}, "Niemand met een vrije plek mag nu naar PI Veenhuizen voor deze inzet."),
        ({"carrying": 3}, {}, "Niemand met een vrije plek mag nu naar PI Veenhuizen voor deze inzet."),
        (
            {},
            {"languages": ["ar", "tr"]},
            "Niemand met een vrije plek die naar PI Veenhuizen mag, spreekt Arabisch of Turks.",
        ),
        (
            {"gender": "MAN"},
            {"volunteer_gender": "WOMAN"},
            "De vraag is om een vrouw. Niemand met een vrije plek die naar PI Veenhuizen mag, past daarbij.",
        ),
    ],
)
async def test_who_stays_without_reads_why(
    world: World, volunteer: dict[str, Any] | None, wish: dict[str, Any], words: str
) -> None:
    scene = await a_scene(world)
    if volunteer is not None:
        await scene.a_volunteer(**volunteer)
    await scene.a_request(**wish)
    (left,) = (await _preview(scene.coordinator)).without
    assert in_words(left.why, "nl") == words
    assert "{" not in in_words(left.why, "en")


async def test_when_there_are_too_few_who_waits_longest_goes_first(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Karin", capacity=1)
    shorter, longer = [await scene.a_request(waiting_since=_days_ago(days)) for days in (3, 30)]
    preview = await _preview(scene.coordinator)
    assert _who(preview) == {longer: "Karin"}
    (left,) = preview.without
    assert (left.request.id, left.why.kind) == (shorter, WhyKind.LONGER_FIRST)


async def test_only_the_own_people_and_only_for_coordinators(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    await theirs.a_volunteer()
    await theirs.a_request()
    request = await ours.a_request()
    preview = await _preview(ours.coordinator)
    assert [each.request.id for each in preview.without] == [request]
    for nobody in (await ours.a_volunteer(), await world.a_staff_member(ours.facility)):
        with pytest.raises(Forbidden):
            await _preview(nobody)
        with pytest.raises(Forbidden):
            await _send(nobody, Pair(request, uuid4()))


async def test_the_pool_is_in_it_and_is_taken_on_in_the_same_move(world: World) -> None:
    scene = await a_scene(world)
    karin, request = await scene.a_volunteer("Karin"), await world.a_request(scene.facility)
    assert _who(await _preview(scene.coordinator)) == {request: "Karin"}
    sent = await _send(scene.coordinator, _pair(request, karin))
    assert sent.refused == []
    row = (await world.rows("select organisation_id, claimed_by, state from visit_request where id = $1", request))[0]
    assert row == {
        "organisation_id": scene.organisation,
        "claimed_by": scene.coordinator.person_id,
        "state": "OFFERED",
    }


async def test_everybody_of_the_proposal_is_invited_and_told(world: World) -> None:
    scene, longest, turkish, karin, ruben = await _two_and_two(world)
    sent = await _send(scene.coordinator, _pair(longest, ruben), _pair(turkish, karin), waves=Rhythm(size=3, hours=6))
    assert [pair.request_id for pair in sent.invited] == [longest, turkish]
    told = {person for row in await scene.told("offer.made") for person in row["recipients"]}
    assert told == {karin.person_id, ruben.person_id}
    assert await scene.verbs() == ["offer.make", "offer.make"]
    mine = "select request_id from waves where ended_at is null and organisation_id = $1"
    waves = await world.rows(mine, scene.organisation)
    assert {row["request_id"] for row in waves} == {longest, turkish}
    preview = await _preview(scene.coordinator)
    assert (preview.invited, preview.pairs, preview.without) == (2, [], [])


async def test_what_became_impossible_stops_only_itself(world: World) -> None:
    scene, longest, turkish, karin, ruben = await _two_and_two(world)
    els = await scene.a_volunteer("Els", capacity=1)
    asked, settled = await scene.a_request(), await scene.a_request(state="CLOSED")
    await scene.an_offer(await scene.a_volunteer("Ander"), asked)
    await world.connection.execute("update volunteer set status = 'PAUSED' where id = $1", ruben.volunteer_id)
    sent = await _send(
        scene.coordinator,
        _pair(longest, ruben),
        _pair(turkish, karin),
        _pair(asked, els),
        _pair(settled, els),
        _pair(await scene.a_request(), karin),
        Pair(uuid4(), uuid4()),
        Pair(await scene.a_request(), uuid4()),
    )
    assert sent.invited == [_pair(turkish, karin)]
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
    sent = await _send(ours.coordinator, _pair(foreign, volunteer), _pair(request, stranger))
    assert [each.problem.code for each in sent.refused] == ["NOT_FOUND", "NOT_FOUND"]
    assert await world.value("select count(*) from offer where request_id = any ($1)", [request, foreign]) == 0


@pytest.mark.parametrize("pairs", [0, 201])
async def test_nothing_and_too_much_are_turned_back(world: World, pairs: int) -> None:
    scene = await a_scene(world)
    with pytest.raises(InvalidInput):
        await _send(scene.coordinator, *(Pair(uuid4(), uuid4()) for _ in range(pairs)))


async def test_a_request_twice_and_a_time_that_is_over_are_turned_back(world: World) -> None:
    scene = await a_scene(world)
    karin, els, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    with pytest.raises(InvalidInput):
        await _send(scene.coordinator, _pair(request, karin), _pair(request, els))
    with pytest.raises(InvalidInput):
        async with db.transaction(scene.coordinator):
            await offer_assignment(scene.coordinator, pairs=[_pair(request, karin)], expires_at=clock.now())
    with pytest.raises(InvalidInput):
        await _send(scene.coordinator, _pair(request, karin), waves=Rhythm(size=0, hours=6))


async def test_two_coordinators_who_send_at_once_ask_nobody_twice(world: World) -> None:
    scene = await a_scene(world)
    colleague = await world.a_coordinator(scene.organisation)
    people = [await scene.a_volunteer(capacity=1) for _ in range(6)]
    requests = [await scene.a_request() for _ in range(6)]
    pairs = [_pair(request, volunteer) for request, volunteer in zip(requests, people, strict=True)]
    one, other = await asyncio.gather(_send(scene.coordinator, *pairs), _send(colleague, *reversed(pairs)))
    assert sorted(len(each.invited) for each in (one, other)) == [0, 6]
    assert await world.value("select count(*) from offer where request_id = any ($1)", requests) == 6

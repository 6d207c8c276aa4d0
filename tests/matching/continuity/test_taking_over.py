"""After a release somebody near the new home takes over: asked by name, together once, and then the match is theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import actions as matching
from vrijplaats.matching import queries
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.near import near_home, take_overs
from vrijplaats.matching.continuity.queries import previous_of, reviews_of
from vrijplaats.matching.continuity.rules import DepartureKind, ReviewChoice
from vrijplaats.matching.leaving.actions import let_go
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.visits import actions as visits
from vrijplaats.visits import queries as visit_queries
from vrijplaats.visits.errors import DoubleBooked
from vrijplaats.visits.views import VisitView
from vrijplaats.volunteers.places import place

pytestmark = pytest.mark.usefixtures("db")


async def _released(world: World) -> Scene:
    scene = await a_scene(world)
    await scene.report(kind=DepartureKind.RELEASE, to_place="Groningen")
    await the_clock_goes()
    return scene


async def _living_in(scene: Scene, name: str, town: str) -> Actor:
    """A volunteer who is admitted nowhere: outside there is no gate."""
    found = place(town)
    assert found is not None
    volunteer = await scene.world.a_volunteer(scene.organisation, name)
    await scene.world.connection.execute(
        "update volunteer set place = $2, latitude = $3, longitude = $4 where id = $1",
        volunteer.volunteer_id, found.label, *found.coordinates,
    )  # fmt: skip
    return volunteer


async def _ask(scene: Scene, volunteer: Actor) -> None:
    assert volunteer.volunteer_id is not None
    async with db.transaction(scene.coordinator):
        await actions.ask_to_take_over(
            scene.coordinator, match_id=scene.match.id, volunteer_id=volunteer.volunteer_id
        )  # fmt: skip


async def _answer(scene: Scene, volunteer: Actor, *, yes: bool) -> None:
    async with db.transaction(volunteer):
        await actions.answer_take_over(volunteer, match_id=scene.match.id, yes=yes)


async def _carrying(scene: Scene, volunteer: Actor) -> object:
    return await scene.world.value("select carrying from volunteer where id = $1", volunteer.volunteer_id)


async def _in_review(scene: Scene) -> list[UUID]:
    async with db.transaction(scene.coordinator):
        return [match.id for match in await queries.matches_in_review(scene.coordinator)]


async def test_who_lives_nearest_stands_first_and_who_has_no_room_is_not_there(world: World) -> None:
    scene = await _released(world)
    far = await _living_in(scene, "Ver Weg", "Maastricht")
    near = await _living_in(scene, "Dicht Bij", "Groningen")
    full = await _living_in(scene, "Zit Vol", "Groningen")
    await world.connection.execute("update volunteer set carrying = capacity where id = $1", full.volunteer_id)
    async with db.transaction(scene.coordinator):
        found = await near_home(scene.coordinator, scene.match.id)
    assert [each.volunteer.id for each in found] == [near.volunteer_id, far.volunteer_id]
    assert found[0].kilometres == 0
    with pytest.raises(NotAllowedNow):
        await _ask(scene, full)


async def test_together_once_and_then_the_one_ends_and_the_other_begins(world: World) -> None:
    scene = await _released(world)
    first, near = scene.volunteer, await _living_in(scene, "Dicht Bij", "Groningen")
    await _ask(scene, near)
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["outside_until"]) == ("ACTIVE", clock.today() + timedelta(days=183))
    assert await _carrying(scene, first) == 0
    person = match["detainee_id"]
    with pytest.raises(NotAllowedNow):  # nobody said yes
        async with db.transaction(first):
            await actions.note_meeting(first, match_id=scene.match.id)
    await _answer(scene, near, yes=True)
    assert await _carrying(scene, near) == 1
    starts_at = clock.now() + timedelta(days=2)
    async with db.transaction(first):
        planned = await visits.propose_visit(
            first, match_id=scene.match.id, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )
    async with db.transaction(near):
        (mine,) = await take_overs(near)
        assert await visit_queries.visit(near, planned.id) is None
    assert (mine.first, mine.place, mine.yes, mine.next) == ("Els Bakker", "Groningen", True, planned.starts_at)
    assert await scene.name(near, person) is None
    assert await _in_review(scene) == [scene.match.id]
    async with db.transaction(near):
        begun = await actions.note_meeting(near, match_id=scene.match.id)
    assert (begun.state, begun.outside_until, begun.volunteer.id) == (
        "ACTIVE", match["outside_until"], near.volunteer_id
    )  # fmt: skip
    ended = await scene.row("match", scene.match.id)
    assert (ended["state"], ended["end_reason"]) == ("ENDED", "RELEASED")
    assert (await scene.row("visit", planned.id))["state"] == "CANCELLED"
    assert (await _carrying(scene, first), await _carrying(scene, near)) == (0, 1)
    assert await scene.name(first, person) is None
    assert await scene.name(near, person) is not None
    async with db.transaction(near):
        assert (await previous_of([begun.id]))[begun.id].met
        assert await take_overs(near) == []
        assert (await visit_queries.match_summaries(near, [begun.id]))[begun.id].last is None
    assert await _in_review(scene) == []
    told = "select count(*) from outbox where event like 'takeover.%' and payload ->> 'audience' = 'staff'"
    assert await world.value(told) == 0


async def test_whoever_says_no_leaves_room_for_the_next_who_is_asked(world: World) -> None:
    scene = await _released(world)
    one, other = await _living_in(scene, "Een", "Groningen"), await _living_in(scene, "Ander", "Assen")
    await _ask(scene, one)
    with pytest.raises(NotFound):  # it was not asked of them
        await _answer(scene, other, yes=True)
    await _answer(scene, one, yes=False)
    assert await _carrying(scene, one) == 0
    await _ask(scene, other)
    assert await _carrying(scene, scene.volunteer) == 0
    async with db.transaction(one):
        assert await take_overs(one) == []
    await _answer(scene, other, yes=True)
    with pytest.raises(NotAllowedNow):
        await _ask(scene, one)
    with pytest.raises(NotFound):
        await _answer(scene, other, yes=False)


@pytest.mark.parametrize("by_the_clock", [True, False])
async def test_when_the_match_ends_before_that_the_other_has_room_again(
    world: World, monkeypatch: pytest.MonkeyPatch, by_the_clock: bool
) -> None:
    scene = await _released(world)
    near = await _living_in(scene, "Dicht Bij", "Groningen")
    await _ask(scene, near)
    await _answer(scene, near, yes=True)
    if by_the_clock:
        began = clock.now()
        monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=184))
        await the_clock_goes()
    else:
        async with db.transaction(scene.volunteer):
            await matching.end_match(scene.volunteer, match_id=scene.match.id, reason=MatchEndReason.OTHER)
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"
    off = "select count(*) from outbox where event = 'takeover.off' and recipients = array[$1::uuid]"
    assert await world.value(off, near.person_id) == 1
    assert (await _carrying(scene, scene.volunteer), await _carrying(scene, near)) == (0, 0)
    async with db.transaction(near):
        assert await take_overs(near) == []


async def test_somebody_is_asked_after_all_when_it_was_chosen_to_go_on_outside(world: World) -> None:
    scene, elsewhere = await _released(world), await a_scene(world)
    near = await _living_in(scene, "Dicht Bij", "Groningen")

    async def outside(coordinator: Actor) -> list[UUID]:
        async with db.transaction(coordinator, read_only=True):
            return [match.id for match in await queries.matches_outside(coordinator)]

    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    assert (await outside(scene.coordinator), await _in_review(scene)) == ([scene.match.id], [])
    assert await outside(elsewhere.coordinator) == []
    assert await _carrying(scene, scene.volunteer) == 1
    await _ask(scene, near)
    assert (await outside(scene.coordinator), await _in_review(scene)) == ([], [scene.match.id])
    assert await _carrying(scene, scene.volunteer) == 0


@pytest.mark.parametrize("by_themselves", [True, False])
@pytest.mark.parametrize("said_yes", [True, False])
async def test_when_who_was_asked_leaves_the_coordinator_asks_somebody_else(
    world: World, by_themselves: bool, said_yes: bool
) -> None:
    scene = await _released(world)
    near, next_one = await _living_in(scene, "Dicht Bij", "Groningen"), await _living_in(scene, "Ander", "Assen")
    await _ask(scene, near)
    if said_yes:
        await _answer(scene, near, yes=True)
    before = len(await scene.events())
    async with db.transaction(near if by_themselves else scene.coordinator):
        await let_go(near if by_themselves else scene.coordinator, person_id=near.person_id)
    told = (await scene.events())[before:]
    assert told == ["takeover.no", *(["takeover.first"] if said_yes else [])]
    assert await _carrying(scene, near) == 0
    async with db.transaction(scene.coordinator, read_only=True):
        review = (await reviews_of([scene.match.id]))[scene.match.id]
    assert (review.choice, review.asked, review.answer) == (ReviewChoice.HAND_OVER, None, None)
    assert await _in_review(scene) == [scene.match.id]
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"
    async with db.transaction(near, read_only=True):
        assert await take_overs(near) == []
    await _ask(scene, next_one)
    await _answer(scene, next_one, yes=True)
    assert (await _carrying(scene, scene.volunteer), await _carrying(scene, next_one)) == (0, 1)


async def test_when_the_first_one_leaves_who_said_yes_still_takes_over(world: World) -> None:
    scene = await _released(world)
    near = await _living_in(scene, "Dicht Bij", "Groningen")
    await _ask(scene, near)
    await _answer(scene, near, yes=True)
    async with db.transaction(scene.coordinator):
        await let_go(scene.coordinator, person_id=scene.volunteer.person_id)
    async with db.transaction(near):
        begun = await actions.note_meeting(near, match_id=scene.match.id)
    assert (begun.state, begun.volunteer.id) == ("ACTIVE", near.volunteer_id)
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"


async def test_who_goes_along_has_no_other_visit_then(world: World) -> None:
    scene = await _released(world)
    near = await _living_in(scene, "Dicht Bij", "Groningen")
    other = await world.a_match(near, scene.here, outside_until=clock.today() + timedelta(days=90))
    starts_at = clock.now() + timedelta(days=2)

    async def plans(actor: Actor, match_id: UUID, later: timedelta = timedelta()) -> VisitView:
        begins = starts_at + later
        async with db.transaction(actor):
            return await visits.propose_visit(
                actor, match_id=match_id, starts_at=begins, ends_at=begins + timedelta(hours=1)
            )

    await world.connection.execute("update volunteer set capacity = 2 where id = $1", near.volunteer_id)
    await _ask(scene, near)
    together = await plans(scene.volunteer, scene.match.id)
    await plans(scene.volunteer, scene.match.id, timedelta(days=7))
    await plans(near, other.id, timedelta(days=-1))  # nobody said yes, and it is another day
    await _answer(scene, near, yes=True)
    with pytest.raises(DoubleBooked):
        await plans(near, other.id, timedelta(minutes=30))
    await plans(near, other.id, timedelta(hours=1))
    await plans(near, other.id, timedelta(days=7))  # they go along once
    moved_to = starts_at + timedelta(days=3)
    async with db.transaction(scene.volunteer):
        await visits.move_visit(
            scene.volunteer, visit_id=together.id, starts_at=moved_to, ends_at=moved_to + timedelta(hours=1)
        )
    await plans(near, other.id)
    with pytest.raises(DoubleBooked):
        await plans(near, other.id, timedelta(days=3))


async def test_another_organisation_sees_and_asks_nothing(world: World) -> None:
    scene, other = await _released(world), await _released(world)
    near = await _living_in(other, "Van Hen", "Groningen")
    with pytest.raises(NotAllowedNow):
        await _ask(scene, near)
    assert near.volunteer_id is not None
    with pytest.raises(NotFound):
        async with db.transaction(other.coordinator):
            await actions.ask_to_take_over(
                other.coordinator, match_id=scene.match.id, volunteer_id=near.volunteer_id
            )  # fmt: skip
    async with db.transaction(other.coordinator):
        assert await near_home(other.coordinator, scene.match.id) == []


async def test_who_is_asked_has_what_anybody_has_who_is_asked_but_for_admission(world: World) -> None:
    scene = await _released(world)
    able = await _living_in(scene, "Kan Het", "Assen")
    kept_out = {
        "no account": await _living_in(scene, "Geen Account", "Groningen"),
        "no papers": await _living_in(scene, "Geen Papieren", "Groningen"),
        "language": await _living_in(scene, "Andere Taal", "Groningen"),
        "gender": await _living_in(scene, "Andere Wens", "Groningen"),
        "kind": await _living_in(scene, "Andere Soort", "Groningen"),
        "pause": await _living_in(scene, "Met Pauze", "Groningen"),
    }
    ids = {why: each.volunteer_id for why, each in kept_out.items()}
    whose = {"organisation_id": scene.organisation}
    await world.insert("imported_contact", **whose, volunteer_id=ids["no account"])
    await world.insert("credential_requirement", **whose, activity_kind="AFTERCARE", credential_kind="VOG")
    await world.insert("volunteer_pause", **whose, volunteer_id=ids["pause"], starts_on=clock.today())
    change = world.connection.execute
    await change("delete from credential where volunteer_id = $1", ids["no papers"])
    await change("update volunteer set gender = 'WOMAN' where organisation_id = $1", scene.organisation)
    await change("update volunteer set languages = '{fy}' where id = $1", ids["language"])
    await change("update volunteer set gender = 'MAN' where id = $1", ids["gender"])
    await change("update volunteer set kinds = '{COURSE}' where id = $1", ids["kind"])
    await change("update visit_request set volunteer_gender = 'WOMAN' where id = $1", scene.match.request_id)
    async with db.transaction(scene.coordinator):
        found = await near_home(scene.coordinator, scene.match.id)
    assert [each.volunteer.display_name for each in found] == ["Kan Het"]
    for each in kept_out.values():
        with pytest.raises(NotAllowedNow):
            await _ask(scene, each)
    await _ask(scene, able)


async def _told_off(scene: Scene) -> list[UUID]:
    sql = "select unnest(recipients) as who from outbox where event = 'takeover.off' and organisation_id = $1"
    return [row["who"] for row in await scene.world.rows(f"{sql} order by id", scene.organisation)]


async def test_who_is_not_needed_any_more_hears_it(world: World) -> None:
    scene = await a_scene(world)
    reported = await scene.report(kind=DepartureKind.RELEASE, to_place="Groningen", day=in_days(3))
    one, other = await _living_in(scene, "Een", "Groningen"), await _living_in(scene, "Ander", "Assen")
    await _ask(scene, one)
    await _ask(scene, one)
    assert await _told_off(scene) == []
    await _ask(scene, other)
    assert await _told_off(scene) == [one.person_id]
    await _answer(scene, other, yes=False)
    await _ask(scene, one)
    assert await _told_off(scene) == [one.person_id]  # who said no knows it
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    assert await _told_off(scene) == [one.person_id] * 2
    await _ask(scene, other)
    await _answer(scene, other, yes=True)
    await scene.undo(reported.id)
    assert await _told_off(scene) == [one.person_id, one.person_id, other.person_id]
    assert await _carrying(scene, other) == 0


async def test_a_match_that_ends_before_the_answer_is_told_to_who_was_asked(world: World) -> None:
    scene = await _released(world)
    near = await _living_in(scene, "Dicht Bij", "Groningen")
    await _ask(scene, near)
    await _end(scene)
    assert await _told_off(scene) == [near.person_id]
    assert await _carrying(scene, near) == 0


async def _end(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await matching.end_match(scene.coordinator, match_id=scene.match.id, reason=MatchEndReason.OTHER)


async def _either(work: Coroutine[None, None, None]) -> bool:
    try:
        await work
    except (NotAllowedNow, NotFound):
        return False
    return True


@pytest.mark.parametrize("taken_back", [False, True])
async def test_a_yes_while_it_ends_leaves_nobody_without_room(world: World, taken_back: bool) -> None:
    """Who comes second finds it as the first left it."""
    for _ in range(4):
        scene = await a_scene(world)
        day = in_days(3 if taken_back else 0)
        reported = await scene.report(kind=DepartureKind.RELEASE, to_place="Groningen", day=day)
        if not taken_back:
            await the_clock_goes()
        near = await _living_in(scene, "Dicht Bij", "Groningen")
        await _ask(scene, near)
        over = scene.undo(reported.id) if taken_back else _end(scene)
        ended, _yes = await asyncio.gather(_either(over), _either(_answer(scene, near, yes=True)))
        assert ended
        assert await _carrying(scene, near) == 0
        assert await _told_off(scene) == [near.person_id]
        says_yes = "select count(*) from match_review where match_id = $1 and answer = 'YES'"
        assert await world.value(says_yes, scene.match.id) == 0

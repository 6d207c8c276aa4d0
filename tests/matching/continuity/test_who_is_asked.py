"""Who is asked to take over after a release, who need not any more, and what happens at one moment."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.matching.continuity.taking_over import answer, ask, carrying, living_in, released
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import actions as matching
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.near import near_home
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.matching.models import MatchEndReason

pytestmark = pytest.mark.usefixtures("db")


async def test_who_is_asked_has_what_anybody_has_who_is_asked_but_for_admission(world: World) -> None:
    scene = await released(world)
    able = await living_in(scene, "Kan Het", "Assen")
    kept_out = {
        "no account": await living_in(scene, "Geen Account", "Groningen"),
        "no papers": await living_in(scene, "Geen Papieren", "Groningen"),
        "language": await living_in(scene, "Andere Taal", "Groningen"),
        "gender": await living_in(scene, "Andere Wens", "Groningen"),
        "kind": await living_in(scene, "Andere Soort", "Groningen"),
        "pause": await living_in(scene, "Met Pauze", "Groningen"),
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
            await ask(scene, each)
    await ask(scene, able)


async def _told_off(scene: Scene) -> list[UUID]:
    sql = "select unnest(recipients) as who from outbox where event = 'takeover.off' and organisation_id = $1"
    return [row["who"] for row in await scene.world.rows(f"{sql} order by id", scene.organisation)]


async def test_who_is_not_needed_any_more_hears_it(world: World) -> None:
    scene = await a_scene(world)
    reported = await scene.report(kind=DepartureKind.RELEASE, to_place="Groningen", day=in_days(3))
    one, other = await living_in(scene, "Een", "Groningen"), await living_in(scene, "Ander", "Assen")
    await ask(scene, one)
    await ask(scene, one)
    assert await _told_off(scene) == []
    await ask(scene, other)
    assert await _told_off(scene) == [one.person_id]
    await answer(scene, other, yes=False)
    await ask(scene, one)
    assert await _told_off(scene) == [one.person_id]  # who said no knows it
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    assert await _told_off(scene) == [one.person_id] * 2
    await ask(scene, other)
    await answer(scene, other, yes=True)
    await scene.undo(reported.id)
    assert await _told_off(scene) == [one.person_id, one.person_id, other.person_id]
    assert await carrying(scene, other) == 0


async def test_a_match_that_ends_before_the_answer_is_told_to_who_was_asked(world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await ask(scene, near)
    await _end(scene)
    assert await _told_off(scene) == [near.person_id]
    assert await carrying(scene, near) == 0


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
        near = await living_in(scene, "Dicht Bij", "Groningen")
        await ask(scene, near)
        over = scene.undo(reported.id) if taken_back else _end(scene)
        ended, _yes = await asyncio.gather(_either(over), _either(answer(scene, near, yes=True)))
        assert ended
        assert await carrying(scene, near) == 0
        assert await _told_off(scene) == [near.person_id]
        says_yes = "select count(*) from match_review where match_id = $1 and answer = 'YES'"
        assert await world.value(says_yes, scene.match.id) == 0

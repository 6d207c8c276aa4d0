"""What a coordinator narrows the inbox by, and what the counts beside the filters say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.requests.scene import Scene
from tests.statements import counted
from vrijplaats.core import clock, db
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Forbidden, InvalidInput
from vrijplaats.requests import queries
from vrijplaats.requests.inbox.queries import Choices, inbox_choices
from vrijplaats.requests.inbox.rules import EVERYTHING, Standing, Wanted, Whose
from vrijplaats.requests.rules import ActivityKind


async def _found(scene: Scene, **wanted: Any) -> list[UUID]:
    async with db.transaction(scene.coordinator):
        page = await queries.request_inbox(scene.coordinator, first=100, after=None, wanted=Wanted(**wanted))
        choices = await inbox_choices(scene.coordinator, Wanted(**wanted))
    assert page.total == len(page.requests) == choices.shown
    return [view.id for view in page.requests]


async def _choices(scene: Scene, wanted: Wanted = EVERYTHING) -> Choices:
    async with db.transaction(scene.coordinator):
        return await inbox_choices(scene.coordinator, wanted)


async def _waiting(scene: Scene, days: int, organisation: UUID | None = None, **columns: Any) -> UUID:
    since = (datetime.now(AMSTERDAM) - timedelta(days=days)).astimezone(UTC)
    return await scene.world.a_request(
        columns.pop("facility", scene.facility), organisation, waiting_since=since, **columns
    )


async def test_each_filter_narrows_and_all_of_them_together_too(scene: Scene) -> None:
    zwolle = await scene.world.a_facility("Zwolle")
    await scene.world.active(scene.organisation, zwolle)
    code = await scene.world.value("select code from facility where id = $1", zwolle)
    old = await _waiting(scene, 40, scene.organisation, languages=["pap", "nl"])
    course = await _waiting(scene, 20, scene.organisation, activity_kind="COURSE")
    far = await _waiting(scene, 10, facility=zwolle, languages=["es"])
    new = await _waiting(scene, 1)
    assert await _found(scene) == [old, course, far, new]
    assert await _found(scene, language="nl") == [old, course, new]
    assert await _found(scene, facility=code) == [far]
    assert await _found(scene, activity_kind=ActivityKind.COURSE) == [course]
    assert await _found(scene, waiting_days=10) == [old, course]
    assert await _found(scene, whose=Whose.EVERYONE) == [far, new]
    assert await _found(scene, waiting_days=7, language="es", whose=Whose.EVERYONE) == [far]
    assert await _found(scene, facility=code, language="nl") == []
    assert await _found(scene, facility="waar-dan-ook") == []
    pseudonym = (await scene.row(far))["pseudonym"]
    assert far in await _found(scene, search=f" {pseudonym.upper()} ")
    assert await _found(scene, search="%") == []


async def test_mine_is_what_i_took_or_what_came_by_name(scene: Scene) -> None:
    colleague = await scene.world.a_coordinator(scene.organisation)
    mine = await _waiting(scene, 5, scene.organisation, claimed_by=scene.coordinator.person_id)
    by_name = await _waiting(scene, 4, scene.organisation)
    theirs = await _waiting(scene, 3, scene.organisation, claimed_by=colleague.person_id)
    await _waiting(scene, 2)
    assert await _found(scene, whose=Whose.MINE) == [mine, by_name]
    assert await _found(scene, whose=Whose.OURS) == [mine, by_name, theirs]
    assert (await _choices(scene)).whose == {Whose.MINE: 2, Whose.OURS: 3, Whose.EVERYONE: 1}


async def test_how_far_the_asking_is(scene: Scene) -> None:
    fresh = await _waiting(scene, 9, scene.organisation)
    asked, could_not, lapsed, rounds, away = [await _waiting(scene, day, scene.organisation) for day in (8, 7, 6, 5, 4)]
    volunteer = await scene.world.a_volunteer(scene.organisation)
    await scene.world.an_offer(asked, volunteer)
    await scene.world.an_offer(could_not, volunteer, state="DECLINED")
    await scene.world.an_offer(lapsed, volunteer, expires_at=clock.now() - timedelta(hours=1))
    await scene.world.an_offer(rounds, volunteer, state="DECLINED")
    await scene.world.running_waves(rounds, scene.coordinator)
    await scene.world.a_hand_over(away, await scene.world.an_organisation(facilities=[scene.facility]))
    assert await _found(scene, standing=Standing.NOT_ASKED) == [fresh]
    assert await _found(scene, standing=Standing.ASKED) == [asked, rounds]
    assert await _found(scene, standing=Standing.NOBODY_COULD) == [could_not, lapsed]
    assert await _found(scene, standing=Standing.PROPOSED) == [away]
    assert (await _choices(scene)).standings == {
        Standing.NOT_ASKED: 1,
        Standing.ASKED: 2,
        Standing.NOBODY_COULD: 2,
        Standing.PROPOSED: 1,
    }


async def test_a_filter_is_counted_under_the_others_and_not_under_itself(scene: Scene) -> None:
    await _waiting(scene, 40, languages=["pap", "nl"])
    await _waiting(scene, 20, languages=["nl"], activity_kind="COURSE")
    await _waiting(scene, 1, languages=["es"])
    wide = await _choices(scene)
    assert (wide.total, wide.shown, wide.languages) == (3, 3, {"es": 1, "nl": 2, "pap": 1})
    assert wide.waits == {7: 2, 14: 2, 30: 1}
    dutch = await _choices(scene, Wanted(language="nl"))
    assert (dutch.total, dutch.shown, dutch.languages) == (3, 2, wide.languages)
    assert dutch.kinds == {ActivityKind.COURSE: 1, ActivityKind.ONE_TO_ONE: 1}
    assert [(each.facility.id, each.count) for each in dutch.facilities] == [(scene.facility, 2)]
    none = await _choices(scene, Wanted(language="es", waiting_days=30))
    assert (none.shown, none.without["language"], none.without["days"], none.without["facility"]) == (0, 1, 1, 0)


async def test_what_is_another_organisations_is_in_no_count(scene: Scene) -> None:
    await _waiting(scene, 3, await scene.world.an_organisation(facilities=[scene.facility]))
    await _waiting(scene, 3, scene.organisation, state="MATCHED")
    assert (await _choices(scene)).total == 0


async def test_counting_is_one_statement(scene: Scene) -> None:
    for day in range(1, 13):
        await _waiting(scene, day)
    async with counted(scene.coordinator) as sent:
        await inbox_choices(scene.coordinator, Wanted(language="nl"))
    assert len(sent) == 1


@pytest.mark.parametrize(
    "wanted",
    [{"waiting_days": 0}, {"waiting_days": -1}, {"waiting_days": 366}, {"waiting_days": 10**20}, {"search": "x" * 61},
     {"facility": "x" * 61}, {"language": "x" * 61}],
)  # fmt: skip
async def test_what_nobody_could_mean_is_said_in_words(scene: Scene, wanted: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        await _found(scene, **wanted)


async def test_the_inbox_is_a_coordinators(scene: Scene) -> None:
    for actor in (scene.staff, await scene.world.a_volunteer(scene.organisation)):
        with pytest.raises(Forbidden):
            async with db.transaction(actor):
                await inbox_choices(actor, EVERYTHING)

"""What an organisation chooses for itself: it holds at once, says how it was before, and stays within bounds."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.matching.scene import a_scene
from tests.world import World
from vrijplaats.accounts.settings.queries import setting_changes
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Forbidden, InvalidInput
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.matching.waves import actions as waves
from vrijplaats.matching.waves.queries import wave_settings
from vrijplaats.matching.waves.rules import USUAL, USUAL_NIGHT, Night, Rhythm
from vrijplaats.matching.weights.actions import set_matching_weights
from vrijplaats.matching.weights.rules import Level, Weights
from vrijplaats.settings import Login, Settings
from vrijplaats.visits.series.actions import set_usual_weeks
from vrijplaats.visits.series.queries import usual_weeks
from vrijplaats.volunteers.policy.actions import set_requirement
from vrijplaats.volunteers.rules import ActivityKind

ALL = """{ settingChanges { setting changedAt changedBy before { name value } }
  waveSettings { size hours nightFrom nightUntil running } usualWeeks kilometreRates { today rates { cents } } }"""


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)


async def _changes(actor: Actor) -> dict[Setting, dict[str, int]]:
    async with db.transaction(actor):
        return {each.setting: dict(each.before) for each in await setting_changes(actor)}


async def test_what_nobody_chose_is_as_usual(world: World) -> None:
    organisation = await world.an_organisation()
    await world.connection.execute("delete from organisation_setting where organisation_id = $1", organisation)
    coordinator = await world.a_coordinator(organisation)
    async with db.transaction(coordinator):
        found = await wave_settings(coordinator)
        assert (found.rhythm, found.night, found.running) == (USUAL, USUAL_NIGHT, 0)
        assert await usual_weeks(coordinator) == 2
        assert await setting_changes(coordinator) == []


async def test_a_choice_holds_for_all_of_the_organisation_and_says_how_it_was(world: World) -> None:
    organisation, other = await world.an_organisation(), await world.an_organisation()
    coordinator, colleague = await world.a_coordinator(organisation, "Els"), await world.a_coordinator(organisation)
    volunteer, elsewhere = await world.a_volunteer(organisation), await world.a_coordinator(other)
    async with db.transaction(coordinator):
        await set_usual_weeks(coordinator, 3)
        await waves.set_usual_waves(coordinator, Rhythm(size=2, hours=12))
        await waves.set_night(coordinator, Night(starts=21, ends=9))
        await set_matching_weights(coordinator, Weights(distance=Level.HEAVILY))
    async with db.transaction(volunteer):
        assert await usual_weeks(volunteer) == 3
    async with db.transaction(colleague):
        found = await wave_settings(colleague)
        assert (found.rhythm, found.night) == (Rhythm(size=2, hours=12), Night(starts=21, ends=9))
        assert {each.changed_by for each in await setting_changes(colleague)} == {"Els"}
    names = ("language", "fluency", "distance", "days", "load", "waiting", "continuity", "newcomer")
    usual = dict.fromkeys(names, 2)
    assert await _changes(colleague) == {
        Setting.RHYTHM: {"usual_weeks": 2},
        Setting.WAVES: {"wave_size": 3, "wave_hours": 6},
        Setting.NIGHT: {"night_from": 22, "night_until": 8},
        Setting.WEIGHTS: usual,
    }
    async with db.transaction(elsewhere):
        assert (await wave_settings(elsewhere)).rhythm == USUAL
        assert await setting_changes(elsewhere) == []


async def test_putting_back_is_a_change_like_any_other(world: World) -> None:
    organisation = await world.an_organisation()
    coordinator = await world.a_coordinator(organisation)
    for rhythm in (Rhythm(size=1, hours=24), Rhythm(size=3, hours=6), Rhythm(size=3, hours=6)):
        async with db.transaction(coordinator):
            await waves.set_usual_waves(coordinator, rhythm)
    assert await _changes(coordinator) == {Setting.WAVES: {"wave_size": 1, "wave_hours": 24}}
    verbs = await world.rows("select verb from history where person_id = $1", coordinator.person_id)
    assert [row["verb"] for row in verbs] == ["settings.change"] * 2  # the third changed nothing


async def test_of_two_at_once_the_second_says_what_the_first_made_of_it(world: World) -> None:
    organisation = await world.an_organisation()
    await world.connection.execute("delete from organisation_setting where organisation_id = $1", organisation)
    both = [await world.a_coordinator(organisation) for _ in range(2)]

    async def choose(actor: Actor, size: int) -> None:
        async with db.transaction(actor):
            await waves.set_usual_waves(actor, Rhythm(size=size, hours=6))

    await asyncio.gather(choose(both[0], 1), choose(both[1], 5))
    kept = await world.rows(
        "select before ->> 'wave_size' as before, after ->> 'wave_size' as after from setting_change"
        " where organisation_id = $1 order by changed_at, id",
        organisation,
    )
    last = str(await world.value("select wave_size from organisation_setting where organisation_id = $1", organisation))
    chain = {row["before"]: row["after"] for row in kept}
    assert chain["3"] in ("1", "5")
    assert chain[chain["3"]] == last


@pytest.mark.parametrize(
    ("verb", "value"),
    [
        (waves.set_night, Night(starts=17, ends=8)),
        (waves.set_night, Night(starts=22, ends=11)),
        (waves.set_usual_waves, Rhythm(size=0, hours=6)),
        (waves.set_usual_waves, Rhythm(size=3, hours=73)),
        (set_usual_weeks, 4),
    ],
)
async def test_what_is_out_of_bounds_changes_nothing(world: World, verb: Any, value: Any) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    with pytest.raises(InvalidInput):
        async with db.transaction(coordinator):
            await verb(coordinator, value)
    assert await _changes(coordinator) == {}


async def test_of_papers_it_says_when_the_policy_was_changed(world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation(), "Els")
    async with db.transaction(coordinator):
        kind = ActivityKind.ONE_TO_ONE
        await set_requirement(coordinator, activity_kind=kind, kind="VOG", facility_id=None, needed=True)
    async with db.transaction(coordinator):
        (found,) = await setting_changes(coordinator)
    assert (found.setting, found.changed_by, found.before) == (Setting.PAPERS, "Els", {})


async def test_only_coordinators_choose(world: World) -> None:
    organisation = await world.an_organisation()
    for actor in (await world.a_volunteer(organisation), await world.a_staff_member(await world.a_facility())):
        verbs: list[tuple[Any, Any]] = [
            (waves.set_night, USUAL_NIGHT),
            (waves.set_usual_waves, USUAL),
            (set_usual_weeks, 3),
        ]
        for verb, value in verbs:
            with pytest.raises(Forbidden):
                async with db.transaction(actor):
                    await verb(actor, value)


async def test_rounds_that_run_go_by_the_quiet_hours_at_once(world: World) -> None:
    scene = await a_scene(world)
    request = await world.a_request(scene.facility, scene.organisation)
    ours = await world.running_waves(request, scene.coordinator)
    evening = datetime.combine(clock.today(), datetime.min.time(), tzinfo=AMSTERDAM) + timedelta(days=1, hours=20)

    async def due(moment: datetime) -> bool:
        with clock.travel(moment.astimezone(UTC)):
            async with db.transaction({}, connection=WORKER):
                return ours in await waves.due_waves()

    assert await due(evening)
    async with db.transaction(scene.coordinator):
        await waves.set_night(scene.coordinator, Night(starts=20, ends=10))
        assert (await wave_settings(scene.coordinator)).running == 1
    assert not await due(evening)
    assert not await due(evening + timedelta(hours=13, minutes=59))
    assert await due(evening + timedelta(hours=14))


async def test_the_screen_has_it_all_in_one_answer(world: World, browser: Browser) -> None:
    organisation = await world.an_organisation()
    coordinator = await world.a_coordinator(organisation, "Els Bakker")
    await browser.sign_in(coordinator)
    change = "mutation($input: SetNightInput!) { setNight(input: $input) { __typename ... on Problem { message } } }"
    assert (await browser.graphql(change, {"input": {"from": 21, "until": 7}}))["setNight"] == {
        "__typename": "SetNightSuccess"
    }
    wrong = (await browser.graphql(change, {"input": {"from": 12, "until": 7}}))["setNight"]
    assert wrong == {"__typename": "InvalidInput", "message": "Vanaf: kies 18 tot en met 23 uur."}
    found = await browser.graphql(ALL)
    assert found["waveSettings"] == {"size": 3, "hours": 6, "nightFrom": 21, "nightUntil": 7, "running": 0}
    assert found["kilometreRates"] == {"today": 23, "rates": []}
    (only,) = found["settingChanges"]
    assert (only["setting"], only["changedBy"]) == ("NIGHT", "Els Bakker")
    assert only["before"] == [{"name": "night_from", "value": 22}, {"name": "night_until", "value": 8}]

"""Names for sets of filters: one's own, in this organisation, and no more than there is room for."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any
from uuid import UUID

import pytest

from tests.requests.scene import Scene
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError, Forbidden, InvalidInput, NotFound
from vrijplaats.requests.inbox.rules import EVERYTHING, Standing, Wanted, Whose
from vrijplaats.requests.rules import ActivityKind
from vrijplaats.requests.views import actions
from vrijplaats.requests.views.queries import InboxViewView, inbox_views
from vrijplaats.requests.views.rules import MOST, TooManyViews

LONG = Wanted(
    facility="veenhuizen",
    language="pap",
    activity_kind=ActivityKind.ONE_TO_ONE,
    whose=Whose.MINE,
    standing=Standing.NOBODY_COULD,
    waiting_days=14,
)


async def _save(actor: Actor, name: str, **changes: Any) -> list[InboxViewView]:
    given = {"view_id": None, "wanted": EVERYTHING, "opens_first": False, **changes}
    async with db.transaction(actor):
        return await actions.save_inbox_view(actor, name=name, **given)


async def _mine(actor: Actor) -> list[InboxViewView]:
    async with db.transaction(actor):
        return await inbox_views(actor)


async def _id(scene: Scene, name: str = "Lang") -> UUID:
    return next(view.id for view in await _save(scene.coordinator, name) if view.name == name)


async def test_a_view_keeps_its_filters_under_a_name(scene: Scene) -> None:
    (view,) = await _save(scene.coordinator, "  Wacht   lang ", wanted=LONG, opens_first=True)
    assert (view.name, view.wanted, view.opens_first) == ("Wacht lang", LONG, True)
    assert await _mine(scene.coordinator) == [view]


async def test_it_gets_another_name_and_other_filters(scene: Scene) -> None:
    view_id = await _id(scene)
    (view,) = await _save(scene.coordinator, "Kort", view_id=view_id, wanted=LONG)
    assert (view.id, view.name, view.wanted) == (view_id, "Kort", LONG)
    # the same name once more is no other view of that name
    assert len(await _save(scene.coordinator, "KORT", view_id=view_id)) == 1


async def test_one_of_them_opens_first(scene: Scene) -> None:
    await _save(scene.coordinator, "Een", opens_first=True)
    views = await _save(scene.coordinator, "Twee", opens_first=True)
    assert [(view.name, view.opens_first) for view in views] == [("Een", False), ("Twee", True)]


async def test_one_goes_away(scene: Scene) -> None:
    view_id = await _id(scene)
    async with db.transaction(scene.coordinator):
        assert await actions.remove_inbox_view(scene.coordinator, view_id=view_id) == []
    with pytest.raises(NotFound):
        async with db.transaction(scene.coordinator):
            await actions.remove_inbox_view(scene.coordinator, view_id=view_id)


async def test_a_colleague_has_none_of_them(scene: Scene) -> None:
    view_id = await _id(scene)
    colleague = await scene.world.a_coordinator(scene.organisation)
    elsewhere = await scene.world.a_coordinator(await scene.world.an_organisation())
    # the same person as coordinator of another organisation
    elsewhere = dataclasses.replace(elsewhere, person_id=scene.coordinator.person_id)
    for actor in (colleague, elsewhere):
        assert await _mine(actor) == []
        with pytest.raises(NotFound):
            await _save(actor, "Van mij", view_id=view_id)
    assert [view.name for view in await _mine(scene.coordinator)] == ["Lang"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "een\x00naam", "een\u202enaam"])
async def test_a_name_that_is_none_is_said_in_words(scene: Scene, name: str) -> None:
    with pytest.raises(InvalidInput):
        await _save(scene.coordinator, name)
    assert await _mine(scene.coordinator) == []


async def test_a_name_is_there_once(scene: Scene) -> None:
    await _save(scene.coordinator, "Lang")
    with pytest.raises(InvalidInput) as refused:
        await _save(scene.coordinator, "lang")
    assert "andere" in refused.value.message("nl")


async def test_there_is_room_for_twelve_also_when_two_save_at_once(scene: Scene) -> None:
    for number in range(MOST - 1):
        await _save(scene.coordinator, f"Weergave {number}")

    async def save(name: str) -> str | None:
        try:
            await _save(scene.coordinator, name)
        except DomainError as error:
            return error.code
        return None

    answers = await asyncio.gather(*(save(name) for name in "abc"))
    assert sorted(answers, key=str) == [None, "TOO_MANY_VIEWS", "TOO_MANY_VIEWS"]
    assert len(await _mine(scene.coordinator)) == MOST
    with pytest.raises(TooManyViews):
        await _save(scene.coordinator, "Nog een")


async def test_views_are_a_coordinators(scene: Scene) -> None:
    for actor in (scene.staff, await scene.world.a_volunteer(scene.organisation)):
        with pytest.raises(Forbidden):
            await _save(actor, "Lang")

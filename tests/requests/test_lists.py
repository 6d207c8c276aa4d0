"""Lists of wishes: who is in them, in which order, page by page, in one statement."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.requests.scene import Scene, a_name, a_scene
from tests.statements import counted
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.cursors import encode_cursor
from vrijplaats.core.errors import BadRequest, Forbidden
from vrijplaats.requests import queries
from vrijplaats.requests.rules import ActivityKind

Read = Callable[..., Awaitable[queries.RequestPage]]


def _days_ago(days: float) -> datetime:
    """By the clock in Amsterdam: days across the end of summer time are days too, also late in the evening."""
    return (datetime.now(AMSTERDAM) - timedelta(days=days)).astimezone(UTC)


async def _page(read: Read, actor: Actor, first: int | None = 25, after: str | None = None) -> queries.RequestPage:
    async with db.transaction(actor):
        return await read(actor, first=first, after=after)


async def _all(read: Read, actor: Actor, size: int) -> list[UUID]:
    found: list[UUID] = []
    after = None
    while True:
        page = await _page(read, actor, size, after)
        found += [view.id for view in page.requests[:size]]
        if len(page.requests) <= size:
            return found
        after = page.requests[size - 1].cursor


async def _waiting(scene: Scene, days: float, organisation: UUID | None = None, **columns: Any) -> UUID:
    return await scene.world.a_request(scene.facility, organisation, waiting_since=_days_ago(days), **columns)


async def test_the_inbox_holds_own_and_unclaimed_who_waits_longest_first(scene: Scene) -> None:
    second, first = await _waiting(scene, 5, scene.organisation), await _waiting(scene, 9)
    third = await _waiting(scene, 1, scene.organisation, state="OFFERED")
    other = await scene.world.an_organisation(facilities=[scene.facility])
    await _waiting(scene, 20, other)
    await scene.world.a_request(await scene.world.a_facility("Zwolle"))
    for state in ("MATCHED", "WITHDRAWN", "CLOSED"):
        await _waiting(scene, 30, scene.organisation, state=state)
    page = await _page(queries.request_inbox, scene.coordinator)
    assert [view.id for view in page.requests] == [first, second, third]
    assert [view.waiting_days for view in page.requests] == [9, 5, 1]
    assert page.total == 3


async def test_staff_sees_the_own_prison_who_waits_first_then_what_is_settled(scene: Scene) -> None:
    old = await _waiting(scene, 30, scene.organisation, state="MATCHED", matched_at=_days_ago(20))
    new = await _waiting(scene, 3, state="WITHDRAWN", ended_at=_days_ago(1))
    waiting = [await _waiting(scene, 2), await _waiting(scene, 1)]
    await scene.world.a_request(await scene.world.a_facility("Zwolle"))
    page = await _page(queries.facility_requests, scene.staff)
    assert [view.id for view in page.requests] == [*waiting, new, old]
    # who has somebody waits no longer
    assert [view.waiting_days for view in page.requests] == [2, 1, 2, 10]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
async def test_pages_together_are_the_whole_list(scene: Scene, size: int) -> None:
    moment = _days_ago(4)
    same = [await scene.world.a_request(scene.facility, waiting_since=moment) for _ in range(4)]
    settled = [await _waiting(scene, days, state="CLOSED") for days in (8, 9)]
    assert await _all(queries.facility_requests, scene.staff, size) == [*sorted(same), *settled]
    assert await _all(queries.request_inbox, scene.coordinator, size) == sorted(same)


async def test_an_empty_page_knows_the_total(scene: Scene) -> None:
    assert await _page(queries.request_inbox, scene.coordinator) == queries.RequestPage(requests=(), total=0)
    await _waiting(scene, 1)
    last = (await _page(queries.request_inbox, scene.coordinator)).requests[-1].cursor
    assert await _page(queries.request_inbox, scene.coordinator, 25, last) == queries.RequestPage(requests=(), total=1)


@pytest.mark.parametrize(("first", "fetched"), [(0, 2), (-5, 2), (1, 2), (2, 3), (1_000_000, 3), (None, 3)])
async def test_a_page_has_at_least_one_and_at_most_a_hundred(scene: Scene, first: int | None, fetched: int) -> None:
    for days in (1, 2, 3):
        await _waiting(scene, days)
    assert len((await _page(queries.request_inbox, scene.coordinator, first)).requests) == fetched


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "é", "x" * 100_000, encode_cursor("a"), encode_cursor("True", "x", "y"), encode_cursor("True", "1", "y"),
     encode_cursor("True", "NaN", "01890000-0000-7000-8000-000000000000"), encode_cursor("True", "1e999999", "x")],
)  # fmt: skip
async def test_a_cursor_we_did_not_make_is_a_bad_request(scene: Scene, cursor: str) -> None:
    for read, actor in ((queries.request_inbox, scene.coordinator), (queries.facility_requests, scene.staff)):
        with pytest.raises(BadRequest):
            await _page(read, actor, 25, cursor)


async def test_any_page_is_one_statement(scene: Scene) -> None:
    for days in range(1, 13):
        request = await _waiting(scene, days, scene.organisation)
        await scene.world.an_offer(request, await scene.world.a_volunteer(scene.organisation))
    for actor, read in ((scene.coordinator, queries.request_inbox), (scene.staff, queries.facility_requests)):
        for first in (1, 12):
            async with counted(actor) as sent:
                await read(actor, first=first, after=None)
            assert len(sent) == 1


async def test_invitations_are_counted_by_how_they_stand(scene: Scene) -> None:
    request = await _waiting(scene, 3, scene.organisation)
    for columns in (
        {},
        {},
        {"state": "DECLINED"},
        {"state": "EXPIRED"},
        {"expires_at": _days_ago(1)},
        {"state": "WITHDRAWN"},
    ):
        await scene.world.an_offer(request, await scene.world.a_volunteer(scene.organisation), **columns)
    seen = (await _page(queries.request_inbox, scene.coordinator)).requests[0]
    assert (seen.live_offers, seen.declined_offers, seen.silent_offers) == (2, 1, 2)
    # people are counted, each by their last invitation
    again = await scene.world.a_volunteer(scene.organisation)
    for state in ("EXPIRED", "DECLINED"):
        await scene.world.an_offer(request, again, state=state)
    seen = (await _page(queries.request_inbox, scene.coordinator)).requests[0]
    assert (seen.live_offers, seen.declined_offers, seen.silent_offers) == (2, 2, 2)
    # who declined is the coordinator's to know
    assert (await _page(queries.facility_requests, scene.staff)).requests[0].declined_offers == 0


async def test_lists_belong_to_their_role(scene: Scene) -> None:
    volunteer = await scene.world.a_volunteer(scene.organisation)
    for read, actor in (
        (queries.request_inbox, scene.staff),
        (queries.request_inbox, volunteer),
        (queries.facility_requests, scene.coordinator),
    ):
        with pytest.raises(Forbidden):
            await _page(read, actor)


async def test_one_request_is_seen_by_its_own(scene: Scene) -> None:
    request = await scene.world.a_request(scene.facility, scene.organisation)
    other = await a_scene(scene.world)
    volunteer = await scene.world.a_volunteer(scene.organisation, admitted=[scene.facility])
    for actor, sees in (
        (scene.staff, True),
        (scene.coordinator, True),
        (other.staff, False),
        (other.coordinator, False),
        (volunteer, False),
    ):
        async with db.transaction(actor):
            assert (await queries.visit_request(actor, request) is not None) == sees


async def test_somebody_known_is_recognised_without_opening_a_name(scene: Scene) -> None:
    view = await scene.enter(detainee=a_name("Bekend"))
    other = await a_scene(scene.world)

    async def recognise(actor: Actor, family_name: str, kind: ActivityKind) -> queries.Recognition:
        async with db.transaction(actor):
            return await queries.recognise_detainee(
                actor, given_name="winston", family_name=family_name, activity_kind=kind
            )

    known = await recognise(scene.staff, "BEKEND", ActivityKind.ONE_TO_ONE)
    assert known == queries.Recognition(known=True, pseudonym=view.pseudonym, open_request=view.id)
    free = await recognise(scene.staff, "Bekend", ActivityKind.COURSE)
    assert free == queries.Recognition(known=True, pseudonym=view.pseudonym)
    nobody = queries.Recognition(known=False)
    for name in ("Onbekend", "", "x" * 1_000_000, "<script>"):
        assert await recognise(scene.staff, name, ActivityKind.ONE_TO_ONE) == nobody
    assert await recognise(other.staff, "Bekend", ActivityKind.ONE_TO_ONE) == nobody
    reads = "select count(*) from history where verb = 'identity.read' and facility_id = $1"
    assert await scene.world.value(reads, scene.facility) == 0


async def test_names_are_opened_for_staff_and_the_handling_coordinator(scene: Scene) -> None:
    person = await scene.world.a_detainee(scene.facility, "Winston", "Obispo")
    mine = await scene.world.a_request(scene.facility, scene.organisation, detainee=person)
    pool = await scene.world.a_request(scene.facility, detainee=person, activity_kind="COURSE")
    for actor, opened in ((scene.staff, [True, True]), (scene.coordinator, [True, False])):
        async with db.transaction(actor):
            views = [await queries.visit_request(actor, request) for request in (mine, pool)]
            names = await queries.detainee_names(actor, [view for view in views if view])
        assert [name is not None for name in names] == opened
        audit = "select subject from history where verb = 'identity.read' and person_id = $1"
        assert len(await scene.world.rows(audit, actor.person_id)) == 1

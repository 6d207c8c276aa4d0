"""A wish for chaplaincy of a denomination: of no other activity, told to nobody, and gone when it is over."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest

from tests.requests.scene import Scene
from vrijplaats.core import clock, db
from vrijplaats.core.errors import InvalidInput
from vrijplaats.matching.continuity import rules
from vrijplaats.requests import actions
from vrijplaats.requests.rules import ActivityKind, Denomination, WithdrawReason

MUSLIM = {"activity_kind": ActivityKind.CHAPLAINCY, "activity_denomination": Denomination.MUSLIM}


async def test_it_is_kept_of_chaplaincy_only(scene: Scene) -> None:
    view = await scene.enter(**MUSLIM)
    assert view.activity_denomination is Denomination.MUSLIM
    assert (await scene.row(view.id))["activity_denomination"] == "MUSLIM"
    assert (await scene.enter(activity_kind=ActivityKind.COURSE)).activity_denomination is None
    for kind in set(ActivityKind) - {ActivityKind.CHAPLAINCY}:
        with pytest.raises(InvalidInput) as refused:
            await scene.enter(**(MUSLIM | {"activity_kind": kind}))
        assert refused.value.fields["field"] == "activityDenomination"
    with pytest.raises(asyncpg.CheckViolationError):
        await scene.world.connection.execute("update visit_request set activity_kind = 'COURSE' where id = $1", view.id)


async def test_nothing_that_is_told_or_remembered_says_it(scene: Scene) -> None:
    view = await scene.enter(**MUSLIM, organisation_id=scene.organisation)
    history = await scene.world.rows("select * from history where subject ->> 'request' = $1", str(view.id))
    told = [*await scene.told(view.id), *history]
    assert len(told) == 2
    assert "MUSLIM" not in str(told).upper()


async def _ends(scene: Scene, request: UUID, change: str, role: str = "MOVE") -> None:
    """As the verbs do it; a report of a departure goes as MOVE."""
    async with scene.world.connection.transaction():
        await scene.world.connection.execute("select set_config('app.role', $1, true)", role)
        await scene.world.connection.execute(
            f"update visit_request set {change}, ended_at = $2 where id = $1", request, clock.now()
        )


LEFT = "state = 'WITHDRAWN', end_reason = 'RELEASED'"


@pytest.mark.parametrize(
    ("role", "change", "kept"),
    [
        ("COORDINATOR", "state = 'CLOSED', end_reason = 'MATCH_ENDED'", None),
        ("STAFF", "state = 'WITHDRAWN', end_reason = 'DETAINEE_WISH'", None),
        ("STAFF", LEFT, None),
        # the report of a departure may be taken back, and with it this
        ("MOVE", LEFT, "MUSLIM"),
        ("MOVE", "state = 'WITHDRAWN', end_reason = 'TRANSFERRED'", "MUSLIM"),
        ("COORDINATOR", "state = 'MATCHED'", "MUSLIM"),
    ],
)
async def test_it_goes_when_the_wish_is_over(scene: Scene, role: str, change: str, kept: str | None) -> None:
    view = await scene.enter(**MUSLIM, organisation_id=scene.organisation)
    await _ends(scene, view.id, change, role)
    assert (await scene.row(view.id))["activity_denomination"] == kept


@pytest.mark.parametrize("reason", WithdrawReason)
async def test_staff_takes_a_wish_back_and_it_is_forgotten(scene: Scene, reason: WithdrawReason) -> None:
    view = await scene.enter(**MUSLIM)
    async with db.transaction(scene.staff):
        await actions.withdraw_request(scene.staff, request_id=view.id, reason=reason)
    assert (await scene.row(view.id))["activity_denomination"] is None


async def test_a_week_after_a_departure_it_is_gone_too(scene: Scene) -> None:
    view = await scene.enter(**MUSLIM)
    await _ends(scene, view.id, LEFT)
    forget = "select forget_departures($1)"
    await scene.world.connection.execute(forget, clock.now() - rules.UNDO_FOR)
    assert (await scene.row(view.id))["activity_denomination"] == "MUSLIM"
    await scene.world.connection.execute(forget, clock.now() + timedelta(minutes=1))
    assert (await scene.row(view.id))["activity_denomination"] is None


async def test_it_goes_with_the_name(scene: Scene) -> None:
    view = await scene.enter(**MUSLIM)
    await _ends(scene, view.id, LEFT)
    assert (await scene.row(view.id))["activity_denomination"] == "MUSLIM"
    async with db.transaction(scene.staff):
        assert await db.fetch_value("select erase_detainee($1, now())", view.detainee_id)
    assert (await scene.row(view.id))["activity_denomination"] is None

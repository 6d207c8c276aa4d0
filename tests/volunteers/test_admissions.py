"""A prison's permission: asked for once, answered once, over; and the gate follows at once."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.settings import Settings
from vrijplaats.visits import gate
from vrijplaats.volunteers.admissions import actions
from vrijplaats.volunteers.admissions.rules import AdmissionState


async def _ask(desk: Desk, volunteer: Actor, facility: UUID | None = None) -> UUID:
    assert volunteer.volunteer_id is not None
    async with db.transaction(desk.anja):
        return await actions.request_admission(
            desk.anja, volunteer_id=volunteer.volunteer_id, facility_id=facility or desk.facility
        )


async def _do(verb: Any, desk: Desk, volunteer: Actor, admission: UUID, **how: Any) -> None:
    async with db.transaction(desk.anja):
        await verb(desk.anja, volunteer_id=volunteer.volunteer_id, admission_id=admission, **how)


async def _opens(desk: Desk, volunteer: Actor, day: date) -> bool:
    assert volunteer.volunteer_id is not None
    entry = gate.Entry(
        key=uuid4(),
        organisation_id=desk.organisation,
        facility_id=desk.facility,
        volunteer_id=volunteer.volunteer_id,
        activity_kind="ONE_TO_ONE",
        day=day,
    )
    async with db.transaction(desk.anja, read_only=True):
        return entry.key in await gate.may_enter([entry])


async def test_from_asking_to_the_end_and_the_gate_follows(db: Settings, world: World) -> None:
    desk, today = await a_desk(world), clock.today()
    volunteer = await world.a_volunteer(desk.organisation)
    admission = await _ask(desk, volunteer)
    assert [each.state for each in (await desk.file(volunteer)).admissions] == [AdmissionState.REQUESTED]
    assert not await _opens(desk, volunteer, today)
    last = today + timedelta(days=30)
    await _do(actions.grant_admission, desk, volunteer, admission, valid_from=today, valid_until=last)
    assert [await _opens(desk, volunteer, day) for day in (today, last, last + timedelta(days=1))] == [
        True,
        True,
        False,
    ]
    assert await desk.told("admission.granted") == [[volunteer.person_id]]
    await _do(actions.end_admission, desk, volunteer, admission)
    assert not await _opens(desk, volunteer, today)
    (kept,) = (await desk.file(volunteer)).admissions
    assert (kept.state, kept.valid_from, kept.valid_until) == (AdmissionState.ENDED, today, today)
    assert await desk.verbs() == ["admission.request", "admission.grant", "admission.end"]


async def test_ending_one_ends_its_renewals_too_and_the_gate_closes(db: Settings, world: World) -> None:
    """Two that run side by side, and one that begins later; what another prison said goes on."""
    desk, today = await a_desk(world), clock.today()
    there = await world.a_facility("Vught")
    await world.active(desk.organisation, there)
    volunteer = await world.a_volunteer(desk.organisation, admitted=[there])
    last, later = today + timedelta(days=30), today + timedelta(days=400)
    granted = []
    for first in (today, today, last):
        granted.append(await _ask(desk, volunteer))
        await _do(actions.grant_admission, desk, volunteer, granted[-1], valid_from=first, valid_until=later)
    await _do(actions.end_admission, desk, volunteer, granted[0])
    assert [await _opens(desk, volunteer, day) for day in (today, last, later)] == [False] * 3
    states = {(each.facility.id, each.state) for each in (await desk.file(volunteer)).admissions}
    assert states == {(desk.facility, AdmissionState.ENDED), (there, AdmissionState.GRANTED)}
    with pytest.raises(NotAllowedNow):
        await _do(actions.end_admission, desk, volunteer, granted[1])


async def test_of_two_who_ask_at_once_one_asks(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await world.a_volunteer(desk.organisation)
    asked = await asyncio.gather(*(_ask(desk, volunteer) for _ in range(4)), return_exceptions=True)
    assert sorted(type(each).__name__ for each in asked) == ["NotAllowedNow"] * 3 + ["UUID"]
    assert (await desk.file(volunteer)).to_ask == ()


async def test_a_refused_one_is_asked_anew_and_what_was_answered_stays(db: Settings, world: World) -> None:
    desk, today = await a_desk(world), clock.today()
    volunteer = await world.a_volunteer(desk.organisation)
    admission = await _ask(desk, volunteer)
    with pytest.raises(NotAllowedNow):
        await _do(actions.end_admission, desk, volunteer, admission)
    await _do(actions.refuse_admission, desk, volunteer, admission)
    for verb, how in (
        (actions.refuse_admission, {}),
        (actions.grant_admission, {"valid_from": today, "valid_until": None}),
    ):
        with pytest.raises(NotAllowedNow):
            await _do(verb, desk, volunteer, admission, **how)
    again = await _ask(desk, volunteer)
    states = {each.id: each.state for each in (await desk.file(volunteer)).admissions}
    assert states == {admission: AdmissionState.REFUSED, again: AdmissionState.REQUESTED}


async def test_a_term_makes_sense(db: Settings, world: World) -> None:
    desk, today = await a_desk(world), clock.today()
    volunteer = await world.a_volunteer(desk.organisation)
    admission = await _ask(desk, volunteer)
    for field, first, last in (
        ("validFrom", date(1999, 1, 1), None),
        ("validFrom", today + timedelta(days=800), None),
        ("validUntil", today, today - timedelta(days=1)),
        ("validUntil", today, today + timedelta(days=9000)),
    ):
        with pytest.raises(InvalidInput) as refused:
            await _do(actions.grant_admission, desk, volunteer, admission, valid_from=first, valid_until=last)
        assert refused.value.fields["field"] == field


async def test_it_is_for_own_volunteers_and_prisons_where_one_comes(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    volunteer, colleague = await world.a_volunteer(desk.organisation), await world.a_volunteer(desk.organisation)
    admission = await _ask(desk, volunteer)
    with pytest.raises(NotFound):
        await _ask(desk, volunteer, other.facility)
    with pytest.raises(NotFound):
        await _ask(other, volunteer)
    for whose, by in ((colleague, desk), (volunteer, other)):
        with pytest.raises(NotFound):
            await _do(actions.refuse_admission, by, whose, admission)
    assert volunteer.volunteer_id is not None
    async with db_transaction(volunteer):
        with pytest.raises(Forbidden):
            await actions.refuse_admission(volunteer, volunteer_id=volunteer.volunteer_id, admission_id=admission)


db_transaction = db.transaction

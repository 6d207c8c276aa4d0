"""The register, whole and in one statement, for the own organisation."""

from datetime import date
from typing import Any

import pytest

from tests.statements import counted
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.errors import Forbidden
from vrijplaats.settings import Settings
from vrijplaats.volunteers import queries
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import Paper, VolunteerStatus


async def test_the_register_holds_everything_that_decides(db: Settings, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    sofie = await world.a_volunteer(
        organisation, "Sofie", admitted=[facility], languages=["nl", "pap"], place="Assen", gender="WOMAN", capacity=2
    )
    whose: dict[str, Any] = {"organisation_id": organisation, "volunteer_id": sofie.volunteer_id}
    for state in ("REQUESTED", "REFUSED", "ENDED"):
        await world.insert("admission", **whose, facility_id=facility, state=state)
    await world.insert(
        "credential_requirement",
        organisation_id=organisation,
        activity_kind="ONE_TO_ONE",
        credential_kind="VOG",
    )
    async with database.transaction(coordinator):
        found = (await register(coordinator))[0]
    assert (found.id, found.person_id, found.display_name) == (sofie.volunteer_id, sofie.person_id, "Sofie")
    assert (found.status, found.gender, found.place) == (VolunteerStatus.ACTIVE, "WOMAN", "Assen")
    assert (found.languages, found.kinds, found.capacity, found.carrying) == (
        ("nl", "pap"),
        frozenset({"ONE_TO_ONE"}),
        2,
        0,
    )
    assert found.coordinates == (53.0, 6.4)
    assert [hours.weekday for hours in found.availability] == [1, 2, 3, 4, 5, 6, 7]
    assert sorted(paper.kind for paper in found.credentials) == ["TRAINING_BASIS", "VOG"]
    assert found.admissions == {facility: (Paper("ADMISSION", date(2020, 1, 1), None),)}
    assert found.required == {"ONE_TO_ONE": frozenset({"VOG"})}


async def test_the_register_ends_at_the_organisations_wall(db: Settings, world: World) -> None:
    facility = await world.a_facility()
    ours, theirs = [await world.an_organisation(facilities=[facility]) for _ in range(2)]
    mine, other = await world.a_volunteer(ours, admitted=[facility]), await world.a_volunteer(theirs)
    coordinator = await world.a_coordinator(ours)
    assert mine.volunteer_id
    assert other.volunteer_id
    async with database.transaction(coordinator):
        assert [each.id for each in await register(coordinator)] == [mine.volunteer_id]
        assert await register(coordinator, [other.volunteer_id]) == []
        assert await register(coordinator, []) == []


async def test_a_volunteer_without_papers_is_in_it_too(db: Settings, world: World) -> None:
    organisation = await world.an_organisation()
    bare = await world.insert(
        "volunteer",
        organisation_id=organisation,
        person_id=await world.a_person("Bas"),
        status="APPLICANT",
        status_since=date(2026, 1, 1),
    )
    coordinator = await world.a_coordinator(organisation)
    async with database.transaction(coordinator):
        found = (await register(coordinator, [bare]))[0]
    assert (found.credentials, found.availability, found.admissions, found.coordinates) == ((), (), {}, None)


async def test_any_register_is_one_statement(db: Settings, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    for more in (1, 9):
        for _ in range(more):
            await world.a_volunteer(organisation, admitted=[facility])
        async with counted(coordinator) as sent:
            await register(coordinator)
        assert len(sent) == 1


async def test_what_is_the_same_for_everybody_comes_once_and_holds_for_all(db: Settings, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    for name in ("Ans", "Bram", "Carla"):
        await world.a_volunteer(organisation, name, admitted=[facility])
    of = {"organisation_id": organisation, "credential_kind": "VOG"}
    await world.insert("credential_requirement", **of, activity_kind="ONE_TO_ONE")
    await world.insert("credential_validity", **of, facility_id=facility, valid_months=12)
    async with database.transaction(coordinator):
        rows = await database.fetch(queries._REGISTER, organisation, None, False, clock.today())
        found = await register(coordinator)
    policy = [[row[name] is not None for name in ("required", "shorter", "called")] for row in rows]
    assert policy == [[True] * 3, [False] * 3, [False] * 3]
    assert {each.called["VOG"] for each in found} == {("VOG", "VOG")}
    assert [each.months_at for each in found] == [{(facility, "VOG"): 12}] * 3
    assert [each.required for each in found] == [{"ONE_TO_ONE": frozenset({"VOG"})}] * 3


async def test_a_prison_reads_no_register(db: Settings, world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    async with database.transaction(staff):
        with pytest.raises(Forbidden):
            await register(staff)

"""Who read which name: the prison, the organisation that read and the operator each see their own part, and no more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.world import Ids, World
from vrijplaats.audit.chains import verify
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.requests.identity import Purpose, read_identity
from vrijplaats.settings import Login, Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

READINGS = """
query($first: Int, $after: String, $from: Date, $to: Date, $search: String) {
  nameReadings(first: $first, after: $after, from: $from, to: $to, search: $search) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id at readerName readerRole organisationName facilityName pseudonym reason requestId } }
  }
}
"""
ATTEMPTS = "{ foreignAttempts { personName role organisationName facilityName operation } }"


@dataclass(slots=True)
class Tenant:
    """A prison and an organisation, with people who may read one name."""

    facility: UUID
    organisation: UUID
    staff: Actor
    coordinator: Actor
    volunteer: Actor
    match: Ids


async def _tenant(world: World, *, city: str, facility: UUID | None = None) -> Tenant:
    facility = facility or await world.a_facility(city)
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, f"Vera {city}", admitted=[facility])
    return Tenant(
        facility,
        organisation,
        await world.a_staff_member(facility, f"Piet {city}"),
        await world.a_coordinator(organisation, f"Carla {city}"),
        volunteer,
        await world.a_match(volunteer, facility),
    )


async def _read(actor: Actor, detainee: UUID, purpose: Purpose = Purpose.MATCH) -> None:
    async with db.transaction(actor):
        assert await read_identity(actor, [detainee], purpose)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ours(world: World, db: Settings) -> AsyncIterator[Tenant]:
    tenant = await _tenant(world, city="Vught")
    detainee = tenant.match.detainee_id
    await _read(tenant.staff, detainee, Purpose.REQUEST)
    await _read(tenant.coordinator, detainee)
    await _read(tenant.volunteer, detainee, Purpose.VISIT)
    yield tenant


async def _seen(browser: Browser, actor: Actor, **variables: Any) -> list[dict[str, Any]]:
    await browser.sign_in(actor)
    found = (await browser.graphql(READINGS, variables))["nameReadings"]
    return [edge["node"] for edge in found["edges"]]


async def test_the_prison_sees_who_read_about_its_people_whoever_it_was(browser: Browser, ours: Tenant) -> None:
    seen = await _seen(browser, ours.staff)
    assert [(row["readerName"], row["readerRole"], row["reason"]) for row in seen] == [
        ("Vera Vught", "VOLUNTEER", "VISIT"),
        ("Carla Vught", "COORDINATOR", "MATCH"),
        ("Piet Vught", "STAFF", "REQUEST"),
    ]
    assert [bool(row["organisationName"]) for row in seen] == [True, True, False]
    assert {row["requestId"] for row in seen} == {str(ours.match.request_id)}
    assert {row["facilityName"] for row in seen} == {"PI Vught"}


async def test_the_organisation_sees_its_own_people_only(browser: Browser, ours: Tenant) -> None:
    seen = await _seen(browser, ours.coordinator)
    assert [row["readerName"] for row in seen] == ["Vera Vught", "Carla Vught"]
    assert {row["requestId"] for row in seen} == {str(ours.match.request_id)}


async def test_the_operator_sees_all_and_opens_nothing(browser: Browser, world: World, ours: Tenant) -> None:
    seen = await _seen(browser, await world.an_operator())
    assert {"Vera Vught", "Carla Vught", "Piet Vught"} <= {row["readerName"] for row in seen}
    assert {row["requestId"] for row in seen} == {None}


async def test_no_name_is_in_the_list(browser: Browser, world: World, ours: Tenant) -> None:
    await browser.sign_in(ours.staff)
    answer = await browser.post(READINGS)
    assert "Winston" not in answer.text and "Obispo" not in answer.text
    pseudonym = await world.value("select pseudonym from detainee where id = $1", ours.match.detainee_id)
    assert pseudonym in answer.text


async def test_volunteers_and_funders_are_refused(browser: Browser, world: World, ours: Tenant) -> None:
    for actor in (ours.volunteer, await world.a_funder()):
        await browser.sign_in(actor)
        for document in (READINGS, ATTEMPTS):
            assert await browser.codes(document) == ["FORBIDDEN"]
    async with db.transaction(ours.volunteer):
        args = (clock.now() - timedelta(days=9), clock.now() + timedelta(days=9), None)
        assert await db.fetch("select * from name_readings($1, $2, $3, null, null, 50)", *args) == []
        assert await db.fetch_value("select count_name_readings($1, $2, $3)", *args) == 0


async def test_another_tenant_gets_byte_for_byte_what_it_got_before(
    browser: Browser, world: World, ours: Tenant
) -> None:
    """An organisation beside ours in the same prison, and a prison beside ours with the same organisation."""
    beside = await _tenant(world, city="Vught", facility=ours.facility)
    elsewhere = await _tenant(world, city="Sittard")
    await world.active(ours.organisation, elsewhere.facility)
    for actor in (beside.coordinator, elsewhere.staff, elsewhere.coordinator):
        await browser.sign_in(actor)
        before = [(await browser.post(document)).content for document in (READINGS, ATTEMPTS)]
        for reader in (ours.staff, ours.coordinator, ours.volunteer):
            await _read(reader, ours.match.detainee_id)
        await browser.sign_in(ours.volunteer)
        await browser.post(f'{{ match(id: "{beside.match.id}") {{ id }} }}')
        await browser.sign_in(actor)
        assert [(await browser.post(document)).content for document in (READINGS, ATTEMPTS)] == before


async def test_a_prison_sees_nothing_else_of_an_organisation_through_the_history(world: World, ours: Tenant) -> None:
    elsewhere = await world.a_facility("Sittard")
    other = await world.a_match(ours.volunteer, elsewhere)
    await _read(ours.volunteer, other.detainee_id)
    async with db.transaction(ours.staff, read_only=True):
        verbs = {(row["verb"], row["facility_id"]) for row in await db.fetch("select verb, facility_id from history")}
    assert verbs == {("identity.read", ours.facility)}
    async with db.transaction(await world.a_staff_member(elsewhere), read_only=True):
        assert await db.fetch_value("select count(*) from history") == 1


async def test_readings_of_before_are_the_prisons_too_and_stay_whole(
    browser: Browser, world: World, settings: Settings
) -> None:
    """As an organisation's readings were written until now: without the prison."""
    tenant, other = await _tenant(world, city="Grave"), await _tenant(world, city="Lelystad")
    await world.connection.execute(
        "insert into history (person_id, role, verb, subject, organisation_id) values ($1, 'COORDINATOR', "
        "'identity.read', jsonb_build_object('detainee', $2::text, 'purpose', 'match'), $3)",
        tenant.coordinator.person_id,
        str(tenant.match.detainee_id),
        tenant.organisation,
    )
    await _read(tenant.staff, tenant.match.detainee_id)
    assert [row["readerName"] for row in await _seen(browser, tenant.staff)] == ["Piet Grave", "Carla Grave"]
    assert await _seen(browser, other.staff) == []
    assert (await verify(settings.dsn(Login.AUDIT))).findings == []


async def test_pages_go_on_where_the_last_one_ended(browser: Browser, world: World) -> None:
    tenant = await _tenant(world, city="Zaandam")
    for _ in range(5):
        await _read(tenant.staff, tenant.match.detainee_id)
    await browser.sign_in(tenant.staff)
    seen: list[str] = []
    after = None
    for size in (2, 2, 1):
        page = (await browser.graphql(READINGS, {"first": 2, "after": after}))["nameReadings"]
        assert (len(page["edges"]), page["totalCount"]) == (size, 5)
        after = page["pageInfo"]["endCursor"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
    assert not page["pageInfo"]["hasNextPage"]
    assert len(set(seen)) == 5 and seen == sorted(seen, reverse=True)
    for wrong in ("x", "WyJ4IiwieSJd"):
        assert await browser.codes(READINGS, {"after": wrong}) == ["BAD_REQUEST"]


async def test_one_finds_by_reader_by_pseudonym_and_by_day(browser: Browser, world: World) -> None:
    tenant = await _tenant(world, city="Alphen")
    await _read(tenant.staff, tenant.match.detainee_id)
    await _read(tenant.coordinator, tenant.match.detainee_id)
    pseudonym = await world.value("select pseudonym from detainee where id = $1", tenant.match.detainee_id)
    today = clock.today()
    for found, variables in (
        (1, {"search": "carla"}),
        (2, {"search": f" {pseudonym.upper()} "}),
        (0, {"search": "%"}),
        (2, {"search": "  "}),
        (2, {"from": today.isoformat(), "to": today.isoformat()}),
        (0, {"to": (today - timedelta(days=1)).isoformat()}),
        (0, {"from": (today + timedelta(days=1)).isoformat()}),
        (2, {"from": "0001-01-01", "to": "9999-12-31"}),
    ):
        assert len(await _seen(browser, tenant.staff, **variables)) == found, variables
    assert await browser.codes(READINGS, {"search": "x" * 81}) == ["BAD_REQUEST"]


async def test_who_tried_what_is_not_theirs_is_told_to_colleagues(browser: Browser, world: World) -> None:
    tenant, other = await _tenant(world, city="Arnhem"), await _tenant(world, city="Leeuwarden")
    await browser.sign_in(tenant.volunteer)
    await browser.post(f'{{ match(id: "{other.match.id}") {{ id }} }}')
    await browser.sign_in(tenant.coordinator)
    (attempt,) = (await browser.graphql(ATTEMPTS))["foreignAttempts"]
    assert (attempt["personName"], attempt["role"], attempt["operation"]) == ("Vera Arnhem", "VOLUNTEER", "match")
    await browser.post(f'{{ match(id: "{other.match.id}") {{ id }} }}')
    assert len((await browser.graphql(ATTEMPTS))["foreignAttempts"]) == 1, "one's own is not shown"
    for actor in (other.coordinator, other.staff, tenant.staff):
        await browser.sign_in(actor)
        assert (await browser.graphql(ATTEMPTS))["foreignAttempts"] == []

"""A kept answer repeats a name only to who may read it at that moment, and holds none (promise 3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson

from tests.accounts.test_passkeys import registered
from tests.accounts.test_step_up import shown
from tests.calling import Browser
from tests.world import World
from vrijplaats.core.actor import Actor
from vrijplaats.core.idempotency import _place
from vrijplaats.core.sealing import derived, unseal
from vrijplaats.settings import current

ACCEPT = """
mutation($id: ID!) { acceptOffer(input: {offerId: $id}) { ... on AcceptOfferSuccess {
  match { id who: detainee { pseudonym first: givenName } facility { city } } } } }
"""
CLAIM = """
mutation($id: ID!) { claimRequest(input: {requestId: $id}) { ... on ClaimRequestSuccess {
  request { id detainee { givenName familyName wing } pseudonym } } } }
"""
LOG = """
mutation($id: ID!) {
  logVisit(input: {visitId: $id, outcome: HELD, minutes: 60, setting: PRIVATE_ROOM, travelKilometres: 20}) {
  ... on LogVisitSuccess { visit { id givenName state } } } }
"""
MAKE = """
mutation($input: RequestVisitInput!) { requestVisit(input: $input) { ... on RequestVisitSuccess {
  request { id detainee { givenName familyName wing } } } } }
"""
END = "update match set state = 'ENDED', ended_on = current_date where volunteer_id = $1"
READ = "select count(*) from history where verb = 'identity.read' and person_id = $1"


async def _kept(world: World, actor: Actor, key: UUID) -> bytes:
    """What is kept, opened with the master key."""
    row = await world.value("select response from idempotency where person_id = $1 and key = $2", actor.person_id, key)
    return unseal(derived(current().master_key, "idempotency|response"), row, _place(actor.person_id, key))


async def _both(browser: Browser, document: str, thing: object) -> tuple[UUID, Any]:
    """Asked twice: the same bytes, the name in them; and the key."""
    key = uuid4()
    first = await browser.post(document, {"id": str(thing)}, key)
    again = await browser.post(document, {"id": str(thing)}, key)
    assert first.content == again.content and "Winston" in first.text
    assert again.headers["idempotency-replayed"] == "true"
    return key, first.json()["data"]


async def test_a_yes_repeats_the_name_until_the_match_ends(browser: Browser, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    detainee = await world.a_detainee(facility)
    offer = await world.an_offer(await world.a_request(facility, organisation, detainee=detainee), volunteer)
    await browser.sign_in(volunteer)
    key, first = await _both(browser, ACCEPT, offer)
    assert await world.value(READ, volunteer.person_id) == 1, "the same reading within the hour"
    await world.connection.execute("delete from reading_noted where person_id = $1", volunteer.person_id)
    await browser.post(ACCEPT, {"id": str(offer)}, key)
    assert await world.value(READ, volunteer.person_id) == 2, "repeating is reading"
    assert b"Winston" not in await _kept(world, volunteer, key)
    await world.connection.execute(END, volunteer.volunteer_id)
    after = (await browser.graphql(ACCEPT, {"id": str(offer)}, key))["acceptOffer"]
    assert after == {"match": first["acceptOffer"]["match"] | {"who": None}}


async def test_a_coordinator_shows_the_passkey_again_before_a_name_is_repeated(browser: Browser, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    request = await world.a_request(facility, detainee=await world.a_detainee(facility))
    device = await registered(browser, coordinator)
    await shown(browser, coordinator, device)
    key, first = await _both(browser, CLAIM, request)
    assert b"Winston" not in await _kept(world, coordinator, key)
    await browser.sign_in(coordinator)
    stale = await browser.post(CLAIM, {"id": str(request)}, key)
    assert (stale.status_code, stale.json()["errors"][0]["extensions"]["code"]) == (200, "STEP_UP_NEEDED")
    await shown(browser, coordinator, device)
    assert await browser.graphql(CLAIM, {"id": str(request)}, key) == first


async def test_a_coordinator_whose_passkey_is_gone_makes_one_before_a_name_is_repeated(
    browser: Browser, world: World
) -> None:
    facility = await world.a_facility()
    coordinator = await world.a_coordinator(await world.an_organisation(facilities=[facility]))
    request = await world.a_request(facility, detainee=await world.a_detainee(facility))
    await shown(browser, coordinator, await registered(browser, coordinator))
    key, _ = await _both(browser, CLAIM, request)
    await world.connection.execute("delete from passkey where person_id = $1", coordinator.person_id)
    await browser.sign_in(coordinator, began_with="CODE")
    refused = await browser.post(CLAIM, {"id": str(request)}, key)
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (200, "PASSKEY_NEEDED")


async def test_a_field_that_can_be_empty_is_empty_alone(browser: Browser, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    match = await world.a_match(volunteer, facility)
    visit = await world.a_visit(match, datetime.now(UTC) - timedelta(days=1))
    await browser.sign_in(volunteer)
    key, first = await _both(browser, LOG, visit.id)
    assert b"Winston" not in await _kept(world, volunteer, key)
    await world.connection.execute(END, volunteer.volunteer_id)
    after = (await browser.graphql(LOG, {"id": str(visit.id)}, key))["logVisit"]
    assert after == {"visit": first["logVisit"]["visit"] | {"givenName": None}}


async def test_what_staff_entered_is_kept_without_its_name(browser: Browser, world: World) -> None:
    facility = await world.a_facility()
    staff = await world.a_staff_member(facility)
    name = {"givenName": "Winston", "familyName": "Obispo", "wing": None}
    wish = {"facilityId": str(facility), "activityKind": "ONE_TO_ONE", "languages": ["nl"], "consent": True}
    key, variables = uuid4(), {"input": wish | {"detainee": name}}
    await browser.sign_in(staff)
    first = await browser.post(MAKE, variables, key)
    assert (await browser.post(MAKE, variables, key)).content == first.content
    assert first.json()["data"]["requestVisit"]["request"]["detainee"] == name
    kept = await _kept(world, staff, key)
    assert b"Winston" not in kept and b"Obispo" not in kept
    assert orjson.loads(kept)["data"]["requestVisit"]["request"]["detainee"]["givenName"] is None

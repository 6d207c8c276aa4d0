"""Erasing a name: by the facility's staff, with a fresh passkey, once, and never while somebody visits. Afterwards it
is read on no path, and no path breaks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest_asyncio

from tests.accounts.test_passkeys import registered
from tests.accounts.test_step_up import shown
from tests.calling import Browser
from tests.core.test_kept_names import ACCEPT, END, MAKE
from tests.world import World
from vrijplaats.core.actor import Actor

ERASE = """
mutation($input: EraseDetaineeInput!) { eraseDetainee(input: $input) {
  __typename ... on Problem { code message } ... on EraseDetaineeSuccess {
    request { id state pseudonym nameErased note detainee { givenName } } } } }
"""
LIST = "{ facilityRequests { edges { node { id pseudonym nameErased detainee { givenName } } } } }"
OF_COORDINATOR = "query($id: ID!) { visitRequest(id: $id) { pseudonym detainee { givenName familyName } } }"
MATCHES = "{ organisationMatches { edges { node { pseudonym detainee { givenName } } } } }"
MINE = "{ myMatches { pseudonym detainee { givenName } } myVisits { id givenName } }"
TOLD = "select * from outbox where event = $1 and facility_id = $2"
RECOGNISE = """
{ recogniseDetainee(givenName: "Winston", familyName: "Obispo", activityKind: ONE_TO_ONE) { known pseudonym } }
"""


@dataclass(slots=True)
class Scene:
    """Somebody who waits, in a prison with staff, and the organisation that handles it."""

    facility: UUID
    organisation: UUID
    staff: Actor
    coordinator: Actor
    detainee: UUID
    request: UUID


@pytest_asyncio.fixture
async def scene(world: World) -> Scene:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    detainee = await world.a_detainee(facility)
    return Scene(
        facility,
        organisation,
        await world.a_staff_member(facility),
        await world.a_coordinator(organisation),
        detainee,
        await world.a_request(facility, organisation, detainee=detainee, note="Winston komt graag 's middags."),
    )


async def _erase(browser: Browser, request: UUID, *, withdraw: bool = False) -> dict[str, Any]:
    variables = {"input": {"requestId": str(request), "withdraw": withdraw}}
    answer: dict[str, Any] = (await browser.graphql(ERASE, variables))["eraseDetainee"]
    return answer


async def _settled(world: World, scene: Scene, state: str = "WITHDRAWN") -> None:
    await world.connection.execute("update visit_request set state = $2 where id = $1", scene.request, state)


async def test_the_name_goes_and_the_pseudonym_stays(browser: Browser, world: World, scene: Scene) -> None:
    await _settled(world, scene)
    pseudonym = await world.value("select pseudonym from detainee where id = $1", scene.detainee)
    await browser.sign_in(scene.staff)
    assert (await _erase(browser, scene.request))["request"] == {
        "id": str(scene.request),
        "state": "WITHDRAWN",
        "pseudonym": pseudonym,
        "nameErased": True,
        "note": None,
        "detainee": None,
    }
    assert await world.value("select count(*) from detainee_key where detainee_id = $1", scene.detainee) == 0
    assert await world.value("select fingerprint from detainee where id = $1", scene.detainee) is None
    verbs = "select array_agg(verb) from history where person_id = $1 and verb <> 'access.foreign_id'"
    assert await world.value(verbs, scene.staff.person_id) == ["identity.erase"]
    told = await world.rows(TOLD, "detainee.erased", scene.facility)
    assert [(row["organisation_id"], row["recipients"]) for row in told] == [(scene.organisation, [])]
    assert "Winston" not in str(told) and str(scene.request) in told[0]["payload"]


async def test_a_wish_that_runs_is_withdrawn_only_when_that_is_said(
    browser: Browser, world: World, scene: Scene
) -> None:
    await browser.sign_in(scene.staff)
    refused = await _erase(browser, scene.request)
    assert (refused["__typename"], refused["code"]) == ("StillWaiting", "STILL_WAITING")
    assert await world.value("select count(*) from detainee_key where detainee_id = $1", scene.detainee) == 1
    done = await _erase(browser, scene.request, withdraw=True)
    assert (done["request"]["state"], done["request"]["nameErased"]) == ("WITHDRAWN", True)
    assert len(await world.rows(TOLD, "request.withdrawn", scene.facility)) == 1


async def test_nobody_is_erased_while_somebody_visits(browser: Browser, world: World, scene: Scene) -> None:
    volunteer = await world.a_volunteer(scene.organisation, admitted=[scene.facility])
    await world.a_match(volunteer, scene.facility, request=scene.request)
    await browser.sign_in(scene.staff)
    for withdraw in (False, True):
        refused = await _erase(browser, scene.request, withdraw=withdraw)
        assert refused["code"] == "STILL_MATCHED"
        name = await world.value("select name from organisation where id = $1", scene.organisation)
        assert name in refused["message"]
    assert await world.value("select count(*) from detainee_key where detainee_id = $1", scene.detainee) == 1


async def test_another_prisons_detainee_does_not_exist(browser: Browser, world: World, scene: Scene) -> None:
    await _settled(world, scene)
    await browser.sign_in(await world.a_staff_member(await world.a_facility()))
    theirs = await browser.post(ERASE, {"input": {"requestId": str(scene.request)}})
    nothing = await browser.post(ERASE, {"input": {"requestId": str(uuid4())}})
    assert theirs.content == nothing.content and "NOT_FOUND" in theirs.text
    assert await world.value("select count(*) from detainee_key where detainee_id = $1", scene.detainee) == 1


async def test_twice_is_said_to_be_done_and_three_at_once_do_it_once(
    browser: Browser, world: World, scene: Scene
) -> None:
    await _settled(world, scene)
    await browser.sign_in(scene.staff)
    answers = await asyncio.gather(*(_erase(browser, scene.request) for _ in range(3)))
    assert sorted(a["__typename"] for a in answers) == ["EraseDetaineeSuccess", "NotAllowedNow", "NotAllowedNow"]
    assert (await _erase(browser, scene.request))["message"] == "Dit kan nu niet meer: de naam is al gewist."
    assert len(await world.rows(TOLD, "detainee.erased", scene.facility)) == 1


async def test_without_a_fresh_passkey_nothing_is_erased(browser: Browser, world: World, scene: Scene) -> None:
    await _settled(world, scene)
    device = await registered(browser, scene.staff)
    await browser.sign_in(scene.staff)
    variables = {"input": {"requestId": str(scene.request)}}
    assert await browser.codes(ERASE, variables) == ["STEP_UP_NEEDED"]
    assert await browser.codes(ERASE, {"input": {"requestId": str(uuid4())}}) == ["STEP_UP_NEEDED"]
    assert await world.value("select count(*) from detainee_key where detainee_id = $1", scene.detainee) == 1
    await shown(browser, scene.staff, device)
    assert (await _erase(browser, scene.request))["__typename"] == "EraseDetaineeSuccess"


async def test_after_it_every_path_shows_no_name_and_none_breaks(browser: Browser, world: World, scene: Scene) -> None:
    volunteer = await world.a_volunteer(scene.organisation, admitted=[scene.facility])
    offer, key = await world.an_offer(scene.request, volunteer), uuid4()
    await browser.sign_in(volunteer)
    assert "Winston" in (await browser.post(ACCEPT, {"id": str(offer)}, key)).text
    await world.connection.execute(END, volunteer.volunteer_id)
    await _settled(world, scene, "CLOSED")
    # the organisation still handles another wish, so that only the missing key keeps the name from it
    again = await world.a_request(
        scene.facility, scene.organisation, detainee=scene.detainee, activity_kind="DESK", state="WITHDRAWN"
    )
    await browser.sign_in(scene.staff)
    assert (await _erase(browser, scene.request))["__typename"] == "EraseDetaineeSuccess"
    await world.connection.execute("update visit_request set state = 'OPEN' where id = $1", again)
    seen = [await browser.graphql(document) for document in (LIST, RECOGNISE)]
    assert seen[1]["recogniseDetainee"] == {"known": False, "pseudonym": None}
    await browser.sign_in(scene.coordinator)
    seen += [await browser.graphql(OF_COORDINATOR, {"id": str(id_)}) for id_ in (scene.request, again)]
    seen.append(await browser.graphql(MATCHES))
    await browser.sign_in(volunteer)
    seen += [await browser.graphql(MINE), await browser.graphql(ACCEPT, {"id": str(offer)}, key)]
    assert "Winston" not in str(seen) and "Obispo" not in str(seen)


async def test_who_asks_again_under_the_same_name_is_somebody_new(browser: Browser, world: World, scene: Scene) -> None:
    await _settled(world, scene)
    await browser.sign_in(scene.staff)
    await _erase(browser, scene.request)
    wish = {"facilityId": str(scene.facility), "activityKind": "ONE_TO_ONE", "languages": ["nl"], "consent": True}
    by_id = await browser.graphql(
        "mutation($input: RequestVisitInput!) { requestVisit(input: $input) { __typename } }",
        {"input": wish | {"detaineeId": str(scene.detainee)}},
    )
    assert by_id["requestVisit"]["__typename"] == "NotFound"
    name = {"givenName": "Winston", "familyName": "Obispo"}
    made = (await browser.graphql(MAKE, {"input": wish | {"detainee": name}}))["requestVisit"]["request"]
    assert made["detainee"]["givenName"] == "Winston"
    assert await world.value("select count(*) from detainee where facility_id = $1", scene.facility) == 2


async def test_a_wish_entered_at_the_same_moment_never_ends_without_a_name(
    browser: Browser, world: World, scene: Scene
) -> None:
    await _settled(world, scene)
    await browser.sign_in(scene.staff)
    wish = {"facilityId": str(scene.facility), "activityKind": "ONE_TO_ONE", "languages": ["nl"], "consent": True}
    name = {"givenName": "Winston", "familyName": "Obispo"}
    erased, made = await asyncio.gather(
        _erase(browser, scene.request), browser.graphql(MAKE, {"input": wish | {"detainee": name}})
    )
    assert erased["__typename"] in ("EraseDetaineeSuccess", "StillWaiting")
    assert made["requestVisit"]["request"]["detainee"]["givenName"] == "Winston"
    nameless = """
    select count(*) from visit_request r where r.facility_id = $1 and r.state = 'OPEN'
      and not exists (select from detainee_key k where k.detainee_id = r.detainee_id)
    """
    assert await world.value(nameless, scene.facility) == 0


async def test_a_yes_at_the_same_moment_leaves_a_match_with_a_name_or_none(browser: Browser, world: World) -> None:
    """Whoever comes second is told; never does somebody visit a person without a name."""
    for _ in range(5):
        facility = await world.a_facility()
        organisation = await world.an_organisation(facilities=[facility])
        volunteer = await world.a_volunteer(organisation, admitted=[facility])
        request = await world.a_request(facility, organisation, detainee=await world.a_detainee(facility))
        offer = await world.an_offer(request, volunteer)
        staff = await world.a_staff_member(facility)
        await browser.sign_in(staff)
        erasing = asyncio.create_task(_erase(browser, request, withdraw=True))
        await asyncio.sleep(0)
        await browser.sign_in(volunteer)
        accepted = await browser.graphql(ACCEPT, {"id": str(offer)})
        erased = await erasing
        running = await world.value("select count(*) from match where request_id = $1", request)
        keys = "select count(*) from detainee_key where facility_id = $1"
        assert running == await world.value(keys, facility), (accepted, erased)
        assert (erased["__typename"] == "EraseDetaineeSuccess") is (running == 0)

"""Wishes as the screens ask for them."""

from typing import Any

import pytest

from tests.calling import Browser
from tests.requests.scene import Scene, a_scene
from tests.statements import all_sent

REQUEST_VISIT = """
mutation($input: RequestVisitInput!) { requestVisit(input: $input) {
  __typename
  ... on RequestVisitSuccess { request { id state pseudonym createdAt note detainee { givenName familyName wing } } }
  ... on PlanReference { word }
  ... on DuplicateRequest { requestId }
  ... on InvalidInput { field }
  ... on Problem { code message }
} }
"""
WITHDRAW = """
mutation($input: WithdrawRequestInput!) { withdrawRequest(input: $input) {
  __typename
  ... on WithdrawRequestSuccess { request { id state } }
  ... on Problem { code message }
} }
"""
CLAIM = """
mutation($input: ClaimRequestInput!) { claimRequest(input: $input) {
  __typename
  ... on ClaimRequestSuccess { request { id claimedByMe organisation { id } detainee { familyName } } }
  ... on Problem { code message }
} }
"""
INBOX = """
query($first: Int, $after: String) { requestInbox(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node {
    id state pseudonym facility { id name city } activityKind languages volunteerGender note waitingDays createdAt
    organisation { id name } claimedByMe liveOffers declinedOffers silentOffers detainee { givenName familyName }
    eligibleCount notEligibleCount suggestions(first: 3) { volunteer { id displayName } score fit reasons }
    notEligible { volunteer { displayName } reason } offers { id state volunteer { displayName } }
    waves { nextAt sent }
  } }
} }
"""


def a_form(scene: Scene, **changes: Any) -> dict[str, Any]:
    detainee = {"givenName": "Winston", "familyName": "Obispo", "wing": "C2"}
    return {
        "input": {
            "facilityId": str(scene.facility),
            "activityKind": "ONE_TO_ONE",
            "languages": ["pap"],
            "detainee": detainee,
            "consent": True,
            **changes,
        }
    }


async def _ask(browser: Browser, scene: Scene, **changes: Any) -> dict[str, Any]:
    await browser.sign_in(scene.staff)
    answer: dict[str, Any] = (await browser.graphql(REQUEST_VISIT, a_form(scene, **changes)))["requestVisit"]
    return answer


async def test_staff_enters_a_wish_and_sees_it_arrive(browser: Browser, scene: Scene) -> None:
    answer = await _ask(browser, scene, note="Liefst in de middag.")
    assert answer["__typename"] == "RequestVisitSuccess"
    request = answer["request"]
    assert (request["state"], request["note"]) == ("OPEN", "Liefst in de middag.")
    assert request["detainee"] == {"givenName": "Winston", "familyName": "Obispo", "wing": "C2"}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"consent": False}, {"__typename": "ConsentMissing", "code": "CONSENT_MISSING"}),
        ({"note": "zie D&R-plan"}, {"__typename": "PlanReference", "code": "PLAN_REFERENCE", "word": "D&R-plan"}),
        ({"note": "123456782"}, {"__typename": "CitizenNumber", "code": "CITIZEN_NUMBER"}),
        ({"languages": []}, {"__typename": "InvalidInput", "code": "INVALID_INPUT", "field": "languages"}),
        ({"organisationId": "x"}, {"__typename": "InvalidInput", "code": "INVALID_INPUT", "field": "organisationId"}),
        ({"facilityId": "x"}, {"__typename": "NotFound", "code": "NOT_FOUND"}),
        ({"detainee": None, "detaineeId": "x"}, {"__typename": "NotFound", "code": "NOT_FOUND"}),
    ],
)
async def test_each_refusal_has_its_type(
    browser: Browser, scene: Scene, changes: dict[str, Any], problem: dict[str, Any]
) -> None:
    answer = await _ask(browser, scene, **changes)
    assert {name: answer[name] for name in problem} == problem
    assert answer["message"].endswith(".")


async def test_a_duplicate_names_the_request_that_is_open(browser: Browser, scene: Scene) -> None:
    first = (await _ask(browser, scene))["request"]["id"]
    answer = await _ask(browser, scene)
    assert answer == {
        "__typename": "DuplicateRequest",
        "code": "DUPLICATE_REQUEST",
        "message": "Er loopt al zo'n verzoek. Bekijk het.",
        "requestId": first,
    }


async def test_the_wall_between_prisons_holds_for_every_verb(browser: Browser, scene: Scene) -> None:
    other = await a_scene(scene.world)
    request = str(await scene.world.a_request(other.facility))
    await browser.sign_in(scene.staff)
    value = {"input": {"requestId": request, "reason": "DETAINEE_WISH"}}
    assert (await browser.graphql(WITHDRAW, value))["withdrawRequest"]["code"] == "NOT_FOUND"
    await browser.sign_in(scene.coordinator)
    answer = await browser.graphql(CLAIM, {"input": {"requestId": request}})
    assert answer["claimRequest"]["code"] == "NOT_FOUND"
    one = "query($id: ID!) { visitRequest(id: $id) { id } }"
    for identifier in (request, "nonsense"):
        assert await browser.graphql(one, {"id": identifier}) == {"visitRequest": None}


async def test_who_claims_may_read_the_name_from_then_on(browser: Browser, scene: Scene) -> None:
    request = (await _ask(browser, scene))["request"]["id"]
    await browser.sign_in(scene.coordinator)
    node = (await browser.graphql(INBOX, {"first": 5}))["requestInbox"]["edges"][0]["node"]
    assert (node["id"], node["organisation"], node["detainee"], node["claimedByMe"]) == (request, None, None, False)
    claimed = (await browser.graphql(CLAIM, {"input": {"requestId": request}}))["claimRequest"]["request"]
    assert claimed == {
        "id": request,
        "claimedByMe": True,
        "organisation": {"id": str(scene.organisation)},
        "detainee": {"familyName": "Obispo"},
    }


async def test_the_inbox_shows_who_fits_each_wish(browser: Browser, scene: Scene) -> None:
    fits = await scene.world.a_volunteer(
        scene.organisation, "Ruben", admitted=[scene.facility], languages=["nl", "pap"]
    )
    await scene.world.a_volunteer(scene.organisation, "Bas", languages=["pap"])
    request = await scene.world.a_request(scene.facility, scene.organisation, languages=["pap"])
    await browser.sign_in(scene.coordinator)
    node = (await browser.graphql(INBOX))["requestInbox"]["edges"][0]["node"]
    assert (node["id"], node["eligibleCount"], node["notEligibleCount"]) == (str(request), 1, 1)
    assert node["suggestions"][0]["volunteer"] == {"id": str(fits.volunteer_id), "displayName": "Ruben"}
    assert "Spreekt Papiaments" in node["suggestions"][0]["reasons"]
    assert node["notEligible"][0]["volunteer"]["displayName"] == "Bas"


async def test_an_inbox_costs_the_same_whatever_its_length(
    browser: Browser, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = all_sent(monkeypatch)
    await browser.sign_in(scene.coordinator)
    counts = []
    for more in (1, 24):
        for _ in range(more):
            request = await scene.world.a_request(scene.facility, scene.organisation)
            volunteer = await scene.world.a_volunteer(scene.organisation, admitted=[scene.facility])
            await scene.world.an_offer(request, volunteer)
            await scene.world.running_waves(request, scene.coordinator)
        sent.clear()
        page = (await browser.graphql(INBOX, {"first": 25}))["requestInbox"]
        counts.append(len(sent))
        assert all(edge["node"]["detainee"] and edge["node"]["waves"]["nextAt"] for edge in page["edges"])
        assert page["totalCount"] == len(page["edges"])
    # session, person, list, names and their audit, candidates and register, invitations, waves: no more for 25
    assert counts[0] == counts[1] <= 15


async def test_pages_follow_each_other(browser: Browser, scene: Scene) -> None:
    for _ in range(3):
        await scene.world.a_request(scene.facility, scene.organisation)
    await browser.sign_in(scene.coordinator)
    first = (await browser.graphql(INBOX, {"first": 2}))["requestInbox"]
    assert (first["totalCount"], len(first["edges"]), first["pageInfo"]["hasNextPage"]) == (3, 2, True)
    rest = (await browser.graphql(INBOX, {"first": 2, "after": first["pageInfo"]["endCursor"]}))["requestInbox"]
    assert (rest["totalCount"], len(rest["edges"]), rest["pageInfo"]["hasNextPage"]) == (3, 1, False)
    assert await browser.codes(INBOX, {"after": "nonsense"}) == ["BAD_REQUEST"]


async def test_a_list_of_another_role_is_forbidden(browser: Browser, scene: Scene) -> None:
    await browser.sign_in(scene.staff)
    assert await browser.codes(INBOX) == ["FORBIDDEN"]
    await browser.sign_in(scene.coordinator)
    assert await browser.codes("{ facilityRequests { totalCount } }") == ["FORBIDDEN"]
    assert await browser.codes(REQUEST_VISIT, a_form(scene)) == ["FORBIDDEN"]


async def test_the_form_knows_organisations_hours_and_people(browser: Browser, scene: Scene) -> None:
    await _ask(browser, scene)
    answer = await browser.graphql(
        """query($id: ID!) {
          activeOrganisations { id }
          visitingHours(facilityId: $id) { weekday startsAt endsAt capacity }
          recogniseDetainee(givenName: "winston", familyName: "OBISPO", activityKind: ONE_TO_ONE) {
            known pseudonym openRequest
          }
        }""",
        {"id": str(scene.facility)},
    )
    assert answer["activeOrganisations"] == [{"id": str(scene.organisation)}]
    assert answer["visitingHours"][0] == {"weekday": 1, "startsAt": "09:00", "endsAt": "17:00", "capacity": 5}
    assert answer["recogniseDetainee"]["known"]
    assert answer["recogniseDetainee"]["openRequest"]

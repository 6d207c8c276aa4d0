"""Matching over HTTP, with the questions that screens ask."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.calling import Browser
from tests.matching.scene import Scene, a_scene
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor

OFFER = """
mutation($input: OfferRequestInput!) { offerRequest(input: $input) { __typename
  ... on OfferRequestSuccess { offers { id state volunteer { id displayName place } reasons distanceKilometres } }
  ... on Problem { code message } ... on NotEligible { reason } ... on InvalidInput { field } } }
"""
MATCH = """
id state startedOn endedOn endReason activityKind facility { id city } detainee { givenName pseudonym } pseudonym
volunteer { displayName } organisation { id } coordinatorName visitsHeld
nextVisit { id } lastVisit { id log { minutes } }
"""
ACCEPT = f"""
mutation($input: AcceptOfferInput!) {{ acceptOffer(input: $input) {{ __typename
  ... on AcceptOfferSuccess {{ match {{ {MATCH} }} }} ... on Problem {{ code message }} }} }}
"""
DECLINE = """
mutation($input: DeclineOfferInput!) { declineOffer(input: $input) { __typename
  ... on DeclineOfferSuccess { offer { id state } } ... on Problem { code } } }
"""
END = f"""
mutation($input: EndMatchInput!) {{ endMatch(input: $input) {{ __typename
  ... on EndMatchSuccess {{ match {{ {MATCH} }} }} ... on Problem {{ code }} }} }}
"""
MY_OFFERS = """
{ myOffers { id state expiresAt answeredAt createdAt facility { id name city } activityKind languages waitingDays
  distanceKilometres reasons volunteer { id } note matchId visitingWeekdays suitableWeekdays } }
"""
INBOX = """
{ requestInbox { edges { node { id eligibleCount notEligibleCount
  suggestions(first: 1) { volunteer { displayName } score fit reasons cares alreadyOffered }
  notEligible(first: 9) { volunteer { displayName } reason } offers { id state } } } } }
"""


def _input(**values: Any) -> dict[str, Any]:
    return {"input": {name: str(value) if not isinstance(value, list) else value for name, value in values.items()}}


async def _an_invitation(browser: Browser, scene: Scene, *volunteers: Actor, **columns: Any) -> list[dict[str, Any]]:
    await browser.sign_in(scene.coordinator)
    until = (clock.now() + timedelta(days=1)).isoformat()
    ids = [str(volunteer.volunteer_id) for volunteer in volunteers]
    request = await scene.a_request(**columns)
    answer = await browser.graphql(OFFER, _input(requestId=request, volunteerIds=ids, expiresAt=until))
    offers: list[dict[str, Any]] = answer["offerRequest"]["offers"]
    return offers


async def test_from_invitation_to_the_end_of_a_match(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer("Karin", place="Assen", languages=["nl", "pap"])
    detainee = await world.a_detainee(scene.facility, given_name="Marlon", family_name="Obispo")
    (offer,) = await _an_invitation(
        browser, scene, volunteer, detainee=detainee, languages=["pap", "nl"], note="Kan niet op vrijdag"
    )
    assert offer["reasons"][0] == "Spreekt Papiaments en Nederlands"
    await browser.sign_in(volunteer)
    (mine,) = (await browser.graphql(MY_OFFERS))["myOffers"]
    assert (mine["state"], mine["note"], mine["waitingDays"]) == ("LIVE", "Kan niet op vrijdag", 0)
    assert mine["reasons"][:2] == ["Je spreekt Papiaments en Nederlands", "4 km van huis"]
    assert mine["suitableWeekdays"] == mine["visitingWeekdays"] == [1, 2, 3, 4, 5, 6, 7]
    match = (await browser.graphql(ACCEPT, _input(offerId=offer["id"])))["acceptOffer"]["match"]
    assert match["detainee"] == {"givenName": "Marlon", "pseudonym": match["pseudonym"]}
    assert (match["coordinatorName"], match["visitsHeld"], match["nextVisit"]) == ("Anja Mulder", 0, None)
    again = (await browser.graphql(ACCEPT, _input(offerId=offer["id"])))["acceptOffer"]["match"]
    assert again == match
    listed = await browser.graphql(f"{{ myMatches {{ {MATCH} }} myOffers {{ matchId }} }}")
    assert listed == {"myMatches": [match], "myOffers": [{"matchId": match["id"]}]}
    ended = (await browser.graphql(END, _input(matchId=match["id"], reason="NO_CLICK")))["endMatch"]["match"]
    assert (ended["state"], ended["endReason"], ended["detainee"]) == ("ENDED", "NO_CLICK", None)


async def test_nothing_a_volunteer_is_shown_before_yes_holds_a_name(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    detainee = await world.a_detainee(scene.facility, given_name="Quintijn", family_name="Zevenster")
    await _an_invitation(browser, scene, volunteer, detainee=detainee)
    await browser.sign_in(volunteer)
    text = (await browser.post(MY_OFFERS)).text
    pseudonym = await world.value("select pseudonym from detainee where id = $1", detainee)
    assert not [name for name in ("Quintijn", "Zevenster", pseudonym) if name in text]


async def test_a_coordinator_sees_suggestions_in_the_inbox(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Karin")
    await world.a_volunteer(scene.organisation, "Bas")
    request = await scene.a_request()
    await browser.sign_in(scene.coordinator)
    (edge,) = (await browser.graphql(INBOX))["requestInbox"]["edges"]
    node = edge["node"]
    assert (node["id"], node["eligibleCount"], node["notEligibleCount"]) == (str(request), 1, 1)
    (suggestion,) = node["suggestions"]
    assert suggestion["volunteer"] == {"displayName": "Karin"}
    assert suggestion["reasons"][1] == "4 km"
    assert suggestion["fit"] == "VERY_GOOD"
    assert node["notEligible"] == [
        {"volunteer": {"displayName": "Bas"}, "reason": "heeft nog geen toelating voor PI Veenhuizen"}
    ]
    assert node["offers"] == []


async def test_a_problem_is_said_in_the_readers_language(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    first, second = await scene.a_volunteer(), await scene.a_volunteer(locale="en")
    offers = await _an_invitation(browser, scene, first, second)
    by_volunteer = {offer["volunteer"]["id"]: offer["id"] for offer in offers}
    await browser.sign_in(first)
    await browser.graphql(ACCEPT, _input(offerId=by_volunteer[str(first.volunteer_id)]))
    await browser.sign_in(second)
    theirs = _input(offerId=by_volunteer[str(second.volunteer_id)])
    answer = (await browser.graphql(ACCEPT, theirs))["acceptOffer"]
    assert answer == {
        "__typename": "OfferTaken",
        "code": "OFFER_TAKEN",
        "message": "Someone was just before you. Thank you for wanting to.",
    }
    assert (await browser.graphql(DECLINE, theirs))["declineOffer"]["code"] == "OFFER_TAKEN"


async def test_the_reason_why_somebody_cannot_be_asked_is_a_field(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    without = await world.a_volunteer(scene.organisation, "Bas Willems")
    await browser.sign_in(scene.coordinator)
    until = (clock.now() + timedelta(days=1)).isoformat()
    ids = [str(without.volunteer_id)]
    variables = _input(requestId=await scene.a_request(), volunteerIds=ids, expiresAt=until)
    answer = (await browser.graphql(OFFER, variables))["offerRequest"]
    assert answer["__typename"] == "NotEligible"
    assert answer["reason"] == "Bas Willems heeft nog geen toelating voor PI Veenhuizen"
    variables["input"]["volunteerIds"] = []
    answer = (await browser.graphql(OFFER, variables))["offerRequest"]
    assert (answer["code"], answer["field"]) == ("INVALID_INPUT", "volunteerIds")


async def test_what_is_not_there_and_what_is_not_yours_are_the_same(browser: Browser, world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    foreign = await theirs.an_offer(await theirs.a_volunteer())
    match = await world.a_match(await theirs.a_volunteer(), theirs.facility)
    await browser.sign_in(await ours.a_volunteer())
    answers = []
    for offer_id, match_id in ((foreign, match.id), (uuid4(), uuid4()), ("geen-id", "geen-id")):
        found = await browser.graphql(
            "query($o: ID!, $m: ID!) { offer(id: $o) { id } match(id: $m) { id } }",
            {"o": str(offer_id), "m": str(match_id)},
        )
        done = [await browser.graphql(verb, _input(offerId=offer_id)) for verb in (ACCEPT, DECLINE)]
        done.append(await browser.graphql(END, _input(matchId=match_id, reason="OTHER")))
        answers.append((found, done))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == {"offer": None, "match": None}
    assert answers[0][1][0]["acceptOffer"]["code"] == "NOT_FOUND"


async def test_lists_are_for_those_whose_work_it_is(browser: Browser, world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    await world.a_match(volunteer, scene.facility)
    await browser.sign_in(scene.coordinator)
    page = await browser.graphql(
        "{ organisationMatches(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node {"
        f"{MATCH} }} }} }} }}"
    )
    assert page["organisationMatches"]["totalCount"] == 1
    after = page["organisationMatches"]["pageInfo"]["endCursor"]
    rest = await browser.graphql(
        "query($a: String) { organisationMatches(after: $a) { edges { node { id } } } }", {"a": after}
    )
    assert rest["organisationMatches"]["edges"] == []
    assert await browser.codes("{ myOffers { id } }") == ["FORBIDDEN"]
    await browser.sign_in(await world.a_staff_member(scene.facility))
    for document in ("{ myOffers { id } }", "{ myMatches { id } }", "{ organisationMatches { totalCount } }"):
        assert await browser.codes(document) == ["FORBIDDEN"]

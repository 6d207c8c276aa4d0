"""Visits as screens ask for them: every code as data, nothing that is not theirs."""

from typing import Any
from uuid import uuid4

import pytest

from tests.calling import Browser
from tests.visits.story import Story, a_story, at, on
from tests.world import World
from vrijplaats.core.actor import Actor

VISIT = """
fragment V on Visit {
  id state startsAt endsAt facility { city } volunteerName organisation { id } regime plannedSetting room pseudonym
  cancelSide cancelCause matchId givenName log { outcome minutes setting travelKilometres loggedAt } suggestedKilometres
  kilometreRateCents admitted
}
"""


def _mutation(name: str) -> str:
    kind = name[0].upper() + name[1:]
    return f"""mutation($input: {kind}Input!) {{ {name}(input: $input) {{
      __typename ... on {kind}Success {{ visit {{ ...V }} }} ... on Problem {{ code message }}
      ... on InvalidInput {{ field }} }} }} {VISIT}"""


VERBS = {name: _mutation(name) for name in ("proposeVisit", "confirmVisit", "cancelVisit", "logVisit")}


class _Screen:
    """One browser; the persons take turns."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    async def do(self, actor: Actor, verb: str, **given: Any) -> dict[str, Any]:
        await self.browser.sign_in(actor)
        found: dict[str, Any] = (await self.browser.graphql(VERBS[verb], {"input": given}))[verb]
        return found

    async def ask(self, actor: Actor, query: str, **variables: Any) -> Any:
        await self.browser.sign_in(actor)
        return await self.browser.graphql(query, variables)


def _confirmation(visit: str) -> dict[str, str]:
    return {"visitId": visit, "regime": "OFFICIAL", "setting": "PRIVATE_ROOM"}


def _a_log(visit: str, **changes: Any) -> dict[str, Any]:
    usual = {"outcome": "HELD", "minutes": 50, "setting": "PRIVATE_ROOM", "travelKilometres": 12.5}
    return {"visitId": visit, **usual, **changes}


async def _proposed(screen: _Screen, story: Story) -> dict[str, Any]:
    times = {"startsAt": at(14).isoformat(), "endsAt": at(15).isoformat()}
    done = await screen.do(story.volunteer, "proposeVisit", matchId=str(story.match.id), **times)
    visit: dict[str, Any] = done["visit"]
    return visit


async def test_from_proposal_to_log(world: World, browser: Browser) -> None:
    story, screen = await a_story(world), _Screen(browser)
    with on():
        visit = await _proposed(screen, story)
        assert (visit["state"], visit["matchId"]) == ("PROPOSED", str(story.match.id))
        assert visit["givenName"].startswith("Winston")
        assert (visit["suggestedKilometres"], visit["kilometreRateCents"], visit["admitted"]) == (8.0, 23, True)
        waiting = await screen.ask(story.staff, "{ visitsToConfirm { ...V } }" + VISIT)
        assert [each["id"] for each in waiting["visitsToConfirm"]] == [visit["id"]]
        confirmed = (await screen.do(story.staff, "confirmVisit", **_confirmation(visit["id"])))["visit"]
        assert (confirmed["state"], confirmed["room"], confirmed["matchId"]) == ("CONFIRMED", "Kamer 1", None)
        early = await screen.do(story.volunteer, "logVisit", **_a_log(visit["id"]))
        assert (early["code"], early["message"]) == ("TOO_EARLY", "Dit kan na dinsdag 24 november 15.00 uur.")
    with on(at(15)):
        logged = (await screen.do(story.volunteer, "logVisit", **_a_log(visit["id"])))["visit"]
        assert (logged["state"], logged["log"]["minutes"]) == ("LOGGED", 50)
        again = await screen.do(story.volunteer, "logVisit", **_a_log(visit["id"]))
        assert again["code"] == "ALREADY_LOGGED"
        mine = await screen.ask(story.volunteer, "{ myVisits { ...V } }" + VISIT)
        assert mine["myVisits"] == [logged]


async def test_the_facility_sees_who_comes_and_never_what_came_of_it(world: World, browser: Browser) -> None:
    story, screen = await a_story(world), _Screen(browser)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        await story.log(past.id)
        agenda = "query($date: Date!) { facilityAgenda(date: $date) { ...V } }" + VISIT
        shown = (await screen.ask(story.staff, agenda, date="2026-11-22"))["facilityAgenda"]
        one = await screen.ask(story.staff, "query($id: ID!) { visit(id: $id) { ...V } }" + VISIT, id=str(past.id))
    assert shown == [one["visit"]]
    hidden = ("matchId", "givenName", "log", "suggestedKilometres", "kilometreRateCents")
    assert [shown[0][name] for name in hidden] == [None] * 5
    assert shown[0]["state"] == "LOGGED"


@pytest.mark.parametrize("verb", VERBS)
async def test_an_id_of_somebody_else_is_like_an_id_that_does_not_exist(
    world: World, browser: Browser, verb: str
) -> None:
    story, other, screen = await a_story(world), await a_story(world), _Screen(browser)
    with on():
        visit = await other.propose(at(14))
        theirs = str(other.match.id) if verb == "proposeVisit" else str(visit.id)
        given: dict[str, dict[str, Any]] = {
            "proposeVisit": {"startsAt": at(14).isoformat(), "endsAt": at(15).isoformat()},
            "confirmVisit": {"regime": "OFFICIAL", "setting": "OUTSIDE"},
            "cancelVisit": {"side": "VOLUNTEER", "cause": "ILL"},
            "logVisit": {"outcome": "HELD", "minutes": 5, "setting": "OUTSIDE", "travelKilometres": 1},
        }
        actor = story.staff if verb == "confirmVisit" else story.volunteer
        name = "matchId" if verb == "proposeVisit" else "visitId"
        answers = [
            await screen.do(actor, verb, **{name: each}, **given[verb])
            for each in (theirs, str(uuid4()), "x", "", "1" * 5000)
        ]
    assert answers[0] == {"__typename": "NotFound", "code": "NOT_FOUND", "message": "Dit kunnen we niet vinden."}
    assert answers == [answers[0]] * 5


async def test_wrong_input_names_its_field(world: World, browser: Browser) -> None:
    story, screen = await a_story(world), _Screen(browser)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        visit = await _proposed(screen, story)
        backwards = {"startsAt": at(15).isoformat(), "endsAt": at(14).isoformat()}
        answers = [
            await screen.do(story.volunteer, "proposeVisit", matchId=str(story.match.id), **backwards),
            await screen.do(story.volunteer, "cancelVisit", visitId=visit["id"], side="VOLUNTEER", cause="CLOSED"),
            await screen.do(story.volunteer, "logVisit", **_a_log(str(past.id), minutes=0)),
            await screen.do(story.volunteer, "logVisit", **_a_log(str(past.id), travelKilometres=-1)),
        ]
    assert [(answer["code"], answer["field"]) for answer in answers] == [
        ("INVALID_INPUT", "endsAt"),
        ("INVALID_INPUT", "cause"),
        ("INVALID_INPUT", "minutes"),
        ("INVALID_INPUT", "travelKilometres"),
    ]
    assert await world.value("select count(*) from visit_log where visit_id = $1", past.id) == 0


async def test_a_refused_proposal_leaves_nothing_behind(world: World, browser: Browser) -> None:
    story, screen = await a_story(world), _Screen(browser)
    with on():
        await _proposed(screen, story)
        await browser.sign_in(story.volunteer)
        times = {"startsAt": at(14, 30).isoformat(), "endsAt": at(15, 30).isoformat()}
        again = await screen.do(story.volunteer, "proposeVisit", matchId=str(story.match.id), **times)
    assert again["code"] == "DOUBLE_BOOKED"
    assert await story.places() == 1
    assert len(await story.outbox("visit.proposed")) == len(await story.verbs()) == 1


async def test_what_is_not_a_role_s_work_is_forbidden(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await browser.sign_in(story.volunteer)
    assert await browser.codes("{ visitsToConfirm { id } }") == ["FORBIDDEN"]
    await browser.sign_in(await world.a_funder())
    for query in ("{ myVisits { id } }", '{ facilityAgenda(date: "2026-11-24") { id } }', '{ visit(id: "%s") { id } }'):
        assert await browser.codes(query.replace("%s", str(uuid4()))) == ["FORBIDDEN"]


async def test_moments_of_a_match(world: World, browser: Browser) -> None:
    story, other, screen = await a_story(world), await a_story(world), _Screen(browser)
    query = "query($m: ID!, $d: Int) { visitingMoments(matchId: $m, days: $d) { startsAt endsAt placesLeft } }"
    with on():
        await story.propose(at(14))
        found = (await screen.ask(story.volunteer, query, m=str(story.match.id), d=2))["visitingMoments"]
        assert [each["placesLeft"] for each in found] == [4]
        assert len((await screen.ask(story.volunteer, query, m=str(story.match.id)))["visitingMoments"]) == 27
        for days in (-5, 0):
            assert (await screen.ask(story.volunteer, query, m=str(story.match.id), d=days))["visitingMoments"] == []
        for unknown in (str(other.match.id), "x"):
            assert (await screen.ask(story.volunteer, query, m=unknown))["visitingMoments"] == []

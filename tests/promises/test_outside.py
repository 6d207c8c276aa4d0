"""After a release, what goes on outside is no prison's business (docs/decisions/0080): everything that its staff can
ask or do is answered in the same words whether somebody is still visited, by whom, or not any more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from graphql import GraphQLNonNull, GraphQLObjectType, get_named_type

from tests.calling import Browser
from tests.matching.continuity.scene import Scene
from tests.matching.continuity.taking_over import answer, ask, living_in, released
from tests.security.asking import SCHEMA, Place
from tests.world import World
from vrijplaats.app import ACCESS
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.core.rights import declared, place_of
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.settings import Login, Settings
from vrijplaats.visits import actions as visits

RIGHTS = declared(ACCESS)
DEEPEST = 5
# of one's own devices: each time that is signed in here adds one
OWN = {("Query", "mySessions")}
VERB = "mutation($input: {kind}!) {{ {name}(input: $input) {{ __typename ... on Problem {{ code message }} {more} }} }}"
ERASED = """
... on EraseDetaineeSuccess { request {
  state released personReleased nameErased note waitingDays detainee { givenName } } }
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """Opened beside the app's; closed with it."""
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)


def _asks(place: Place) -> bool:
    return place in RIGHTS and Role.STAFF in RIGHTS[place].roles and place not in OWN


def _selection(kind: Any, depth: int = 0) -> str:
    """Everything that staff may read of this."""
    if not isinstance(kind, GraphQLObjectType):
        return ""
    parts = []
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        needs = any(isinstance(argument.type, GraphQLNonNull) for argument in field.args.values())
        if needs or depth == DEEPEST or not _asks(place_of(kind, name)):
            continue
        below = _selection(inner, depth + 1)
        if below or not isinstance(inner, GraphQLObjectType):
            parts.append(name + below)
    return f" {{ {' '.join(parts)} }}" if parts else ""


async def _seen(browser: Browser, scene: Scene, things: dict[str, UUID]) -> dict[str, Any]:
    """What staff of the prison gets for each question that it can ask."""
    await browser.sign_in(scene.staff)
    query = SCHEMA.query_type
    assert query is not None
    given = {
        "date": (clock.today() + timedelta(days=2)).isoformat(),
        "facilityId": str(scene.here),
        "typed": "Gro",
        "name": "e",
        "givenName": "Winston",
        "familyName": "Obispo",
        "activityKind": "ONE_TO_ONE",
    }
    found: dict[str, Any] = {}
    for name, field in query.fields.items():
        if not _asks(("Query", name)):
            continue
        needed = {n: a.type for n, a in field.args.items() if isinstance(a.type, GraphQLNonNull)}
        values = {n: str(things[name]) if n == "id" else given[n] for n in needed}
        kinds = ", ".join(f"${n}: {kind}" for n, kind in needed.items())
        passed = ", ".join(f"{n}: ${n}" for n in needed)
        text = f"query Q{f'({kinds})' if kinds else ''} {{ {name}{f'({passed})' if passed else ''}"
        found[name] = await browser.graphql(text + _selection(get_named_type(field.type)) + " }", values)
    return found


async def _is_chaplaincy(scene: Scene, near: Actor) -> None:
    """Of a denomination, which the request keeps for as long as somebody is visited."""
    run = scene.world.connection.execute
    asks = "activity_kind = 'CHAPLAINCY', activity_denomination = 'MUSLIM'"
    await run(f"update visit_request set {asks} where id = $1", scene.match.request_id)
    helps = "kinds = '{CHAPLAINCY}', activity_denominations = '{MUSLIM}'"
    await run(f"update volunteer set {helps} where id = $1", near.volunteer_id)


async def _reads_the_name(scene: Scene, actor: Actor) -> None:
    assert await scene.name(actor, await scene.detainee())


async def _meets(scene: Scene, actor: Actor, match_id: UUID) -> UUID:
    starts_at = clock.now() + timedelta(days=2)
    async with db.transaction(actor):
        made = await visits.propose_visit(
            actor, match_id=match_id, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )
    return made.id


async def _ended(scene: Scene, actor: Actor, match_id: UUID) -> None:
    async with db.transaction(actor):
        await end_match(actor, match_id=match_id, reason=MatchEndReason.OTHER)


async def test_nothing_that_a_prison_can_read_changes_while_people_meet_outside(browser: Browser, world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await _is_chaplaincy(scene, near)
    things = {"visitRequest": scene.match.request_id, "visit": scene.match.id}
    before = await _seen(browser, scene, things)
    assert before["facilityRequests"]["facilityRequests"]["totalCount"] == 1
    assert len(before) > 15
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    await _reads_the_name(scene, scene.volunteer)
    things["visit"] = await _meets(scene, scene.volunteer, scene.match.id)
    assert await _seen(browser, scene, things) == before
    await ask(scene, near)
    await answer(scene, near, yes=True)
    async with db.transaction(near):
        begun = await actions.note_meeting(near, match_id=scene.match.id)
    await _reads_the_name(scene, near)
    await _meets(scene, near, begun.id)
    assert await _seen(browser, scene, things) == before
    await _ended(scene, near, begun.id)
    assert await _seen(browser, scene, things) == before
    to_staff = "select event from outbox where facility_id = $1 and payload ->> 'audience' = 'staff'"
    assert await world.rows(to_staff, scene.here) == []
    # what staff asked above for an id of another is in its own history
    named = "select distinct verb from history where facility_id = $1 and verb <> 'access.foreign_id' order by verb"
    verbs = [row["verb"] for row in await world.rows(named, scene.here)]
    assert verbs == ["departure.move", "departure.report", "identity.read"]


@pytest.mark.parametrize("chosen", [True, False])
async def test_nothing_that_a_prison_can_do_is_answered_otherwise(browser: Browser, world: World, chosen: bool) -> None:
    """Also when nobody chose yet how to go on."""
    answers = []
    for ends in (True, False):
        scene = await released(world)
        if chosen:
            async with db.transaction(scene.coordinator):
                await actions.taper_match(scene.coordinator, match_id=scene.match.id)
        if ends:
            await _ended(scene, scene.volunteer, scene.match.id)
        answers.append(await _done(browser, scene, undo=chosen))
        to_staff = "select count(*) from outbox where facility_id = $1 and payload ->> 'audience' = 'staff'"
        assert await world.value(to_staff, scene.here) == 0
    ended, goes_on = answers
    assert ended == goes_on
    assert goes_on["eraseDetainee"]["request"]["nameErased"]


async def _done(browser: Browser, scene: Scene, *, undo: bool) -> dict[str, Any]:
    departure = await scene.world.value("select id from departure where facility_id = $1", scene.here)
    request = str(scene.match.request_id)
    await browser.sign_in(scene.staff)
    tried: dict[str, dict[str, Any]] = {
        "withdrawRequest": {"requestId": request, "reason": "DETAINEE_WISH"},
        "reportDeparture": {"requestId": request, "kind": "RELEASE", "day": clock.today().isoformat()},
        "undoDeparture": {"departureId": str(departure)},
        "eraseDetainee": {"requestId": request, "withdraw": False},
    }
    # that somebody acted on a report is told, and not what they chose: one on which nobody acted is taken back
    if not undo:
        del tried["undoDeparture"]
    done: dict[str, Any] = {}
    for name, given in tried.items():
        more = ERASED if name == "eraseDetainee" else ""
        document = VERB.format(kind=f"{name[0].upper()}{name[1:]}Input", name=name, more=more)
        done |= await browser.graphql(document, {"input": given})
    return done

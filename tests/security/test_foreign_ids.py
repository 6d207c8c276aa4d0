"""Another tenant's id answers byte for byte like an id that does not exist, wherever an id may be given; and the
attempt is in the history of the actor's own tenant, where colleagues find it and the actor does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from graphql import GraphQLInputObjectType, GraphQLInputType, GraphQLList, GraphQLNonNull, get_named_type

from tests.calling import Browser
from tests.security.asking import SCHEMA, value
from tests.security.strangers import Two, two_tenants
from tests.security.test_access import RIGHTS
from tests.world import World
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.foreign import VERB
from vrijplaats.core.rights import with_fields

pytestmark = pytest.mark.asyncio(loop_scope="module")

# published for all its readers, of no tenant
OF_NO_TENANT = {
    ("publication", "id"),
    # the operator's work is with every tenant
    ("setSsoProvider", "organisationId"),
    ("setSsoProvider", "facilityId"),
    ("endSsoProvider", "providerId"),
    *(("inviteToTenant", name) for name in ("organisationId", "facilityId", "funderId")),
    *(("setActivity", name) for name in ("organisationId", "facilityId")),
    ("activities", "organisationId"),
    ("tenantPeople", "tenantId"),
}
# of a person and not of a tenant: answered alike, and no business of a tenant's history
OF_A_PERSON = {"session", "thisSession", "passkey", "link", "subscription", "feed"}
# what must be right in a file before the rest of the question is looked at
OF_A_FILE: dict[str, dict[str, Any]] = {
    "removeCredential": {},
    "requestAdmission": {},
    "setRequirement": {"kind": "VOG", "activityKind": "COURSE"},
    "setCredentialValidity": {"kind": "VOG"},
    "grantAdmission": {"validFrom": "2026-01-01"},
    "refuseAdmission": {},
    "endAdmission": {},
    "setPassNumber": {},
    "removeVolunteerNote": {},
    "writeVolunteerNote": {"note": "Bel na zes uur."},
}
BY_QUERY = {"match": "match", "offer": "offer", "visit": "visit", "visitRequest": "request"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def two(world: World) -> Two:
    return await two_tenants(world)


def _places() -> Iterator[tuple[str, str, str]]:
    """Every operation and argument or input field that takes an id."""
    for root in ("Query", "Mutation"):
        for operation, field in with_fields(SCHEMA.type_map[root]).fields.items():
            for argument, definition in field.args.items():
                kind = get_named_type(definition.type)
                if isinstance(kind, GraphQLInputObjectType):
                    within = "" if root == "Mutation" else f"{argument}."
                    yield from ((root, operation, within + name) for name in _ids_in(kind))
                elif kind.name == "ID":
                    yield root, operation, argument


def _ids_in(kind: GraphQLInputObjectType) -> Iterator[str]:
    """The fields that take an id; those of an input within it behind a dot."""
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLInputObjectType):
            yield from (f"{name}.{deeper}" for deeper in _ids_in(inner))
        elif inner.name == "ID":
            yield name


TRIED = [
    (root, operation, argument, role)
    for root, operation, argument in _places()
    if (operation, argument) not in OF_NO_TENANT
    for role in Role
    if role in RIGHTS[root, operation].roles
]


@pytest.mark.parametrize(("root", "operation", "argument", "role"), TRIED)
async def test_another_tenants_id_answers_like_none(
    browser: Browser, world: World, two: Two, root: str, operation: str, argument: str, role: Role
) -> None:
    actor = two.actors[role]
    await browser.sign_in(actor)
    foreign, unknown = two.theirs[_thing(operation, argument)], uuid4()
    before = await _noted(world, actor)
    nothing = await browser.post(*_document(root, operation, argument, str(unknown), two.actors))
    assert await _noted(world, actor) == before
    theirs = await browser.post(*_document(root, operation, argument, str(foreign), two.actors))
    assert (theirs.status_code, theirs.content) == (nothing.status_code, nothing.content)
    assert [*theirs.headers.items()] == [*nothing.headers.items()]
    rows = (await _noted(world, actor))[len(before) :]
    assert [(row["subject"], row["organisation_id"], row["facility_id"]) for row in rows] == [
        (f'{{"id": "{foreign}", "operation": "{operation}"}}', actor.organisation_id, actor.facility_id)
        for _ in range(_thing(operation, argument) not in OF_A_PERSON)
    ]


async def test_who_tried_does_not_find_it_and_a_colleague_does(browser: Browser, world: World, two: Two) -> None:
    volunteer = two.actors[Role.VOLUNTEER]
    await browser.sign_in(volunteer)
    await browser.post(f'{{ offer(id: "{two.theirs["offer"]}") {{ id }} }}')
    count = "select count(*) from history where verb = $1 and person_id = $2"
    for role, sees in ((Role.VOLUNTEER, False), (Role.COORDINATOR, True), (Role.OPERATOR, True), (Role.STAFF, False)):
        async with database.transaction(two.actors[role], read_only=True):
            assert bool(await database.fetch_value(count, VERB, volunteer.person_id)) is sees, role


async def test_an_own_id_that_answers_nothing_is_not_noted(browser: Browser, world: World, two: Two) -> None:
    """Somebody's own offer, declined twice: a problem, and nothing foreign."""
    volunteer = two.actors[Role.VOLUNTEER]
    assert volunteer.organisation_id is not None
    facility = two.actors[Role.STAFF].facility_id
    assert facility is not None
    offer = await world.an_offer(await world.a_request(facility, volunteer.organisation_id), volunteer)
    before = await _noted(world, volunteer)
    await browser.sign_in(volunteer)
    for _ in range(2):
        await browser.post(f'mutation {{ declineOffer(input: {{ offerId: "{offer}" }}) {{ __typename }} }}')
    assert await _noted(world, volunteer) == before


def _thing(operation: str, argument: str) -> str:
    name = argument.rpartition(".")[2]
    return BY_QUERY[operation] if name == "id" else name.removesuffix("s").removesuffix("Id")


def _document(
    root: str, operation: str, argument: str, identifier: str, actors: dict[Role, Actor]
) -> tuple[str, dict[str, Any]]:
    field = with_fields(SCHEMA.type_map[root]).fields[operation]
    variables = {
        name: value(given.type) for name, given in field.args.items() if isinstance(given.type, GraphQLNonNull)
    }
    if root == "Mutation":
        kind = get_named_type(field.args["input"].type)
        assert isinstance(kind, GraphQLInputObjectType)
        variables["input"] |= _whole(operation, actors) | _with(kind.fields, argument, identifier)
    else:
        variables |= _with(field.args, argument, identifier)
    kinds = ", ".join(f"${name}: {field.args[name].type}" for name in variables)
    given = ", ".join(f"{name}: ${name}" for name in variables)
    answer = "{ __typename ... on Problem { code message } }" if root == "Mutation" else "{ __typename }"
    return f"{root.lower()} Q({kinds}) {{ {operation}({given}) {answer} }}", variables


def _with(fields: Mapping[str, Any], argument: str, identifier: str) -> dict[str, Any]:
    """The argument or field with this id; in a list, or in an input of its own, where it has to be."""
    outer, _, inner = argument.partition(".")
    kind = get_named_type(fields[outer].type)
    one = value(kind) | _with(kind.fields, inner, identifier) if inner else identifier
    return {outer: [one] if _is_many(fields[outer].type) else one}


def _is_many(kind: GraphQLInputType) -> bool:
    return isinstance(kind.of_type if isinstance(kind, GraphQLNonNull) else kind, GraphQLList)


def _whole(operation: str, actors: dict[Role, Actor]) -> dict[str, Any]:
    """What must be right for the id to be looked at."""
    if operation == "requestVisit":
        return {"facilityId": str(actors[Role.STAFF].facility_id), "consent": True, "languages": ["nl"]}
    if operation in {"offerRequest", "offerAssignment"}:
        return {"expiresAt": (datetime.now(UTC) + timedelta(days=1)).isoformat()}
    if operation in OF_A_FILE:
        whose = {"volunteerId": str(actors[Role.VOLUNTEER].volunteer_id)}
        return OF_A_FILE[operation] if "kind" in OF_A_FILE[operation] else whose | OF_A_FILE[operation]
    if operation == "saveInboxView":
        return {"name": "Lang", "filter": {}}
    if operation == "sendMessage":
        return {"text": "Donderdag is er koffie.", "expected": 1}
    if operation == "nameDeputy":
        today = datetime.now(UTC).date()
        own = str(actors[Role.COORDINATOR].membership_id)
        return {"membershipId": own, "deputyMembershipId": own, "first": str(today), "last": str(today)}
    if operation == "markSpoken":
        return {"volunteerId": str(actors[Role.VOLUNTEER].volunteer_id), "signal": "FIRST_VISIT"}
    if operation == "sendNextWave":
        return {"wave": 1}
    return {"side": "FACILITY", "cause": "NO_ROOM"} if operation == "cancelVisit" else {}


async def _noted(world: World, actor: Actor) -> list[dict[str, Any]]:
    return await world.rows(
        "select subject::text, organisation_id, facility_id from history "
        "where verb = $1 and person_id = $2 order by id",
        VERB,
        actor.person_id,
    )

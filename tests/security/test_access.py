"""The declared matrix (backend/vrijplaats/access.toml) against schema.graphql and against the endpoint: every role x
type x field and role x operation. A field that is added without a declaration fails here, and is refused to all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from time import process_time

import orjson
import pytest
import pytest_asyncio
from graphql import GraphQLNonNull

from tests.calling import Browser
from tests.security.asking import SCHEMA, Place, Way, document, fields, ways
from tests.world import World
from vrijplaats.app import ACCESS, MANIFEST
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.documents import Documents
from vrijplaats.core.rights import Right, declared, place_of, with_fields
from vrijplaats.schema import build_schema

pytestmark = pytest.mark.asyncio(loop_scope="module")

RIGHTS = declared(ACCESS)
PLACES = {place_of(kind, name) for kind, name in fields()}


def _asks(place: Place, role: Role) -> bool:
    return place in RIGHTS and role in RIGHTS[place].roles


def _is_open(way: Way, role: Role) -> bool:
    """Below a field that is empty for this role nothing is asked of anything."""
    for kind, name in way:
        right = RIGHTS[place_of(SCHEMA.type_map[kind], name)]
        if role in right.null_for:
            return True
        if role not in right.roles:
            return False
    return True


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def people(world: World) -> AsyncIterator[dict[Role, Actor]]:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    yield {
        Role.VOLUNTEER: await world.a_volunteer(organisation, admitted=[facility]),
        Role.COORDINATOR: await world.a_coordinator(organisation),
        Role.STAFF: await world.a_staff_member(facility),
        Role.FUNDER: await world.a_funder(),
        Role.OPERATOR: await world.an_operator(),
    }


async def test_every_field_is_declared_and_nothing_else_is() -> None:
    assert PLACES - set(RIGHTS) == set(), "say in access.toml who may ask these"
    assert set(RIGHTS) - PLACES == set(), "these are declared and do not exist"


async def test_a_field_that_is_empty_for_some_can_be_empty() -> None:
    for (kind, name), right in RIGHTS.items():
        assert right.roles, f"{kind}.{name} is nobody's: leave it out of the schema"
        if right.null_for:
            assert not right.roles & right.null_for
            assert not isinstance(with_fields(SCHEMA.type_map[kind]).fields[name].type, GraphQLNonNull)


@pytest.mark.parametrize("role", Role)
async def test_what_is_declared_can_be_reached(role: Role) -> None:
    """No right is dead: there is a way to it by fields that the same role may ask."""
    reached = ways(lambda place: _asks(place, role))
    lost = {place for place, right in RIGHTS.items() if role in right.roles and place not in reached}
    assert lost - {("Problem", "code"), ("Problem", "message")} == set()


@pytest.mark.parametrize("role", Role)
async def test_each_field_answers_each_role_as_declared(
    browser: Browser, people: dict[Role, Actor], role: Role
) -> None:
    """Over the endpoint, by the furthest way this role can go: FORBIDDEN if and only if it is not declared."""
    await browser.sign_in(people[role])
    own, any_way = ways(lambda place: _asks(place, role)), ways(lambda _: True)
    wrong = []
    for kind, name in fields():
        way = own.get((kind.name, name)) or any_way[(kind.name, name)]
        allowed = _is_open(way, role)
        if ("FORBIDDEN" in await browser.codes(*document(way))) is allowed:
            wrong.append(f"{kind.name}.{name} by {way}")
    assert wrong == []


async def test_an_undeclared_field_is_refused_to_everybody() -> None:
    rights = {place: right for place, right in RIGHTS.items() if place != ("Visit", "room")}
    documents = Documents(build_schema(), {}, free=True, rights=rights)
    operation = documents.operation("query { visitsToConfirm { id ...V } } fragment V on Visit { again: room }", None)
    assert operation.asking.refused(Role.STAFF) == "Visit.room"


async def test_a_fragment_on_the_interface_is_no_way_around() -> None:
    rights = RIGHTS | {("Problem", "message"): Right(frozenset({Role.STAFF}))}
    documents = Documents(build_schema(), {}, free=True, rights=rights)
    for asked in (
        "... on Problem { message }",
        "... on NotFound { message }",
        "... { ... on NotFound { m: message } }",
    ):
        text = f'mutation {{ readNotices(input: {{ noticeIds: ["x"] }}) {{ {asked} }} }}'
        assert documents.operation(text, None).asking.refused(Role.FUNDER), asked
        assert documents.operation(text, None).asking.refused(Role.STAFF) is None


async def test_the_documents_of_the_app_are_for_somebody() -> None:
    known: dict[str, str] = orjson.loads(Path(MANIFEST).read_bytes())
    documents = Documents(build_schema(), known, free=False, rights=RIGHTS)
    for text in known.values():
        assert [role for role in Role if documents.operation(text, None).asking.refused(role) is None], text


async def test_asking_again_costs_next_to_nothing() -> None:
    """The verdict is kept with the document: microseconds of a processor beside milliseconds of an answer."""
    known: dict[str, str] = orjson.loads(Path(MANIFEST).read_bytes())
    documents = Documents(build_schema(), known, free=False, rights=RIGHTS)
    text = next(text for text in known.values() if "query RequestToMatch" in text)
    documents.operation(text, None).asking.refused(Role.COORDINATOR)
    began = process_time()
    for _ in range(10_000):
        documents.operation(text, None).asking.refused(Role.COORDINATOR)
    assert (process_time() - began) / 10_000 < 50e-6
